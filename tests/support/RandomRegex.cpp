#include "support/RandomRegex.h"

namespace findling::test {

namespace {

std::string atom(Random& random, int depth) {
    if (depth > 0 && random.percent(35)) {
        const std::string inner = randomRegex(random, depth - 1);
        if (random.percent(4))
            return "(?<n" + std::to_string(random.below(1000)) + ">" + inner + ")";
        return random.pick({"(", "(", "(?:", "(?:", "(?>", "(?=", "(?!", "(?i:", "(?|"}) + inner +
               ")";
    }
    if (random.percent(12)) {
        return random.pick({"[ab]", "[^a]", "[a-c]", "[]a]", "[[:alpha:]]", "[\\w-]", "[^\\sb]",
                            "[\\]b]", "[b\\d]"});
    }
    if (random.percent(12)) {
        return random.pick(
            {".", "\\w", "\\W", "\\d", "\\s", "\\S", "\\b", "\\B", "^", "$", "\\pL", "\\h", "\\R"});
    }
    if (random.percent(3)) {
        return random.pick({"\\1", "(?<=a)", "(?<!b)", "\\K", "\\x{e9}", "\\x61", "\\Qa+\\E",
                            "(?i)", "(?#c)", "(*ACCEPT)", "[[:a]", "\\c]", "(?<=\xc3\xa9)", "(?-i)",
                            "\\E", "(a)?\\1"});
    }
    return random.pick(
        {"a", "b", "c", "ab", "abc", "A", "k", "s", "foo", " ", "_", "1", "\\.", "\xc3\xa9", "-"});
}

std::string repeated(Random& random, const std::string& atom) {
    if (!random.percent(25)) return atom;
    const std::string quantifier =
        random.pick({"*", "+", "?", "{2}", "{0,2}", "{1,}", "{,2}", "*?", "+?", "??", "*+", "++"});
    return atom + quantifier;
}

}  // namespace

std::string randomRegex(Random& random, int depth) {
    std::string out;
    for (size_t count = 1 + random.below(4); count > 0; --count)
        out += repeated(random, atom(random, depth));
    if (depth > 0 && random.percent(15)) out += "|" + randomRegex(random, depth - 1);
    return out;
}

std::string randomLine(Random& random) {
    std::string out;
    const bool unicode = random.percent(30);
    const bool broken = random.percent(15);
    for (size_t count = random.below(14); count > 0; --count) {
        if (unicode && random.percent(30))
            out += random.pick(
                {"\xc3\xa9", "\xc3\x89", "\xe2\x84\xaa", "\xc5\xbf", "\xf0\x9f\x98\x80"});
        else if (broken && random.percent(25))
            out += random.pick({"\xff", "\xc3", "\xe2\x82", "\x80", "\xed\xa0\x80"});
        else
            out += random.pick({"a",  "b", "c", "ab", "abc", "A", "B", "k",  "K",  "s", "S", "foo",
                                "aa", " ", "_", "1",  ".",   "-", "+", "\r", "\t", "[", ":", "]"});
    }
    return out;
}

}  // namespace findling::test
