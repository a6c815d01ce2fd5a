#include "gui/results/PathLists.h"

#include <unordered_set>

namespace findling::gui {

PathList pathsOf(const ResultFiles& results, const std::vector<uint32_t>& files) {
    PathList out;
    std::string paths;
    for (const uint32_t file : files) {
        if (results.gone(file) || results.file(file).type == FileType::Folder) continue;
        (paths += results.path(file)) += '\0';
        ++out.count;
    }
    out.paths = std::make_shared<const std::string>(std::move(paths));
    return out;
}

std::vector<uint32_t> filesAt(const ResultFiles& results, const std::vector<std::string>& paths) {
    const std::unordered_set<std::string_view> wanted(paths.begin(), paths.end());
    std::vector<uint32_t> out;
    for (size_t i = 0; i < results.files(); ++i) {
        const auto file = static_cast<uint32_t>(i);
        if (wanted.count(results.path(file)) > 0) out.push_back(file);
    }
    return out;
}

}  // namespace findling::gui
