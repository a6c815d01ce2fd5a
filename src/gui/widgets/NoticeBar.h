/// A line above the results with what the user should know, and what can be done about it.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace findling::gui {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// An empty second text leaves that button out.
    void show(const QString& text, const QString& first, const QString& second = {});
    QString text() const;
    QPushButton* firstButton() const { return m_first; }
    QPushButton* secondButton() const { return m_second; }

signals:
    void firstChosen();
    void secondChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_first;
    QPushButton* m_second;
};

}  // namespace findling::gui
