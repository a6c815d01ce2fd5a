#include "gui/why/WhyWords.h"

#include "gui/results/DisplayText.h"

#include <QCoreApplication>
#include <QStringList>

#include <string_view>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

struct WhyWords {
    Q_DECLARE_TR_FUNCTIONS(WhyWords)
};

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

/// The core's words for rules that hold the same in each search, and what stands for them here. A
/// "%" is anything.
struct KnownRule {
    std::string_view words;
    const char* text;
};
constexpr KnownRule kKnownRules[] = {
    {"its name begins with a dot",
     QT_TRANSLATE_NOOP("WhyWords", "it is hidden: its name begins with a dot")},
    {"no line of it matches",
     QT_TRANSLATE_NOOP("WhyWords", "it was searched, but no line of it matches the text")},
    {"a line of it matches",
     QT_TRANSLATE_NOOP("WhyWords",
                       "a line of it matches, and files without a match were asked for")},
    {"has no content to search",
     QT_TRANSLATE_NOOP("WhyWords", "it is not a file, so it has no text to search")},
    {"is of another type", QT_TRANSLATE_NOOP("WhyWords", "it is of another type")},
    {"belongs to somebody else", QT_TRANSLATE_NOOP("WhyWords", "it belongs to somebody else")},
    {"is deeper than the limit", QT_TRANSLATE_NOOP("WhyWords", "it is deeper than the limit")},
    {"its contents are deeper than the limit",
     QT_TRANSLATE_NOOP("WhyWords", "its contents are deeper than the limit")},
    {"is not as deep as asked for",
     QT_TRANSLATE_NOOP("WhyWords", "it is not as deep as was asked for")},
    {"matches the exclude pattern %",
     QT_TRANSLATE_NOOP("WhyWords", "it matches the exclude pattern %1")},
    {"does not match %", QT_TRANSLATE_NOOP("WhyWords", "its name does not match %1")},
    {"is smaller than %", QT_TRANSLATE_NOOP("WhyWords", "it is smaller than %1")},
    {"is larger than %", QT_TRANSLATE_NOOP("WhyWords", "it is larger than %1")},
    {"is not between % and %", QT_TRANSLATE_NOOP("WhyWords", "it is not between %1 and %2")},
    {"has another extension than %",
     QT_TRANSLATE_NOOP("WhyWords", "it has another extension than %1")},
    {"is of another kind than %", QT_TRANSLATE_NOOP("WhyWords", "it is of another kind than %1")},
    {"is of a kind that is not wanted: %",
     QT_TRANSLATE_NOOP("WhyWords", "it is of a kind that is not wanted: %1")},
    {"was modified before % or after %",
     QT_TRANSLATE_NOOP("WhyWords", "it was changed before %1 or after %2")},
    {"was modified before %", QT_TRANSLATE_NOOP("WhyWords", "it was changed before %1")},
    {"was modified after %", QT_TRANSLATE_NOOP("WhyWords", "it was changed after %1")},
    {"was created, if that is known, before % or after %",
     QT_TRANSLATE_NOOP("WhyWords", "it was created before %1 or after %2, if that is known")},
    {"was created, if that is known, before %",
     QT_TRANSLATE_NOOP("WhyWords", "it was created before %1, if that is known")},
    {"was created, if that is known, after %",
     QT_TRANSLATE_NOOP("WhyWords", "it was created after %1, if that is known")},
};

/// Whether the rule is so worded; `parts` becomes what stands for each "%".
bool holds(const KnownRule& known, std::string_view rule, QStringList& parts) {
    parts.clear();
    std::string_view words = known.words;
    for (;;) {
        const size_t gap = words.find('%');
        if (rule.substr(0, gap) != words.substr(0, gap)) return false;
        if (gap == std::string_view::npos) return true;  // both have come to their end
        rule.remove_prefix(gap);
        words.remove_prefix(gap + 1);
        const std::string_view next = words.substr(0, words.find('%'));
        const size_t end = next.empty() ? rule.size() : rule.find(next);
        if (end == std::string_view::npos) return false;
        parts.append(sentencePart(std::string(rule.substr(0, end))));
        rule.remove_prefix(end);
    }
}

