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
    struct Tabs {
        QList<SearchForm> forms = {};
        int current = 0;
    };

    QByteArray geometry = {};
    QByteArray splitter = {};
    QByteArray columns = {};
    SearchForm form = {};        ///< folders, switches and filters; the patterns start empty
    Tabs tabs = {};              ///< with their patterns
    int context = 0;             ///< lines shown around each match
    QList<Preset> presets = {};  ///< the user's own sets of filters
    QList<QByteArray> recentFolders = {};  ///< the last one first
    QStringList nameHistory = {};
    QStringList textHistory = {};
    Appearance appearance = Appearance::System;
    bool preview = true;
    QVariantMap previewView = {};  ///< wrap, zoom and the like

    static Settings load();
    void save() const;

    /// What the window begins with: the tabs as they were. Of a single one the patterns are not
    /// kept, for whoever starts the program then begins anew. With folders, a tab for these is the
    /// current one.
    Tabs startingTabs(const QList<QByteArray>& folders) const;
};

}  // namespace findling::gui
