/// From words to a program and its command line, as Windows wants them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findling::cli {

/// By the rules of CommandLineToArgvW: a backslash is special only before a quote.
std::wstring quotedArgument(std::wstring_view word);

/// The program's file, or nothing. Where only a name is given the folders of PATH are asked, and
/// never the current folder, which may be one that is searched.
std::wstring findProgram(const std::wstring& name);

/// False for a batch file with arguments that could be taken for commands: cmd.exe runs it, and
/// reads its arguments by other rules than all other programs. `words` begin with the program.
bool isSafeCommand(std::wstring program, const std::vector<std::wstring>& words);

}  // namespace findling::cli
