#include "gui/query/Presets.h"

#include <QCoreApplication>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
struct PresetsText {
    Q_DECLARE_TR_FUNCTIONS(PresetsText)
};
}  // namespace

QList<Preset> builtInPresets() {
    return {
        {PresetsText::tr("Images"), {.kinds = {u"image"_s}}},
        {PresetsText::tr("Source code"), {.kinds = {u"code"_s}}},
        {PresetsText::tr("Documents"), {.kinds = {u"document"_s}}},
        {PresetsText::tr("Video and audio"), {.kinds = {u"video"_s, u"audio"_s}}},
        {PresetsText::tr("Archives"), {.kinds = {u"archive"_s}}},
        {PresetsText::tr("Changed today"), {.modified = {.word = u"today"_s}}},
        {PresetsText::tr("Large files"), {.minSize = u"100M"_s}},
    };
}

void savePreset(QList<Preset>& presets, const Preset& preset) {
    const auto same = std::find_if(presets.begin(), presets.end(),
                                   [&](const Preset& one) { return one.name == preset.name; });
    if (same != presets.end()) *same = preset;
    else presets.append(preset);
}

QVariantList toVariant(const QList<Preset>& presets) {
    QVariantList out;
    for (const Preset& preset : presets) {
        const QVariantMap map{{u"name"_s, preset.name}, {u"filters"_s, preset.filters.toMap()}};
        out.append(QVariant(map));
    }
    return out;
}

QList<Preset> presetsFromVariant(const QVariantList& stored) {
    QList<Preset> out;
    for (const QVariant& one : stored) {
        const QVariantMap map = one.toMap();
        const QString name = map.value(u"name"_s).toString();
        if (name.trimmed().isEmpty()) continue;
        savePreset(out, {name, Filters::fromMap(map.value(u"filters"_s).toMap())});
    }
    return out;
}

}  // namespace findling::gui
