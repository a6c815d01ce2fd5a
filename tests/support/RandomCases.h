/// Random cases that can be repeated: every case has a number of its own, from which all of it
/// follows. FINDLING_SEED sets the first, FINDLING_CASES how many.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

namespace findling::test {

/// The same numbers on every system, unlike the distributions of the standard library.
class Random {
public:
    explicit Random(uint64_t seed) : m_engine(seed) {}

    /// 0 .. count - 1
    size_t below(size_t count) { return static_cast<size_t>(m_engine() % count); }
    bool percent(unsigned chance) { return below(100) < chance; }
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }
    const char* pick(std::initializer_list<const char*> from) {
        return from.begin()[below(from.size())];
    }

private:
    std::mt19937_64 m_engine;
};

struct CaseRange {
    uint64_t first;
    uint64_t count;
};

/// `test` is the name that --gtest_filter takes. Prints the range, so that a run can be repeated.
CaseRange casesToRun(const std::string& test, uint64_t defaultCount);

/// "repeat: FINDLING_SEED=17 FINDLING_CASES=1 .../findling_core_tests --gtest_filter=..."
std::string repeatCommand(const std::string& test, uint64_t seed);

/// The bytes as a C string literal would have them: for messages about hostile names.
std::string quoted(const std::string& bytes);
std::string quoted(const std::vector<std::string>& list);

}  // namespace findling::test
