#include "gui/query/NameWords.h"

#include "core/base/Text.h"
#include "core/pattern/Glob.h"

#include <algorithm>
#include <set>

namespace findling::gui {

namespace {

using Letters = std::vector<uint32_t>;

/// Overlaps of words with themselves could multiply without end: "aaaa aaab baaa".
constexpr size_t kMaxGlobs = 1000;

Letters letters(std::string_view text) {
    Letters out;
    for (size_t i = 0; i < text.size();) {
        const CodePoint point = decodeUtf8(text.substr(i));
        out.push_back(point.value);
        i += point.length;
    }
    return out;
}

std::string escaped(const Letters& word, size_t from) {
    std::string text;
    for (size_t i = from; i < word.size(); ++i) appendUtf8(text, word[i]);
    return escapeGlob(text);
}

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    size_t at = 0;
    while (at < text.size()) {
        const size_t begin = text.find_first_not_of(" \t", at);
        if (begin == std::string_view::npos) break;
        const size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

/// Builds the globs for words that all must occur: for every order of the words, and for every
/// way in which neighbours may share letters ("ab bc" is in "abc" too).
class Builder {
public:
    Builder(std::vector<Letters> words, bool foldCase)
        : m_words(std::move(words)), m_fold(foldCase) {
        dropContained();
    }

    size_t words() const { return m_words.size(); }

    bool build(std::vector<std::string>& out) {
        std::vector<size_t> order(m_words.size());
        for (size_t i = 0; i < order.size(); ++i) order[i] = i;
        do {
            extend(order, 0, "*");
        } while (std::next_permutation(order.begin(), order.end()) && m_globs.size() <= kMaxGlobs);
        out.assign(m_globs.begin(), m_globs.end());
        return m_globs.size() <= kMaxGlobs;
    }

private:
    bool same(uint32_t a, uint32_t b) const { return m_fold ? foldCase(a) == foldCase(b) : a == b; }

    bool contains(const Letters& big, const Letters& small) const {
        return std::search(big.begin(), big.end(), small.begin(), small.end(),
                           [this](uint32_t a, uint32_t b) { return same(a, b); }) != big.end();
    }

    /// A name that contains "tests" contains "test" as well.
    void dropContained() {
        for (size_t i = 0; i < m_words.size();) {
            bool contained = false;
            for (size_t j = 0; j < m_words.size(); ++j) {
                const bool equal = m_words[i].size() == m_words[j].size();
                if (i == j || (equal && i < j)) continue;  // of two equal words the first stays
                contained = contained || contains(m_words[j], m_words[i]);
            }
            if (contained) m_words.erase(m_words.begin() + static_cast<std::ptrdiff_t>(i));
            else ++i;
        }
    }

    void extend(const std::vector<size_t>& order, size_t at, const std::string& glob) {
        if (m_globs.size() > kMaxGlobs) return;
        if (at == order.size()) {
            m_globs.insert(glob + "*");
            return;
        }
        const Letters& word = m_words[order[at]];
        extend(order, at + 1, glob + (at == 0 ? "" : "*") + escaped(word, 0));
        if (at == 0) return;
        const Letters& before = m_words[order[at - 1]];
        for (size_t shared = 1; shared < std::min(before.size(), word.size()); ++shared) {
            const bool fits =
                std::equal(before.end() - static_cast<std::ptrdiff_t>(shared), before.end(),
                           word.begin(), [this](uint32_t a, uint32_t b) { return same(a, b); });
            if (fits) extend(order, at + 1, glob + escaped(word, shared));
        }
    }

    std::vector<Letters> m_words;
    bool m_fold;
    std::set<std::string> m_globs;
};

}  // namespace

NameWords nameWords(std::string_view typed) {
    NameWords out;
    const std::string_view text = trimmed(typed);
    if (text.empty()) return out;
    if (hasWildcard(text)) {
        out.literal = false;
        out.globs.emplace_back(text);
        return out;
    }
    const auto words = split(text);
    const bool path = text.find('/') != std::string_view::npos;
    if (path && words.size() > 1) {
        out.problem = NameWords::Problem::PathAmongWords;
        return out;
    }
    if (path) {
        // "src/ma" is in "x/src/main.c": the path may begin anywhere, and in the middle of a name.
        std::string_view word = words.front();
        const bool folders = word.size() > 1 && word.back() == '/';
        if (folders) word.remove_suffix(1);
        if (word.front() == '/')
            out.globs.push_back("**" + escapeGlob(word) + (folders ? "/" : "*"));
        else out.globs.push_back("**/*" + escapeGlob(word) + (folders ? "/" : "*"));
        return out;
    }
    std::vector<Letters> parts;
    for (const std::string_view word : words) parts.push_back(letters(word));
    Builder builder(std::move(parts), !hasUpper(text));
    if (builder.words() > NameWords::kMaxWords || !builder.build(out.globs)) {
        out.globs.clear();
        out.problem = NameWords::Problem::TooManyWords;
    }
    return out;
}

}  // namespace findling::gui
