#include "core/content/TextDecoder.h"

#include <algorithm>
#include <windows.h>

namespace findling {

namespace {

struct CodePage {
    std::string_view name;
    UINT number;
};

// "CP1252" and "ISO-8859-2" tell their numbers themselves.
constexpr CodePage kCodePages[] = {
    {"UTF-8", CP_UTF8}, {"ASCII", 20127},   {"EUC-JP", 20932},    {"EUC-KR", 949},
    {"GBK", 936},       {"GB18030", 54936}, {"BIG5", 950},        {"KOI8-R", 20866},
    {"KOI8-U", 21866},  {"TIS-620", 874},   {"MACINTOSH", 10000}, {"MAC-CYRILLIC", 10007},
};

UINT numberBehind(std::string_view name, std::string_view word) {
    if (!name.starts_with(word) || name.size() == word.size() || name.size() > word.size() + 5) {
        return 0;
    }
    UINT number = 0;
    for (const char c : name.substr(word.size())) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<UINT>(c - '0');
    }
    return number;
}

UINT codePageOf(std::string_view name) {
    for (const CodePage& page : kCodePages) {
        if (name == page.name) return page.number;
    }
    if (const UINT part = numberBehind(name, "ISO-8859-")) return 28590 + part;
    for (const std::string_view word : {"CP", "IBM"}) {
        if (const UINT number = numberBehind(name, word)) return number;
    }
    return 0;
}

class CodePageDecoder final : public TextDecoder {
public:
    explicit CodePageDecoder(UINT page) : m_page(page) {}

    void decode(std::string_view bytes, bool last, std::string& out) override {
        m_rest += bytes;
        std::string_view text = m_rest;
        while (!text.empty()) {
            const size_t whole = wholeCharacters(text);
            if (whole == 0) break;
            if (!convert(text.substr(0, whole), out)) convertEach(text.substr(0, whole), out);
            text.remove_prefix(whole);
        }
        m_rest.erase(0, m_rest.size() - text.size());
        if (!last || m_rest.empty()) return;
        replace(out);
        m_rest.clear();
    }

    void reset() override {
        m_rest.clear();
        m_utf16->reset();
        m_replaced = 0;
    }

private:
    /// MultiByteToWideChar counts in int; smaller pieces also keep its buffer small.
    static constexpr size_t kPiece = 16 * 1024;

    void replace(std::string& out) {
        out += "\xef\xbf\xbd";
        ++m_replaced;
    }

    /// How long the character at the start is, by its first bytes; 0 if it is cut.
    size_t characterLength(std::string_view text) const {
        const auto first = static_cast<unsigned char>(text[0]);
        size_t length = 1;
        if (first < 0x80) return 1;
        if (m_page == CP_UTF8) {
            length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
        } else if (m_page == 54936) {
            if (text.size() < 2) return 0;
            length = text[1] >= '0' && text[1] <= '9' ? 4 : 2;
        } else if (m_page == 20932 && first == 0x8f) {
            length = 3;
        } else if (::IsDBCSLeadByteEx(m_page, static_cast<BYTE>(first))) {
            length = 2;
        }
        return length <= text.size() ? length : 0;
    }

    size_t wholeCharacters(std::string_view text) const {
        size_t at = 0;
        while (at < text.size() && at < kPiece) {
            const size_t length = characterLength(text.substr(at));
            if (length == 0) break;
            at += length;
        }
        return at;
    }

    bool convert(std::string_view text, std::string& out) {
        m_wide.resize(text.size());
        const int length = ::MultiByteToWideChar(m_page, MB_ERR_INVALID_CHARS, text.data(),
                                                 static_cast<int>(text.size()), m_wide.data(),
                                                 static_cast<int>(m_wide.size()));
        if (length <= 0) return false;
        const auto units = static_cast<size_t>(length);
        // A mark in the middle of the text is none: a decoder that has begun keeps it.
        m_utf16->decode({reinterpret_cast<const char*>(m_wide.data()), units * sizeof(wchar_t)},
                        true, out);
        return true;
    }

    void convertEach(std::string_view text, std::string& out) {
        while (!text.empty()) {
            size_t length = std::max<size_t>(characterLength(text), 1);
            if (!convert(text.substr(0, length), out)) {
                replace(out);
                length = 1;
            }
            text.remove_prefix(length);
        }
    }

    UINT m_page;
    std::string m_rest;
    std::wstring m_wide;
    std::unique_ptr<TextDecoder> m_utf16 = makeDecoder(Encoding::Utf16Le);
};

}  // namespace

std::unique_ptr<TextDecoder> makeSystemDecoder(const std::string& name) {
    const UINT page = codePageOf(name);
    wchar_t wide = 0;
    // Those with states, such as ISO-2022-JP, cannot tell what is invalid: they refuse the flag.
    if (page == 0 || ::MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, "a", 1, &wide, 1) != 1) {
        return nullptr;
    }
    return std::make_unique<CodePageDecoder>(page);
}

std::string_view whereEncodingsAreListed() {
    return "Windows lists its code pages under \"Code Page Identifiers\"";
}

}  // namespace findling
