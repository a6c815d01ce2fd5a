/// The matches of a text on a thin strip beside its scroll bar: where they lie, and a way there.
#pragma once

#include <QWidget>

#include <cstdint>
#include <vector>

namespace findling::gui {

class MatchStrip : public QWidget {
    Q_OBJECT

public:
    /// One row of pixels with the matches that fall on it: [first, last] in blocks().
    struct Row {
        int y = 0;
        size_t first = 0;
        size_t last = 0;
    };

    explicit MatchStrip(QWidget* parent = nullptr);

    /// `blocks`: the lines that match, ascending, each once, of so many lines. `firstLine` is the
    /// number of the first of them.
    void setMarks(std::vector<int> blocks, int lines, uint64_t firstLine);
    void setCurrent(int block);
    int current() const { return m_current; }
    bool isEmpty() const { return m_blocks.empty(); }
    const std::vector<int>& blocks() const { return m_blocks; }
    const std::vector<Row>& rows() const { return m_rows; }
    int yOf(int block) const;
    /// What is said of the matches near this height; empty where there are none.
    QString textAt(int y) const;

    QSize sizeHint() const override;

signals:
    void blockWanted(int block);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void arrange();
    int barHeight() const;
    const Row* rowNear(int y) const;
    void goTo(int y);

    std::vector<int> m_blocks;
    std::vector<Row> m_rows;
    int m_lines = 0;
    int m_current = -1;
    uint64_t m_firstLine = 1;
};

}  // namespace findling::gui
