#include "gui/why/WhyView.h"

#include "gui/results/FilePaths.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSet>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

class WhyRowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() + 6)};
    }
};

}  // namespace

WhyView::WhyView(QWidget* parent) : QTreeView(parent), m_note(new QLabel(viewport())) {
    setItemDelegate(new WhyRowDelegate(this));
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle);
    setExpandsOnDoubleClick(false);  // a double click activates, which unfolds
    flattenHeader(header());
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    auto* middle = new QVBoxLayout(viewport());
    middle->setSizeConstraint(QLayout::SetNoConstraint);
    middle->addWidget(m_note);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    colorNote();
    m_explain = makeAction(tr("Explain this path"), "info"_L1, {});
    m_copyPath = makeAction(tr("Copy path"), "copy"_L1, QKeySequence(u"Ctrl+Shift+C"_s));
    m_openFolder =
        makeAction(tr("Open containing folder"), "folder-open"_L1, QKeySequence(u"Ctrl+Return"_s));
    m_copy = makeAction(tr("Copy as text"), "copy"_L1, QKeySequence::Copy);
    connect(m_explain, &QAction::triggered, this,
            [this] { emit explainWanted(pathAt(currentIndex())); });
    connect(m_copyPath, &QAction::triggered, this, [this] {
        QList<QByteArray> paths;
        QSet<QByteArray> known;
        for (const QModelIndex& row : rows()) {
            const QByteArray path = pathAt(row);
            if (path.isEmpty() || known.contains(path)) continue;
            known.insert(path);
            paths.append(path);
        }
        if (!paths.isEmpty()) QGuiApplication::clipboard()->setMimeData(pathsAsMimeData(paths));
    });
    connect(m_openFolder, &QAction::triggered, this,
            [this] { openFolderOf(pathAt(currentIndex()), window()); });
    connect(m_copy, &QAction::triggered, this, &WhyView::copyRows);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const QModelIndex first = index.siblingAtColumn(0);
        if (const QByteArray path = pathAt(index); !path.isEmpty()) emit explainWanted(path);
        else setExpanded(first, !isExpanded(first));
    });
}

QAction* WhyView::makeAction(const QString& text, QLatin1StringView picture,
                             const QKeySequence& keys) {
    auto* action = new QAction(picture.isEmpty() ? QIcon() : icon(picture), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setEnabled(false);  // until a row is current
    addAction(action);
    return action;
}

void WhyView::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &WhyView::updateNote);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        updateNote();
        currentChanged(currentIndex(), {});  // which nobody else says after a reset
    });
    updateNote();
}

void WhyView::setNote(const QString& text) {
    m_note->setText(text);
}

QString WhyView::note() const {
    return m_note->isHidden() ? QString() : m_note->text();
}

void WhyView::updateNote() {
    m_note->setVisible(model()->rowCount() == 0);
}

void WhyView::colorNote() {
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors(palette()).muted);
    m_note->setPalette(muted);
}

void WhyView::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colorNote();
}

void WhyView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    const bool path = current.isValid() && !pathAt(current).isEmpty();
    for (QAction* action : {m_explain, m_copyPath, m_openFolder}) action->setEnabled(path);
    m_copy->setEnabled(current.isValid());
}

/// The selected rows from top to bottom, each once.
QModelIndexList WhyView::rows() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& a, const QModelIndex& b) {
        const auto place = [](const QModelIndex& index) {
            return index.parent().isValid() ? std::pair(index.parent().row(), index.row())
                                            : std::pair(index.row(), -1);
        };
        return place(a) < place(b);
    });
    return rows;
}

void WhyView::copyRows() {
    QStringList lines;
    for (const QModelIndex& row : rows()) lines.append(textAt(row));
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void WhyView::contextMenuEvent(QContextMenuEvent* event) {
    if (!currentIndex().isValid()) return;
    QMenu menu(this);
    const QList<QAction*> more = moreActions();
    if (!pathAt(currentIndex()).isEmpty()) {
        menu.addActions({m_explain, m_openFolder});
        menu.addActions(more);
        menu.addSeparator();
        menu.addAction(m_copyPath);
    } else {
        menu.addActions(more);
        if (!more.isEmpty()) menu.addSeparator();
    }
    menu.addAction(m_copy);
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)  // at the row, not wherever the mouse is
        at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    menu.exec(at);
}

}  // namespace findling::gui
