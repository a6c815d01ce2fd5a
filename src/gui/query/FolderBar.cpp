#include "gui/query/FolderBar.h"

#include "gui/results/DisplayText.h"
#include "gui/widgets/Chip.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Icons.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>

namespace findling::gui {

using namespace Qt::StringLiterals;

QString shortPath(const QByteArray& path) {
    const QByteArray home = QFile::encodeName(QDir::homePath());
    if (home.size() > 1 && path == home) return u"~"_s;
    if (home.size() > 1 && path.startsWith(home + '/')) {
        return "~"_L1 + displayText(path.mid(home.size()).toStdString());
    }
    return displayText(path.toStdString());
}

FolderBar::FolderBar(QWidget* parent)
    : QWidget(parent),
      m_layout(new FlowLayout(this)),
      m_add(new Chip(Chip::Kind::Plain, {}, this)),
      m_hidden(new Chip(Chip::Kind::Switch, tr("Hidden files"), this)),
      m_ignore(new Chip(Chip::Kind::Switch, tr("Ignore rules"), this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    auto* in = new QLabel(tr("In"), this);
    m_layout->addWidget(in);
    m_add->setIcon(icon("folder-plus"_L1));
    m_add->setText(tr("Folder"));
    m_add->setToolTip(tr("Search in another folder too"));
    m_add->setAccessibleName(tr("Add a folder"));
    m_hidden->setIcon(icon("eye"_L1));
    m_hidden->setToolTip(tr("Search hidden files and folders too"));
    m_ignore->setIcon(icon("filter"_L1));
    m_ignore->setToolTip(tr("Leave out what .gitignore and .ignore files name"));
    m_ignore->setChecked(true);
    m_layout->addWidget(m_add);
    m_layout->addWidget(m_hidden);
    m_layout->addWidget(m_ignore);
    connect(m_add, &Chip::clicked, this, [this] { chooseFolder(false); });
    connect(m_hidden, &Chip::toggled, this, &FolderBar::changed);
    connect(m_ignore, &Chip::toggled, this, &FolderBar::changed);
}

void FolderBar::setFolders(const QList<QByteArray>& folders) {
    if (folders == m_folders) return;
    m_folders = folders;
    rebuild();
    emit changed();
}

void FolderBar::addFolder(const QByteArray& folder) {
    if (m_folders.contains(folder)) return;
    QList<QByteArray> folders = m_folders;
    folders.append(folder);
    setFolders(folders);
}

void FolderBar::rebuild() {
    // A chip may be asking for its own removal right now.
    for (Chip* chip : std::as_const(m_chips)) {
        m_layout->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    for (qsizetype i = 0; i < m_folders.size(); ++i) {
        const QByteArray folder = m_folders[i];
        auto* chip = new Chip(Chip::Kind::Removable, shortPath(folder), this);
        chip->setIcon(icon("folder"_L1));
        chip->setToolTip(toolTipText(displayText(view(folder))));
        chip->setAccessibleName(tr("Folder %1").arg(chip->text()));
        chip->setAccessibleDescription(tr("Press Delete to search here no longer"));
        connect(chip, &Chip::removeRequested, this, [this, folder] {
            QList<QByteArray> folders = m_folders;
            folders.removeAll(folder);
            setFolders(folders);
        });
        connect(chip, &Chip::clicked, this, [this] { chooseFolder(m_folders.size() <= 1); });
        m_layout->insertWidget(static_cast<int>(i) + 1, chip);  // behind the word "In"
        chip->show();
        m_chips.append(chip);
    }
    QWidget* before = this;
    for (Chip* chip : std::as_const(m_chips)) {
        if (before != this) setTabOrder(before, chip);
        before = chip;
    }
    if (before != this) setTabOrder(before, m_add);
    setTabOrder(m_add, m_hidden);
    setTabOrder(m_hidden, m_ignore);
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

void FolderBar::chooseFolder(bool replace) {
    const QString start =
        m_folders.isEmpty() ? QDir::homePath() : QFile::decodeName(m_folders.last());
    const QString chosen =
        QFileDialog::getExistingDirectory(window(), tr("Search in folder"), start);
    if (chosen.isEmpty()) return;
    if (replace) setFolders({QFile::encodeName(chosen)});
    else addFolder(QFile::encodeName(chosen));
}

}  // namespace findling::gui
