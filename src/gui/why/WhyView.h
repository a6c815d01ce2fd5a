/// What the two lists of the panel have in common: look, copying, and what can be done with a path.
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QTreeView>

class QAction;
class QLabel;

namespace findling::gui {

class WhyView : public QTreeView {
    Q_OBJECT

public:
    explicit WhyView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

    /// Shown in the middle while there are no rows.
    void setNote(const QString& text);
    QString note() const;

    QAction* explainAction() const { return m_explain; }
    QAction* copyPathAction() const { return m_copyPath; }
    QAction* openFolderAction() const { return m_openFolder; }

signals:
    void explainWanted(const QByteArray& path);

protected:
    /// The path of the row; empty where it has none.
    virtual QByteArray pathAt(const QModelIndex& index) const = 0;
    virtual QString textAt(const QModelIndex& index) const = 0;
    /// What comes behind the actions on a path.
    virtual QList<QAction*> moreActions() const { return {}; }

    QAction* makeAction(const QString& text, QLatin1StringView picture, const QKeySequence& keys);
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void copyRows();
    void updateNote();
    void colorNote();
    QModelIndexList rows() const;

    QLabel* m_note;
    QAction* m_explain = nullptr;
    QAction* m_copyPath = nullptr;
    QAction* m_openFolder = nullptr;
    QAction* m_copy = nullptr;
};

}  // namespace findling::gui
