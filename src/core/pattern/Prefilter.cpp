#include "core/pattern/Prefilter.h"

#include "core/base/Text.h"

#include <algorithm>
#include <utility>

namespace findling {

namespace {

/// Texts of this length are rarely part of a longer word: what stands beside them is for PCRE2 to
/// see, and no line needs to be tested for ASCII.
constexpr size_t kRareLiteral = 5;

/// Whether a match depends on what stands beside it.
bool hasWalls(const RegexNode& n) {
    using Kind = RegexNode::Kind;
    return n.kind == Kind::WordEdge || n.kind == Kind::NoWordEdge || n.kind == Kind::NotAfterWord ||
           n.kind == Kind::NotBeforeWord || std::any_of(n.parts.begin(), n.parts.end(), hasWalls);
}

}  // namespace

Prefilter::Prefilter(RegexTree tree, ScanOptions options)
    : m_tree(std::move(tree)),
      m_options(options),
      m_bytesDecide(
          findling::bytesDecide(m_tree.root) &&
          (!hasWalls(m_tree.root) || requiredLiteral(m_tree.root).text.size() >= kRareLiteral)) {}

const Prefilter::Rule& Prefilter::rule(Lazy& lazy, ScanText text) const {
    std::call_once(lazy.once, [&] { lazy.rule = make(text); });
    return lazy.rule;
}

Prefilter::Rule Prefilter::make(ScanText text) const {
    Rule out;
    if (text == ScanText::Ascii && m_bytesDecide) text = ScanText::Bytes;
    const auto pattern = scanPattern(m_tree, text, m_options);
    if (!pattern) return out;
    out.none = pattern->isNone();
    if (out.none) return out;
    out.scanner = LineScanner::vectorscan(*pattern);
    if (out.scanner) return out;
    const RequiredLiteral literal = requiredLiteral(m_tree.root);
    if (literal.text.empty()) return out;
    // Without Unicode, k and s do not meet the Kelvin sign and the long s.
    const bool meets = literal.caseless && text == ScanText::Any &&
                       literal.text.find_first_of("kKsS") != std::string::npos;
    if (!meets) out.scanner = LineScanner::literal(literal);
    return out;
}

}  // namespace findling
