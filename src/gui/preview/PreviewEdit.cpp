#include "gui/preview/PreviewEdit.h"

#include "gui/widgets/Theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace findling::gui {

namespace {

class Gutter : public QWidget {
public:
    explicit Gutter(PreviewEdit* edit) : QWidget(edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_edit->paintGutter(event); }

private:
    PreviewEdit* m_edit;
};

}  // namespace

PreviewEdit::PreviewEdit(QWidget* parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this)) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setFont(fixedFont());
    setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(u' ') * 8);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Preview"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0) m_gutter->scroll(0, dy);
        else m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PreviewEdit::formatVisible);
}

void PreviewEdit::setText(std::shared_ptr<const PreviewText> text) {
    m_text = std::move(text);
    m_colors.reset();
    m_current = -1;
    setPlainText(m_text->text);
    m_formatted.assign(static_cast<size_t>(blockCount()), false);
    placeGutter();
    formatVisible();
}

void PreviewEdit::clearText() {
    m_text.reset();
    m_colors.reset();
    m_current = -1;
    m_formatted.clear();
    clear();
    placeGutter();
}

void PreviewEdit::setColors(std::shared_ptr<const PreviewColors> colors) {
    m_colors = std::move(colors);
    forgetFormats();
}

void PreviewEdit::forgetFormats() {
    std::fill(m_formatted.begin(), m_formatted.end(), false);
    formatVisible();
}

std::pair<size_t, size_t> PreviewEdit::marksOf(int block) const {
    const auto byBlock = [](const PreviewText::Mark& mark, int number) {
        return mark.block < number;
    };
    const auto begin = std::lower_bound(m_text->marks.begin(), m_text->marks.end(), block, byBlock);
    const auto end = std::lower_bound(begin, m_text->marks.end(), block + 1, byBlock);
    return {static_cast<size_t>(begin - m_text->marks.begin()),
            static_cast<size_t>(end - m_text->marks.begin())};
}

void PreviewEdit::formatVisible() {
    if (!m_text) return;
    QTextBlock block = firstVisibleBlock();
    qreal y = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && y <= viewport()->height()) {
        formatBlock(block);
        y += blockBoundingRect(block).height();
        block = block.next();
    }
}

void PreviewEdit::formatBlock(const QTextBlock& block) {
    const int number = block.blockNumber();
    if (number >= static_cast<int>(m_formatted.size()) || m_formatted[static_cast<size_t>(number)])
        return;
    m_formatted[static_cast<size_t>(number)] = true;
    QList<QTextLayout::FormatRange> formats;
    const auto line = static_cast<size_t>(number);
    if (m_colors && line + 1 < m_colors->firstSpan.size()) {
        for (uint32_t i = m_colors->firstSpan[line]; i < m_colors->firstSpan[line + 1]; ++i) {
            const PreviewColors::Span& span = m_colors->spans[i];
            formats.append({span.begin, span.length, m_colors->formats[span.format]});
        }
    }
    const Colors theme = colors(palette());
    const auto [begin, end] = marksOf(number);
    for (size_t i = begin; i < end; ++i) {
        QTextCharFormat format;
        format.setBackground(number == m_current ? theme.currentMatch : theme.match);
        format.setForeground(palette().color(QPalette::Text));
        if (number == m_current && !isDark(palette())) format.setForeground(Qt::black);
        formats.append({m_text->marks[i].begin, m_text->marks[i].length, format});
    }
    if (formats.isEmpty() && block.layout()->formats().isEmpty()) return;
    block.layout()->setFormats(formats);
    document()->markContentsDirty(block.position(), block.length());
}

void PreviewEdit::setCurrentBlock(int block) {
    const int before = m_current;
    m_current = block;
    for (const int number : {before, block}) {
        if (number >= 0 && number < static_cast<int>(m_formatted.size())) {
            m_formatted[static_cast<size_t>(number)] = false;
        }
    }
    showCurrentLine();
    formatVisible();
    viewport()->update();
}

void PreviewEdit::showCurrentLine() {
    if (m_current < 0 || m_current >= blockCount()) return;
    const QTextBlock block = document()->findBlockByNumber(m_current);
    QTextCursor cursor(block);
    const auto [begin, end] = marksOf(m_current);
    const bool marked = m_text && begin < end;
    if (marked)
        cursor.setPosition(block.position() + m_text->marks[begin].begin +
                           m_text->marks[begin].length);
    const QTextBlock first = firstVisibleBlock();
    const int visible =
        std::max(1, viewport()->height() / std::max(1, fontMetrics().lineSpacing()));
    const bool inSight =
        m_current >= first.blockNumber() + 1 && m_current < first.blockNumber() + visible - 2;
    setTextCursor(cursor);
    if (!inSight) centerCursor();
    if (marked) {  // the start of the match, too, where both fit
        cursor.setPosition(block.position() + m_text->marks[begin].begin);
        setTextCursor(cursor);
    }
    ensureCursorVisible();
}

int PreviewEdit::gutterWidth() const {
    if (!m_text || m_text->kind != PreviewText::Kind::Text) return 0;
    const auto last = QString::number(m_text->firstLine + static_cast<uint64_t>(m_text->lines));
    const int digits = std::max<int>(3, static_cast<int>(last.size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 20;
}

void PreviewEdit::placeGutter() {
    const int width = gutterWidth();
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(QRect(inner.left(), inner.top(), width, inner.height()));
    m_gutter->setVisible(width > 0);
}

void PreviewEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    formatVisible();
}

void PreviewEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text) {
        forgetFormats();
        showCurrentLine();
    }
}

void PreviewEdit::paintGutter(QPaintEvent* event) {
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    const Colors theme = colors(palette());
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= event->rect().bottom()) {
        const bool current = block.blockNumber() == m_current;
        painter.setPen(current ? palette().color(QPalette::Text) : theme.muted);
        const auto number = m_text->firstLine + static_cast<uint64_t>(block.blockNumber());
        painter.drawText(QRectF(0, place.top(), m_gutter->width() - 10, place.height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(number));
        block = block.next();
        place.translate(0, place.height());
        place.setHeight(blockBoundingRect(block).height());
    }
}

void PreviewEdit::paintEvent(QPaintEvent* event) {
    const QTextBlock block = document()->findBlockByNumber(m_text ? m_current : -1);
    if (!block.isValid()) return QPlainTextEdit::paintEvent(event);
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    {  // below the text: an extra selection would hide the colour of the marks
        QPainter painter(viewport());
        const QColor band =
            mixed(palette().color(QPalette::Highlight), palette().color(QPalette::Base), 30);
        painter.fillRect(QRectF(0, place.top(), viewport()->width(), place.height()), band);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors(palette()).frame, 1));
    const QPointF origin = place.topLeft();
    const auto [begin, end] = marksOf(m_current);
    for (size_t i = begin; i < end; ++i) {
        const PreviewText::Mark& mark = m_text->marks[i];
        const QTextLine line = block.layout()->lineForTextPosition(mark.begin);
        if (!line.isValid()) continue;
        const qreal left = line.cursorToX(mark.begin);
        const qreal right = line.cursorToX(
            std::min(mark.begin + mark.length, line.textStart() + line.textLength()));
        const QRectF frame(QPointF(left, line.y()), QPointF(right, line.y() + line.height()));
        painter.drawRoundedRect(frame.translated(origin).adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2);
    }
}

}  // namespace findling::gui
