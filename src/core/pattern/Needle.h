/// A short text that is looked for in many names, or in a long row of them, with case or without.
/// Without case it is of ASCII alone, and so a quick "no" for what knows more of letters.
#pragma once

#include <string>
#include <string_view>

namespace findling {

class Needle {
public:
    Needle() = default;
    /// Without case: `text` is in lower case.
    explicit Needle(std::string text, bool foldCase = false);

    /// Whether an ASCII letter or other character has no relatives outside ASCII that fold to it,
    /// as the Kelvin sign does to k.
    static bool foldsInAscii(char c);

    bool isEmpty() const { return m_text.empty(); }
    const std::string& text() const { return m_text; }

    /// Where it begins; npos where it does not.
    size_t find(std::string_view haystack) const { return Scan(*this, haystack).next(0); }

    /// Finds one place after the other: what it knows of the bytes ahead is kept for the next.
    class Scan {
    public:
        Scan(const Needle& needle, std::string_view haystack);
        /// Not before `from`, which never goes back; npos when there is none left.
        size_t next(size_t from);

    private:
        const char* find(char c, const char* from) const;

        const Needle& m_needle;
        const char* m_begin = nullptr;
        const char* m_end = nullptr;  ///< of places for the anchor
        const char* m_low = nullptr;  ///< the next anchor in lower case, and in upper case
        const char* m_up = nullptr;
    };

private:
    bool isAt(const char* place) const;

    std::string m_text;
    bool m_foldCase = false;
    size_t m_anchor = 0;  ///< the byte of the text that is seen least in names
    char m_lower = 0;     ///< that byte
    char m_upper = 0;     ///< ... and in the other case; the same where it has none
};

}  // namespace findling
