#include "core/pattern/StdGlob.h"

#include "core/base/Text.h"

#include <algorithm>
#include <utility>

namespace findling {

namespace {

/// Where Python puts a byte that is no UTF-8: a lone surrogate (PEP 383).
constexpr uint32_t kEscapedByte = 0xDC00;

/// os.path.split(): the folder loses the "/" at its end, unless it is nothing else.
std::pair<std::string_view, std::string_view> split(std::string_view path) {
    const size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {{}, path};
    std::string_view folder = path.substr(0, slash + 1);
    if (const size_t last = folder.find_last_not_of('/'); last != std::string_view::npos) {
        folder = folder.substr(0, last + 1);
    }
    return {folder, path.substr(slash + 1)};
}

}  // namespace

bool hasStdMagic(std::string_view text) {
    return text.find_first_of("*?[") != std::string_view::npos;
}

StdGlob::StdGlob(std::string_view part, StdGlobUnits units)
    : m_units(units), m_wantsHidden(!part.empty() && part.front() == '.') {
    parse(decoded(part));
    recogniseShape(part);
}

uint32_t StdGlob::take(std::string_view text, size_t& at) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 || m_units == StdGlobUnits::Bytes) {
        ++at;
        return byte;
    }
    const CodePoint point = decodeUtf8(text.substr(at));
    at += point.length;
    return point.valid ? point.value : kEscapedByte + byte;
}

StdGlob::Units StdGlob::decoded(std::string_view text) const {
    Units out;
    for (size_t at = 0; at < text.size();) out.push_back(take(text, at));
    return out;
}

void StdGlob::parse(const Units& pattern) {
    for (size_t i = 0; i < pattern.size(); ++i) {
        const uint32_t c = pattern[i];
        if (c == '*') {
            if (m_tokens.empty() || m_tokens.back().op != Op::Star) m_tokens.push_back({Op::Star});
        } else if (c == '?') {
            m_tokens.push_back({Op::Any});
        } else if (c == '[') {
            size_t end = i + 1;
            if (end < pattern.size() && pattern[end] == '!') ++end;
            if (end < pattern.size() && pattern[end] == ']') ++end;
            while (end < pattern.size() && pattern[end] != ']') ++end;
            if (end < pattern.size()) {
                addClass(pattern, i + 1, end);
                i = end;
            } else {
                m_tokens.push_back({Op::Char, c});
            }
        } else {
            m_tokens.push_back({Op::Char, c});
        }
    }
}

/// fnmatch cuts the class at the hyphens that make a range, then drops what makes an empty one:
/// "[b-ax]" is "[x]", and "[b-a!x]" even turns into "[!x]". The same answer needs the same steps.
void StdGlob::addClass(const Units& pattern, size_t begin, size_t end) {
    std::vector<Units> chunks;
    const auto hyphen = [&](size_t from) {
        while (from < end && pattern[from] != '-') ++from;
        return from;
    };
    size_t at = begin;
    for (size_t k = hyphen(pattern[at] == '!' ? at + 2 : at + 1); k < end; k = hyphen(k + 3)) {
        chunks.emplace_back(pattern.begin() + static_cast<ptrdiff_t>(at),
                            pattern.begin() + static_cast<ptrdiff_t>(k));
        at = k + 1;
    }
    if (at < end || chunks.empty()) {
        chunks.emplace_back(pattern.begin() + static_cast<ptrdiff_t>(at),
                            pattern.begin() + static_cast<ptrdiff_t>(end));
    } else {
        chunks.back().push_back('-');
    }
    for (size_t k = chunks.size() - 1; k > 0; --k) {
        if (chunks[k - 1].back() <= chunks[k].front()) continue;
        chunks[k - 1].pop_back();
        chunks[k - 1].insert(chunks[k - 1].end(), chunks[k].begin() + 1, chunks[k].end());
        chunks.erase(chunks.begin() + static_cast<ptrdiff_t>(k));
    }

    Class set;
    set.negated = !chunks.front().empty() && chunks.front().front() == '!';
    if (set.negated) chunks.front().erase(chunks.front().begin());
    // Where the "!" was all that stood before a hyphen, the hyphen is left without a range.
    const bool loose = chunks.front().empty() && chunks.size() > 1;
    if (loose) chunks.front().push_back('-');
    for (size_t k = 0; k < chunks.size(); ++k) {
        const bool toNext = k + 1 < chunks.size() && (k > 0 || !loose);
        const bool fromLast = k > 0 && (k > 1 || !loose);
        for (size_t i = fromLast ? 1 : 0; i < chunks[k].size(); ++i) {
            const uint32_t c = chunks[k][i];
            const bool last = i + 1 == chunks[k].size();
            set.ranges.push_back({c, toNext && last ? chunks[k + 1].front() : c});
        }
    }
    m_tokens.push_back({Op::Class, static_cast<uint32_t>(m_classes.size())});
    m_classes.push_back(std::move(set));
}

