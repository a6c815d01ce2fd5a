/// The text of a preview: line numbers, colours, marked matches, and a strip that shows where all
/// of these are. Formats are given only to the lines in sight, so that a text of 100,000 lines
/// opens at once.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QPlainTextEdit>
#include <QTextLayout>

#include <memory>
#include <utility>
#include <vector>

namespace findling::gui {

class MatchStrip;
class PreviewGroups;

class PreviewEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PreviewEdit(QWidget* parent = nullptr);
    ~PreviewEdit() override;

    void setText(std::shared_ptr<const PreviewText> text);
    void setColors(std::shared_ptr<const PreviewColors> colors);
    void clearText();
    /// Frames the matches of this block and brings it into sight; -1 = none.
    void setCurrentBlock(int block);
    int currentBlock() const { return m_current; }
    /// Scrolls a block to the middle; the current one stays what it is.
    void scrollTo(int block);
    /// Colours the groups within matches; null = none.
    void setGroups(std::unique_ptr<PreviewGroups> groups);

    void setWrap(bool on);
    void setWhitespace(bool on);
    /// Points larger, or smaller, than the system's fixed font.
    void setZoom(int steps);
    MatchStrip* strip() const { return m_strip; }

    int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

signals:
    /// The wheel was turned with Ctrl.
    void zoomWanted(int steps);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void placeMargins();
    void setTabs();
    void showDocument(std::shared_ptr<QTextDocument> shown);
    void fillStrip();
    void forgetFormats();
    void formatVisible();
    void formatBlock(const QTextBlock& block);
    void appendMarks(const QTextBlock& block, QList<QTextLayout::FormatRange>& formats);
    bool isInSight(const QTextBlock& block) const;
    void paintFrames(const QTextBlock& block, QPointF origin);
    std::pair<size_t, size_t> marksOf(int block) const;
    void showCurrentLine();

    std::shared_ptr<const PreviewText> m_text;
    std::shared_ptr<QTextDocument> m_document;  ///< the text's, or an empty one
    std::shared_ptr<const PreviewColors> m_colors;
    std::vector<bool> m_formatted;  ///< by block
    std::unique_ptr<PreviewGroups> m_groups;
    QWidget* m_gutter;
    MatchStrip* m_strip;
    int m_current = -1;
    int m_wheel = 0;  ///< what is left of the wheel's way to a whole step
};

}  // namespace findling::gui
