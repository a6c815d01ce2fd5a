#include "gui/query/FolderBar.h"

#include "gui/query/FilterChips.h"
#include "gui/query/WithinText.h"
#include "gui/results/DisplayText.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Icons.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

FolderBar::FolderBar(QWidget* parent)
    : QWidget(parent),
      m_layout(new FlowLayout(this)),
      m_in(new QLabel(tr("In"), this)),
      m_add(new Chip(Chip::Kind::Plain, {}, this)),
      m_hidden(new Chip(Chip::Kind::Switch, tr("Hidden files"), this)),
      m_ignore(new Chip(Chip::Kind::Switch, tr("Ignore rules"), this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addWidget(m_in);
    m_add->setIcon(icon("folder-plus"_L1));
    m_add->setText(tr("Folder"));
    m_add->setToolTip(tr("Search in another folder too"));
    m_add->setAccessibleName(tr("Add a folder"));
    m_ignore->setChecked(true);
    m_layout->addWidget(m_add);
    addSwitch(*m_hidden, "eye"_L1, tr("Search hidden files and folders too"));
    addSwitch(*m_ignore, "filter"_L1, tr("Leave out what .gitignore and .ignore files name"));
    m_filters = new FilterChips(*m_layout, *this);
    connect(m_add, &Chip::clicked, this, [this] { showFolderMenu(*m_add, {}); });
    connect(m_add, &Chip::oppositeRequested, m_add, &Chip::click);
    connect(m_filters, &FilterChips::changed, this, &FolderBar::changed);
    connect(m_filters, &FilterChips::presetsChanged, this, &FolderBar::presetsChanged);
    connect(m_filters, &FilterChips::rebuilt, this, &FolderBar::orderTabs);
}

void FolderBar::addSwitch(Chip& chip, QLatin1StringView picture, const QString& hint) {
    chip.setIcon(icon(picture));
    chip.setToolTip(tr("%1\nRight click: the opposite").arg(hint));
    m_layout->addWidget(&chip);
    connect(&chip, &Chip::toggled, this, &FolderBar::changed);
    connect(&chip, &Chip::oppositeRequested, &chip, &Chip::toggle);
}

void FolderBar::setFolders(const QList<QByteArray>& folders) {
    setPlaces(folders, {});
}

void FolderBar::addFolder(const QByteArray& folder) {
    QList<QByteArray> folders = m_folders;
    if (!folders.contains(folder)) folders.append(folder);
    setFolders(folders);
}

void FolderBar::setPlaces(const QList<QByteArray>& folders, const QList<WithinStep>& within) {
    if (folders == m_folders && within == m_within) return;
    m_folders = folders;
    m_within = within;
    rebuild();
    remember(folders);
    emit changed();
}

void FolderBar::dropChips() {
    for (Chip* chip : m_steps + m_chips) {
        m_layout->removeWidget(chip);
        chip->hide();
        chip->deleteLater();  // it may be asking for its own removal right now
    }
    m_chips.clear();
    m_steps.clear();
}

void FolderBar::rebuild() {
    const bool walks = m_within.isEmpty();
    QList<Chip*> going = m_steps + m_chips;
    if (!walks) going << m_add << m_hidden << m_ignore;
    const bool focused =
        std::any_of(going.begin(), going.end(), [](const Chip* chip) { return chip->hasFocus(); });
    dropChips();
    for (QWidget* widget : {static_cast<QWidget*>(m_in), static_cast<QWidget*>(m_add),
                            static_cast<QWidget*>(m_hidden), static_cast<QWidget*>(m_ignore)})
        widget->setVisible(walks);
    const qsizetype count = walks ? m_folders.size() : m_within.size();
    for (qsizetype i = 0; i < count; ++i) {
        Chip* chip = walks ? makeChip(m_folders[i]) : makeStepChip(i);
        m_layout->insertWidget(static_cast<int>(i) + 1, chip);  // behind the word "In"
        chip->show();
        (walks ? m_chips : m_steps).append(chip);
    }
    orderTabs();
    if (focused) (walks ? m_add : m_steps.last())->setFocus();
}

Chip* FolderBar::makeStepChip(qsizetype step) {
    const WithinStep& one = m_within[step];
    auto* chip = new Chip(Chip::Kind::Removable, stepText(one, fontMetrics()), this);
    chip->setElideMode(Qt::ElideMiddle);
    chip->setIcon(icon("file-search"_L1));
    chip->setToolTip(
        toolTipText(tr("%1\nClick: back to that search\nx: take away this step and those after it")
                        .arg(stepHint(one))));
    chip->setAccessibleName(chip->text());
    chip->setAccessibleDescription(
        tr("Press Space to go back to that search, Delete to take away this step and those after "
           "it"));
    connect(chip, &Chip::clicked, this, [this, step] { emit stepWanted(step); });
    connect(chip, &Chip::removeRequested, this, [this, step] { emit stepRemoved(step); });
    return chip;
}

Chip* FolderBar::makeChip(const QByteArray& folder) {
    auto* chip = new Chip(Chip::Kind::Removable, shortPath(folder), this);
    chip->setIcon(icon("folder"_L1));
    chip->setToolTip(toolTipText(displayText(view(folder))));
    chip->setAccessibleName(tr("Folder %1").arg(chip->text()));
    chip->setAccessibleDescription(
        tr("Press Space to choose another, Delete to search here no longer"));
    connect(chip, &Chip::removeRequested, this, [this, folder] {
        QList<QByteArray> folders = m_folders;
        folders.removeAll(folder);
        setFolders(folders);
    });
    connect(chip, &Chip::clicked, this, [this, chip, folder] { showFolderMenu(*chip, folder); });
    connect(chip, &Chip::oppositeRequested, chip, &Chip::click);  // a folder has none
    return chip;
}

void FolderBar::setTabAfter(QWidget* before) {
    m_before = before;
    orderTabs();
}

void FolderBar::orderTabs() {
    QList<Chip*> row = m_steps + m_chips;
    row << m_add << m_hidden << m_ignore << m_filters->chips();
    QWidget* before = m_before;
    for (Chip* chip : std::as_const(row)) {
        if (before) setTabOrder(before, chip);
        before = chip;
    }
}

bool FolderBar::hidden() const {
    return m_hidden->isChecked();
}
void FolderBar::setHidden(bool on) {
    m_hidden->setChecked(on);
}
bool FolderBar::ignoreRules() const {
    return m_ignore->isChecked();
}
void FolderBar::setIgnoreRules(bool on) {
    m_ignore->setChecked(on);
}
const Filters& FolderBar::filters() const {
    return m_filters->filters();
}
void FolderBar::setFilters(const Filters& filters) {
    m_filters->setFilters(filters);
}
QList<Preset> FolderBar::presets() const {
    return m_filters->presets();
}
void FolderBar::setPresets(const QList<Preset>& presets) {
    m_filters->setPresets(presets);
}

void FolderBar::setRecentFolders(const QList<QByteArray>& folders) {
    m_recent = folders.mid(0, kRecentFolders);
    remember(m_folders);
}

/// Puts folders first in the list of recent ones.
void FolderBar::remember(const QList<QByteArray>& folders) {
    QList<QByteArray> recent = folders;
    for (const QByteArray& folder : std::as_const(m_recent)) {
        if (!recent.contains(folder)) recent.append(folder);
    }
    recent = recent.mid(0, kRecentFolders);
    if (recent == m_recent) return;
    m_recent = recent;
    emit recentFoldersChanged();
}

/// A menu of folders: the chosen one takes the place of another, or with none joins them.
void FolderBar::showFolderMenu(const QWidget& at, const QByteArray& replaced) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* choose = menu->addAction(icon("folder-open"_L1), tr("Choose a folder…"));
    connect(choose, &QAction::triggered, this, [this, replaced] { chooseInPlaceOf(replaced); });
    menu->addSeparator();
    for (const QByteArray& folder : std::as_const(m_recent)) {
        if (m_folders.contains(folder)) continue;
        const QString text = fontMetrics().elidedText(shortPath(folder), Qt::ElideMiddle,
                                                      fontMetrics().averageCharWidth() * 60);
        QAction* action = menu->addAction(icon("folder"_L1), QString(text).replace(u'&', u"&&"_s));
        action->setData(folder);
        connect(action, &QAction::triggered, this,
                [this, folder, replaced] { take(folder, replaced); });
    }
    menu->addSeparator();
    QAction* exclude = menu->addAction(icon("ban"_L1), tr("Leave out folders or names…"));
    connect(exclude, &QAction::triggered, this,
            [this] { m_filters->edit({FilterKind::Excludes}, *m_add); });
    const int shift = at.isRightToLeft() ? at.width() - menu->sizeHint().width() : 0;
    menu->popup(at.mapToGlobal(QPoint(shift, at.height() + 2)));
}

