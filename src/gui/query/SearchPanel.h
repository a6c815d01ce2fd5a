/// The two rows where a search is said: which names, which text, in which folders, and what else
/// restricts it.
#pragma once

#include "gui/query/SearchForm.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace findling::gui {

class FolderBar;
class PatternEdit;

class SearchPanel : public QWidget {
    Q_OBJECT

public:
    explicit SearchPanel(QWidget* parent = nullptr);

    SearchForm form() const;
    /// Puts a form into the fields without asking for a search.
    void setForm(const SearchForm& form);
    /// Makes ready to search within what was found: the fields are emptied, and what was said in
    /// them has become the step. No search is asked for until something is typed.
    void searchWithin(const WithinStep& step);
    /// Whether a search was about to be wanted; it is not any longer.
    bool takePending();
    bool hasPending() const { return m_debounce.isActive(); }

    void setRunning(bool running);
    void showError(const FormError& error);
    void clearError();

    PatternEdit* nameEdit() const { return m_name; }
    PatternEdit* textEdit() const { return m_text; }
    FolderBar* folderBar() const { return m_folders; }
    QToolButton* caseButton() const { return m_case; }
    QToolButton* wordButton() const { return m_word; }
    QToolButton* regexButton() const { return m_regex; }
    QPushButton* searchButton() const { return m_search; }
    QString message() const;

signals:
    /// The wish has changed; searchWanted() follows when the user pauses, unless takePending() has
    /// been called then.
    void edited();
    /// The wish has changed and the user has paused for a moment, or pressed Enter.
    void searchWanted();
    void stopWanted();
    /// The user wants to go on into the results.
    void resultsWanted();
    /// The user wants to search in what has been found.
    void withinWanted();

private:
    void buildFields();
    void arrange();
    QToolButton* toggle(QLatin1StringView icon, const QString& name, const QKeySequence& keys);
    void searchSoon();
    void searchNow();
    void goBackTo(qsizetype step);
    void removeStep(qsizetype step);

    PatternEdit* m_name;
    PatternEdit* m_text;
    QToolButton* m_case;
    QToolButton* m_word;
    QToolButton* m_regex;
    QPushButton* m_search;
    FolderBar* m_folders;
    QLabel* m_message;
    QTimer m_debounce;
    bool m_running = false;
    bool m_quiet = false;  ///< the fields are being filled by the program
};

}  // namespace findling::gui
