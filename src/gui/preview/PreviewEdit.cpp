#include "gui/preview/PreviewEdit.h"

#include "gui/preview/MatchStrip.h"
#include "gui/preview/PreviewDocument.h"
#include "gui/preview/PreviewGroups.h"
#include "gui/widgets/Theme.h"

#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <algorithm>
#include <span>

namespace findling::gui {

namespace {

constexpr qreal kSmallestFont = 5;  // points
constexpr int kWheelStep = 120;

class Gutter : public QWidget {
public:
    explicit Gutter(PreviewEdit* edit) : QWidget(edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_edit->paintGutter(event); }

private:
    PreviewEdit* m_edit;
};

}  // namespace

PreviewEdit::PreviewEdit(QWidget* parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_strip(new MatchStrip(this)) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setFont(fixedFont());
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);  // once lines are wrapped
    setTabs();
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Preview"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0) m_gutter->scroll(0, dy);
        else m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PreviewEdit::formatVisible);
    connect(m_strip, &MatchStrip::blockWanted, this, &PreviewEdit::scrollTo);
}

PreviewEdit::~PreviewEdit() {
    setDocument(nullptr);  // one of its own: ours goes before the widget does
}

void PreviewEdit::setTabs() {
    setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(u' ') * 8);
}

void PreviewEdit::setText(std::shared_ptr<const PreviewText> text) {
    m_text = std::move(text);
    m_colors.reset();
    m_current = -1;
    showDocument(m_text->document ? m_text->document : makePreviewDocument(m_text->text));
    m_formatted.assign(static_cast<size_t>(blockCount()), false);
    fillStrip();
    placeMargins();
    formatVisible();
}

void PreviewEdit::clearText() {
    m_text.reset();
    m_colors.reset();
    m_current = -1;
    m_formatted.clear();
    showDocument(makePreviewDocument({}));
    fillStrip();
    placeMargins();
}

/// What was chosen for the last document holds for this one, too.
void PreviewEdit::showDocument(std::shared_ptr<QTextDocument> shown) {
    const QTextOption::Flags flags = document()->defaultTextOption().flags();
    shown->setDefaultFont(font());
    setDocument(shown.get());
    m_document = std::move(shown);  // the old one may go only now
    setTabs();
    QTextOption option = document()->defaultTextOption();
    option.setFlags(flags);
    document()->setDefaultTextOption(option);
}

void PreviewEdit::fillStrip() {
    std::vector<int> blocks;
    if (m_text) {
        for (const PreviewText::Mark& mark : m_text->marks) {
            if (blocks.empty() || blocks.back() != mark.block) blocks.push_back(mark.block);
        }
    }
    const uint64_t firstLine = m_text ? m_text->firstLine : 1;
    m_strip->setMarks(std::move(blocks), m_text ? m_text->lines : 0, firstLine);
}

void PreviewEdit::setGroups(std::unique_ptr<PreviewGroups> groups) {
    if (!m_groups && !groups) return;
    m_groups = std::move(groups);
    forgetFormats();
}

void PreviewEdit::setWrap(bool on) {
    const LineWrapMode mode = on ? WidgetWidth : NoWrap;
    if (mode == lineWrapMode()) return;
    setLineWrapMode(mode);
    formatVisible();
}

void PreviewEdit::setWhitespace(bool on) {
    QTextOption option = document()->defaultTextOption();
    if (on == option.flags().testFlag(QTextOption::ShowTabsAndSpaces)) return;
    option.setFlags(option.flags().setFlag(QTextOption::ShowTabsAndSpaces, on));
    document()->setDefaultTextOption(option);
    forgetFormats();
}

void PreviewEdit::setZoom(int steps) {
    QFont font = fixedFont();
    const qreal points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    if (steps != 0) font.setPointSizeF(std::max(kSmallestFont, points + steps));
    setFont(font);
}

void PreviewEdit::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QPlainTextEdit::wheelEvent(event);
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / kWheelStep;
    m_wheel -= steps * kWheelStep;
    if (steps != 0) emit zoomWanted(steps);
    event->accept();
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
    appendMarks(block, formats);
    if (formats.isEmpty() && block.layout()->formats().isEmpty()) return;
    block.layout()->setFormats(formats);
    document()->markContentsDirty(block.position(), block.length());
}

