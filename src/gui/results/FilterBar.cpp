#include "gui/results/FilterBar.h"

#include "gui/widgets/Icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPause = 60;  // ms
}

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_count(new QLabel(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(9, 2, 6, 4);
    row->setSpacing(6);
    m_edit->addAction(icon("filter"_L1), QLineEdit::LeadingPosition);
    m_edit->setPlaceholderText(tr("Show only results that hold this"));
    m_edit->setAccessibleName(tr("Filter results"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* closeButton = new QToolButton(this);
    closeButton->setIcon(icon("x"_L1));
    closeButton->setAutoRaise(true);
    closeButton->setToolTip(tr("Show all results (Esc)"));
    closeButton->setAccessibleName(tr("Close the filter"));
    row->addWidget(m_edit, 1);
    row->addWidget(m_count);
    row->addWidget(closeButton);
    setFocusProxy(m_edit);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(m_edit, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, [this] { emit filterChanged(text()); });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        m_soon.stop();
        emit filterChanged(text());
        emit resultsWanted();
    });
    connect(closeButton, &QToolButton::clicked, this, &FilterBar::close);
    hide();
}

QString FilterBar::text() const {
    return isHidden() ? QString() : m_edit->text();
}

void FilterBar::open() {
    setVisible(true);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::close() {
    if (isHidden()) return;
    m_edit->clear();
    m_soon.stop();
    m_count->clear();
    hide();
    emit filterChanged({});
    emit closed();
}

void FilterBar::setCount(const QString& count) {
    m_count->setText(count);
}

void FilterBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    QWidget::keyPressEvent(event);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            emit resultsWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace findling::gui
