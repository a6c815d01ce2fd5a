#include "gui/query/Filters.h"

#include "core/base/Text.h"
#include "core/content/TextDecoder.h"
#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct FiltersText {
    Q_DECLARE_TR_FUNCTIONS(FiltersText)
};

/// An error of the core in words for a chip.
QString reasonOf(const Error& error) {
    const QString text = QString::fromStdString(toValidUtf8(error.text));
    if (error.subject.empty()) return text;
    return u"“%1”: %2"_s.arg(displayText(error.subject), text);
}

std::vector<std::string> plain(const QStringList& words) {
    std::vector<std::string> out;
    for (const QString& word : words) out.push_back(word.toStdString());
    return out;
}

QString applyTypes(const Filters& filters, int64_t, Query& query) {
    query.kinds.assign(filters.types.begin(), filters.types.end());
    return {};
}

QString noExtension(const QStringList& extensions) {
    for (const QString& extension : extensions) {
        if (extension.isEmpty() || extension == "."_L1 || extension.contains(u'/')) {
            return FiltersText::tr("“%1” is no extension; they look like c or tar.gz")
                .arg(displayText(extension.toStdString()));
        }
    }
    return {};
}

QString applyExtensions(const Filters& filters, int64_t, Query& query) {
    query.extensions = plain(filters.extensions);
    return noExtension(filters.extensions);
}

/// Matches the very names that the extension stands for in this case mode. Kinds of files are
/// matched with smart case, so where case counts an upper-case letter is put in, of which no name
/// comes to match that did not before.
std::string extensionGlob(std::string_view extension, CaseMode mode) {
    if (extension.substr(0, 1) == ".") extension.remove_prefix(1);
    const std::string glob = "*." + escapeGlob(extension);
    if (resolvedCase(mode, glob) == resolvedCase(CaseMode::Smart, glob)) return glob;
    std::string inBraces;
    for (const char c : glob) {
        if (c == ',') inBraces += '\\';
        inBraces += c;
    }
    return "{" + inBraces + ",A" + inBraces + "}";
}

/// As a kind of files of its own, which is none that has a name already.
QString applyNotExtensions(const Filters& filters, int64_t, Query& query) {
    const std::string name = "*." + filters.notExtensions.join(", *."_L1).toStdString();
    OwnFileKind own{lowerAscii(name), {}};
    for (const std::string& extension : plain(filters.notExtensions))
        own.globs.push_back(extensionGlob(extension, query.nameCase));
    query.ownKinds.push_back(std::move(own));
    query.notFileKinds.push_back(name);
    return noExtension(filters.notExtensions);
}

QString unknownKind(const QStringList& kinds) {
    for (const QString& kind : kinds) {
        const std::string name = kind.toStdString();
        if (findFileKind(lowerAscii(name))) continue;
        std::vector<std::string_view> all;
        for (const FileKind& one : fileKinds()) all.push_back(one.name);
        const std::string_view near = nearest(lowerAscii(name), all);
        const QString shown = displayText(name);
        if (near.empty()) return FiltersText::tr("there is no kind “%1”").arg(shown);
        return FiltersText::tr("there is no kind “%1”; did you mean %2?")
            .arg(shown, QString::fromUtf8(near.data(), static_cast<qsizetype>(near.size())));
    }
    return {};
}

QString applyKinds(const Filters& filters, int64_t, Query& query) {
    query.fileKinds = plain(filters.kinds);
    return unknownKind(filters.kinds);
}

QString applyNotKinds(const Filters& filters, int64_t, Query& query) {
    for (std::string& kind : plain(filters.notKinds)) query.notFileKinds.push_back(std::move(kind));
    return unknownKind(filters.notKinds);
}

QString applySize(const Filters& filters, int64_t, Query& query) {
    for (const auto& [text, mark, bound] : {std::tuple{&filters.minSize, u'>', &query.minSize},
                                            std::tuple{&filters.maxSize, u'<', &query.maxSize}}) {
        if (text->trimmed().isEmpty()) continue;
        const auto size = sizeBound(*text, mark);
        if (!size) return reasonOf(size.error());
        *bound = *size;
    }
    if (query.minSize && query.maxSize && *query.minSize > *query.maxSize)
        return FiltersText::tr("the smallest size is larger than the largest");
    return {};
}

