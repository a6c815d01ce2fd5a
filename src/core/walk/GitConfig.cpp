#include "core/walk/GitConfig.h"

#include "core/base/Text.h"
#include "core/base/UserFolders.h"
#include "core/base/Users.h"
#include "core/walk/GitRepository.h"

#include <cstdlib>

namespace findling {

namespace {

constexpr int kMaxIncludes = 10;  ///< deep, as in git
constexpr size_t kMaxConfig = 1 << 20;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

std::string resolved(const std::string& path, const std::string& folder) {
    if (path.compare(0, 1, "~") == 0) {  // "~/ignore" and "~name/ignore"
        const size_t slash = std::min(path.find('/'), path.size());
        const std::string home =
            slash == 1 ? environment("HOME") : homeFolder(path.substr(1, slash - 1));
        // git gives up a path whose home it does not know.
        return home.empty() ? std::string() : home + path.substr(slash);
    }
    if (path.empty() || path.front() == '/' || folder.empty()) return path;
    return folder + "/" + path;
}

std::string folderOf(const std::string& path) {
    const size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

/// Lines of a configuration file: [section "sub"] and key = value.
class ConfigReader {
public:
    explicit ConfigReader(std::string_view text) : m_text(text) {
        if (m_text.substr(0, 3) == "\xef\xbb\xbf") m_text.remove_prefix(3);
    }

    /// The next setting; key and section in lower case.
    bool next() {
        while (!m_text.empty()) {
            const char c = m_text.front();
            if (c == '[') {
                readSection();
            } else if (c == '#' || c == ';') {
                m_text.remove_prefix(std::min(m_text.find('\n'), m_text.size()));
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                m_text.remove_prefix(1);
            } else {
                readSetting();
                return true;
            }
        }
        return false;
    }

    std::string section;
    std::string key;
    std::string value;

private:
    void readSection() {
        const size_t end = std::min(m_text.find_first_of("]\n"), m_text.size());
        const std::string_view head = trimmed(m_text.substr(1, end == 0 ? 0 : end - 1));
        section = lowerAscii(head.substr(0, head.find_first_of(" \t\"")));
        // What has a subsection is none of ours, whatever its name.
        if (head.find('"') != std::string_view::npos) section += " \"\"";
        m_text.remove_prefix(std::min(end + 1, m_text.size()));
    }

    void readSetting() {
        const size_t end = std::min(m_text.find_first_of("=\n#;"), m_text.size());
        key = lowerAscii(trimmed(m_text.substr(0, end)));
        value = "true";  // a key alone
        m_text.remove_prefix(end);
        if (m_text.empty() || m_text.front() != '=') {
            m_text.remove_prefix(std::min(m_text.find('\n'), m_text.size()));
            return;
        }
        m_text.remove_prefix(1);
        readValue();
    }

    void readValue() {
        value.clear();
        size_t kept = 0;  // trailing space belongs to the value only inside quotes
        bool quoted = false;
        const size_t begin = m_text.find_first_not_of(" \t\r\v\f");
        m_text.remove_prefix(std::min(begin, m_text.size()));
        for (; !m_text.empty(); m_text.remove_prefix(1)) {
            char c = m_text.front();
            if (c == '\n') break;
            if (!quoted && (c == '#' || c == ';')) {
                m_text.remove_prefix(std::min(m_text.find('\n'), m_text.size()));
                break;
            }
            if (c == '"') {
                quoted = !quoted;
                kept = value.size();
                continue;
            }
            if (c == '\\' && m_text.size() > 1) {
                m_text.remove_prefix(1);
                c = m_text.front();
                if (c == '\n') continue;
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'b' ? '\b' : c;
                value += c;
                kept = value.size();
                continue;
            }
            value += c;
            if (quoted || (c != ' ' && c != '\t' && c != '\r')) kept = value.size();
        }
        value.resize(kept);
    }

    std::string_view m_text;
};

bool isTrue(const std::string& value) {
    const std::string word = lowerAscii(value);
    return word == "true" || word == "yes" || word == "on" || word == "1";
}

std::optional<std::string> readConfigFile(const std::string& path) {
    int code = 0;
    const DirHandle folder = DirHandle::openRoot(folderOf(path), code);
    if (!folder.isOpen()) return std::nullopt;
    return readSmallFile(folder, path.substr(path.rfind('/') + 1), kMaxConfig, code, true);
}

}  // namespace

void GitConfig::apply(std::string_view text, const std::string& folder, const ReadFile& read,
                      int depth) {
    ConfigReader reader(text);
    while (reader.next()) {
        if (reader.section == "core" && reader.key == "excludesfile") {
            // Not relative to the file: git opens it from the top of the work tree.
            excludesFile = resolved(reader.value, {});
        } else if (reader.section == "core" && reader.key == "ignorecase") {
            ignoreCase = isTrue(reader.value);
        } else if (reader.section == "include" && reader.key == "path" && depth < kMaxIncludes) {
            const std::string path = resolved(reader.value, folder);
            if (const auto included = read(path)) apply(*included, folderOf(path), read, depth + 1);
        }
    }
}

GitConfig GitConfig::ofUser() {
    GitConfig config;
    const auto take = [&](const std::string& path) {
        if (path.empty()) return;
        if (const auto text = readConfigFile(path))
            config.apply(*text, folderOf(path), readConfigFile);
    };
    const std::string system = environment("GIT_CONFIG_SYSTEM");
    if (environment("GIT_CONFIG_NOSYSTEM").empty())
        take(system.empty() ? "/etc/gitconfig" : system);
    if (const std::string global = environment("GIT_CONFIG_GLOBAL"); !global.empty()) {
        take(global);
        return config;
    }
    const std::string xdg = userConfigFolder();
    if (!xdg.empty()) take(xdg + "/git/config");
    if (const std::string home = environment("HOME"); !home.empty()) take(home + "/.gitconfig");
    return config;
}

std::string GitConfig::defaultExcludesFile() {
    const std::string home = userConfigFolder();
    return home.empty() ? "" : home + "/git/ignore";
}

}  // namespace findling
