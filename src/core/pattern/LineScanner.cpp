#include "core/pattern/LineScanner.h"

#include "core/base/Text.h"
#include "core/pattern/RegexCode.h"

#include <algorithm>

namespace findling {

namespace {

/// More hits than one in so many bytes, about every fourth line of source code, cost more than
/// they save.
constexpr size_t kBytesPerHit = 128;
constexpr size_t kBytesPerEvent = 24;
constexpr size_t kAlwaysAllowed = 32;

class LiteralScanner : public LineScanner {
public:
    explicit LiteralScanner(const RequiredLiteral& literal) : LineScanner(false) {
        int error = 0;
        PCRE2_SIZE offset = 0;
        const uint32_t caseless = literal.caseless ? PCRE2_CASELESS : 0u;
        m_code = withJit(compileCode(literal.text, PCRE2_LITERAL | caseless, error, offset));
    }
    ~LiteralScanner() override { pcre2_code_free(m_code); }
    LiteralScanner(const LiteralScanner&) = delete;
    LiteralScanner& operator=(const LiteralScanner&) = delete;

    bool valid() const { return m_code != nullptr; }

    Outcome scan(std::string_view text, ScanHits& hits, ScanScratch&) const override {
        pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
        Outcome outcome = Outcome::Done;
        for (size_t at = 0; at < text.size();) {
            const int result = pcre2_match(m_code, bytes(text), text.size(), at, 0, data, nullptr);
            if (result == PCRE2_ERROR_NOMATCH) break;
            if (result < 0) {
                outcome = Outcome::Failed;
                break;
            }
            at = pcre2_get_ovector_pointer(data)[1];
            if (hits.add(at)) continue;
            outcome = Outcome::TooMany;
            break;
        }
        pcre2_match_data_free(data);
        return outcome;
    }

private:
    pcre2_code* m_code = nullptr;
};

}  // namespace

void ScanHits::begin(std::string_view text, char terminator) {
    m_text = text;
    m_terminator = terminator;
    m_seenFrom = m_seenTo = 0;
    m_events = 0;
    m_ordered = true;
    m_offsets.clear();
}

bool ScanHits::add(size_t end) {
    if (++m_events > kAlwaysAllowed + m_text.size() / kBytesPerEvent) return false;
    const size_t at = end - (end > 0 ? 1 : 0);
    if (at >= m_seenFrom && at < m_seenTo) return true;
    if (m_offsets.size() > kAlwaysAllowed + m_text.size() / kBytesPerHit) return false;
    if (!m_offsets.empty() && at < m_offsets.back()) m_ordered = false;
    m_offsets.push_back(at);
    m_seenFrom = at;
    m_seenTo = lineEnd(m_text, at, m_terminator);
    return true;
}

// (Vectorscan promises no order, though it keeps one; and a line may come twice then.)
void ScanHits::finish() {
    if (!m_ordered) std::sort(m_offsets.begin(), m_offsets.end());
}

std::unique_ptr<LineScanner> LineScanner::literal(const RequiredLiteral& literal) {
    auto scanner = std::make_unique<LiteralScanner>(literal);
    if (!scanner->valid()) return nullptr;
    return scanner;
}

}  // namespace findling