QString applyTime(const TimeFilter& filter, int64_t now, TimeRange& out) {
    const auto range = timeRange(filter, now);
    if (!range) return reasonOf(range.error());
    out = *range;
    return {};
}

QString applyModified(const Filters& filters, int64_t now, Query& query) {
    return applyTime(filters.modified, now, query.modified);
}

QString applyCreated(const Filters& filters, int64_t now, Query& query) {
    return applyTime(filters.created, now, query.created);
}

QString applyExcludes(const Filters& filters, int64_t, Query& query) {
    for (const QString& glob : filters.excludes) {
        const auto compiled = Glob::compile(glob.toStdString(), CaseMode::Smart);
        if (!compiled) return reasonOf(compiled.error());
    }
    query.excludes = plain(filters.excludes);
    return {};
}

QString applyDepth(const Filters& filters, int64_t, Query& query) {
    if (filters.minDepth > 0) query.minDepth = static_cast<uint32_t>(filters.minDepth);
    if (filters.maxDepth > 0) query.maxDepth = static_cast<uint32_t>(filters.maxDepth);
    if (filters.maxDepth > 0 && filters.minDepth > filters.maxDepth)
        return FiltersText::tr("the least depth is more than the most");
    return {};
}

QString applyFollow(const Filters& filters, int64_t, Query& query) {
    query.follow = filters.followLinks;
    return {};
}

QString applySameFileSystem(const Filters& filters, int64_t, Query& query) {
    query.sameFileSystem = filters.sameFileSystem;
    return {};
}

QString applyBinary(const Filters& filters, int64_t, Query& query) {
    if (!query.content) return {};
    query.content->binaryToo = filters.binary == BinaryFiles::Whether;
    query.content->binaryAsText = filters.binary == BinaryFiles::AsText;
    return {};
}

QString applyCompressed(const Filters& filters, int64_t, Query& query) {
    if (query.content) query.content->compressed = filters.compressed;
    return {};
}

QString applyEncoding(const Filters& filters, int64_t, Query& query) {
    const std::string name = filters.encoding.trimmed().toStdString();
    if (!name.empty() && name != "auto" && name != "none" && !isUtf8Name(name)) {
        const auto decoder = makeDecoder(name);
        if (!decoder) return reasonOf(decoder.error());
    }
    if (query.content) query.content->encoding = name;
    return {};
}

QString applyMultiline(const Filters& filters, int64_t, Query& query) {
    if (query.content) query.content->multiline = filters.multiline;
    return {};
}

using Apply = QString (*)(const Filters&, int64_t now, Query&);

Apply applier(FilterKind kind) {
    switch (kind) {
        case FilterKind::Types: return applyTypes;
        case FilterKind::Extensions: return applyExtensions;
        case FilterKind::NotExtensions: return applyNotExtensions;
        case FilterKind::Kinds: return applyKinds;
        case FilterKind::NotKinds: return applyNotKinds;
        case FilterKind::Size: return applySize;
        case FilterKind::Modified: return applyModified;
        case FilterKind::Created: return applyCreated;
        case FilterKind::Excludes: return applyExcludes;
        case FilterKind::Depth: return applyDepth;
        case FilterKind::FollowLinks: return applyFollow;
        case FilterKind::SameFileSystem: return applySameFileSystem;
        case FilterKind::Binary: return applyBinary;
        case FilterKind::Compressed: return applyCompressed;
        case FilterKind::Encoding: return applyEncoding;
        case FilterKind::Multiline: break;
    }
    return applyMultiline;
}

