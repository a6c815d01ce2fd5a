/// The left side of the window: the table of results with its quick filter and notices, or what is
/// said in its place.
#pragma once

#include "core/search/Sink.h"
#include "gui/query/SearchForm.h"

#include <QWidget>

class QStackedWidget;

namespace findling::gui {

class FilterBar;
class NoticeBar;
class ResultModel;
class ResultOverlay;
class ResultView;

class ResultPane : public QWidget {
    Q_OBJECT

public:
    explicit ResultPane(ResultModel& model, QWidget* parent = nullptr);

    ResultView* view() const { return m_view; }
    ResultOverlay* overlay() const { return m_overlay; }
    FilterBar* filterBar() const { return m_filter; }
    NoticeBar* notice() const { return m_notice; }
    bool showsTable() const;

    void showTable();
    /// How to begin.
    void showHint();
    /// The fields say what is wanted, but nobody has asked for it yet.
    void showWaiting();
    /// Nothing was found: with what may have hidden it.
    void showNothing(const SearchForm& form, const Progress& progress, bool complete);

signals:
    /// Another form is worth trying: an example, or the present one with a restriction lifted.
    void formWanted(const findling::gui::SearchForm& form);

private:
    void choose(int id);
    void showCount();

    ResultModel& m_model;
    QStackedWidget* m_stack;
    FilterBar* m_filter;
    NoticeBar* m_notice;
    ResultView* m_view;
    ResultOverlay* m_overlay;
    SearchForm m_form;  ///< of the search that found nothing
};

}  // namespace findling::gui
