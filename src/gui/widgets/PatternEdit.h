/// A field for a pattern: an icon in front, a menu of earlier patterns behind, suggestions out of
/// these while typing, and a red underline where the pattern goes wrong.
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QCompleter;
class QMimeData;
class QStringListModel;

namespace findling::gui {

class PatternEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit PatternEdit(const QIcon& icon, QWidget* parent = nullptr);

    void setHistory(const QStringList& history);
    QStringList history() const { return m_history; }
    /// Puts the present text first in the history.
    void remember();

    /// Underlines the character at an offset in QChars; -1 underlines all.
    void markError(qsizetype offset);
    void clearError();
    bool hasError() const { return m_error; }
    qsizetype errorOffset() const { return m_errorOffset; }
    /// What is dropped on the field takes the place of its text, and is searched for as if Enter
    /// had been pressed. `reader` says which text that is; of what it gives nothing for, the field
    /// lets the widgets below it decide.
    void setDropReader(std::function<QString(const QMimeData&)> reader);
    /// Of the earlier patterns that begin as the text does.
    QCompleter* suggestions() const { return m_completer; }

signals:
    /// Down was pressed: the user wants to go on into the results.
    void leftDownwards();
    /// Ctrl+Enter was pressed: the user wants to search in what has been found.
    void withinWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showHistory();
    void suggest(const QString& typed);
    void format(qsizetype begin, qsizetype length);
    bool isOwnDrag(const QDropEvent& event) const;

    static constexpr qsizetype kHistoryLength = 20;
    QStringList m_history;
    QAction* m_historyAction;
    QStringListModel* m_suggested;
    QCompleter* m_completer;
    std::function<QString(const QMimeData&)> m_dropReader;
    bool m_takesDrag = false;  ///< what is being dragged over it
    bool m_error = false;
    bool m_composing = false;  ///< an input method is in the middle of a word
    qsizetype m_errorOffset = -1;
};

}  // namespace findling::gui
