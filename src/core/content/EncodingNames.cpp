#include "core/content/EncodingNames.h"

#include "core/base/Digits.h"
#include "core/base/Text.h"

#include <algorithm>
#include <string>

namespace findling {

namespace {

struct Spelling {
    std::string_view key;  ///< in lower case, without "-", "_" and the like
    std::string_view name;
};

// Shift-JIS and its like stand for what Windows makes of them, as in browsers: the strict tables
// turn a backslash into a yen sign, in which no path would be found.
constexpr Spelling kSpellings[] = {
    {"utf8", "UTF-8"},
    {"utf8sig", "UTF-8"},
    {"utf8bom", "UTF-8"},
    {"cp65001", "UTF-8"},
    {"isoir193", "UTF-8"},
    {"utf16", "UTF-16"},
    {"ucs2", "UTF-16"},
    {"iso10646ucs2", "UTF-16"},
    {"unicode", "UTF-16"},
    {"csunicode", "UTF-16"},
    {"utf16le", "UTF-16LE"},
    {"ucs2le", "UTF-16LE"},
    {"unicodelittle", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
    {"ucs2be", "UTF-16BE"},
    {"unicodebig", "UTF-16BE"},
    {"utf32", "UTF-32"},
    {"utf32le", "UTF-32LE"},
    {"ucs4le", "UTF-32LE"},
    {"utf32be", "UTF-32BE"},
    {"ucs4", "UTF-32BE"},
    {"ucs4be", "UTF-32BE"},
    {"csucs4", "UTF-32BE"},
    {"iso10646", "UTF-32BE"},
    {"iso10646ucs4", "UTF-32BE"},
    {"latin1", "ISO-8859-1"},
    {"l1", "ISO-8859-1"},
    {"latin2", "ISO-8859-2"},
    {"latin3", "ISO-8859-3"},
    {"latin4", "ISO-8859-4"},
    {"latin5", "ISO-8859-9"},
    {"latin6", "ISO-8859-10"},
    {"latin7", "ISO-8859-13"},
    {"latin8", "ISO-8859-14"},
    {"latin9", "ISO-8859-15"},
    {"latin10", "ISO-8859-16"},
    {"iso88598i", "ISO-8859-8"},
    {"ascii", "ASCII"},
    {"usascii", "ASCII"},
    {"shiftjis", "CP932"},
    {"sjis", "CP932"},
    {"xsjis", "CP932"},
    {"mskanji", "CP932"},
    {"windows31j", "CP932"},
    {"eucjp", "EUC-JP"},
    {"euckr", "EUC-KR"},
    {"uhc", "CP949"},
    {"gb18030", "GB18030"},
    {"gb2312", "GBK"},  // its superset
    {"gbk", "GBK"},
    {"big5", "BIG5"},
    {"koi8r", "KOI8-R"},
    {"koi8u", "KOI8-U"},
    {"tis620", "TIS-620"},
    {"macintosh", "MACINTOSH"},
    {"macroman", "MACINTOSH"},
    {"maccyrillic", "MAC-CYRILLIC"},
};

/// What is suggested for a mistyped name.
constexpr std::string_view kCommon[] = {
    "utf-8",        "utf-16",       "utf-16le",     "utf-16be",     "utf-32",       "utf-32le",
    "utf-32be",     "ascii",        "latin1",       "latin9",       "iso-8859-1",   "iso-8859-2",
    "iso-8859-5",   "iso-8859-7",   "iso-8859-9",   "iso-8859-15",  "windows-1250", "windows-1251",
    "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
    "windows-1258", "cp437",        "cp850",        "cp866",        "shift_jis",    "euc-jp",
    "iso-2022-jp",  "euc-kr",       "gbk",          "gb18030",      "gb2312",       "big5",
    "koi8-r",       "koi8-u",       "macintosh",    "tis-620",      "iso-8859-16",
};

bool isAlphanumeric(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
}

bool canBeName(std::string_view name) {
    constexpr size_t kLongest = 64;
    // No "/": behind it iconv takes instructions, and in it a path.
    return !name.empty() && name.size() <= kLongest &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return isAlphanumeric(c) ||
                      std::string_view("-_.:+()").find(c) != std::string_view::npos;
           });
}

/// The number behind one of the words, as digits; empty if that is not all there is.
std::string_view numberBehind(std::string_view key, std::string_view word) {
    if (!key.starts_with(word)) return {};
    key.remove_prefix(word.size());
    return std::all_of(key.begin(), key.end(), isDigit) ? key : std::string_view();
}

}  // namespace

std::string canonicalEncodingName(std::string_view name) {
    const std::string lower = lowerAscii(trimmed(name));
    if (!canBeName(lower)) return {};
    std::string key;
    std::copy_if(lower.begin(), lower.end(), std::back_inserter(key), isAlphanumeric);
    for (const Spelling& spelling : kSpellings) {
        if (key == spelling.key) return std::string(spelling.name);
    }
    for (const std::string_view word : {"windows", "win", "codepage", "cp"}) {
        const std::string_view number = numberBehind(key, word);
        if (!number.empty()) return "CP" + std::string(number);
    }
    for (const std::string_view word : {"iso8859", "8859"}) {
        const std::string_view number = numberBehind(key, word);
        if (!number.empty() && number.size() <= 2) return "ISO-8859-" + std::string(number);
    }
    std::string upper = lower;
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    return upper;
}

std::string_view nearestEncodingName(std::string_view name) {
    return nearest(lowerAscii(trimmed(name)), kCommon);
}

}  // namespace findling
