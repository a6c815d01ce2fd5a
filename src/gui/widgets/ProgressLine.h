/// A thin line that moves while something runs and leaves no gap when it does not.
#pragma once

#include <QTimer>
#include <QWidget>

namespace findling::gui {

class ProgressLine : public QWidget {
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setRunning(bool running);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_timer;
    QTimer m_delay;  ///< quick work shows no line: it would only flicker
    int m_step = 0;
};

}  // namespace findling::gui
