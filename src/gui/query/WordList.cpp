#include "gui/query/WordList.h"

#include <algorithm>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

/// The word in quotes at the beginning of the text, and behind it: only blanks up to a comma, or
/// the end. False where that is not so, and the quote means itself.
bool takeQuoted(QStringView& text, QString& word) {
    QString inside;
    qsizetype at = 1;
    for (;; ++at) {
        if (at >= text.size()) return false;
        if (text[at] == u'"') {
            if (at + 1 >= text.size() || text[at + 1] != u'"') break;
            ++at;
        }
        inside += text[at];
    }
    const QStringView rest = text.mid(at + 1);
    const qsizetype comma = rest.indexOf(u',');
    const qsizetype end = comma < 0 ? rest.size() : comma;
    if (!rest.left(end).trimmed().isEmpty()) return false;
    word = inside;
    text = rest.mid(end);
    return true;
}

/// Up to a comma outside of braces.
QString takePlain(QStringView& text) {
    int depth = 0;
    qsizetype at = 0;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u',' && depth <= 0) break;
        if (c == u'\\') ++at;  // what follows means itself
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
    }
    at = std::min(at, text.size());
    const QString word = text.left(at).trimmed().toString();
    text = text.mid(at);
    return word;
}

bool needsQuotes(const QString& word) {
    if (word.startsWith(u'"')) return true;  // its quote must not end with another word's
    const QString other = word == "x"_L1 ? u"y"_s : u"x"_s;
    return splitWords(word + u',' + other) != QStringList{word, other};
}

}  // namespace

QStringList splitWords(const QString& text) {
    QStringList out;
    QStringView rest = text;
    while (!rest.isEmpty()) {
        if (rest.front() == u',' || rest.front().isSpace()) {
            rest = rest.mid(1);
            continue;
        }
        QString word;
        if (rest.front() != u'"' || !takeQuoted(rest, word)) word = takePlain(rest);
        if (!word.isEmpty() && !out.contains(word)) out.append(word);
    }
    return out;
}

QString joinWords(const QStringList& words) {
    QStringList out;
    for (const QString& word : words) {
        QString quoted = word;
        quoted.replace(u'"', u"\"\""_s);
        out.append(needsQuotes(word) ? u"\"%1\""_s.arg(quoted) : word);
    }
    return out.join(", "_L1);
}

}  // namespace findling::gui