void FolderBar::take(const QByteArray& folder, const QByteArray& replaced) {
    const qsizetype place = m_folders.indexOf(replaced);
    if (place < 0 || m_folders.contains(folder)) return addFolder(folder);
    QList<QByteArray> folders = m_folders;
    folders[place] = folder;
    setFolders(folders);
}

/// Asks with the system's own dialog; empty when the user thinks better of it.
QByteArray FolderBar::askForFolder(const QByteArray& start) {
    const QString chosen = QFileDialog::getExistingDirectory(
        window(), tr("Search in folder"),
        start.isEmpty() ? QDir::homePath() : QFile::decodeName(start));
    return QFile::encodeName(chosen);
}

void FolderBar::chooseInPlaceOf(const QByteArray& replaced) {
    const QByteArray chosen =
        askForFolder(replaced.isEmpty() && !m_folders.isEmpty() ? m_folders.last() : replaced);
    if (!chosen.isEmpty()) take(chosen, replaced);
}

void FolderBar::chooseFolder(bool replace) {
    if (!replace) return chooseInPlaceOf({});
    const QByteArray chosen = askForFolder(m_folders.isEmpty() ? QByteArray() : m_folders.last());
    if (!chosen.isEmpty()) setFolders({chosen});
}

}  // namespace findling::gui
