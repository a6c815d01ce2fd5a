#include "support/SlowGlob.h"

#include <cctype>

namespace findling::test {

namespace {

int lower(unsigned char c) {
    return c < 0x80 ? std::tolower(c) : c;
}

bool equal(char a, char b, bool ignoreCase) {
    return a == b || (ignoreCase &&
                      lower(static_cast<unsigned char>(a)) == lower(static_cast<unsigned char>(b)));
}

/// Bytes of the character that the text begins with: as long as the UTF-8 in it is well formed.
size_t characterLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const size_t want = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
    if (want > text.size()) return 1;
    for (size_t i = 1; i < want; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
    }
    if (want >= 3) {
        const auto second = static_cast<unsigned char>(text[1]);
        if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
            (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f)) {
            return 1;  // overlong, a surrogate, or beyond Unicode
        }
    }
    return want;
}

bool inPosixClass(std::string_view name, unsigned char c) {
    if (name == "alpha") return std::isalpha(c);
    if (name == "digit") return std::isdigit(c);
    if (name == "alnum") return std::isalnum(c);
    if (name == "upper") return std::isupper(c);
    if (name == "lower") return std::islower(c);
    if (name == "space") return std::isspace(c);
    return name == "punct" && std::ispunct(c);
}

/// Whether an ASCII character is in the class that `set` begins with; `length` is the class's.
bool inClass(std::string_view set, unsigned char c, bool ignoreCase, size_t& length) {
    size_t i = 1;
    const bool negated = set[i] == '!' || set[i] == '^';
    if (negated) ++i;
    bool held = false;
    for (bool first = true; set[i] != ']' || first; first = false) {
        if (set.substr(i, 2) == "[:") {
            const size_t close = set.find(":]", i);
            const std::string_view name = set.substr(i + 2, close - i - 2);
            held =
                held || inPosixClass(name, c) ||
                (ignoreCase && (inPosixClass(name, static_cast<unsigned char>(std::tolower(c))) ||
                                inPosixClass(name, static_cast<unsigned char>(std::toupper(c)))));
            i = close + 2;
            continue;
        }
        if (set[i] == '\\') ++i;
        const auto low = static_cast<unsigned char>(set[i++]);
        unsigned char high = low;
        if (set[i] == '-' && set[i + 1] != ']') {
            ++i;
            if (set[i] == '\\') ++i;
            high = static_cast<unsigned char>(set[i++]);
        }
        for (int x = low; x <= high; ++x) {
            held =
                held || x == c || (ignoreCase && lower(static_cast<unsigned char>(x)) == lower(c));
        }
    }
    length = i + 1;
    return held != negated;
}

std::vector<std::string> splitParts(std::string_view text) {
    std::vector<std::string> out;
    std::string part;
    for (const char c : text) {
        if (c != '/') {
            part += c;
        } else if (!part.empty()) {
            out.push_back(std::move(part));
            part.clear();
        }
    }
    if (!part.empty()) out.push_back(std::move(part));
    return out;
}

bool partsMatch(const std::vector<std::string>& pattern, size_t p,
                const std::vector<std::string>& path, size_t s, bool ignoreCase) {
    if (p == pattern.size()) return s == path.size();
    if (pattern[p] == "**") {
        // At the end it stands for at least one part: foo/** is not foo itself.
        if (p + 1 == pattern.size()) return s < path.size();
        for (size_t skip = s; skip <= path.size(); ++skip) {
            if (partsMatch(pattern, p + 1, path, skip, ignoreCase)) return true;
        }
        return false;
    }
    return s < path.size() && slowPartMatches(pattern[p], path[s], ignoreCase) &&
           partsMatch(pattern, p + 1, path, s + 1, ignoreCase);
}

}  // namespace

std::vector<std::string> slowBraces(std::string_view pattern) {
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\') {
            ++i;
        } else if (pattern[i] == '{') {
            std::vector<std::string> choices{""};
            size_t depth = 1;
            size_t at = i + 1;
            for (; depth > 0; ++at) {
                const char c = pattern[at];
                if (c == '{') ++depth;
                if (c == '}') --depth;
                if (c == ',' && depth == 1) choices.emplace_back();
                else if (depth > 0) choices.back() += c;
                if (c == '\\' && depth > 0) choices.back() += pattern[++at];
            }
            std::vector<std::string> out;
            for (const std::string& choice : choices) {
                std::string whole(pattern.substr(0, i));
                whole += choice;
                whole += pattern.substr(at);
                for (std::string& more : slowBraces(whole)) out.push_back(std::move(more));
            }
            return out;
        }
    }
    return {std::string(pattern)};
}

bool slowPartMatches(std::string_view pattern, std::string_view part, bool ignoreCase) {
    if (pattern.empty()) return part.empty();
    if (pattern[0] == '*') {
        for (size_t skip = 0; skip <= part.size(); skip += characterLength(part.substr(skip))) {
            if (slowPartMatches(pattern.substr(1), part.substr(skip), ignoreCase)) return true;
            if (skip == part.size()) break;
        }
        return false;
    }
    if (part.empty()) return false;
    if (pattern[0] == '?')
        return slowPartMatches(pattern.substr(1), part.substr(characterLength(part)), ignoreCase);
    if (pattern[0] == '[') {
        size_t length = 0;
        const auto c = static_cast<unsigned char>(part[0]);
        bool fits = inClass(pattern, c < 0x80 ? c : '\0', ignoreCase, length);
        if (c >= 0x80) {
            // The classes of this judge are ASCII, but for the letters: the only others that the
            // tests use are those.
            const bool negated = pattern[1] == '!' || pattern[1] == '^';
            const bool letter =
                characterLength(part) > 1 &&
                pattern.substr(0, length).find("[:alpha:]") != std::string_view::npos;
            fits = letter != negated;
        }
        return fits && slowPartMatches(pattern.substr(length), part.substr(characterLength(part)),
                                       ignoreCase);
    }
    if (pattern[0] == '\\') pattern.remove_prefix(1);
    return equal(pattern[0], part[0], ignoreCase) &&
           slowPartMatches(pattern.substr(1), part.substr(1), ignoreCase);
}

bool slowGlobMatches(std::string_view pattern, std::string_view path, std::string_view name,
                     bool ignoreCase) {
    while (pattern.size() > 1 && pattern.back() == '/') pattern.remove_suffix(1);
    const bool wantsPath = pattern.find('/') != std::string_view::npos;
    while (pattern.substr(0, 2) == "./") pattern.remove_prefix(2);
    for (const std::string& alternative : slowBraces(pattern)) {
        const bool matched =
            wantsPath ? partsMatch(splitParts(alternative), 0, splitParts(path), 0, ignoreCase)
                      : slowPartMatches(alternative, name, ignoreCase);
        if (matched) return true;
    }
    return false;
}

}  // namespace findling::test
