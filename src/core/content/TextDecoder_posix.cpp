#include "core/content/TextDecoder.h"

#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <new>

namespace findling {

namespace {

/// No encoding has longer characters, shift sequences included: what is longer and still called
/// incomplete is not going to be completed.
constexpr size_t kLongest = 32;

class IconvDecoder final : public TextDecoder {
public:
    explicit IconvDecoder(iconv_t converter) : m_converter(converter) {}
    ~IconvDecoder() override { ::iconv_close(m_converter); }
    IconvDecoder(const IconvDecoder&) = delete;
    IconvDecoder& operator=(const IconvDecoder&) = delete;

    void decode(std::string_view bytes, bool last, std::string& out) override {
        std::string joined;
        if (!m_rest.empty()) {
            joined = std::move(m_rest);
            joined += bytes;
            bytes = joined;
        }
        m_rest = convert(bytes, out);
        if (!last) return;
        if (!m_rest.empty()) replace(out);
        m_rest.clear();
        // Some converters hold a letter back, for an accent that may follow it.
        char* to = m_buffer.data();
        size_t room = m_buffer.size();
        ::iconv(m_converter, nullptr, nullptr, &to, &room);
        append({m_buffer.data(), static_cast<size_t>(to - m_buffer.data())}, out);
    }

    void reset() override {
        ::iconv(m_converter, nullptr, nullptr, nullptr, nullptr);
        m_rest.clear();
        m_replaced = 0;
    }

private:
    void replace(std::string& out) {
        out += "\xef\xbf\xbd";
        ++m_replaced;
    }

    /// What iconv calls UTF-8 may be surrogates and what lies beyond Unicode: glibc hands them on
    /// from UCS-4 and its like. Their first bytes tell, which few texts have.
    void append(std::string_view text, std::string& out) {
        const bool suspect = std::any_of(text.begin(), text.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte == 0xed || byte >= 0xf4;
        });
        while (suspect && !text.empty()) {
            const CodePoint point = decodeUtf8(text);
            if (point.valid) out += text.substr(0, point.length);
            else replace(out);
            text.remove_prefix(point.length);
        }
        out += text;
    }

    /// Appends what is complete; returns the rest.
    std::string_view convert(std::string_view bytes, std::string& out) {
        while (!bytes.empty()) {
            // iconv does not write here, whatever its declaration says.
            char* from = const_cast<char*>(bytes.data());
            size_t left = bytes.size();
            char* to = m_buffer.data();
            size_t room = m_buffer.size();
            const bool failed = ::iconv(m_converter, &from, &left, &to, &room) == size_t(-1);
            const int code = failed ? errno : 0;
            append({m_buffer.data(), static_cast<size_t>(to - m_buffer.data())}, out);
            const bool moved = left < bytes.size() || to != m_buffer.data();
            bytes.remove_prefix(bytes.size() - left);
            if (!failed || (code == E2BIG && moved)) continue;
            if (code == EINVAL && bytes.size() < kLongest) break;
            if (bytes.empty()) break;
            // Invalid here; or, with some systems' converters, stuck: either way one byte on.
            replace(out);
            bytes.remove_prefix(1);
        }
        return bytes;
    }

    iconv_t m_converter;
    std::string m_rest;
    std::array<char, 16 * 1024> m_buffer;
};

}  // namespace

std::unique_ptr<TextDecoder> makeSystemDecoder(const std::string& name) {
    const iconv_t converter = ::iconv_open("UTF-8", name.c_str());
    if (converter == iconv_t(-1)) {
        if (errno == ENOMEM) throw std::bad_alloc();
        return nullptr;
    }
    try {
        return std::make_unique<IconvDecoder>(converter);
    } catch (...) {
        ::iconv_close(converter);
        throw;
    }
}

std::string_view whereEncodingsAreListed() {
    return "`iconv -l` lists the names";
}

}  // namespace findling
