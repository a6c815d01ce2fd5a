#include "core/base/Text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <vector>

namespace findling {

CodePoint decodeUtf8(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte < 0x80) return {byte, 1, true};
    utf8proc_int32_t value = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (length <= 0) return {byte, 1, false};
    return {static_cast<uint32_t>(value), static_cast<uint8_t>(length), true};
}

void appendUtf8(std::string& out, uint32_t codePoint) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
}

namespace {

constexpr uint64_t kHighBits = 0x8080808080808080;

uint64_t wordAt(std::string_view text, size_t at) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
}

}  // namespace

// Eight bytes at a time, in plain C++: both run over every byte that is searched.
// The loops over lanes below are written for compilers to turn into vector instructions.

size_t asciiPrefix(std::string_view text) {
    constexpr size_t kLanes = 32;
    constexpr size_t kStep = 8 * kLanes;
    size_t at = 0;
    for (; at + kStep <= text.size(); at += kStep) {
        std::array<uint8_t, kLanes> any{};
        for (size_t i = 0; i < kStep; i += kLanes) {
            for (size_t lane = 0; lane < kLanes; ++lane)
                any[lane] |= static_cast<uint8_t>(text[at + i + lane]);
        }
        uint8_t all = 0;
        for (const uint8_t lane : any) all |= lane;
        if (all & 0x80) break;
    }
    for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
        if (wordAt(text, at) & kHighBits) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

bool isAscii(std::string_view text) {
    return asciiPrefix(text) == text.size();
}

size_t countByte(std::string_view text, char byte) {
    constexpr size_t kLanes = 32;
    constexpr size_t kMaxSteps = 255;  // what a lane can count
    size_t count = 0;
    size_t at = 0;
    while (at + kLanes <= text.size()) {
        std::array<uint8_t, kLanes> sums{};
        const size_t steps = std::min(kMaxSteps, (text.size() - at) / kLanes);
        for (size_t step = 0; step < steps; ++step, at += kLanes) {
            for (size_t lane = 0; lane < kLanes; ++lane)
                sums[lane] = static_cast<uint8_t>(sums[lane] + (text[at + lane] == byte ? 1 : 0));
        }
        for (const uint8_t sum : sums) count += sum;
    }
    for (; at < text.size(); ++at) count += text[at] == byte ? 1 : 0;
    return count;
}

size_t lineBegin(std::string_view text, size_t at, char terminator) {
    const size_t before = at == 0 ? std::string_view::npos : text.rfind(terminator, at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

size_t lineEnd(std::string_view text, size_t at, char terminator) {
    const size_t found = text.find(terminator, at);
    return found == std::string_view::npos ? text.size() : found + 1;
}

bool isValidUtf8(std::string_view text) {
    if (isAscii(text)) return true;
    for (size_t i = 0; i < text.size();) {
        const CodePoint point = decodeUtf8(text.substr(i));
        if (!point.valid) return false;
        i += point.length;
    }
    return true;
}

uint32_t foldCase(uint32_t codePoint) {
    if (codePoint < 0x80) {
        return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint;
    }
    // Upper before lower joins letters with two small forms: both sigmas, long s and s.
    return static_cast<uint32_t>(
        utf8proc_tolower(utf8proc_toupper(static_cast<utf8proc_int32_t>(codePoint))));
}

std::string foldCase(std::string_view text) {
    if (isAscii(text)) return lowerAscii(text);
    std::string out;
    while (!text.empty()) {
        const CodePoint point = decodeUtf8(text);
        if (point.valid) appendUtf8(out, foldCase(point.value));
        else out += text.front();
        text.remove_prefix(point.length);
    }
    return out;
}

bool hasUpper(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
        const CodePoint point = decodeUtf8(text.substr(i));
        if (point.valid) {
            const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point.value));
            if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) return true;
        }
        i += point.length;
    }
    return false;
}

std::string toValidUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (size_t i = 0; i < bytes.size();) {
        const CodePoint point = decodeUtf8(bytes.substr(i));
        if (point.valid) {
            out.append(bytes.substr(i, point.length));
        } else {
            out += "\xef\xbf\xbd";
        }
        i += point.length;
    }
    return out;
}

namespace {

/// Characters that can move the cursor, reorder text or hide: never sent to a terminal raw.
bool isHostile(uint32_t c) {
    return c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0xad || c == 0x61c ||
           (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
           (c >= 0xe0000 && c <= 0xe007f);
}

}  // namespace

std::string escapeForTerminal(std::string_view bytes, bool keepTab) {
    std::string out;
    out.reserve(bytes.size());
    for (size_t i = 0; i < bytes.size();) {
        const CodePoint point = decodeUtf8(bytes.substr(i));
        if (!point.valid ||
            (point.value < 0x80 && isHostile(point.value) && !(keepTab && point.value == '\t'))) {
            if (point.value == '\n') out += "\\n";
            else if (point.value == '\t') out += "\\t";
            else if (point.value == '\r') out += "\\r";
            else out += fmt::format("\\x{:02x}", point.value);
        } else if (point.value >= 0x80 && isHostile(point.value)) {
            out += fmt::format("\\u{{{:x}}}", point.value);
        } else {
            out.append(bytes.substr(i, point.length));
        }
        i += point.length;
    }
    return out;
}

std::string_view withoutTerminator(std::string_view line) {
    if (!line.empty() && line.back() == '\n') {
        line.remove_suffix(1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    }
    return line;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\v\f";
    const size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string lowerAscii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
}

size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t{0});
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
        }
    }
    return row[b.size()];
}

}  // namespace findling
