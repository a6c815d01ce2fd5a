/// Named sets of filters: some are built in, others the user has saved.
#pragma once

#include "gui/query/Filters.h"

#include <QVariantList>

namespace findling::gui {

struct Preset {
    QString name = {};
    Filters filters = {};
    friend bool operator==(const Preset&, const Preset&) = default;
};

/// "Images", "Source code", ..., in the user's language.
QList<Preset> builtInPresets();

/// Puts a preset in the place of the one that has its name, or at the end.
void savePreset(QList<Preset>& presets, const Preset& preset);

/// For settings. What has no name is left out.
QVariantList toVariant(const QList<Preset>& presets);
QList<Preset> presetsFromVariant(const QVariantList& stored);

}  // namespace findling::gui
