// The filters as settings and presets keep them.
#include "gui/query/Filters.h"

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<EntryKind, QLatin1StringView> kTypeNames[] = {
    {EntryKind::File, "file"_L1},     {EntryKind::Folder, "folder"_L1},
    {EntryKind::Link, "link"_L1},     {EntryKind::Executable, "executable"_L1},
    {EntryKind::Empty, "empty"_L1},   {EntryKind::Fifo, "pipe"_L1},
    {EntryKind::Socket, "socket"_L1}, {EntryKind::Block, "block"_L1},
    {EntryKind::Char, "char"_L1},
};
constexpr std::pair<BinaryFiles, QLatin1StringView> kBinaryNames[] = {
    {BinaryFiles::Whether, "whether"_L1},
    {BinaryFiles::AsText, "text"_L1},
};

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

QVariantMap Filters::toMap() const {
    QVariantMap map;
    const auto put = [&](const QString& name, const QVariant& value, bool set) {
        if (set) map.insert(name, value);
    };
    put(u"types"_s, typeNames(types), !types.isEmpty());
    put(u"extensions"_s, extensions, !extensions.isEmpty());
    put(u"notExtensions"_s, notExtensions, !notExtensions.isEmpty());
    put(u"kinds"_s, kinds, !kinds.isEmpty());
    put(u"notKinds"_s, notKinds, !notKinds.isEmpty());
    put(u"minSize"_s, minSize, !minSize.isEmpty());
    put(u"maxSize"_s, maxSize, !maxSize.isEmpty());
    put(u"modified"_s, timeMap(modified), !modified.isEmpty());
    put(u"created"_s, timeMap(created), !created.isEmpty());
    put(u"excludes"_s, excludes, !excludes.isEmpty());
    put(u"minDepth"_s, minDepth, minDepth > 0);
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
    out.notExtensions = words(u"notExtensions"_s);
    out.kinds = words(u"kinds"_s);
    out.notKinds = words(u"notKinds"_s);
    out.minSize = map.value(u"minSize"_s).toString();
    out.maxSize = map.value(u"maxSize"_s).toString();
    out.modified = timeFromMap(map.value(u"modified"_s).toMap());
    out.created = timeFromMap(map.value(u"created"_s).toMap());
    out.excludes = words(u"excludes"_s);
    out.minDepth = std::max(0, map.value(u"minDepth"_s).toInt());
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

}  // namespace findling::gui
