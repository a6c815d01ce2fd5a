/// The text of a preview: line numbers, colours, and marked matches. Formats are given only to the
/// lines in sight, so that a text of 100,000 lines opens at once.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QPlainTextEdit>

#include <memory>

namespace findling::gui {

class PreviewEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PreviewEdit(QWidget* parent = nullptr);

    void setText(std::shared_ptr<const PreviewText> text);
    void setColors(std::shared_ptr<const PreviewColors> colors);
    void clearText();
    /// Frames the matches of this block and brings it into sight; -1 = none.
    void setCurrentBlock(int block);
    int currentBlock() const { return m_current; }

    int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeGutter();
    void forgetFormats();
    void formatVisible();
    void formatBlock(const QTextBlock& block);
    std::pair<size_t, size_t> marksOf(int block) const;
    void showCurrentLine();

    std::shared_ptr<const PreviewText> m_text;
    std::shared_ptr<const PreviewColors> m_colors;
    std::vector<bool> m_formatted;  ///< by block
    QWidget* m_gutter;
    int m_current = -1;
};

}  // namespace findling::gui