void PreviewEdit::appendMarks(const QTextBlock& block, QList<QTextLayout::FormatRange>& formats) {
    const int number = block.blockNumber();
    const auto [begin, end] = marksOf(number);
    if (begin == end) return;
    const Colors theme = colors(palette());
    const bool dark = isDark(palette());
    QTextCharFormat format;
    format.setBackground(number == m_current ? theme.currentMatch : theme.match);
    format.setForeground(palette().color(QPalette::Text));
    if (number == m_current && !dark) format.setForeground(Qt::black);
    for (size_t i = begin; i < end; ++i)
        formats.append({m_text->marks[i].begin, m_text->marks[i].length, format});
    if (!m_groups) return;
    const std::span<const PreviewText::Mark> marks(m_text->marks.data() + begin, end - begin);
    for (const PreviewGroups::Part& part : m_groups->find(block.text(), marks)) {
        format.setBackground(groupColor(part.group, dark));
        formats.append({part.begin, part.length, format});
    }
}

void PreviewEdit::setCurrentBlock(int block) {
    const int before = m_current;
    m_current = block;
    for (const int number : {before, block}) {
        if (number >= 0 && number < static_cast<int>(m_formatted.size())) {
            m_formatted[static_cast<size_t>(number)] = false;
        }
    }
    m_strip->setCurrent(block);
    showCurrentLine();
    formatVisible();
    viewport()->update();
}

void PreviewEdit::scrollTo(int block) {
    const QTextBlock wanted = document()->findBlockByNumber(block);
    if (!wanted.isValid()) return;
    const int visible = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
    verticalScrollBar()->setValue(wanted.firstLineNumber() - visible / 2);
    formatVisible();
}

/// With a line of space above and below. (Lines that are wrapped are higher than others.)
bool PreviewEdit::isInSight(const QTextBlock& block) const {
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    const int line = fontMetrics().lineSpacing();
    return place.top() >= line && place.bottom() <= viewport()->height() - 2 * line;
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
    const bool inSight = isInSight(block);
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

/// Line numbers in front of the text, the strip of matches between it and the scroll bar.
void PreviewEdit::placeMargins() {
    const int gutter = gutterWidth();
    const int strip = m_strip->isEmpty() ? 0 : m_strip->sizeHint().width();
    setViewportMargins(gutter, 0, strip, 0);
    const QRect view = viewport()->geometry();
    const int before = isRightToLeft() ? view.right() + 1 : view.left() - gutter;
    const int behind = isRightToLeft() ? view.left() - strip : view.right() + 1;
    m_gutter->setGeometry(before, view.top(), gutter, view.height());
    m_gutter->setVisible(gutter > 0);
    m_strip->setGeometry(behind, view.top(), strip, view.height());
    m_strip->setVisible(strip > 0);
}

void PreviewEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargins();
    formatVisible();
}

void PreviewEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        setTabs();
        placeMargins();
        forgetFormats();
    }
    if (event->type() == QEvent::LayoutDirectionChange) placeMargins();
    if (event->type() == QEvent::PaletteChange && m_text) {
        forgetFormats();
        showCurrentLine();
    }
}

void PreviewEdit::paintGutter(QPaintEvent* event) {
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    if (!m_text) return;
    painter.setFont(font());
    const Colors theme = colors(palette());
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= event->rect().bottom()) {
        const bool current = block.blockNumber() == m_current;
        painter.setPen(current ? palette().color(QPalette::Text) : theme.muted);
        const auto number = m_text->firstLine + static_cast<uint64_t>(block.blockNumber());
        // At the first line of the block, however many it is wrapped into.
        painter.drawText(QRectF(4, place.top(), m_gutter->width() - 14, place.height()),
                         Qt::AlignTrailing | Qt::AlignTop, QString::number(number));
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
    paintFrames(block, place.topLeft());
}

/// Around the current matches, line by line where these are wrapped.
void PreviewEdit::paintFrames(const QTextBlock& block, QPointF origin) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors(palette()).frame, 1));
    const auto [begin, end] = marksOf(m_current);
    for (size_t i = begin; i < end; ++i) {
        const PreviewText::Mark& mark = m_text->marks[i];
        for (int at = mark.begin; at < mark.begin + mark.length;) {
            const QTextLine line = block.layout()->lineForTextPosition(at);
            if (!line.isValid() || line.textLength() == 0) break;
            const int lineEnd = line.textStart() + line.textLength();
            const qreal left = line.cursorToX(at);
            const qreal right = line.cursorToX(std::min(mark.begin + mark.length, lineEnd));
            const QRectF frame(QPointF(left, line.y()), QPointF(right, line.y() + line.height()));
            painter.drawRoundedRect(
                frame.normalized().translated(origin).adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2);
            if (lineEnd <= at) break;
            at = lineEnd;
        }
    }
}

}  // namespace findling::gui
