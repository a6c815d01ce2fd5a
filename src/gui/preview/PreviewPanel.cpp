#include "gui/preview/PreviewPanel.h"

#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewLoader.h"
#include "gui/results/DisplayText.h"
#include "gui/widgets/ElidedLabel.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDelay = 40;  // ms
}

PreviewPanel::PreviewPanel(QWidget* parent)
    : QWidget(parent),
      m_path(new ElidedLabel(Qt::ElideMiddle, this)),
      m_note(new QLabel(this)),
      m_position(new QLabel(this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_edit(new PreviewEdit(this)),
      m_message(new QLabel(this)),
      m_loader(new PreviewLoader(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    buildHeader(header);
    column->addLayout(header);
    column->addWidget(m_edit);
    column->addWidget(m_message, 1);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::Base);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PreviewPanel::load);
    connect(m_loader, &PreviewLoader::loaded, this, &PreviewPanel::accept);
    connect(m_loader, &PreviewLoader::colored, this,
            [this](std::shared_ptr<const PreviewColors> colors) {
                m_edit->setColors(std::move(colors));
                m_colored = true;
            });
    clear();
}

void PreviewPanel::buildHeader(QHBoxLayout* header) {
    header->setContentsMargins(9, 2, 6, 2);
    header->setSpacing(6);
    for (QLabel* label : {m_note, m_position}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_path->setAccessibleName(tr("File in the preview"));
    m_position->setAccessibleName(tr("Position among all matches"));
    m_previous->setIcon(icon("chevron-up"_L1));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setIcon(icon("chevron-down"_L1));
    m_next->setToolTip(tr("Next match (F3)"));
    m_next->setAccessibleName(tr("Next match"));
    connect(m_previous, &QToolButton::clicked, this, &PreviewPanel::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &PreviewPanel::nextWanted);
    header->addWidget(m_path, 1);
    header->addWidget(m_note);
    header->addWidget(m_position);
    for (QToolButton* button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        header->addWidget(button);
    }
}

QString PreviewPanel::note() const {
    return m_note->text();
}
QString PreviewPanel::position() const {
    return m_position->text();
}

void PreviewPanel::clear() {
    m_delay.stop();
    m_loader->cancel();
    m_target = {};
    m_text.reset();
    m_path->setText({});
    m_note->clear();
    m_edit->clearText();
    m_edit->hide();
    m_message->setText(tr("Choose a result to look into it"));
    m_message->show();
    setPosition(0, 0);
}

void PreviewPanel::setPosition(quint64 ordinal, quint64 total) {
    const QLocale locale;
    m_position->setText(total == 0 || ordinal == 0
                            ? QString()
                            : tr("%1 of %2").arg(locale.toString(ordinal), locale.toString(total)));
    m_previous->setEnabled(total > 0);
    m_next->setEnabled(total > 0);
}

/// Whether the text on the screen holds what this target asks for.
bool PreviewPanel::shows(const PreviewTarget& target) const {
    if (!m_text || m_delay.isActive() || m_text->path != target.path) return false;
    if (target.matches != m_target.matches) return false;  // of another search
    if (m_text->whole || m_text->kind != PreviewText::Kind::Text) return true;
    return !target.match() || m_text->block(target.match()->line) >= 0;
}

void PreviewPanel::show(const PreviewTarget& target) {
    const bool ready = shows(target);
    m_target = target;
    m_path->setText(displayText(view(target.title.isEmpty() ? target.path : target.title)));
    m_path->setToolTip(toolTipText(displayText(view(target.path))));
    if (ready) return goToMatch();
    m_loader->cancel();
    m_delay.start();
}

void PreviewPanel::load() {
    m_dark = isDark(palette());
    m_colored = false;
    m_loader->load(m_target, m_dark);
}

void PreviewPanel::accept(std::shared_ptr<const PreviewText> text) {
    m_text = std::move(text);
    m_note->setText(m_text->note);
    const bool message = m_text->kind == PreviewText::Kind::Message;
    m_edit->setVisible(!message);
    m_message->setVisible(message);
    if (message) {
        m_edit->clearText();
        m_message->setText(m_text->text);
    } else {
        m_edit->setText(m_text);
        goToMatch();
    }
    emit shown();
}

void PreviewPanel::goToMatch() {
    const PreviewMatch* match = m_target.match();
    const bool text = m_text && m_text->kind == PreviewText::Kind::Text;
    m_edit->setCurrentBlock(text && match ? m_text->block(match->line) : -1);
}

void PreviewPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text && isDark(palette()) != m_dark) load();
}

}  // namespace findling::gui
