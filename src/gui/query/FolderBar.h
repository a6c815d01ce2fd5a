/// The row that says where is searched: a chip per folder, a chooser, and switches for what the
/// walk leaves out.
#pragma once

#include <QByteArray>
#include <QList>
#include <QWidget>

namespace findling::gui {

class Chip;
class FlowLayout;

class FolderBar : public QWidget {
    Q_OBJECT

public:
    explicit FolderBar(QWidget* parent = nullptr);

    QList<QByteArray> folders() const { return m_folders; }
    void setFolders(const QList<QByteArray>& folders);
    void addFolder(const QByteArray& folder);

    bool hidden() const;
    void setHidden(bool on);
    bool ignoreRules() const;
    void setIgnoreRules(bool on);

    /// Lets the user pick a folder; it replaces the others or joins them.
    void chooseFolder(bool replace);

signals:
    void changed();

private:
    void rebuild();

    QList<QByteArray> m_folders;
    QList<Chip*> m_chips;
    FlowLayout* m_layout;
    Chip* m_add;
    Chip* m_hidden;
    Chip* m_ignore;
};

/// "~/src" for a folder of the user's.
QString shortPath(const QByteArray& path);

}  // namespace findling::gui
