/// The words of the panel "Why not?": reasons, what can be done about them, and what the core has
/// to say of one path.
#pragma once

#include "core/base/Problem.h"
#include "core/search/Explain.h"

#include <QString>

#include <string>

namespace findling::gui {

/// The reason in words of the window's language.
QString skipReasonText(SkipReason reason);
/// What it means, and what can be done about it.
QString skipReasonHelp(SkipReason reason);

/// One whole sentence: "src/a.o is not here: it is ignored by *.o in .gitignore:3".
QString answerText(const Explanation& explanation);

/// A path or rule for the middle of a sentence: in one line, and not longer than a line.
QString sentencePart(const std::string& bytes);

}  // namespace findling::gui
