#include "gui/settings/Settings.h"

#include <QSettings>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

/// Percent-encoded bytes: a path need not be text.
QStringList encoded(const QList<QByteArray>& paths) {
    QStringList out;
    for (const QByteArray& path : paths)
        out.append(QString::fromLatin1(path.toPercentEncoding("/")));
    return out;
}

QList<QByteArray> decoded(const QStringList& stored) {
    QList<QByteArray> out;
    for (const QString& path : stored) out.append(QByteArray::fromPercentEncoding(path.toLatin1()));
    return out;
}

}  // namespace

Settings Settings::load() {
    const QSettings stored;
    Settings out;
    out.geometry = stored.value("window/geometry"_L1).toByteArray();
    out.splitter = stored.value("window/splitter"_L1).toByteArray();
    out.columns = stored.value("window/columns"_L1).toByteArray();
    out.preview = stored.value("window/preview"_L1, true).toBool();
    out.previewView = stored.value("window/previewView"_L1).toMap();
    out.appearance = appearanceFromName(stored.value("window/appearance"_L1).toString());
    out.form.matchCase = stored.value("search/case"_L1, false).toBool();
    out.form.word = stored.value("search/word"_L1, false).toBool();
    out.form.regex = stored.value("search/regex"_L1, false).toBool();
    out.form.hidden = stored.value("search/hidden"_L1, false).toBool();
    out.form.ignoreRules = stored.value("search/ignoreRules"_L1, true).toBool();
    out.form.folders = decoded(stored.value("search/folders"_L1).toStringList());
    out.form.filters = Filters::fromMap(stored.value("search/filters"_L1).toMap());
    const QVariantMap presets = stored.value("search/presets"_L1).toMap();
    out.presets = presetsFromVariant(presets.value(u"list"_s).toList());
    out.recentFolders = decoded(stored.value("search/recentFolders"_L1).toStringList());
    out.nameHistory = stored.value("search/nameHistory"_L1).toStringList();
    out.textHistory = stored.value("search/textHistory"_L1).toStringList();
    return out;
}

void Settings::save() const {
    QSettings stored;
    stored.setValue("window/geometry"_L1, geometry);
    stored.setValue("window/splitter"_L1, splitter);
    stored.setValue("window/columns"_L1, columns);
    stored.setValue("window/preview"_L1, preview);
    stored.setValue("window/previewView"_L1, previewView);
    stored.setValue("window/appearance"_L1, appearanceName(appearance));
    stored.setValue("search/case"_L1, form.matchCase);
    stored.setValue("search/word"_L1, form.word);
    stored.setValue("search/regex"_L1, form.regex);
    stored.setValue("search/hidden"_L1, form.hidden);
    stored.setValue("search/ignoreRules"_L1, form.ignoreRules);
    stored.setValue("search/folders"_L1, encoded(form.folders));
    stored.setValue("search/filters"_L1, form.filters.toMap());
    // In a map: as a value of its own a list of maps is not in all formats what it was.
    stored.setValue("search/presets"_L1, QVariantMap{{u"list"_s, toVariant(presets)}});
    stored.setValue("search/recentFolders"_L1, encoded(recentFolders));
    stored.setValue("search/nameHistory"_L1, nameHistory);
    stored.setValue("search/textHistory"_L1, textHistory);
}

}  // namespace findling::gui
