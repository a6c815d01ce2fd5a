/// What the window remembers between two runs.
#pragma once

#include "gui/query/Presets.h"
#include "gui/query/SearchForm.h"
#include "gui/widgets/Theme.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantMap>

namespace findling::gui {

struct Settings {
    QByteArray geometry = {};
    QByteArray splitter = {};
    QByteArray columns = {};
    SearchForm form = {};        ///< folders, switches and filters; the patterns start empty
    QList<Preset> presets = {};  ///< the user's own sets of filters
    QList<QByteArray> recentFolders = {};  ///< the last one first
    QStringList nameHistory = {};
    QStringList textHistory = {};
    Appearance appearance = Appearance::System;
    bool preview = true;
    QVariantMap previewView = {};  ///< wrap, zoom and the like

    static Settings load();
    void save() const;
};

}  // namespace findling::gui
