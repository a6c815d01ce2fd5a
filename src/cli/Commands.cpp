#include "cli/Commands.h"

#include "core/query/Options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace findling::cli {

namespace {

constexpr std::string_view kEnd = ";";

Error usage(std::string text) {
    return {ErrorKind::Option, std::move(text)};
}

bool shortTakesValue(char letter) {
    for (const OptionSpec& option : options()) {
        if (option.shortFind == letter && option.belongsTo(Command::Find))
            return option.takesValue();
    }
    return false;
}

/// Goes through the arguments, keeps what is not ours and collects what is.
class Taker {
public:
    explicit Taker(std::vector<std::string>& args) : m_args(args) {}

    Result<Commands> take() {
        for (m_next = 0; m_next < m_args.size();) {
            const std::string arg = m_args[m_next++];
            if (arg == "--") {
                m_kept.push_back(arg);
                keep(m_args.size() - m_next);
            } else if (arg.compare(0, 2, "--") == 0) {
                if (auto ok = takeLong(arg); !ok) return ok.error();
            } else if (arg.size() > 1 && arg.front() == '-') {
                if (auto ok = takeShort(arg); !ok) return ok.error();
            } else {
                m_kept.push_back(arg);
            }
        }
        if (m_batchSizeGiven && !m_commands.batch)
            return usage("--batch-size goes with -X, which runs one command for many results");
        m_args = std::move(m_kept);
        return std::move(m_commands);
    }

private:
    void keep(size_t count) {
        for (; count > 0 && m_next < m_args.size(); --count) m_kept.push_back(m_args[m_next++]);
    }

    Result<void> takeLong(const std::string& arg) {
        const size_t equals = arg.find('=');
        const std::string_view name = std::string_view(arg).substr(2, equals - 2);
        std::optional<std::string> value;
        if (equals != std::string::npos) value = arg.substr(equals + 1);
        if (name == "exec" || name == "exec-batch")
            return takeCommand(name == "exec-batch", std::move(value));
        if (name == "batch-size") return takeBatchSize(std::move(value));
        m_kept.push_back(arg);
        const OptionSpec* option = findOption(name);
        if (!value && option && option->takesValue()) keep(1);
        return {};
    }

    /// Flags may stand before the letter, as in -Hx, and the program behind it, as in -xls.
    Result<void> takeShort(const std::string& arg) {
        for (size_t i = 1; i < arg.size(); ++i) {
            if (arg[i] == 'x' || arg[i] == 'X') {
                if (i > 1) m_kept.push_back(arg.substr(0, i));
                std::optional<std::string> program;
                if (i + 1 < arg.size()) program = arg.substr(i + 1);
                return takeCommand(arg[i] == 'X', std::move(program));
            }
            if (!shortTakesValue(arg[i])) continue;
            m_kept.push_back(arg);
            if (i + 1 == arg.size()) keep(1);
            return {};
        }
        m_kept.push_back(arg);
        return {};
    }

    Result<void> takeCommand(bool batch, std::optional<std::string> program) {
        std::vector<std::string> words;
        if (program) words.push_back(std::move(*program));
        while (m_next < m_args.size() && m_args[m_next] != kEnd) words.push_back(m_args[m_next++]);
        if (m_next < m_args.size()) ++m_next;
        if (!m_commands.empty() && batch != m_commands.batch)
            return usage("-x and -X do not go together: one command per result, or few for all");
        m_commands.batch = batch;
        auto command = CommandTemplate::parse(words, batch);
        if (!command) return command.error();
        m_commands.templates.push_back(std::move(*command));
        return {};
    }

    Result<void> takeBatchSize(std::optional<std::string> value) {
        if (!value && m_next < m_args.size()) value = m_args[m_next++];
        if (!value) return usage("--batch-size needs a number");
        const char* end = value->data() + value->size();
        const auto [stop, error] = std::from_chars(value->data(), end, m_commands.batchSize);
        if (error != std::errc() || stop != end) {
            return Error{ErrorKind::Option,
                         "--batch-size takes a number of results; 0 = all that fit", *value};
        }
        m_batchSizeGiven = true;
        return {};
    }

    std::vector<std::string>& m_args;
    std::vector<std::string> m_kept;
    size_t m_next = 0;
    Commands m_commands;
    bool m_batchSizeGiven = false;
};

}  // namespace

Result<Commands> takeCommands(std::vector<std::string>& args) {
    return Taker(args).take();
}

}  // namespace findling::cli
