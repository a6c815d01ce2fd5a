#include "core/query/Filters.h"

#include "core/base/Text.h"
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
    if (query.names.empty()) return std::optional<Filter>();
    auto globs = compileGlobs(query.names, query.nameCase, query);
    if (!globs) return globs.error();
    const bool wantsPath =
        std::any_of(globs->begin(), globs->end(), [](const Glob& g) { return g.wantsPath(); });
    Filter filter;
    filter.cost = wantsPath ? Cost::Path : Cost::Name;
    filter.reason = SkipReason::Pattern;
    filter.rule = "does not match " + fmt::format("{}", fmt::join(query.names, ", "));
    filter.accepts = [globs = std::move(*globs)](const Entry& entry, int&) {
        return answer(std::any_of(globs.begin(), globs.end(), [&](const Glob& glob) {
            if (glob.foldersOnly() && !entry.isFolder()) return false;
            return glob.wantsPath() ? glob.matches(entry.relativePath())
                                    : glob.matches(entry.name());
        }));
    };
    return std::optional(std::move(filter));
}

/// "c", ".c" and "tar.gz": what a name ends in, behind a dot. Case is smart.
MadeFilter makeExtensionFilter(const Query& query) {
    if (query.extensions.empty()) return std::optional<Filter>();
    std::vector<Glob> globs;
    for (std::string_view extension : query.extensions) {
        if (extension.substr(0, 1) == ".") extension.remove_prefix(1);
        if (extension.empty() || extension.find('/') != std::string_view::npos) {
            return Error{ErrorKind::Option, "not an extension; extensions look like c or tar.gz",
                         std::string(extension)};
        }
        auto glob = Glob::compile("*." + escapeGlob(extension), query.nameCase);
        if (!glob) return glob.error();
        globs.push_back(std::move(*glob));
    }
    Filter filter;
    filter.reason = SkipReason::Extension;
    filter.rule =
        "has another extension than " + fmt::format("{}", fmt::join(query.extensions, ", "));
    filter.accepts = [globs = std::move(globs)](const Entry& entry, int&) {
        return answer(!entry.isFolder() &&
                      std::any_of(globs.begin(), globs.end(),
                                  [&](const Glob& g) { return g.matches(entry.name()); }));
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
        if (entry.type() != FileType::File) return answer(folders);
        const FileStat* facts = entry.stat();
        code = entry.statError();
        return facts ? answer(facts->size >= low && facts->size <= high) : Answer::Unknown;
    };
    return std::optional(std::move(filter));
}

MadeFilter makeTimeFilter(const Query& query) {
    if (!query.modified.any()) return std::optional<Filter>();
    Filter filter;
    filter.cost = Cost::Stat;
    filter.reason = SkipReason::Time;
    filter.rule =
        "was modified " +
        (query.modified.after ? "before " + formatTime(*query.modified.after) : std::string()) +
        (query.modified.after && query.modified.before ? " or " : "") +
        (query.modified.before ? "after " + formatTime(*query.modified.before) : std::string());
    filter.accepts = [range = query.modified](const Entry& entry, int& code) {
        const FileStat* facts = entry.stat();
        code = entry.statError();
        return facts ? answer(range.holds(facts->modified)) : Answer::Unknown;
    };
    return std::optional(std::move(filter));
}

/// THE table of filters. A new one is a line here and its wish in Query.
constexpr MadeFilter (*kFilters[])(const Query&) = {
    makeNameFilter, makeExtensionFilter, makeKindFilter, makeSizeFilter, makeTimeFilter,
};

}  // namespace

Result<std::vector<Glob>> compileGlobs(const std::vector<std::string>& patterns, CaseMode mode,
                                       const Query& query) {
    std::vector<Glob> globs;
    for (const std::string& pattern : patterns) {
        std::string_view text = pattern;
        if (text.substr(0, 1) == "/") {
            for (const std::string& root : query.roots) {
                const std::string absolute = realPath(root);
                if (absolute.empty() || text.substr(0, absolute.size()) != absolute) continue;
                const std::string_view below = text.substr(absolute.size());
                if (absolute != "/" && below.substr(0, 1) == "/") text = below;
            }
        }
        auto glob = Glob::compile(text, mode);
        if (!glob) return glob.error();
        globs.push_back(std::move(*glob));
    }
    return globs;
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