/// Takes the fields of one filter from `source`.
void take(Filters& filters, const Filters& source, FilterKind kind) {
    switch (kind) {
        case FilterKind::Types: filters.types = source.types; break;
        case FilterKind::Extensions: filters.extensions = source.extensions; break;
        case FilterKind::NotExtensions: filters.notExtensions = source.notExtensions; break;
        case FilterKind::Kinds: filters.kinds = source.kinds; break;
        case FilterKind::NotKinds: filters.notKinds = source.notKinds; break;
        case FilterKind::Size:
            filters.minSize = source.minSize;
            filters.maxSize = source.maxSize;
            break;
        case FilterKind::Modified: filters.modified = source.modified; break;
        case FilterKind::Created: filters.created = source.created; break;
        case FilterKind::Excludes: filters.excludes = source.excludes; break;
        case FilterKind::Depth:
            filters.minDepth = source.minDepth;
            filters.maxDepth = source.maxDepth;
            break;
        case FilterKind::FollowLinks: filters.followLinks = source.followLinks; break;
        case FilterKind::SameFileSystem: filters.sameFileSystem = source.sameFileSystem; break;
        case FilterKind::Binary: filters.binary = source.binary; break;
        case FilterKind::Compressed: filters.compressed = source.compressed; break;
        case FilterKind::Encoding: filters.encoding = source.encoding; break;
        case FilterKind::Multiline: filters.multiline = source.multiline; break;
    }
}

/// Null for a filter that is more than a yes or no.
bool* switchOf(Filters& filters, FilterKind kind) {
    switch (kind) {
        case FilterKind::FollowLinks: return &filters.followLinks;
        case FilterKind::SameFileSystem: return &filters.sameFileSystem;
        case FilterKind::Compressed: return &filters.compressed;
        case FilterKind::Multiline: return &filters.multiline;
        default: return nullptr;
    }
}

}  // namespace

bool Filters::chooseFiles() const {
    constexpr FilterKind kChoosing[] = {FilterKind::Types,         FilterKind::Extensions,
                                        FilterKind::NotExtensions, FilterKind::Kinds,
                                        FilterKind::NotKinds,      FilterKind::Size,
                                        FilterKind::Modified,      FilterKind::Created};
    return std::any_of(std::begin(kChoosing), std::end(kChoosing),
                       [this](FilterKind kind) { return isSet(*this, kind); });
}

bool isSet(const Filters& filters, FilterKind kind) {
    Filters alone;
    take(alone, filters, kind);
    return !alone.isEmpty();
}

void unset(Filters& filters, FilterKind kind) {
    take(filters, Filters{}, kind);
}

bool isAboutReading(FilterKind kind) {
    return kind == FilterKind::FollowLinks || kind == FilterKind::Binary ||
           kind == FilterKind::Compressed || kind == FilterKind::Encoding ||
           kind == FilterKind::Multiline;
}

bool isSwitch(FilterKind kind) {
    Filters none;
    return switchOf(none, kind) != nullptr;
}

void setSwitch(Filters& filters, FilterKind kind, bool on) {
    if (bool* field = switchOf(filters, kind)) *field = on;
}

std::optional<FilterError> applyFilters(const Filters& filters, int64_t now, Query& query) {
    for (const FilterKind kind : kFilterKinds) {
        if (!isSet(filters, kind)) continue;
        const QString problem = applier(kind)(filters, now, query);
        if (!problem.isEmpty()) return FilterError{kind, problem};
    }
    return {};
}

QString filterProblem(const Filters& filters, FilterKind kind) {
    Query query;
    return applier(kind)(filters, nowNanoseconds(), query);
}

Result<uint64_t> sizeBound(const QString& typed, QChar mark) {
    const QString text = typed.trimmed();
    if (!text.startsWith(mark)) return parseSize(text.toStdString());
    auto size = parseSize(text.mid(1).toStdString());
    if (!size) return size;
    if (mark == u'>') return *size + 1;  // what is parsed is never the largest of all
    if (*size > 0) return *size - 1;
    return Error{ErrorKind::Option, FiltersText::tr("no file is smaller than that").toStdString(),
                 text.toStdString()};
}

QList<FilterId> partsOf(const Filters& filters, FilterKind kind) {
    if (kind != FilterKind::Excludes) return {{kind}};
    QList<FilterId> out;
    for (qsizetype i = 0; i < filters.excludes.size(); ++i) out.append({kind, i});
    return out;
}

QList<FilterId> partsOf(const Filters& filters) {
    QList<FilterId> out;
    for (const FilterKind kind : kFilterKinds) {
        if (isSet(filters, kind)) out.append(partsOf(filters, kind));
    }
    return out;
}

}  // namespace findling::gui
