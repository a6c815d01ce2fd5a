#include "gui/preview/PreviewOptions.h"

#include "gui/widgets/Encodings.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallest = -6;
constexpr int kLargest = 30;

}  // namespace

PreviewOptions::PreviewOptions(QWidget* owner)
    : QObject(owner),
      m_wrap(add(owner, tr("&Wrap long lines"))),
      m_whitespace(add(owner, tr("Show &tabs and spaces"))),
      m_zoomIn(add(owner, tr("Zoom &in"))),
      m_zoomOut(add(owner, tr("Zoom &out"))),
      m_zoomReset(add(owner, tr("&Original size"))),
      m_menu(new QMenu(owner)),
      m_encodings(new QMenu(tr("&Encoding"), owner)),
      m_encoding(new QActionGroup(this)) {
    for (QAction* action : {m_wrap, m_whitespace}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &PreviewOptions::changed);
    }
    addZoom();
    addEncodings();
    m_menu->addActions({m_wrap, m_whitespace});
    m_menu->addSeparator();
    m_menu->addActions({m_zoomIn, m_zoomOut, m_zoomReset});
    m_menu->addSeparator();
    m_menu->addMenu(m_encodings);
}

QAction* PreviewOptions::add(QWidget* owner, const QString& text) {
    auto* action = new QAction(text, owner);
    owner->addAction(action);
    return action;
}

void PreviewOptions::addZoom() {
    // "+" needs Shift on many keyboards.
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::ZoomIn);
    const QKeySequence further[] = {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)};
    for (const QKeySequence& key : further) {
        if (!keys.contains(key)) keys.append(key);
    }
    m_zoomIn->setShortcuts(keys);
    m_zoomOut->setShortcuts(QKeySequence::ZoomOut);
    m_zoomReset->setShortcut(QKeySequence(u"Ctrl+0"_s));
    connect(m_zoomIn, &QAction::triggered, this, [this] { zoomBy(1); });
    connect(m_zoomOut, &QAction::triggered, this, [this] { zoomBy(-1); });
    connect(m_zoomReset, &QAction::triggered, this, [this] { setZoom(0); });
}

void PreviewOptions::addEncodings() {
    const auto choose = [this](const QString& text, const QString& name) {
        QAction* action = m_encodings->addAction(text);
        action->setCheckable(true);
        action->setData(name);
        m_encoding->addAction(action);
        return action;
    };
    choose(tr("&Automatic"), {})->setChecked(true);
    for (const QList<EncodingChoice>& group : encodingChoices()) {
        m_encodings->addSeparator();
        for (const auto& [name, language] : group)
            choose(language.isEmpty() ? name : tr("%1 (%2)").arg(language, name), name);
    }
    connect(m_encoding, &QActionGroup::triggered, this, &PreviewOptions::encodingChosen);
}

void PreviewOptions::zoomBy(int steps) {
    setZoom(m_zoom + steps);
}

void PreviewOptions::setZoom(int steps) {
    steps = std::clamp(steps, kSmallest, kLargest);
    if (steps == m_zoom) return;
    m_zoom = steps;
    m_zoomIn->setEnabled(m_zoom < kLargest);
    m_zoomOut->setEnabled(m_zoom > kSmallest);
    emit changed();
}

std::string PreviewOptions::encoding() const {
    const QAction* chosen = m_encoding->checkedAction();
    return chosen ? chosen->data().toString().toStdString() : std::string();
}

void PreviewOptions::resetEncoding() {
    m_encoding->actions().constFirst()->setChecked(true);
}

QVariantMap PreviewOptions::state() const {
    return {{u"wrap"_s, m_wrap->isChecked()},
            {u"whitespace"_s, m_whitespace->isChecked()},
            {u"zoom"_s, m_zoom}};
}

void PreviewOptions::setState(const QVariantMap& state) {
    m_wrap->setChecked(state.value(u"wrap"_s, false).toBool());
    m_whitespace->setChecked(state.value(u"whitespace"_s, false).toBool());
    setZoom(state.value(u"zoom"_s, 0).toInt());
}

}  // namespace findling::gui
