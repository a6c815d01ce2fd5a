#include "gui/query/FilterChips.h"

#include "gui/query/FilterPopup.h"
#include "gui/query/FilterText.h"
#include "gui/query/Opposites.h"
#include "gui/results/DisplayText.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Icons.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <optional>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

/// For a menu, in which "&" would make the next letter a key.
QString menuText(const QString& plain) {
    return displayText(plain.toStdString()).replace(u'&', u"&&"_s);
}

}  // namespace

FilterChips::FilterChips(FlowLayout& layout, QWidget& row)
    : QObject(&row),
      m_layout(layout),
      m_row(row),
      m_add(new Chip(Chip::Kind::Plain, tr("Filter"), &row)) {
    m_add->setIcon(icon("plus"_L1));
    m_add->setToolTip(tr("Restrict the search: size, time, kinds of files and more"));
    m_add->setAccessibleName(tr("Add a filter"));
    m_layout.addWidget(m_add);
    connect(m_add, &Chip::clicked, this, &FilterChips::showMenu);
    connect(m_add, &Chip::oppositeRequested, this, &FilterChips::showMenu);
}

void FilterChips::setFilters(const Filters& filters) {
    if (filters == m_filters && m_off.isEmpty()) return;
    m_off.clear();
    change(filters);
}

/// What the user has done to one of the filters.
void FilterChips::change(const Filters& filters) {
    m_off.removeIf([&](FilterKind kind) { return isSet(filters, kind); });
    const bool other = filters != m_filters;
    m_filters = filters;
    rebuild();
    if (other) emit changed();
}

QList<Chip*> FilterChips::chips() const {
    QList<Chip*> out;
    for (const Shown& shown : m_shown) out.append(shown.chip);
    out.append(m_add);
    return out;
}

void FilterChips::rebuild() {
    // The chip with the focus may be one of those that go: its place keeps the focus.
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        Chip* chip = m_shown[i].chip;
        if (chip->hasFocus()) focused = i;
    }
    for (const Shown& shown : std::as_const(m_shown)) {
        m_layout.removeWidget(shown.chip);
        shown.chip->hide();
        shown.chip->deleteLater();  // it may be asking for its own removal right now
    }
    m_shown.clear();
    for (const FilterKind kind : kFilterKinds) {
        if (!isSet(m_filters, kind) && !m_off.contains(kind)) continue;
        for (const FilterId& id : partsOf(m_filters, kind)) m_shown.append({id, makeChip(id)});
    }
    emit rebuilt();
    if (focused >= 0) chips().at(std::min(focused, m_shown.size()))->setFocus();
}

Chip* FilterChips::makeChip(FilterId id) {
    const QString text = filterText(m_filters, id.kind, id.index);
    auto* chip = new Chip(Chip::Kind::Removable, text, &m_row);
    chip->setElideMode(Qt::ElideRight);
    chip->setIcon(filterIcon(id.kind));
    const QString hint = filterHint(m_filters, id.kind, id.index);
    const bool turns = opposite(m_filters, id.kind).has_value();
    chip->setToolTip(toolTipText(turns ? tr("%1\nRight click: the opposite").arg(hint) : hint));
    chip->setAccessibleName(tr("Filter %1").arg(text));
    chip->setAccessibleDescription(
        turns ? tr("Press Space to edit the filter, Delete to remove it, the menu key for the "
                   "opposite")
              : tr("Press Space to edit the filter, Delete to remove it"));
    connect(chip, &Chip::clicked, this, [this, id, chip] { edit(id, *chip); });
    connect(chip, &Chip::removeRequested, this, [this, id] { remove(id); });
    connect(chip, &Chip::oppositeRequested, this, [this, id, chip] { turnRound(id, *chip); });
    m_layout.insertWidget(m_layout.count() - 1, chip);  // before the one that adds
    chip->show();
    return chip;
}

void FilterChips::remove(FilterId id) {
    Filters changed = m_filters;
    if (id.kind == FilterKind::Excludes) changed.excludes.remove(id.index);
    else unset(changed, id.kind);
    m_off.removeAll(id.kind);
    change(changed);
}

