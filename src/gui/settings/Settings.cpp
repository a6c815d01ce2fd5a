#include "gui/settings/Settings.h"

#include <QDir>
#include <QFile>
#include <QSettings>

#include <algorithm>

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

/// All but the patterns, which are not kept of every form.
QVariantMap conditions(const SearchForm& form) {
    return {{u"case"_s, form.matchCase},
            {u"word"_s, form.word},
            {u"regex"_s, form.regex},
            {u"hidden"_s, form.hidden},
            {u"ignoreRules"_s, form.ignoreRules},
            {u"folders"_s, encoded(form.folders)},
            {u"filters"_s, form.filters.toMap()}};
}

QVariantMap toMap(const SearchForm& form) {
    QVariantMap map = conditions(form);
    map.insert(u"name"_s, form.name);
    map.insert(u"text"_s, form.text);
    return map;
}

SearchForm formFromMap(const QVariantMap& map) {
    SearchForm form;
    form.name = map.value(u"name"_s).toString();
    form.text = map.value(u"text"_s).toString();
    form.matchCase = map.value(u"case"_s).toBool();
    form.word = map.value(u"word"_s).toBool();
    form.regex = map.value(u"regex"_s).toBool();
    form.hidden = map.value(u"hidden"_s).toBool();
    form.ignoreRules = map.value(u"ignoreRules"_s, true).toBool();
    form.folders = decoded(map.value(u"folders"_s).toStringList());
    form.filters = Filters::fromMap(map.value(u"filters"_s).toMap());
    return form;
}

/// Of the single form each condition has a key of its own.
SearchForm loadConditions(const QSettings& stored) {
    QVariantMap map;
    for (const QString& key : conditions({}).keys()) {
        const QVariant value = stored.value("search/"_L1 + key);
        if (value.isValid()) map.insert(key, value);
    }
    return formFromMap(map);
}

Settings::Tabs loadTabs(const QSettings& stored) {
    Settings::Tabs tabs;
    const QVariantMap map = stored.value("search/tabs"_L1).toMap();
    for (const QVariant& form : map.value(u"list"_s).toList())
        tabs.forms.append(formFromMap(form.toMap()));
    tabs.current = map.value(u"current"_s).toInt();
    return tabs;
}

/// In a map: as a value of its own a list of maps is not in all formats what it was.
QVariantMap toMap(const Settings::Tabs& tabs) {
    QVariantList list;
    for (const SearchForm& form : tabs.forms) list.append(toMap(form));
    return {{u"list"_s, list}, {u"current"_s, tabs.current}};
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
    out.form = loadConditions(stored);
    out.tabs = loadTabs(stored);
    out.context = stored.value("window/context"_L1, 0).toInt();
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
    stored.setValue("window/context"_L1, context);
    const QVariantMap present = conditions(form);
    for (auto it = present.begin(); it != present.end(); ++it)
        stored.setValue("search/"_L1 + it.key(), it.value());
    stored.setValue("search/tabs"_L1, toMap(tabs));
    stored.setValue("search/presets"_L1, QVariantMap{{u"list"_s, toVariant(presets)}});
    stored.setValue("search/recentFolders"_L1, encoded(recentFolders));
    stored.setValue("search/nameHistory"_L1, nameHistory);
    stored.setValue("search/textHistory"_L1, textHistory);
}

Settings::Tabs Settings::startingTabs(const QList<QByteArray>& folders) const {
    Tabs out = tabs;
    if (out.forms.size() < 2) out.forms = {form};
    const auto last = static_cast<int>(out.forms.size()) - 1;
    out.current = std::clamp(out.current, 0, last);
    if (!folders.isEmpty()) {
        SearchForm fresh = out.forms[out.current];
        const bool used = !fresh.name.isEmpty() || !fresh.text.isEmpty();
        if (used) out.current = last + 1;  // the other one stays as it was
        if (used) out.forms.append(fresh);
        fresh.name.clear();
        fresh.text.clear();
        fresh.folders = folders;
        out.forms[out.current] = fresh;
    }
    for (SearchForm& shown : out.forms) {
        if (shown.folders.isEmpty()) shown.folders = {QFile::encodeName(QDir::homePath())};
    }
    return out;
}

}  // namespace findling::gui
