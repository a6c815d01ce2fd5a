/// The few settings of git that decide about ignore rules, read from its configuration files as
/// data: nothing in them is ever run.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace findling {

struct GitConfig {
    std::optional<std::string> excludesFile = {};  ///< with "~/" resolved
    bool ignoreCase = false;

    /// Takes the settings of a file's text over those so far. `folder` is where the file lies, for
    /// relative includes; `read` gives the text of an included file, or nothing.
    using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;
    void apply(std::string_view text, const std::string& folder, const ReadFile& read,
               int depth = 0);

    /// The user's and the system's settings, by the environment: GIT_CONFIG_SYSTEM,
    /// GIT_CONFIG_GLOBAL, XDG_CONFIG_HOME, HOME.
    static GitConfig ofUser();

    /// Where git looks for excludes if no setting names a file: $XDG_CONFIG_HOME/git/ignore.
    static std::string defaultExcludesFile();
};

}  // namespace findling
