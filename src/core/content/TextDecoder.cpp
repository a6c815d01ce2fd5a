#include "core/content/TextDecoder.h"

#include "core/content/EncodingNames.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace findling {

namespace {

using namespace std::literals;

constexpr uint32_t kReplacement = 0xfffd;
constexpr uint32_t kMark = 0xfeff;

/// Room for at least four bytes is there.
char* putUtf8(char* to, uint32_t c) {
    if (c < 0x80) {
        *to++ = static_cast<char>(c);
        return to;
    }
    if (c < 0x800) {
        *to++ = static_cast<char>(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            *to++ = static_cast<char>(0xe0 | c >> 12);
        } else {
            *to++ = static_cast<char>(0xf0 | c >> 18);
            *to++ = static_cast<char>(0x80 | (c >> 12 & 0x3f));
        }
        *to++ = static_cast<char>(0x80 | (c >> 6 & 0x3f));
    }
    *to++ = static_cast<char>(0x80 | (c & 0x3f));
    return to;
}

/// UTF-16 and UTF-32 of both byte orders.
template <Encoding kEncoding>
class UnicodeDecoder final : public TextDecoder {
public:
    void decode(std::string_view bytes, bool last, std::string& out) override {
        // The character that the last piece cut is completed byte by byte.
        while (!m_rest.empty() && !bytes.empty()) {
            m_rest += bytes.front();
            bytes.remove_prefix(1);
            m_rest.erase(0, convert(m_rest, out));
        }
        if (!bytes.empty()) m_rest = bytes.substr(convert(bytes, out));
        if (!last) return;
        // Half a pair is one broken character, a part of a unit another.
        const size_t broken = (m_rest.size() + kUnit - 1) / kUnit;
        for (size_t i = 0; i < broken; ++i) out += "\xef\xbf\xbd";
        m_replaced += broken;
        m_rest.clear();
    }

    void reset() override {
        m_rest.clear();
        m_atStart = true;
        m_replaced = 0;
    }

private:
    static constexpr bool kBig = kEncoding == Encoding::Utf16Be || kEncoding == Encoding::Utf32Be;
    static constexpr size_t kUnit =
        kEncoding == Encoding::Utf16Le || kEncoding == Encoding::Utf16Be ? 2 : 4;

    static uint32_t unitAt(const char* at) {
        uint32_t value = 0;
        for (size_t i = 0; i < kUnit; ++i) {
            value = value << 8 | static_cast<unsigned char>(at[kBig ? i : kUnit - 1 - i]);
        }
        return value;
    }

    /// Four units of UTF-16 at once, if all are ASCII: most of most text.
    static bool putAscii(const char* from, char*& to) {
        constexpr bool kSwapped = kBig == (std::endian::native == std::endian::little);
        uint64_t word;
        std::memcpy(&word, from, sizeof word);
        if constexpr (kSwapped)
            word = (word & 0x00ff00ff00ff00ff) << 8 | (word >> 8 & 0x00ff00ff00ff00ff);
        if (word & 0xff80ff80ff80ff80) return false;
        for (size_t i = 0; i < 4; ++i) {
            const size_t shift = std::endian::native == std::endian::little ? 16 * i : 48 - 16 * i;
            to[i] = static_cast<char>(word >> shift);
        }
        to += 4;
        return true;
    }

    /// The character at `at`, and how long it is; 0 if it is cut.
    size_t next(std::string_view bytes, size_t at, uint32_t& value) {
        if (bytes.size() - at < kUnit) return 0;
        value = unitAt(bytes.data() + at);
        const bool surrogate = value >= 0xd800 && value < 0xe000;
        if constexpr (kUnit == 2) {
            if (surrogate && value < 0xdc00) {
                if (bytes.size() - at < 2 * kUnit) return 0;
                const uint32_t low = unitAt(bytes.data() + at + kUnit);
                if (low >= 0xdc00 && low < 0xe000) {
                    value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
                    return 2 * kUnit;
                }
            }
        }
        if (surrogate || value > 0x10ffff) {
            value = kReplacement;
            ++m_replaced;
        }
        return kUnit;
    }

