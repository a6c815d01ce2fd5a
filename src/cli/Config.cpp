#include "cli/Config.h"

#include "core/base/Text.h"
#include "core/base/UserFolders.h"
#include "core/walk/DirHandle.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

namespace findling::cli {

namespace {

constexpr size_t kMaxConfig = 1 << 20;

/// Empty where there is no such file.
Result<std::string> readFile(const std::string& path) {
    int code = 0;
    FileStat facts;
    code = statPath(path, true, facts);
    if (code == ENOENT || code == ENOTDIR) return std::string();
    const auto fail = [&](std::string reason) {
        return Error{ErrorKind::Path, std::move(reason), path, {}, code};
    };
    if (code == 0 && facts.type != FileType::File) return fail("the configuration is no file");
    FileHandle file = code == 0 ? openPath(path, code) : FileHandle();
    std::string text;
    std::array<char, 16384> buffer;
    while (file.isOpen()) {
        const int64_t got = file.read(buffer.data(), buffer.size(), code);
        if (got == 0) return text;
        if (got < 0) break;
        text.append(buffer.data(), static_cast<size_t>(got));
        if (text.size() > kMaxConfig) return fail("the configuration is larger than 1 MiB");
    }
    return fail("cannot read the configuration: " + systemProblem(path, "", code).text);
}

/// Walks through the lines and applies what the command takes.
class ConfigReader {
public:
    ConfigReader(const std::string& path, Request& request,
                 const std::function<bool(const OptionSpec&)>& wanted)
        : m_path(path), m_request(request), m_wanted(wanted) {}

    Result<void> read(std::string_view text) {
        for (uint32_t number = 1; !text.empty(); ++number) {
            const std::string_view line = trimmed(takeUntil(text, '\n'));
            if (auto ok = take(line, number); !ok) return ok.error();
        }
        if (m_waiting)
            return fail(m_waitingLine, fmt::format("--{} needs a value", m_waiting->name));
        return {};
    }

private:
    Error fail(uint32_t number, std::string text) const {
        return {ErrorKind::Option, fmt::format("{}:{}: {}", m_path, number, text)};
    }

    Result<void> take(std::string_view line, uint32_t number) {
        if (m_waiting) {
            return keep(*std::exchange(m_waiting, nullptr), line, number);
        }
        if (line.empty() || line.front() == '#') return {};
        if (line.substr(0, 2) != "--" || line.size() == 2) {
            return fail(number, fmt::format("'{}' is no option in its long form, as --hidden or "
                                            "--sort=path",
                                            line));
        }
        line.remove_prefix(2);
        const size_t equals = line.find('=');
        const OptionSpec* option = findOption(line.substr(0, equals));
        if (!option) return fail(number, unknown(line.substr(0, equals)));
        if (equals == std::string_view::npos && option->takesValue()) {
            m_waiting = option;
            m_waitingLine = number;
            return {};
        }
        if (equals != std::string_view::npos && !option->takesValue())
            return fail(number, fmt::format("--{} takes no value", option->name));
        return keep(*option, equals == std::string_view::npos ? "" : line.substr(equals + 1),
                    number);
    }

    static std::string unknown(std::string_view name) {
        std::vector<std::string_view> known;
        for (const OptionSpec& option : options()) known.push_back(option.name);
        const std::string_view near = nearest(name, known);
        return fmt::format("unknown option --{}{}", name,
                           near.empty() ? "" : fmt::format("; did you mean --{}?", near));
    }

    /// What only the other command takes is no mistake: the file is for both.
    Result<void> keep(const OptionSpec& option, std::string_view value, uint32_t number) {
        if (option.name == "no-config" || option.name == "kind-list")
            return fail(number, fmt::format("--{} is for the command line alone", option.name));
        if (!m_wanted(option)) return {};
        auto applied = applyOption(m_request, option.name, value);
        if (applied) return {};
        Error error = applied.error();
        error.text = fmt::format("{}:{}: {}", m_path, number, error.text);
        return error;
    }

    const std::string& m_path;
    Request& m_request;
    const std::function<bool(const OptionSpec&)>& m_wanted;
    const OptionSpec* m_waiting = nullptr;  ///< an option whose value is the next line
    uint32_t m_waitingLine = 0;
};

}  // namespace

std::string configPath() {
    const std::string base = userConfigFolder();
    return base.empty() ? base : base + "/findling/config";
}

Result<void> applyConfig(const std::string& path, Request& request,
                         const std::function<bool(const OptionSpec&)>& wanted) {
    const auto text = readFile(path);
    if (!text) return text.error();
    return ConfigReader(path, request, wanted).read(*text);
}

}  // namespace findling::cli