/// A switch that is off afterwards keeps its chip, so that it can be turned back.
void FilterChips::turnRound(FilterId id, const Chip& chip) {
    const std::optional<Filters> turned = opposite(m_filters, id.kind);
    if (!turned) return edit(id, chip);
    if (isSwitch(id.kind) && !isSet(*turned, id.kind)) m_off.append(id.kind);
    change(*turned);
}

void FilterChips::edit(FilterId id, const QWidget& at) {
    auto* popup = new FilterPopup(id, m_filters, &m_row);
    connect(popup, &FilterPopup::applied, this, &FilterChips::change);
    popup->openAt(at);
}

void FilterChips::markWrong(FilterKind kind) {
    for (const Shown& shown : std::as_const(m_shown)) shown.chip->setWrong(shown.id.kind == kind);
}

void FilterChips::clearWrong() {
    for (const Shown& shown : std::as_const(m_shown)) shown.chip->setWrong(false);
}

void FilterChips::showMenu() {
    auto* menu = new QMenu(&m_row);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFilterEntries(*menu);
    menu->addSeparator();
    addPresetEntries(*menu);
    const int shift = m_add->isRightToLeft() ? m_add->width() - menu->sizeHint().width() : 0;
    menu->popup(m_add->mapToGlobal(QPoint(shift, m_add->height() + 2)));
}

void FilterChips::addFilterEntries(QMenu& menu) {
    for (const FilterKind kind : kFilterKinds) {
        // Which files, where, and how a text is searched.
        if (kind == FilterKind::Excludes || kind == FilterKind::Binary) menu.addSeparator();
        QAction* action = menu.addAction(filterIcon(kind), filterName(kind));
        if (isSwitch(kind)) {
            action->setCheckable(true);
            action->setChecked(isSet(m_filters, kind));
            connect(action, &QAction::triggered, this, [this, kind](bool on) {
                Filters changed = m_filters;
                setSwitch(changed, kind, on);
                change(changed);
            });
            continue;
        }
        action->setText(tr("%1…").arg(filterName(kind)));
        connect(action, &QAction::triggered, this, [this, kind] { edit({kind}, *m_add); });
    }
}

void FilterChips::addPresetEntries(QMenu& menu) {
    QMenu* presets = menu.addMenu(icon("bookmark"_L1), tr("Presets"));
    const auto add = [&](const Preset& preset) {
        QAction* action = presets->addAction(menuText(preset.name));
        const Filters filters = preset.filters;
        connect(action, &QAction::triggered, this, [this, filters] { setFilters(filters); });
    };
    for (const Preset& preset : builtInPresets()) add(preset);
    presets->addSeparator();
    for (const Preset& preset : std::as_const(m_presets)) add(preset);
    presets->addSeparator();
    QAction* save = presets->addAction(tr("Save filters as preset…"));
    save->setEnabled(!m_filters.isEmpty());
    connect(save, &QAction::triggered, this, &FilterChips::askForPresetName);
    if (!m_presets.isEmpty()) {
        QMenu* removal = presets->addMenu(tr("Remove a preset"));
        for (const Preset& preset : std::as_const(m_presets)) {
            QAction* action = removal->addAction(menuText(preset.name));
            const QString name = preset.name;
            connect(action, &QAction::triggered, this, [this, name] {
                m_presets.removeIf([&](const Preset& one) { return one.name == name; });
                emit presetsChanged();
            });
        }
    }
    QAction* clear = menu.addAction(icon("x"_L1), tr("Remove all filters"));
    clear->setEnabled(!m_filters.isEmpty());
    connect(clear, &QAction::triggered, this, [this] { setFilters({}); });
}

void FilterChips::askForPresetName() {
    auto* dialog = new QInputDialog(m_row.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save filters as preset"));
    dialog->setLabelText(tr("Name"));
    const Filters filters = m_filters;
    connect(dialog, &QInputDialog::textValueSelected, this, [this, filters](const QString& name) {
        if (name.trimmed().isEmpty()) return;
        savePreset(m_presets, {name.trimmed(), filters});
        emit presetsChanged();
    });
    dialog->open();
}

}  // namespace findling::gui