/// "*.py" and its like are told by their bytes. Only for valid text: a lone byte of a pattern
/// must not match inside of a character.
void StdGlob::recogniseShape(std::string_view part) {
    size_t stars = 0;
    for (const Token& token : m_tokens) {
        if (token.op == Op::Star) ++stars;
        else if (token.op != Op::Char) return;
    }
    if (stars != 1 || (m_units == StdGlobUnits::CodePoints && !isValidUtf8(part))) return;
    m_simple = true;
    m_prefix = part.substr(0, part.find('*'));
    m_suffix = part.substr(part.rfind('*') + 1);
}

bool StdGlob::matches(std::string_view name) const {
    if (!m_simple) return matchesTokens(name);
    return name.size() >= m_prefix.size() + m_suffix.size() && name.starts_with(m_prefix) &&
           name.ends_with(m_suffix);
}

/// On a mismatch only the last star may take one more character: earlier ones have nothing to
/// gain, so that time stays pattern times name.
bool StdGlob::matchesTokens(std::string_view name) const {
    size_t at = 0, token = 0;
    size_t starToken = m_tokens.size(), starAt = 0;
    bool starred = false;
    for (;;) {
        if (token < m_tokens.size() && m_tokens[token].op == Op::Star) {
            starred = true;
            starToken = ++token;
            starAt = at;
            if (token == m_tokens.size()) return true;
            continue;
        }
        if (at == name.size() && token == m_tokens.size()) return true;
        if (at < name.size() && token < m_tokens.size()) {
            size_t next = at;
            if (matchesOne(m_tokens[token], take(name, next))) {
                at = next;
                ++token;
                continue;
            }
        }
        if (!starred || starAt >= name.size()) return false;
        take(name, starAt);
        at = starAt;
        token = starToken;
    }
}

bool StdGlob::matchesOne(const Token& token, uint32_t unit) const {
    switch (token.op) {
        case Op::Char: return token.value == unit;
        case Op::Any: return true;
        case Op::Star: return false;
        case Op::Class: break;
    }
    const Class& set = m_classes[token.value];
    const bool held = std::any_of(set.ranges.begin(), set.ranges.end(), [unit](const Range& range) {
        return unit >= range.first && unit <= range.last;
    });
    return held != set.negated;
}

StdGlobPattern StdGlobPattern::parse(std::string_view pathname, bool recursive,
                                     StdGlobUnits units) {
    StdGlobPattern out;
    out.head = pathname;
    while (hasStdMagic(out.head)) {
        const auto [folder, name] = split(out.head);
        const auto kind = !hasStdMagic(name)          ? Stage::Kind::Name
                          : recursive && name == "**" ? Stage::Kind::Recurse
                                                      : Stage::Kind::Match;
        out.stages.push_back({kind, std::string(name), StdGlob(name, units)});
        out.head = std::string(folder);
    }
    std::reverse(out.stages.begin(), out.stages.end());
    return out;
}

}  // namespace findling
