/// Lists of words in one field, with commas between them: extensions, kinds of files, names to
/// leave out.
#pragma once

#include <QString>
#include <QStringList>

namespace findling::gui {

/// "a, b,c" -> {"a", "b", "c"}, each once. The commas of "{a,b}" stay, and so does one behind a
/// backslash. What stands in quotes is one word whatever it holds; "" in there is a quote.
QStringList splitWords(const QString& text);

/// The reverse: splitWords() makes the same words of it, however odd they are. None may be empty.
QString joinWords(const QStringList& words);

}  // namespace findling::gui
