#include "gui/preview/PreviewPanel.h"

#include "core/query/Query.h"
#include "gui/preview/PreviewEdit.h"
#include "gui/preview/PreviewGroups.h"
#include "gui/preview/PreviewImageView.h"
#include "gui/preview/PreviewLoader.h"
#include "gui/preview/PreviewOptions.h"
#include "gui/results/DisplayText.h"
#include "gui/widgets/ElidedLabel.h"
#include "gui/widgets/Icons.h"
#include "gui/widgets/Theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kDelay = 40;  // ms

/// Pixels of the largest screen: more of an image can never be seen.
QSize largestScreen() {
    QSize out;
    for (const QScreen* screen : QGuiApplication::screens())
        out = out.expandedTo(screen->size() * screen->devicePixelRatio());
    return out;
}

}  // namespace

PreviewPanel::PreviewPanel(QWidget* parent)
    : QWidget(parent),
      m_path(new ElidedLabel(Qt::ElideMiddle, this)),
      m_note(new ElidedLabel(Qt::ElideRight, this)),
      m_position(new QLabel(this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_more(new QToolButton(this)),
      m_edit(new PreviewEdit(this)),
      m_image(new PreviewImageView(this)),
      m_message(new QLabel(this)),
      m_options(new PreviewOptions(this)),
      m_loader(new PreviewLoader(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    buildHeader(header);
    column->addLayout(header);
    column->addWidget(m_edit);
    column->addWidget(m_image, 1);
    column->addWidget(m_message, 1);
    buildMessage();
    connectOptions();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &PreviewPanel::load);
    connect(m_loader, &PreviewLoader::loaded, this, &PreviewPanel::accept);
    connect(m_loader, &PreviewLoader::colored, this,
            [this](std::shared_ptr<const PreviewColors> colors) {
                m_edit->setColors(std::move(colors));
                m_colored = true;
                showNote();
            });
    clear();
}

void PreviewPanel::buildMessage() {
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::Base);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    // A long path that cannot be wrapped must not push the window wider.
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void PreviewPanel::connectOptions() {
    connect(m_options, &PreviewOptions::changed, this, [this] {
        applyOptions();
        emit viewStateChanged();
    });
    connect(m_options, &PreviewOptions::encodingChosen, this, [this] {
        m_reading.encoding = m_options->encoding();
        if (!m_target.path.isEmpty()) load();
    });
    connect(m_edit, &PreviewEdit::zoomWanted, m_options, &PreviewOptions::zoomBy);
}

void PreviewPanel::applyOptions() {
    m_edit->setWrap(m_options->wrapAction()->isChecked());
    m_edit->setWhitespace(m_options->whitespaceAction()->isChecked());
    m_edit->setZoom(m_options->zoom());
}

QAction* PreviewPanel::wrapAction() const {
    return m_options->wrapAction();
}
QAction* PreviewPanel::whitespaceAction() const {
    return m_options->whitespaceAction();
}
QAction* PreviewPanel::zoomInAction() const {
    return m_options->zoomInAction();
}
QAction* PreviewPanel::zoomOutAction() const {
    return m_options->zoomOutAction();
}
QAction* PreviewPanel::zoomResetAction() const {
    return m_options->zoomResetAction();
}
QMenu* PreviewPanel::encodingMenu() const {
    return m_options->encodingMenu();
}
QVariantMap PreviewPanel::viewState() const {
    return m_options->state();
}
void PreviewPanel::setViewState(const QVariantMap& state) {
    m_options->setState(state);
}

void PreviewPanel::buildHeader(QHBoxLayout* header) {
    header->setContentsMargins(9, 2, 6, 2);
    header->setSpacing(6);
    m_position->setTextFormat(Qt::PlainText);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_note->setAccessibleName(tr("About this file"));
    m_path->setAccessibleName(tr("File in the preview"));
    m_position->setAccessibleName(tr("Position among all matches"));
    m_previous->setIcon(icon("chevron-up"_L1));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setIcon(icon("chevron-down"_L1));
    m_next->setToolTip(tr("Next match (F3)"));
    m_next->setAccessibleName(tr("Next match"));
    m_more->setIcon(icon("ellipsis"_L1));
    m_more->setText(u"…"_s);
    m_more->setToolTip(tr("How the preview shows the file"));
    m_more->setAccessibleName(tr("Preview options"));
    connect(m_more, &QToolButton::clicked, this, [this] {
        const QPoint below(isRightToLeft() ? m_more->width() : 0, m_more->height());
        m_options->menu()->popup(m_more->mapToGlobal(below));
    });
    connect(m_previous, &QToolButton::clicked, this, &PreviewPanel::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &PreviewPanel::nextWanted);
    header->addWidget(m_path, 1);
    header->addWidget(m_note);
    header->addWidget(m_position);
    for (QToolButton* button : {m_previous, m_next, m_more}) {
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
    m_loaded = {};
    m_path->setText({});
    m_path->setToolTip({});
    showNote();
    m_edit->clearText();
    m_edit->hide();
    m_image->setImage({});
    m_image->hide();
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

void PreviewPanel::setQuery(const ContentQuery* query) {
    m_edit->setGroups(query ? PreviewGroups::make(*query) : nullptr);
    m_reading = {};
    m_reading.encoding = m_options->encoding();
    if (!query) return;
    m_reading.searchEncoding = query->encoding;
    m_reading.compressed = query->compressed;
    m_reading.binaryAsText = query->binaryAsText || query->nullData;
    m_reading.multiline = query->multiline;
    m_reading.terminator = query->terminator();
}

/// What is special about the file, for the header.
void PreviewPanel::showNote() {
    QString note = m_text ? m_text->note : QString();
    if (m_text && m_text->approximate && m_colored) {
        if (!note.isEmpty()) note += u" · ";
        note += tr("colours approximate");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

/// Whether the text on the screen holds what this target asks for.
bool PreviewPanel::shows(const PreviewTarget& target) const {
    if (!m_text || m_delay.isActive() || m_text->path != target.path) return false;
    if (target.matches != m_target.matches) return false;  // of another search
    if (target.reading != m_loaded) return false;
    if (m_text->whole || m_text->kind != PreviewText::Kind::Text) return true;
    return !target.match() || m_text->block(target.match()->line) >= 0;
}

void PreviewPanel::show(const PreviewTarget& wanted) {
    if (wanted.path != m_target.path) {
        m_options->resetEncoding();
        m_reading.encoding.clear();
    }
    PreviewTarget target = wanted;
    target.reading = m_reading;
    target.reading.largestImage = largestScreen();
    const bool ready = shows(target);
    m_target = target;
    m_path->setText(displayText(view(target.title.isEmpty() ? target.path : target.title)));
    m_path->setToolTip(toolTipText(displayText(view(target.path))));
    if (ready) {
        if (m_loading != target.path) m_loader->cancel();  // of a file passed over meanwhile
        return goToMatch();
    }
    m_loader->cancel();
    m_delay.start();
}

void PreviewPanel::load() {
    m_delay.stop();
    m_dark = isDark(palette());
    m_target.reading = m_reading;
    m_target.reading.largestImage = largestScreen();
    m_loading = m_target.path;
    m_loader->load(m_target, m_dark);
}

void PreviewPanel::accept(std::shared_ptr<const PreviewText> text) {
    using Kind = PreviewText::Kind;
    m_text = std::move(text);
    m_loaded = m_target.reading;
    m_colored = false;
    showNote();
    const Kind kind = m_text->kind;
    const bool lines = kind != Kind::Message && kind != Kind::Image;
    m_image->setImage(m_text->image);
    if (lines) m_edit->setText(m_text);
    else m_edit->clearText();
    m_message->setText(kind == Kind::Message ? m_text->text : QString());
    m_edit->setVisible(lines);
    m_image->setVisible(kind == Kind::Image);
    m_message->setVisible(kind == Kind::Message);
    m_image->setAccessibleDescription(kind == Kind::Image ? m_text->note : QString());
    m_options->encodingMenu()->setEnabled(kind != Kind::Image && kind != Kind::Folder);
    if (lines) goToMatch();
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
