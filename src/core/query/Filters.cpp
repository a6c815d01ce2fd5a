#include "core/query/Filters.h"

#include "core/base/Text.h"
#include "core/pattern/NameSet.h"
#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "core/walk/DirHandle.h"
#include "core/walk/DirReader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace findling {

namespace {

using MadeFilter = Result<std::optional<Filter>>;

Answer answer(bool yes) {
    return yes ? Answer::Yes : Answer::No;
}

MadeFilter makeNameFilter(const Query& query) {
    if (query.names.empty() && query.namesAll.empty()) return std::optional<Filter>();
    auto any = compileNames(query.names, query.nameSyntax, query);
    if (!any) return any.error();
    auto all = compileNames(query.namesAll, query.nameSyntax, query);
    if (!all) return all.error();
    const auto wantsPath = [](const NameMatcher& name) {
        return name.subject() != NameSubject::Name;
    };
    Filter filter;
    const bool path = std::any_of(any->begin(), any->end(), wantsPath) ||
                      std::any_of(all->begin(), all->end(), wantsPath);
    filter.cost = path ? Cost::Path : Cost::Name;
    filter.reason = SkipReason::Pattern;
    filter.rule = fmt::format("does not match {}{}{}", fmt::join(query.names, ", "),
                              query.names.empty() || query.namesAll.empty() ? "" : " and ",
                              fmt::join(query.namesAll, " and "));
    if (any->size() == 1 && all->empty()) {  // the usual question, without a loop
        filter.accepts = [name = std::move(any->front())](const Entry& entry, int&) {
            return answer(matches(name, entry));
        };
        return std::optional(std::move(filter));
    }
    filter.accepts = [any = std::move(*any), all = std::move(*all)](const Entry& entry, int&) {
        const auto one = [&](const NameMatcher& name) { return matches(name, entry); };
        return answer((any.empty() || std::any_of(any.begin(), any.end(), one)) &&
                      std::all_of(all.begin(), all.end(), one));
    };
    return std::optional(std::move(filter));
}

/// "c", ".c" and "tar.gz": what a name ends in, behind a dot. Case is smart.
MadeFilter makeExtensionFilter(const Query& query) {
    if (query.extensions.empty()) return std::optional<Filter>();
    NameSet names;
    for (std::string_view extension : query.extensions) {
        if (extension.substr(0, 1) == ".") extension.remove_prefix(1);
        if (extension.empty() || extension.find('/') != std::string_view::npos) {
            return Error{ErrorKind::Option, "not an extension; extensions look like c or tar.gz",
                         std::string(extension)};
        }
        if (auto ok = names.add("*." + escapeGlob(extension), query.nameCase); !ok)
            return ok.error();
    }
    Filter filter;
    filter.reason = SkipReason::Extension;
    filter.rule =
        "has another extension than " + fmt::format("{}", fmt::join(query.extensions, ", "));
    filter.accepts = [names = std::move(names)](const Entry& entry, int&) {
        return answer(!entry.isFolder() && names.matches(entry.name()));
    };
    return std::optional(std::move(filter));
}

/// Adds the patterns of a named kind of files.
Result<void> addFileKind(NameSet& names, const std::string& kindName, const Query& query) {
    const std::string lower = lowerAscii(kindName);
    const FileKind* kind = findFileKind(lower);
    bool known = kind != nullptr;
    for (std::string_view rest = kind ? kind->patterns : ""; !rest.empty();) {
        if (auto ok = names.add(takeUntil(rest, ' '), CaseMode::Smart); !ok) return ok;
    }
    for (const OwnFileKind& own : query.ownKinds) {
        if (own.name != (kind ? kind->name : std::string_view(lower))) continue;
        known = true;
        for (const std::string& glob : own.globs) {
            if (auto ok = names.add(glob, CaseMode::Smart); !ok) return ok;
        }
    }
    if (known) return {};
    std::vector<std::string_view> all;
    for (const FileKind& one : fileKinds()) all.push_back(one.name);
    for (const OwnFileKind& own : query.ownKinds) all.push_back(own.name);
    const std::string_view near = nearest(kindName, all);
    return Error{ErrorKind::Option,
                 fmt::format("no such kind of files{}; --kind-list shows all",
                             near.empty() ? "" : fmt::format("; did you mean {}?", near)),
                 kindName};
}

MadeFilter makeFileKindFilter(const Query& query) {
    if (query.fileKinds.empty() && query.notFileKinds.empty()) return std::optional<Filter>();
    NameSet wanted, unwanted;
    for (const std::string& kind : query.fileKinds) {
        if (auto ok = addFileKind(wanted, kind, query); !ok) return ok.error();
    }
    for (const std::string& kind : query.notFileKinds) {
        if (auto ok = addFileKind(unwanted, kind, query); !ok) return ok.error();
    }
    Filter filter;
    filter.reason = SkipReason::Extension;
    filter.rule = query.fileKinds.empty()
                      ? fmt::format("is of a kind that is not wanted: {}",
                                    fmt::join(query.notFileKinds, ", "))
                      : fmt::format("is of another kind than {}", fmt::join(query.fileKinds, ", "));
    filter.accepts = [wanted = std::move(wanted), unwanted = std::move(unwanted),
                      any = query.fileKinds.empty()](const Entry& entry, int&) {
        return answer(!entry.isFolder() && (any || wanted.matches(entry.name())) &&
                      !unwanted.matches(entry.name()));
    };
    return std::optional(std::move(filter));
}

Answer isEmpty(const Entry& entry, int& code) {
    if (!entry.isFolder()) {
        if (entry.type() != FileType::File) return Answer::No;
        const FileStat* facts = entry.stat();
        code = entry.statError();
        return facts ? answer(facts->size == 0) : Answer::Unknown;
    }
    const DirHandle folder = entry.openFolder(code);
    if (!folder.isOpen()) return Answer::Unknown;
    DirReader reader(folder);
    DirListing listing;
    while (listing.entries.empty() && reader.next(listing, code)) {
    }
    return code != 0 ? Answer::Unknown : answer(listing.entries.empty());
}

Answer isKind(const Entry& entry, EntryKind kind, int& code) {
    switch (kind) {
        case EntryKind::File: return answer(entry.type() == FileType::File);
        case EntryKind::Folder: return answer(entry.isFolder());
        case EntryKind::Link: return answer(entry.type() == FileType::Link);
        case EntryKind::Fifo: return answer(entry.type() == FileType::Fifo);
        case EntryKind::Socket: return answer(entry.type() == FileType::Socket);
        case EntryKind::Block: return answer(entry.type() == FileType::Block);
        case EntryKind::Char: return answer(entry.type() == FileType::Char);
        case EntryKind::Executable: {
            if (entry.type() != FileType::File) return Answer::No;
            const FileStat* facts = entry.stat();
            code = entry.statError();
            return facts ? answer((facts->mode & 0111) != 0) : Answer::Unknown;
        }
        case EntryKind::Empty: return isEmpty(entry, code);
    }
    return Answer::No;
}

MadeFilter makeKindFilter(const Query& query) {
    if (query.kinds.empty()) return std::optional<Filter>();
    // As in fd: empty and executable narrow the other types down, alone they stand for all.
    std::vector<EntryKind> types, traits;
    for (const EntryKind kind : query.kinds) {
        (kind == EntryKind::Executable || kind == EntryKind::Empty ? traits : types)
            .push_back(kind);
    }
    Filter filter;
    filter.cost = traits.empty() ? Cost::Name : Cost::Open;
    filter.reason = SkipReason::Type;
    filter.rule = "is of another type";
    filter.accepts = [types, traits](const Entry& entry, int& code) {
        const auto one = [&](EntryKind kind) { return isKind(entry, kind, code) == Answer::Yes; };
        if (!types.empty() && std::none_of(types.begin(), types.end(), one)) return Answer::No;
        for (const EntryKind trait : traits) {
            if (const Answer a = isKind(entry, trait, code); a != Answer::Yes) return a;
        }
        return Answer::Yes;
    };
    return std::optional(std::move(filter));
}

MadeFilter makeSizeFilter(const Query& query) {
    if (!query.minSize && !query.maxSize) return std::optional<Filter>();
    const uint64_t low = query.minSize.value_or(0);
    const uint64_t high = query.maxSize.value_or(UINT64_MAX);
    if (low > high) {
        return Error{ErrorKind::Option,
                     fmt::format("no file is at least {} and at most {} bytes", low, high)};
    }
    Filter filter;
    filter.cost = Cost::Stat;
    filter.reason = SkipReason::Size;
    filter.rule = query.minSize && query.maxSize
                      ? fmt::format("is not between {} and {}", formatSize(low), formatSize(high))
                  : query.minSize ? fmt::format("is smaller than {}", formatSize(low))
                                  : fmt::format("is larger than {}", formatSize(high));
    filter.accepts = [low, high, folders = query.foldersPassSize](const Entry& entry, int& code) {
        if (entry.type() != FileType::File) return answer(folders && entry.isFolder());
        const FileStat* facts = entry.stat();
        code = entry.statError();
        return facts ? answer(facts->size >= low && facts->size <= high) : Answer::Unknown;
    };
    return std::optional(std::move(filter));
}

/// `read` gives the time in question, or nothing where the file system does not keep it.
template <class Read>
MadeFilter timeFilter(const TimeRange& range, std::string_view verb, Read read) {
    if (!range.any()) return std::optional<Filter>();
    Filter filter;
    filter.cost = Cost::Stat;
    filter.reason = SkipReason::Time;
    filter.rule =
        fmt::format("was {} {}{}{}", verb, range.after ? "before " + formatTime(*range.after) : "",
                    range.after && range.before ? " or " : "",
                    range.before ? "after " + formatTime(*range.before) : "");
    filter.accepts = [range, read](const Entry& entry, int& code) {
        const FileStat* facts = entry.stat();
        code = entry.statError();
        if (!facts) return Answer::Unknown;
        const std::optional<int64_t> time = read(*facts);
        return answer(time && range.holds(*time));
    };
    return std::optional(std::move(filter));
}

using Time = std::optional<int64_t>;

MadeFilter makeModifiedFilter(const Query& query) {
    return timeFilter(query.modified, "modified",
                      [](const FileStat& f) -> Time { return f.modified; });
}

MadeFilter makeAccessedFilter(const Query& query) {
    return timeFilter(query.accessed, "accessed",
                      [](const FileStat& f) -> Time { return f.accessed; });
}

MadeFilter makeCreatedFilter(const Query& query) {
    return timeFilter(query.created, "created, if that is known,",
                      [](const FileStat& f) -> Time { return f.created; });
}

MadeFilter makeChangedFilter(const Query& query) {
    return timeFilter(query.changed, "changed",
                      [](const FileStat& f) -> Time { return f.changed; });
}

MadeFilter makeOwnerFilter(const Query& query) {
    if (!query.owner && !query.group) return std::optional<Filter>();
    Filter filter;
    filter.cost = Cost::Stat;
    filter.reason = SkipReason::Owner;
    filter.rule = "belongs to somebody else";
    filter.accepts = [owner = query.owner, group = query.group, notOwner = query.notOwner,
                      notGroup = query.notGroup](const Entry& entry, int& code) {
        const FileStat* facts = entry.stat();
        code = entry.statError();
        if (!facts) return Answer::Unknown;
        return answer((!owner || (facts->owner == *owner) != notOwner) &&
                      (!group || (facts->group == *group) != notGroup));
    };
    return std::optional(std::move(filter));
}

MadeFilter makePermissionFilter(const Query& query) {
    if (!query.permissions) return std::optional<Filter>();
    Filter filter;
    filter.cost = Cost::Stat;
    filter.reason = SkipReason::Permissions;
    filter.rule = fmt::format("has other permissions than {:o}", query.permissions->bits);
    filter.accepts = [rule = *query.permissions](const Entry& entry, int& code) {
        const FileStat* facts = entry.stat();
        code = entry.statError();
        if (!facts) return Answer::Unknown;
        switch (rule.kind) {
            case PermissionRule::Kind::All: return answer((facts->mode & rule.bits) == rule.bits);
            case PermissionRule::Kind::Any:
                return answer(rule.bits == 0 || (facts->mode & rule.bits) != 0);
            case PermissionRule::Kind::Exactly: break;
        }
        return answer(facts->mode == rule.bits);
    };
    return std::optional(std::move(filter));
}

/// THE table of filters. A new one is a line here and its wish in Query.
constexpr MadeFilter (*kFilters[])(const Query&) = {
    makeNameFilter,    makeExtensionFilter, makeFileKindFilter,   makeKindFilter,
    makeSizeFilter,    makeModifiedFilter,  makeAccessedFilter,   makeCreatedFilter,
    makeChangedFilter, makeOwnerFilter,     makePermissionFilter,
};

}  // namespace