    /// Appends the characters that are complete; returns how many bytes they take.
    size_t convert(std::string_view bytes, std::string& out) {
        constexpr size_t kBuffer = 4096;
        char buffer[kBuffer];
        char* to = buffer;
        size_t at = 0;
        for (;;) {
            if (static_cast<size_t>(to - buffer) > kBuffer - 8) {
                out.append(buffer, to);
                to = buffer;
            }
            if constexpr (kUnit == 2) {
                if (bytes.size() - at >= 8 && putAscii(bytes.data() + at, to)) {
                    at += 8;
                    m_atStart = false;
                    continue;
                }
            }
            uint32_t value = 0;
            const size_t length = next(bytes, at, value);
            if (length == 0) break;
            if (!m_atStart || value != kMark) to = putUtf8(to, value);
            m_atStart = false;
            at += length;
        }
        out.append(buffer, to);
        return at;
    }

    std::string m_rest;
    bool m_atStart = true;
};

/// For "utf-16" and "utf-32", whose byte order the mark at their start tells.
class MarkedDecoder final : public TextDecoder {
public:
    MarkedDecoder(Encoding little, Encoding big, std::string_view bigMark)
        : m_little(little), m_big(big), m_bigMark(bigMark) {}

    void decode(std::string_view bytes, bool last, std::string& out) override {
        if (!m_decoder) {
            m_head += bytes;
            if (m_head.size() < m_bigMark.size() && !last) return;
            const bool big = std::string_view(m_head).starts_with(m_bigMark);
            m_decoder = makeDecoder(big ? m_big : m_little);
            m_decoder->decode(m_head, last, out);
        } else {
            m_decoder->decode(bytes, last, out);
        }
        m_replaced = m_decoder->replaced();
    }

    void reset() override {
        m_decoder.reset();
        m_head.clear();
        m_replaced = 0;
    }

private:
    Encoding m_little;
    Encoding m_big;
    std::string_view m_bigMark;
    std::string m_head;  ///< what came until it was long enough for a mark
    std::unique_ptr<TextDecoder> m_decoder;
};

std::unique_ptr<TextDecoder> makeUnicodeDecoder(std::string_view name) {
    if (name == "UTF-16LE") return makeDecoder(Encoding::Utf16Le);
    if (name == "UTF-16BE") return makeDecoder(Encoding::Utf16Be);
    if (name == "UTF-32LE") return makeDecoder(Encoding::Utf32Le);
    if (name == "UTF-32BE") return makeDecoder(Encoding::Utf32Be);
    if (name == "UTF-16") {
        return std::make_unique<MarkedDecoder>(Encoding::Utf16Le, Encoding::Utf16Be, "\xfe\xff"sv);
    }
    if (name == "UTF-32") {
        return std::make_unique<MarkedDecoder>(Encoding::Utf32Le, Encoding::Utf32Be,
                                               "\0\0\xfe\xff"sv);
    }
    return nullptr;
}

}  // namespace

std::unique_ptr<TextDecoder> makeDecoder(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf16Le: return std::make_unique<UnicodeDecoder<Encoding::Utf16Le>>();
        case Encoding::Utf16Be: return std::make_unique<UnicodeDecoder<Encoding::Utf16Be>>();
        case Encoding::Utf32Le: return std::make_unique<UnicodeDecoder<Encoding::Utf32Le>>();
        case Encoding::Utf32Be: return std::make_unique<UnicodeDecoder<Encoding::Utf32Be>>();
        case Encoding::Bytes: break;
    }
    return nullptr;
}

Result<std::unique_ptr<TextDecoder>> makeDecoder(std::string_view name) {
    const std::string canonical = canonicalEncodingName(name);
    if (!canonical.empty()) {
        if (auto decoder = makeUnicodeDecoder(canonical)) return decoder;
        if (auto decoder = makeSystemDecoder(canonical)) return decoder;
    }
    const std::string_view near = nearestEncodingName(name);
    const std::string hint = near.empty() ? "" : fmt::format("; did you mean {}?", near);
    return Error{ErrorKind::Option,
                 fmt::format("no such encoding ({}){}", whereEncodingsAreListed(), hint),
                 std::string(name)};
}

bool isUtf8Name(std::string_view name) {
    return canonicalEncodingName(name) == "UTF-8";
}

}  // namespace findling
