/// The quick filter above the results: narrows what is shown without another search.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace findling::gui {

class FilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    QString text() const;
    QLineEdit* edit() const { return m_edit; }
    /// Shows the bar with the cursor in it.
    void open();
    /// Hides it; all rows are wanted again.
    void close();
    void setCount(const QString& count);

signals:
    void filterChanged(const QString& text);
    void resultsWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_edit;
    QLabel* m_count;
    QTimer m_soon;
};

}  // namespace findling::gui
