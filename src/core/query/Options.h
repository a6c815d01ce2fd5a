/// THE table of options. Command line, help, completions and Python arguments follow from it:
/// a new option is one row here and a field in Query.
#pragma once

#include "core/base/Result.h"
#include "core/query/Query.h"
#include "core/query/RowOrder.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

/// How results are shown. Plain wishes; the faces that print carry them out.
struct OutputOptions {
    enum class Format : uint8_t { Text, Json, Csv, Long, Template };
    enum class When : uint8_t { Auto, Always, Never };
    enum class Show : uint8_t { Lines, Matches, Count, CountMatches, Files, FilesWithout };
    enum class Why : uint8_t { No, Counts, List };

    Format format = Format::Text;
    std::string rowTemplate = {};  ///< of Format::Template
    SortOrder sort = {};
    uint64_t limit = 0;  ///< of sorted results: the first so many; 0 = all
    Show show = Show::Lines;
    When color = When::Auto;
    When heading = When::Auto;
    When lineNumber = When::Auto;
    When withFilename = When::Auto;
    When hyperlink = When::Never;
    std::string hyperlinkFormat = "default";
    bool column = false;
    bool byteOffset = false;
    bool vimgrep = false;                     ///< a line for each match
    std::optional<uint64_t> maxColumns = {};  ///< bytes of a line that are shown; 0 = all
    std::string contextSeparator = "--";
    bool nullSeparator = false;
    bool quiet = false;
    bool stats = false;
    Why why = Why::No;
    uint64_t batchSize = 0;  ///< results for one command of --exec-batch; 0 = what fits
    bool listKinds = false;  ///< show the kinds of files instead of searching
    bool noConfig = false;   ///< the configuration file is not read

    friend bool operator==(const OutputOptions&, const OutputOptions&) = default;
};

/// One command line, understood: what to search and how to show it.
struct Request {
    Query query;
    OutputOptions output;
    int64_t now = 0;           ///< the moment that relative times count from; 0 = the present
    bool beforeGiven = false;  ///< -B was said: -C leaves that side alone
    bool afterGiven = false;
};

enum class Command : uint8_t { Find = 1, Search = 2, Both = 3 };

struct OptionSpec {
    enum class Value : uint8_t { None, Text, Size, Time, Number, Choice };
    /// `name` is the option as it was used: one function may serve several rows.
    using Apply = Result<void> (*)(Request&, std::string_view value);

    std::string_view name;     ///< long, without dashes
    std::string_view aliases;  ///< between commas
    char shortFind;            ///< 0 = none
    char shortSearch;
    Command command;
    Value value;
    std::string_view valueName;  ///< for help; the choices, between |, for Value::Choice
    std::string_view group;
    std::string_view help;
    Apply apply;

    bool takesValue() const { return value != Value::None; }
    bool belongsTo(Command wanted) const {
        return (static_cast<int>(command) & static_cast<int>(wanted)) != 0;
    }
};

std::span<const OptionSpec> options();
/// By long name or alias; null where there is none.
const OptionSpec* findOption(std::string_view name);
/// Applies one option; the error names the option and the value.
Result<void> applyOption(Request& request, std::string_view name, std::string_view value);
/// The error with the option that it is about in front.
Error optionError(std::string_view name, Error error);
/// "1,2,3" -> {"1", "2", "3"}
std::vector<std::string> splitList(std::string_view text);

}  // namespace findling
