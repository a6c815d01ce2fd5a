#include "gui/query/Filters.h"

#include "core/base/Text.h"
#include "core/content/TextDecoder.h"
#include "core/query/Kinds.h"
#include "core/query/Units.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct FiltersText {
    Q_DECLARE_TR_FUNCTIONS(FiltersText)
};

constexpr std::pair<EntryKind, QLatin1StringView> kTypeNames[] = {
    {EntryKind::File, "file"_L1},   {EntryKind::Folder, "folder"_L1},
    {EntryKind::Link, "link"_L1},   {EntryKind::Executable, "executable"_L1},
    {EntryKind::Empty, "empty"_L1},
};
constexpr std::pair<BinaryFiles, QLatin1StringView> kBinaryNames[] = {
    {BinaryFiles::Whether, "whether"_L1},
    {BinaryFiles::AsText, "text"_L1},
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

QString applyExtensions(const Filters& filters, int64_t, Query& query) {
    for (const QString& extension : filters.extensions) {
        if (extension.isEmpty() || extension == "."_L1 || extension.contains(u'/')) {
            return FiltersText::tr("“%1” is no extension; they look like c or tar.gz")
                .arg(displayText(extension.toStdString()));
        }
    }
    query.extensions = plain(filters.extensions);
    return {};
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
    query.notFileKinds = plain(filters.notKinds);
    return unknownKind(filters.notKinds);
}

QString applySize(const Filters& filters, int64_t, Query& query) {
    for (const auto& [text, bound] : {std::pair{&filters.minSize, &query.minSize},
                                      std::pair{&filters.maxSize, &query.maxSize}}) {
        if (text->trimmed().isEmpty()) continue;
        const auto size = parseSize(text->toStdString());
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
    if (filters.maxDepth > 0) query.maxDepth = static_cast<uint32_t>(filters.maxDepth);
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
        case FilterKind::Kinds: filters.kinds = source.kinds; break;
        case FilterKind::NotKinds: filters.notKinds = source.notKinds; break;
        case FilterKind::Size:
            filters.minSize = source.minSize;
            filters.maxSize = source.maxSize;
            break;
        case FilterKind::Modified: filters.modified = source.modified; break;
        case FilterKind::Created: filters.created = source.created; break;
        case FilterKind::Excludes: filters.excludes = source.excludes; break;
        case FilterKind::Depth: filters.maxDepth = source.maxDepth; break;
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

QVariantMap timeMap(const TimeFilter& filter) {
    if (!filter.word.isEmpty()) return {{u"word"_s, filter.word}};
    return {{u"from"_s, filter.from}, {u"to"_s, filter.to}};
}

TimeFilter timeFromMap(const QVariantMap& map) {
    return {map.value(u"word"_s).toString(), map.value(u"from"_s).toString(),
            map.value(u"to"_s).toString()};
}

QStringList typeNames(const QList<EntryKind>& types) {
    QStringList out;
    for (const auto& [type, name] : kTypeNames) {
        if (types.contains(type)) out.append(name);
    }
    return out;
}

}  // namespace

bool Filters::chooseFiles() const {
    constexpr FilterKind kChoosing[] = {FilterKind::Types,    FilterKind::Extensions,
                                        FilterKind::Kinds,    FilterKind::Size,
                                        FilterKind::Modified, FilterKind::Created};
    return std::any_of(std::begin(kChoosing), std::end(kChoosing),
                       [this](FilterKind kind) { return isSet(*this, kind); });
}

QVariantMap Filters::toMap() const {
    QVariantMap map;
    const auto put = [&](const QString& name, const QVariant& value, bool set) {
        if (set) map.insert(name, value);
    };
    put(u"types"_s, typeNames(types), !types.isEmpty());
    put(u"extensions"_s, extensions, !extensions.isEmpty());
    put(u"kinds"_s, kinds, !kinds.isEmpty());
    put(u"notKinds"_s, notKinds, !notKinds.isEmpty());
    put(u"minSize"_s, minSize, !minSize.isEmpty());
    put(u"maxSize"_s, maxSize, !maxSize.isEmpty());
    put(u"modified"_s, timeMap(modified), !modified.isEmpty());
    put(u"created"_s, timeMap(created), !created.isEmpty());
    put(u"excludes"_s, excludes, !excludes.isEmpty());
    put(u"maxDepth"_s, maxDepth, maxDepth > 0);
    put(u"followLinks"_s, true, followLinks);
    put(u"sameFileSystem"_s, true, sameFileSystem);
    for (const auto& [value, name] : kBinaryNames) put(u"binary"_s, QString(name), binary == value);
    put(u"compressed"_s, true, compressed);
    put(u"encoding"_s, encoding, !encoding.isEmpty());
    put(u"multiline"_s, true, multiline);
    return map;
}

Filters Filters::fromMap(const QVariantMap& map) {
    const auto words = [&](const QString& name) { return map.value(name).toStringList(); };
    Filters out;
    const QStringList types = words(u"types"_s);
    for (const auto& [type, name] : kTypeNames) {
        if (types.contains(name)) out.types.append(type);
    }
    out.extensions = words(u"extensions"_s);
    out.kinds = words(u"kinds"_s);
    out.notKinds = words(u"notKinds"_s);
    out.minSize = map.value(u"minSize"_s).toString();
    out.maxSize = map.value(u"maxSize"_s).toString();
    out.modified = timeFromMap(map.value(u"modified"_s).toMap());
    out.created = timeFromMap(map.value(u"created"_s).toMap());
    out.excludes = words(u"excludes"_s);
    out.maxDepth = std::max(0, map.value(u"maxDepth"_s).toInt());
    out.followLinks = map.value(u"followLinks"_s).toBool();
    out.sameFileSystem = map.value(u"sameFileSystem"_s).toBool();
    const QString binaryName = map.value(u"binary"_s).toString();
    for (const auto& [value, name] : kBinaryNames) {
        if (binaryName == name) out.binary = value;
    }
    out.compressed = map.value(u"compressed"_s).toBool();
    out.encoding = map.value(u"encoding"_s).toString();
    out.multiline = map.value(u"multiline"_s).toBool();
    return out;
}

bool isSet(const Filters& filters, FilterKind kind) {
    Filters alone;
    take(alone, filters, kind);
    return !alone.isEmpty();
}

void unset(Filters& filters, FilterKind kind) {
    take(filters, Filters{}, kind);
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

QStringList splitWords(const QString& text) {
    QStringList out;
    QString word;
    int depth = 0;
    const auto finish = [&] {
        word = word.trimmed();
        if (!word.isEmpty() && !out.contains(word)) out.append(word);
        word.clear();
    };
    for (const QChar c : text) {
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (c == u',' && depth <= 0) finish();
        else word += c;
    }
    finish();
    return out;
}

}  // namespace findling::gui
