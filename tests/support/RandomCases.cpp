#include "support/RandomCases.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iostream>

namespace findling::test {

namespace {

uint64_t fromEnvironment(const char* name, uint64_t otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace

CaseRange casesToRun(const std::string& test, uint64_t defaultCount) {
    const CaseRange range{fromEnvironment("FINDLING_SEED", 1),
                          fromEnvironment("FINDLING_CASES", defaultCount)};
    std::cout << fmt::format("{}: seeds {} to {}\n", test, range.first,
                             range.first + range.count - 1);
    return range;
}

std::string repeatCommand(const std::string& test, uint64_t seed) {
    return fmt::format(
        "repeat: FINDLING_SEED={} FINDLING_CASES=1 findling_core_tests --gtest_filter={}", seed,
        test);
}

std::string quoted(const std::string& bytes) {
    std::string out = "\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') out += "\\n";
        else if (c == '\\' || c == '"') out += std::string("\\") + c;
        else if (byte < 0x20 || byte >= 0x7f) out += fmt::format("\\x{:02x}", byte);
        else out += c;
    }
    return out + "\"";
}

std::string quoted(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& text : list) out += "  " + quoted(text) + "\n";
    return out;
}

}  // namespace findling::test
