/// Chooses, for a stretch of lines, what PCRE2 need not look at: all of it, nothing, or what a
/// scanner leaves.
#pragma once

#include "core/pattern/LineScanner.h"
#include "core/pattern/RegexTree.h"

#include <memory>
#include <mutex>

namespace findling {

/// Immutable but for scanners, which are made when they are first wanted; shared between threads.
class Prefilter {
public:
    /// What is to be done with lines of one kind.
    struct Rule {
        bool none = false;                           ///< no line matches
        std::unique_ptr<const LineScanner> scanner;  ///< null: every line must be looked at
    };

    Prefilter(RegexTree tree, ScanOptions options);

    /// Whether lines of ASCII and others are treated alike.
    bool bytesDecide() const { return m_bytesDecide; }
    const Rule& forAscii() const { return rule(m_ascii, ScanText::Ascii); }
    const Rule& forAny() const { return m_bytesDecide ? forAscii() : rule(m_any, ScanText::Any); }

private:
    struct Lazy {
        std::once_flag once;
        Rule rule;
    };
    const Rule& rule(Lazy& lazy, ScanText text) const;
    Rule make(ScanText text) const;

    RegexTree m_tree;
    ScanOptions m_options;
    bool m_bytesDecide;
    mutable Lazy m_ascii;
    mutable Lazy m_any;
};

}  // namespace findling