/// What a reason says of one path where the core names no rule.
QString bareClause(SkipReason reason) {
    switch (reason) {
        case SkipReason::Hidden: return WhyWords::tr("it is hidden");
        case SkipReason::Ignored: return WhyWords::tr("it is ignored by a rule");
        case SkipReason::Excluded: return WhyWords::tr("it is excluded");
        case SkipReason::Binary: return WhyWords::tr("it is a binary file");
        case SkipReason::Encoding: return WhyWords::tr("it is in an encoding that cannot be read");
        case SkipReason::OtherFileSystem: return WhyWords::tr("it is on another file system");
        case SkipReason::VirtualFileSystem:
            return WhyWords::tr("it belongs to the system and is no file on a disk");
        case SkipReason::Vanished: return WhyWords::tr("it vanished while it was looked at");
        case SkipReason::Limit: return WhyWords::tr("it is beyond a limit of the search");
        case SkipReason::Text: return WhyWords::tr("the text is not in it");
        default: break;
    }
    return WhyWords::tr("it is not what was asked for (%1)").arg(skipReasonText(reason));
}

/// "it is ignored by *.o in .gitignore:3"
QString clause(const Skip& skip) {
    if (skip.rule.empty()) return bareClause(skip.reason);
    if (skip.reason == SkipReason::Ignored)
        return WhyWords::tr("it is ignored by %1").arg(sentencePart(skip.rule));
    QStringList parts;
    for (const KnownRule& known : kKnownRules) {
        if (!holds(known, skip.rule, parts)) continue;
        const QString text = WhyWords::tr(known.text);
        switch (parts.size()) {
            case 0: return text;
            case 1: return text.arg(parts[0]);
            default: return text.arg(parts[0], parts[1]);
        }
    }
    return u"%1 (%2)"_s.arg(bareClause(skip.reason), sentencePart(skip.rule));
}

/// Of what the fields and filters of the search leave out.
QString filterHelp(SkipReason reason) {
    switch (reason) {
        case SkipReason::Pattern:
            return WhyWords::tr("The name is not the one that was asked for. Change the name to "
                                "find these.");
        case SkipReason::Type:
            return WhyWords::tr("Not the type that was asked for, or nothing that has a text. "
                                "Remove the filter for types to find these.");
        case SkipReason::Extension:
            return WhyWords::tr("The name ends differently than was asked for. Remove the filter "
                                "for extensions or kinds to find these.");
        case SkipReason::Depth:
            return WhyWords::tr("Outside of the depth that was asked for. Change the depth to "
                                "find these.");
        case SkipReason::Size:
            return WhyWords::tr("Smaller or larger than was asked for. Change the size to find "
                                "these.");
        case SkipReason::Time:
            return WhyWords::tr("Outside of the time that was asked for. Change the time to find "
                                "these.");
        case SkipReason::Owner:
            return WhyWords::tr("Of another owner or group than was asked for. Remove the filter "
                                "for owners to find these.");
        case SkipReason::Permissions:
            return WhyWords::tr("With other permissions than were asked for. Remove the filter "
                                "for permissions to find these.");
        case SkipReason::Text:
            return WhyWords::tr("The file was searched and does not have what was asked for. "
                                "Change the text to find these.");
        default: return {};
    }
}

}  // namespace

QString skipReasonText(SkipReason reason) {
    switch (reason) {
        case SkipReason::Pattern: return WhyWords::tr("Other name");
        case SkipReason::Type: return WhyWords::tr("Other type");
        case SkipReason::Extension: return WhyWords::tr("Other extension");
        case SkipReason::Hidden: return WhyWords::tr("Hidden");
        case SkipReason::Ignored: return WhyWords::tr("Named by an ignore rule");
        case SkipReason::Excluded: return WhyWords::tr("Excluded");
        case SkipReason::Depth: return WhyWords::tr("Too deep or not deep enough");
        case SkipReason::Size: return WhyWords::tr("Size");
        case SkipReason::Time: return WhyWords::tr("Time");
        case SkipReason::Owner: return WhyWords::tr("Other owner");
        case SkipReason::Permissions: return WhyWords::tr("Other permissions");
        case SkipReason::Binary: return WhyWords::tr("Binary file");
        case SkipReason::Encoding: return WhyWords::tr("Encoding that cannot be read");
        case SkipReason::OtherFileSystem: return WhyWords::tr("On another file system");
        case SkipReason::VirtualFileSystem: return WhyWords::tr("Virtual file system");
        case SkipReason::Vanished: return WhyWords::tr("Vanished during the search");
        case SkipReason::Text: return WhyWords::tr("Text not in the file");
        case SkipReason::Limit: return WhyWords::tr("Beyond a limit");
    }
    return text(name(reason));  // a reason younger than this list
}

