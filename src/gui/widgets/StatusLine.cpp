#include "gui/widgets/StatusLine.h"

#include "gui/results/CellText.h"
#include "gui/widgets/ElidedLabel.h"
#include "gui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace findling::gui {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_text(new ElidedLabel(Qt::ElideRight, this)),
      m_errors(link(tr("Errors"))),
      m_skipped(link(tr("Skipped files"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(9, 2, 9, 2);
    row->setSpacing(15);
    row->addWidget(m_text, 1);
    row->addWidget(m_errors);
    row->addWidget(m_skipped);
    m_text->setAccessibleName(tr("State of the search"));
    connect(m_errors, &QPushButton::clicked, this, &StatusLine::errorsWanted);
    connect(m_skipped, &QPushButton::clicked, this, &StatusLine::skippedWanted);
    colorLinks();
}

QPushButton* StatusLine::link(const QString& name) {
    auto* button = new QPushButton(this);
    button->setFlat(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setAccessibleName(name);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    return button;
}

void StatusLine::colorLinks() {
    const Colors theme = colors(palette());
    QPalette errors = palette();
    errors.setColor(QPalette::ButtonText, theme.error);
    m_errors->setPalette(errors);
    QPalette skipped = palette();
    skipped.setColor(QPalette::ButtonText, theme.link);
    m_skipped->setPalette(skipped);
}

void StatusLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colorLinks();
}

QString StatusLine::text() const {
    return m_text->text();
}

QString foundText(const SearchSession& search) {
    const Progress& progress = search.progress();
    if (!search.query().content) {
        return progress.results == 1 ? StatusLine::tr("1 found")
                                     : StatusLine::tr("%1 found").arg(number(progress.results));
    }
    const QString lines = progress.matches == 1
                              ? StatusLine::tr("1 line")
                              : StatusLine::tr("%1 lines").arg(number(progress.matches));
    return progress.results == 1
               ? StatusLine::tr("%1 in 1 file").arg(lines)
               : StatusLine::tr("%1 in %2 files").arg(lines, number(progress.results));
}

void StatusLine::show(const SearchSession& search) {
    using State = SearchSession::State;
    const State state = search.state();
    const Progress& progress = search.progress();
    QStringList parts;
    switch (state) {
        case State::Idle: parts.append(tr("Ready")); break;
        case State::Running:
            parts.append(search.isChecking() ? tr("From memory; checking the disk")
                                             : tr("Searching"));
            break;
        case State::Finished: break;
        case State::Stopped:
            parts.append(search.isUnchecked()
                             ? tr("From memory; the disk was not checked to its end")
                             : tr("Stopped: not everything was searched"));
            break;
        case State::Limited:
            parts.append(tr("Stopped: too many results to hold; narrow the search"));
            break;
    }
    if (state != State::Idle) {
        parts.append(foundText(search));
        parts.append(search.query().content
                         ? tr("%1 files searched").arg(number(progress.filesSearched))
                         : tr("%1 names seen").arg(number(progress.entries)));
        parts.append(tr("%1 s").arg(QLocale().toString(search.seconds(), 'f', 2)));
    }
    m_text->setText(parts.join(u"   ·   "_s));
    const uint64_t left = state == State::Idle ? 0 : leftOut(progress.skips);
    m_errors->setVisible(state != State::Idle && progress.problems > 0);
    m_errors->setText(progress.problems == 1 ? tr("1 error")
                                             : tr("%1 errors").arg(number(progress.problems)));
    m_skipped->setVisible(left > 0);
    m_skipped->setText(tr("%1 skipped: why?").arg(number(left)));
}

}  // namespace findling::gui
