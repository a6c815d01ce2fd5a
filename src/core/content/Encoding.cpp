#include "core/content/Encoding.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace findling {

namespace {

using namespace std::literals;

constexpr size_t kMinUnits = 4;
constexpr uint32_t kBroken = 0xffffffff;  ///< a lone surrogate, or no Unicode

size_t unitSize(Encoding encoding) {
    return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be ? 2 : 4;
}

/// The code points of a text, one after another.
class Units {
public:
    Units(std::string_view bytes, Encoding encoding) : m_bytes(bytes), m_encoding(encoding) {}

    /// False at the end, where a pair of surrogates may be cut.
    bool next(uint32_t& value) {
        const size_t size = unitSize(m_encoding);
        if (m_bytes.size() < size) return false;
        value = take(size);
        if (size == 4) {
            if (value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) value = kBroken;
        } else if (value >= 0xd800 && value < 0xe000) {
            if (value < 0xdc00 && m_bytes.size() < size) return false;
            const uint32_t low = value < 0xdc00 ? take(size) : 0;
            value = low >= 0xdc00 && low < 0xe000
                        ? 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00)
                        : kBroken;
        }
        return true;
    }

private:
    uint32_t take(size_t size) {
        const bool big = m_encoding == Encoding::Utf16Be || m_encoding == Encoding::Utf32Be;
        uint32_t value = 0;
        for (size_t i = 0; i < size; ++i) {
            const char byte = m_bytes[big ? i : size - 1 - i];
            value = value << 8 | static_cast<unsigned char>(byte);
        }
        m_bytes.remove_prefix(size);
        return value;
    }

    std::string_view m_bytes;
    Encoding m_encoding;
};

bool isAsciiSpace(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isAsciiText(uint32_t c) {
    return (c >= 0x20 && c < 0x7f) || isAsciiSpace(c) || c == '\f';
}

bool isEastAsian(uint32_t c) {
    return (c >= 0x2e80 && c < 0xa000) || (c >= 0xac00 && c < 0xd7b0) ||
           (c >= 0xf900 && c < 0xfb00) || (c >= 0xfe30 && c < 0xfe50) ||
           (c >= 0xff00 && c < 0xfff0) || (c >= 0x20000 && c < 0x40000);
}

/// Latin (and the Greek and Cyrillic beside it that accents need) and symbols: in every language.
bool isCommon(uint32_t c) {
    return c < 0x250 || (c >= 0x1e00 && c < 0x2c00) || (c >= 0x1f000 && c < 0x1fb00);
}

bool isOdd(uint32_t c) {
    if (isAsciiText(c)) return false;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_CO: return true;
        default: return false;
    }
}

/// What the text would be made of, were it in this encoding.
struct Census {
    size_t all = 0;
    size_t broken = 0;
    size_t nul = 0;
    size_t odd = 0;  ///< controls, private and unassigned characters, U+0000 too
    size_t ascii = 0;
    size_t spaces = 0;
    size_t common = 0;  ///< not ASCII
    size_t eastAsian = 0;
    size_t bytePairs = 0;              ///< not ASCII, but made of two bytes of ASCII text
    std::array<size_t, 257> blocks{};  ///< what is left, by 256

    void add(uint32_t c) {
        ++all;
        if (c == kBroken) {
            ++broken;
            return;
        }
        nul += c == 0;
        odd += isOdd(c);
        if (isAsciiText(c)) {
            ++ascii;
            spaces += isAsciiSpace(c);
            return;
        }
        bytePairs += c < 0x10000 && isAsciiText(c & 0xff) && isAsciiText(c >> 8);
        if (isCommon(c)) ++common;
        else if (isEastAsian(c)) ++eastAsian;
        else if (c < 0x10000) ++blocks[c >> 8];
    }

    size_t oneScript() const {
        size_t best = eastAsian;
        for (size_t i = 0; i + 1 < blocks.size(); ++i) {
            best = std::max(best, blocks[i] + blocks[i + 1]);
        }
        return best;
    }

    bool isText() const {
        if (broken > 0 || nul > all / 256 || odd > all / 64) return false;
        if (spaces == 0 || spaces < all / 512) return false;
        if (ascii * 2 >= all) return true;
        return bytePairs * 10 <= (all - ascii) * 9 && (ascii + common + oneScript()) * 5 >= all * 4;
    }
};

Census census(std::string_view text, Encoding encoding) {
    Census count;
    // Most of what is looked at is binary, which shows soon.
    const size_t allowed = text.size() / unitSize(encoding) / 64;
    Units units(text, encoding);
    for (uint32_t value = 0; units.next(value) && count.odd <= allowed && count.broken == 0;) {
        count.add(value);
    }
    return count;
}

/// How much ASCII the text has, if it is text in this encoding; 0 if it is not.
size_t asciiOfText(std::string_view text, Encoding encoding) {
    const size_t size = unitSize(encoding);
    if (text.size() % size != 0 || text.size() < kMinUnits * size) return 0;
    const Census count = census(text, encoding);
    return count.isText() ? count.ascii : 0;
}

/// Whether the text behind a mark does not give it the lie. Damaged text may pass; random bytes, of
/// which 1 unit in 30 would be a lone surrogate, must not.
bool bearsOut(std::string_view text, Encoding encoding) {
    size_t all = 0;
    size_t bad = 0;
    Units units(text, encoding);
    for (uint32_t value = 0; units.next(value); ++all) bad += value == kBroken || value == 0;
    // (Hardly any random unit of UTF-32 is a character.)
    return unitSize(encoding) == 2 ? bad <= all / 100 + 4 : bad <= all / 4;
}

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};

constexpr Mark kMarks[] = {
    {"\xff\xfe\0\0"sv, Encoding::Utf32Le},
    {"\0\0\xfe\xff"sv, Encoding::Utf32Be},
    {"\xff\xfe"sv, Encoding::Utf16Le},
    {"\xfe\xff"sv, Encoding::Utf16Be},
};

}  // namespace

std::string_view encodingName(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf16Le: return "UTF-16LE";
        case Encoding::Utf16Be: return "UTF-16BE";
        case Encoding::Utf32Le: return "UTF-32LE";
        case Encoding::Utf32Be: return "UTF-32BE";
        case Encoding::Bytes: break;
    }
    return {};
}

DetectedEncoding detectEncoding(std::string_view head) {
    const std::string_view text = head.substr(0, kEncodingProbe);
    if (text.starts_with("\xef\xbb\xbf")) return {Encoding::Bytes, 3};
    for (const Mark& mark : kMarks) {
        if (text.starts_with(mark.bytes) &&
            bearsOut(text.substr(mark.bytes.size()), mark.encoding)) {
            return {mark.encoding, mark.bytes.size()};
        }
    }
    if (text.find('\0') == std::string_view::npos) return {};
    DetectedEncoding best;
    size_t most = 0;
    for (const Encoding encoding :
         {Encoding::Utf32Le, Encoding::Utf32Be, Encoding::Utf16Le, Encoding::Utf16Be}) {
        const size_t ascii = asciiOfText(text, encoding);
        if (ascii > most) {
            most = ascii;
            best.encoding = encoding;
        }
    }
    return best;
}

}  // namespace findling
