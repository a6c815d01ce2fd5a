#include "core/search/ListFile.h"

#include "core/base/Problem.h"
#include "core/base/Text.h"
#include "core/walk/DirHandle.h"

#include <array>

namespace findling {

Result<std::string> readListFile(const std::string& path, std::string_view what,
                                 const StopToken& stop) {
    int code = 0;
    FileHandle file = path == "-" ? openStandardInput(code) : openPath(path, code);
    const auto fail = [&] {
        return Error{ErrorKind::Path,
                     "cannot read the list of " + std::string(what) + ": " +
                         systemProblem(path, "", code).text,
                     path,
                     {},
                     code};
    };
    if (!file.isOpen()) return fail();
    std::string text;
    std::array<char, 65536> buffer;
    while (!stop.requested()) {
        // Opened without blocking, as every file: a pipe is waited for.
        if (!file.waitReadable(50)) continue;
        const int64_t got = file.read(buffer.data(), buffer.size(), code);
        if (got < 0) return fail();
        if (got == 0) return text;
        text.append(buffer.data(), static_cast<size_t>(got));
    }
    return text;
}

Result<void> readPatternFiles(ContentQuery& content, const StopToken& stop) {
    for (const std::string& path : content.patternFiles) {
        const auto text = readListFile(path, "patterns", stop);
        if (!text) return text.error();
        if (text->find('\0') != std::string::npos) {
            return Error{ErrorKind::Path, "a list of patterns cannot hold a NUL byte: is it text?",
                         path};
        }
        for (std::string_view rest = *text; !rest.empty();) {
            std::string_view line = takeUntil(rest, '\n');
            if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
            content.patterns.emplace_back(line);
        }
    }
    return {};
}

}  // namespace findling
