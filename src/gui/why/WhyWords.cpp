#include "gui/why/WhyWords.h"

#include "gui/results/DisplayText.h"

#include <QCoreApplication>

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

bool cutStart(std::string_view& text, std::string_view start) {
    if (text.substr(0, start.size()) != start) return false;
    text.remove_prefix(start.size());
    return true;
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

/// Core's fixed words, for which there is a translation.
QString knownClause(std::string_view rule) {
    if (rule == "its name begins with a dot")
        return WhyWords::tr("it is hidden: its name begins with a dot");
    if (rule == "no line of it matches")
        return WhyWords::tr("it was searched, but no line of it matches the text");
    if (rule == "a line of it matches") {
        return WhyWords::tr("a line of it matches, and files without a match were asked for");
    }
    if (rule == "has no content to search")
        return WhyWords::tr("it is not a file, so it has no text to search");
    if (rule == "is of another type") return WhyWords::tr("it is of another type");
    if (rule == "belongs to somebody else") return WhyWords::tr("it belongs to somebody else");
    if (rule == "is deeper than the limit") return WhyWords::tr("it is deeper than the limit");
    if (rule == "its contents are deeper than the limit")
        return WhyWords::tr("its contents are deeper than the limit");
    if (rule == "is not as deep as asked for")
        return WhyWords::tr("it is not as deep as was asked for");
    return {};
}

QString clause(SkipReason reason, const std::string& rule) {
    if (rule.empty()) return bareClause(reason);
    if (const QString known = knownClause(rule); !known.isEmpty()) return known;
    std::string_view rest = rule;
    if (reason == SkipReason::Ignored)
        return WhyWords::tr("it is ignored by %1").arg(sentencePart(rule));
    if (cutStart(rest, "matches the exclude pattern ")) {
        return WhyWords::tr("it matches the exclude pattern %1")
            .arg(sentencePart(std::string(rest)));
    }
    if (cutStart(rest, "does not match "))
        return WhyWords::tr("its name does not match %1").arg(sentencePart(std::string(rest)));
    return WhyWords::tr("it %1", "a predicate in the words of the search engine")
        .arg(sentencePart(rule));
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

Verdict verdictOf(const Explanation& explanation) {
    Verdict verdict;
    std::string_view rest = explanation.reason;
    if (cutStart(rest, "is inside ")) {
        const size_t end = rest.find(", which ");
        if (end == std::string_view::npos) return verdict;
        verdict.folder = rest.substr(0, end);
        rest.remove_prefix(end + std::string_view(", which ").size());
    }
    if (!cutStart(rest, "is left out (") || rest.empty() || rest.back() != ')') return verdict;
    rest.remove_suffix(1);
    for (size_t i = 0; i < kSkipReasons; ++i) {
        const auto reason = static_cast<SkipReason>(i);
        std::string_view rule = rest;
        if (!cutStart(rule, name(reason))) continue;
        if (!rule.empty() && !cutStart(rule, ": ")) continue;
        verdict.reason = reason;
        verdict.rule = rule;
        break;
    }
    return verdict;
}

QString answerText(const Explanation& explanation) {
    const QString path = sentencePart(explanation.path);
    if (explanation.result) return WhyWords::tr("%1 is a result.").arg(path);
    const Verdict verdict = verdictOf(explanation);
    if (verdict.reason) {
        const QString why = clause(*verdict.reason, verdict.rule);
        if (verdict.folder.empty()) return WhyWords::tr("%1 is not here: %2").arg(path, why);
        return WhyWords::tr("%1 is not here: it is inside %2, which was not entered: %3")
            .arg(path, sentencePart(verdict.folder), why);
    }
    if (explanation.reason == "is outside of the searched folders")
        return WhyWords::tr("%1 is not here: it is outside of the searched folders.").arg(path);
    if (explanation.reason == "is the searched folder itself, which is no result")
        return WhyWords::tr("%1 is the searched folder itself, which is no result.").arg(path);
    if (explanation.reason == "was not reached by the walk")
        return WhyWords::tr("%1 is not here: the search did not come to it.").arg(path);
    std::string_view trouble = explanation.reason;
    if (cutStart(trouble, "cannot be told: ")) {
        return WhyWords::tr("%1 cannot be judged: %2")
            .arg(path, sentencePart(std::string(trouble)));
    }
    return WhyWords::tr("%1 is not here: it %2").arg(path, sentencePart(explanation.reason));
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
