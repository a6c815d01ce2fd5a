#include "gui/TabTitle.h"

#include "gui/query/FilterText.h"
#include "gui/results/CellText.h"
#include "gui/results/DisplayText.h"
#include "gui/results/FilePaths.h"
#include "gui/session/SearchSession.h"
#include "gui/widgets/StatusLine.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLength = 24;  ///< of a title, in QChars

struct TabText {
    Q_DECLARE_TR_FUNCTIONS(TabText)
};

/// What was typed, as one line in which nothing hides; blanks alone are drawn.
QString shown(const QString& typed) {
    const QString words = typed.simplified();
    if (words.isEmpty()) return QString(typed.size(), QChar(0x2423));
    return displayText(view(words.toUtf8()));
}

/// Without its middle, where it is too long; never cut inside a character.
QString shortened(const QString& text) {
    if (text.size() <= kLength) return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    const auto place = [&](qsizetype wanted, auto further) {
        finder.setPosition(wanted);
        return finder.isAtBoundary() ? wanted : (finder.*further)();
    };
    const qsizetype head = place(kLength / 2, &QTextBoundaryFinder::toPreviousBoundary);
    const qsizetype tail =
        place(text.size() - (kLength - kLength / 2 - 1), &QTextBoundaryFinder::toNextBoundary);
    return text.left(head) + u'…' + text.mid(tail);
}

QString folderNames(const QList<QByteArray>& folders) {
    QStringList names;
    for (const QByteArray& folder : folders) {
        const QByteArray name = nameOf(folder);
        names.append(displayText(view(name.isEmpty() ? folder : name)));
    }
    return names.join(u", "_s);
}

QStringList places(const SearchForm& form) {
    if (!form.within.isEmpty()) {
        const auto files = static_cast<uint64_t>(form.within.last().files);
        return {TabText::tr("In files that were found before: %1").arg(number(files))};
    }
    QStringList lines;
    for (const QByteArray& folder : form.folders)
        lines.append(TabText::tr("In: %1").arg(shortPath(folder)));
    return lines;
}

QStringList filterLines(const Filters& filters) {
    QStringList lines;
    for (const FilterId& id : partsOf(filters))
        lines.append(filterHint(filters, id.kind, id.index));
    return lines;
}

QString outcome(const SearchSession& session) {
    switch (session.state()) {
        case SearchSession::State::Idle: return {};
        case SearchSession::State::Running:
            return (session.isPaused() ? TabText::tr("Paused: %1 so far")
                                       : TabText::tr("Searching: %1 so far"))
                .arg(foundText(session));
        case SearchSession::State::Finished: return foundText(session);
        case SearchSession::State::Stopped:
        case SearchSession::State::Limited: break;
    }
    return TabText::tr("Stopped: %1").arg(foundText(session));
}

}  // namespace

QString tabTitle(const SearchForm& form) {
    QStringList parts;
    if (!form.text.isEmpty()) parts.append(shown(form.text));
    if (!form.name.trimmed().isEmpty()) parts.append(shown(form.name));
    if (parts.isEmpty() && form.filters.chooseFiles()) parts = {folderNames(form.folders)};
    const QString title = parts.join(u" · "_s);
    return title.isEmpty() ? TabText::tr("New search") : shortened(title);
}

QString tabTitle(const SearchForm& form, const SearchSession& session) {
    using State = SearchSession::State;
    const QString title = tabTitle(form);
    if (session.isRunning() || session.state() == State::Idle || !session.query().content)
        return title;
    const QString lines = number(session.progress().matches);
    const bool all = session.state() == State::Finished;
    return (all ? u"%1 (%2)"_s : u"%1 (%2+)"_s).arg(title, lines);
}

QString tabSpoken(const SearchForm& form, const SearchSession& session) {
    const QString title = tabTitle(form);
    switch (session.state()) {
        case SearchSession::State::Idle: return title;
        case SearchSession::State::Running:
            return (session.isPaused() ? TabText::tr("%1, paused") : TabText::tr("%1, searching"))
                .arg(title);
        default: return u"%1, %2"_s.arg(title, outcome(session));
    }
}

QString tabToolTip(const SearchForm& form, const SearchSession& session) {
    QStringList lines;
    if (!form.text.isEmpty()) lines.append(TabText::tr("Text: %1").arg(shown(form.text)));
    if (!form.name.trimmed().isEmpty()) lines.append(TabText::tr("Name: %1").arg(shown(form.name)));
    lines.append(places(form));
    lines.append(filterLines(form.filters));
    if (session.state() != SearchSession::State::Idle) lines.append(outcome(session));
    return toolTipText(lines.join(u'\n'));
}

}  // namespace findling::gui
