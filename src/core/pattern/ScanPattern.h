/// The tree of a regular expression as an expression over bytes, for a scanner that is fast and
/// knows neither Unicode nor captures. What it finds holds every match, and maybe more.
#pragma once

#include "core/pattern/RegexTree.h"

#include <optional>
#include <string>
#include <vector>

namespace findling {

/// What is known of the text that is scanned.
enum class ScanText : uint8_t {
    Ascii,  ///< every byte is below 0x80
    Bytes,  ///< anything, for an expression where the bytes alone decide
    Any,    ///< anything
};

/// Plain text, and what must not stand beside it.
struct ScanLiteral {
    std::string text;
    bool caseless = false;      ///< letters of ASCII in either case
    bool noWordBefore = false;  ///< no word character
    bool noWordAfter = false;
};

struct ScanPattern {
    /// In place of expressions, where there are many alternatives of plain text.
    std::vector<ScanLiteral> literals;
    /// A text holds a match if any of these does; for Vectorscan, in its mode for bytes, with "^"
    /// and "$" at lines.
    std::vector<std::string> expressions;
    bool exact = true;  ///< and where one of them is found there is a match

    /// No text of this kind matches.
    bool isNone() const { return literals.empty() && expressions.empty(); }
};

struct ScanOptions {
    bool crlf = false;  ///< "\r\n" ends a line, too
    bool lines = true;  ///< "^" and "$" mean line feeds (not with NUL between lines)
};

/// Nothing where the empty text matches: then every line is as good as found. Nor where a scanner
/// would be made of too many alternatives.
std::optional<ScanPattern> scanPattern(const RegexTree& tree, ScanText text,
                                       const ScanOptions& options);

/// Whether the expression says the same of bytes as of characters, apart from what stands beside a
/// match: "foo", "[a-z]+_x", "\bfoo", but not "." nor, without regard to case, "k", which is also
/// the Kelvin sign.
bool bytesDecide(const RegexNode& node);

/// The longest text that every match is sure to hold; empty where none is certain.
struct RequiredLiteral {
    std::string text;
    bool caseless = false;
};
RequiredLiteral requiredLiteral(const RegexNode& node);

}  // namespace findling
