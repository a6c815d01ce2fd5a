/// "Why not?": what a search has left out and by which rule, what it could not read, and an answer
/// for one path. Made for the bottom of the window.
#pragma once

#include "core/query/Query.h"
#include "core/search/Sink.h"

#include <QByteArray>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace findling::gui {

class PathQuestion;
class ProblemModel;
class ProblemView;
class SkipModel;
class SkipView;
struct PathAnswer;

class WhyPanel : public QWidget {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget* parent = nullptr);
    ~WhyPanel() override;

    /// What paths are judged by.
    void setQuery(const Query& query);
    /// Which reasons a search can be told to drop.
    void setLiftable(std::function<bool(SkipReason)> liftable);

    void beginSearch(const Query& query);
    void addSkips(std::vector<Skip>&& skips);
    /// The whole list so far.
    void addProblems(const std::vector<Problem>& all);
    /// The counts so far, for the tabs.
    void showCounts(const Progress& counts);
    void endSearch(const Progress& totals);
    /// There is no search.
    void clear();

    void showSkipped();
    void showErrors();
    /// Asks why this path is not here, byte by byte.
    void ask(const QByteArray& path);

    QLineEdit* pathEdit() const { return m_path; }
    QLineEdit* filterEdit() const { return m_filter; }
    QPushButton* searchTooButton() const { return m_searchToo; }
    QPushButton* answerButton() const { return m_answerButton; }
    /// "List them": of what was only counted while nobody looked.
    QPushButton* listButton() const { return m_listButton; }
    QTabBar* tabs() const { return m_tabs; }
    SkipView* skipView() const { return m_skipView; }
    SkipModel* skipModel() const { return m_skips; }
    ProblemView* problemView() const { return m_problemView; }
    QString answer() const;

signals:
    void searchTooWanted(findling::SkipReason reason, const QByteArray& rule);
    /// Search again, and list what is left out.
    void listWanted();

protected:
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Stage { None, Running, Ended };

    void arrange();
    QWidget* makeSkipPage();
    QWidget* makeProblemPage();
    void connectParts();
    void askTyped();
    void showAnswer(const PathAnswer& answer);
    void forgetAnswer();
    void updateSearchToo();
    void updateNotes();
    void updateTabs();
    void updateListable();

    SkipModel* m_skips;
    ProblemModel* m_problems;
    PathQuestion* m_question;
    QLineEdit* m_path;
    QLabel* m_answer;
    QPushButton* m_answerButton;  ///< "Search these too", for the path that was asked about
    QTabBar* m_tabs;
    QLineEdit* m_filter;
    QPushButton* m_searchToo;
    QStackedWidget* m_pages;
    SkipView* m_skipView;
    ProblemView* m_problemView;
    QLabel* m_listable;
    QPushButton* m_listButton;
    QLabel* m_moreProblems;
    QTimer* m_typing;  ///< from the last letter of the filter to its use
    std::optional<Query> m_query;
    QByteArray m_exactPath;  ///< what m_exactText stands for, which may be no text
    QString m_exactText;
    std::optional<SkipReason> m_answerReason;
    QByteArray m_answerRule;
    Stage m_stage = Stage::None;
    uint64_t m_skipCount = 0;
    uint64_t m_problemCount = 0;
};

}  // namespace findling::gui
