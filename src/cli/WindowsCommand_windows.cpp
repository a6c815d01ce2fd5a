#include "cli/WindowsCommand.h"

#include <algorithm>
#include <utility>
#include <windows.h>

namespace findling::cli {

namespace {

bool isFile(const std::wstring& path) {
    const DWORD attributes = ::GetFileAttributesW(path.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

std::wstring variable(const wchar_t* name) {
    std::wstring out(::GetEnvironmentVariableW(name, nullptr, 0), L'\0');
    if (!out.empty())
        out.resize(::GetEnvironmentVariableW(name, out.data(), static_cast<DWORD>(out.size())));
    return out;
}

template <class Use>
void eachPart(std::wstring_view list, const Use& use) {
    while (!list.empty()) {
        const size_t end = std::min(list.find(L';'), list.size());
        if (end > 0) use(std::wstring(list.substr(0, end)));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

}  // namespace

std::wstring quotedArgument(std::wstring_view word) {
    if (!word.empty() && word.find_first_of(L" \t\n\v\"") == std::wstring_view::npos)
        return std::wstring(word);
    std::wstring out = L"\"";
    size_t backslashes = 0;
    for (const wchar_t c : word) {
        if (c == L'\\') {
            ++backslashes;
            continue;
        }
        if (c == L'"') backslashes = backslashes * 2 + 1;
        out.append(std::exchange(backslashes, 0), L'\\');
        out += c;
    }
    out.append(backslashes * 2, L'\\');
    return out + L'"';
}

std::wstring findProgram(const std::wstring& name) {
    std::vector<std::wstring> endings{L""};
    eachPart(variable(L"PATHEXT"), [&](std::wstring part) { endings.push_back(std::move(part)); });
    std::wstring found;
    const auto look = [&](const std::wstring& base) {
        const size_t last = base.find_last_of(L"\\/");
        const bool named = base.find(L'.', last == std::wstring::npos ? 0 : last) < base.size();
        for (const std::wstring& ending : endings) {
            if (!found.empty() || (ending.empty() && !named)) continue;
            if (isFile(base + ending)) found = base + ending;
        }
    };
    if (name.find_first_of(L"\\/:") != std::wstring::npos) {
        look(name);
    } else {
        eachPart(variable(L"PATH"), [&](std::wstring folder) {
            folder.erase(std::remove(folder.begin(), folder.end(), L'"'), folder.end());
            const bool absolute = folder.size() > 2 && (folder[1] == L':' || folder[1] == L'\\');
            if (absolute) look(folder + L'\\' + name);
        });
    }
    return found;
}

bool isSafeCommand(std::wstring program, const std::vector<std::wstring>& words) {
    // Windows drops these from the end of a name, and then it is a batch file after all.
    while (!program.empty() && (program.back() == L' ' || program.back() == L'.'))
        program.pop_back();
    const std::wstring ending =
        program.substr(program.size() - std::min<size_t>(4, program.size()));
    if (::lstrcmpiW(ending.c_str(), L".bat") != 0 && ::lstrcmpiW(ending.c_str(), L".cmd") != 0)
        return true;
    // Parentheses are usual in folders of programs, and harmless there.
    if (program.find_first_of(L"\"%!&|<>^\r\n") != std::wstring::npos) return false;
    return std::none_of(words.begin() + 1, words.end(), [](const std::wstring& word) {
        return word.find_first_of(L"\"%!&|<>^()\r\n") != std::wstring::npos;
    });
}

}  // namespace findling::cli