namespace {

/// Whether an absolute glob lies at or below a root of this query: "/src/*.c" may mean either that
/// place on the disk, or src below any root.
bool isBelowARoot(std::string_view glob, const Query& query) {
    const auto above = [&](const std::string& root) {
        const std::string absolute = realPath(root);
        return absolute != "/" && !absolute.empty() &&
               glob.substr(0, absolute.size()) == absolute &&
               glob.substr(absolute.size(), 1) == "/";
    };
    return std::any_of(query.roots.begin(), query.roots.end(), above) ||
           std::any_of(query.filesBelow.begin(), query.filesBelow.end(), above);
}

}  // namespace

Result<std::vector<NameMatcher>> compileNames(const std::vector<std::string>& patterns,
                                              NameSyntax syntax, const Query& query) {
    std::vector<NameMatcher> names;
    for (const std::string& pattern : patterns) {
        auto name = NameMatcher::compile(pattern, syntax, query.nameCase);
        if (!name) return name.error();
        if (syntax == NameSyntax::Glob && pattern.front() == '/' && isBelowARoot(pattern, query))
            name->setSubject(NameSubject::AbsolutePath);
        names.push_back(std::move(*name));
    }
    return names;
}

Result<std::vector<Filter>> makeFilters(const Query& query) {
    std::vector<Filter> filters;
    for (const auto make : kFilters) {
        auto filter = make(query);
        if (!filter) return filter.error();
        if (*filter) filters.push_back(std::move(**filter));
    }
    std::stable_sort(filters.begin(), filters.end(),
                     [](const Filter& a, const Filter& b) { return a.cost < b.cost; });
    return filters;
}

}  // namespace findling
