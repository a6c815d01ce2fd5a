/// Chooses how many lines the table shows around each match: a small row for the status bar.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace findling::gui {

class ContextSlider : public QWidget {
    Q_OBJECT

public:
    explicit ContextSlider(QWidget* parent = nullptr);

    int lines() const;
    /// Shows the number; emits nothing.
    void setLines(int lines);

signals:
    /// Whenever the user moves it, while it is being dragged, too.
    void linesChanged(int lines);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showLines();
    void adjustSizes();

    QLabel* m_label;
    QSlider* m_slider;
    QLabel* m_number;
};

}  // namespace findling::gui