QString skipReasonHelp(SkipReason reason) {
    switch (reason) {
        case SkipReason::Hidden:
            return WhyWords::tr("Names that begin with a dot are hidden. Search hidden files to "
                                "find these.");
        case SkipReason::Ignored:
            return WhyWords::tr("A .gitignore or .ignore file names these. Turn the ignore rules "
                                "off to find them.");
        case SkipReason::Excluded:
            return WhyWords::tr("An exclude pattern of this search names these. Remove it to find "
                                "them.");
        case SkipReason::Binary:
            return WhyWords::tr("These files are no text. Search binary files to find these.");
        case SkipReason::Encoding:
            return WhyWords::tr("The text is in an encoding that cannot be read here. Choose the "
                                "encoding, or search the bytes as they are.");
        case SkipReason::OtherFileSystem:
            return WhyWords::tr("Another disk or share is mounted there. Allow other file systems "
                                "to find these.");
        case SkipReason::VirtualFileSystem:
            return WhyWords::tr("Places such as /proc and /sys are made up by the system. To "
                                "search one, choose it as the folder to search in.");
        case SkipReason::Vanished:
            return WhyWords::tr("Deleted or renamed between being seen and being read. Search "
                                "again.");
        case SkipReason::Limit:
            return WhyWords::tr("Beyond a limit of the search. Raise the limit or narrow the "
                                "search.");
        default: return filterHelp(reason);
    }
}

QString answerText(const Explanation& explanation) {
    const QString path = sentencePart(explanation.path);
    switch (explanation.kind) {
        case Explanation::Kind::Result: return WhyWords::tr("%1 is a result.").arg(path);
        case Explanation::Kind::LeftOut:
            return WhyWords::tr("%1 is not here: %2").arg(path, clause(explanation.skip));
        case Explanation::Kind::InsideLeftOut:
            return WhyWords::tr("%1 is not here: it is inside %2, which was not entered: %3")
                .arg(path, sentencePart(explanation.skip.path), clause(explanation.skip));
        case Explanation::Kind::Outside:
            return WhyWords::tr("%1 is not here: it is outside of the searched folders.").arg(path);
        case Explanation::Kind::NotListed:
            return WhyWords::tr("%1 is not here: it is not one of the files that are searched.")
                .arg(path);
        case Explanation::Kind::Root:
            return WhyWords::tr("%1 is the searched folder itself, which is no result.").arg(path);
        case Explanation::Kind::Unreadable:
            return WhyWords::tr("%1 cannot be judged: %2")
                .arg(path, sentencePart(describe(explanation.problem)));
        case Explanation::Kind::Stopped:
            return WhyWords::tr("%1 was not judged: the question was dropped.").arg(path);
        case Explanation::Kind::NotReached: break;
    }
    return WhyWords::tr("%1 is not here: the search did not come to it.").arg(path);
}

QString sentencePart(const std::string& bytes) {
    constexpr qsizetype kLongest = 120;
    QString shown = displayText(bytes);
    if (shown.size() <= kLongest) return shown;
    const auto tear = [&shown](qsizetype at) { return shown.at(at).isLowSurrogate(); };
    qsizetype begin = kLongest / 3;
    qsizetype end = shown.size() - kLongest / 2;
    if (tear(begin)) ++begin;
    if (tear(end)) ++end;
    return shown.left(begin) + u'…' + shown.mid(end);
}

}  // namespace findling::gui
