#include "gui/query/WithinText.h"

#include "gui/query/FilterText.h"
#include "gui/query/SearchForm.h"
#include "gui/results/CellText.h"
#include "gui/results/DisplayText.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QStringList>

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct WithinText {
    Q_DECLARE_TR_FUNCTIONS(WithinText)
};

constexpr int kPatternLetters = 24;  // of a chip
constexpr qsizetype kLongest = 120;  // of a pattern in a tool tip
constexpr qsizetype kFolders = 3;    // that are named

const SearchForm& formOf(const WithinStep& step) {
    static const SearchForm kNothing;
    return step.form ? *step.form : kNothing;
}

QString shown(const QString& typed) {
    QString text = displayText(typed.toStdString());
    if (text.size() <= kLongest) return text;
    qsizetype end = kLongest;
    if (text.at(end - 1).isHighSurrogate()) --end;
    return text.left(end) + u'…';
}

QString whatText(const SearchForm& form) {
    QStringList parts;
    if (!form.text.isEmpty()) parts.append(WithinText::tr("text “%1”").arg(shown(form.text)));
    if (const QString name = form.name.trimmed(); !name.isEmpty())
        parts.append(WithinText::tr("name “%1”").arg(shown(name)));
    for (const FilterId& id : partsOf(form.filters))
        parts.append(filterText(form.filters, id.kind, id.index));
    return parts.join(", "_L1);
}

QString whereText(const SearchForm& form) {
    if (!form.within.isEmpty()) return WithinText::tr("In the files of the step before");
    QStringList folders;
    for (const QByteArray& folder : form.folders.mid(0, kFolders))
        folders.append(shortPath(folder));
    const QString named = folders.join(", "_L1);
    const qsizetype more = form.folders.size() - folders.size();
    if (more <= 0) return WithinText::tr("In %1").arg(named);
    if (more == 1) return WithinText::tr("In %1 and 1 more folder").arg(named);
    return WithinText::tr("In %1 and %2 more folders")
        .arg(named, number(static_cast<uint64_t>(more)));
}

}  // namespace

QString stepText(const WithinStep& step, const QFontMetrics& metrics) {
    const SearchForm& form = formOf(step);
    const bool one = step.files == 1;
    const QString count = number(static_cast<uint64_t>(std::max<qsizetype>(step.files, 0)));
    const QString pattern = form.text.isEmpty() ? form.name.trimmed() : form.text;
    if (pattern.isEmpty())
        return one ? WithinText::tr("In 1 file found")
                   : WithinText::tr("In %1 files found").arg(count);
    // More than this is measured for nothing.
    const QString start =
        pattern.size() <= 2 * kLongest ? pattern : pattern.left(kLongest) + pattern.right(kLongest);
    const QString shown = metrics.elidedText(displayText(start.toStdString()), Qt::ElideMiddle,
                                             metrics.averageCharWidth() * kPatternLetters);
    return one ? WithinText::tr("In 1 file with %1").arg(shown)
               : WithinText::tr("In %1 files with %2").arg(count, shown);
}

QString stepHint(const WithinStep& step) {
    const SearchForm& form = formOf(step);
    const QString count = number(static_cast<uint64_t>(std::max<qsizetype>(step.files, 0)));
    const QString found = step.files == 1 ? WithinText::tr("Found 1 file")
                                          : WithinText::tr("Found %1 files").arg(count);
    const QString what = whatText(form);
    return (what.isEmpty() ? found : WithinText::tr("%1 with: %2").arg(found, what)) + u'\n' +
           whereText(form);
}

}  // namespace findling::gui
