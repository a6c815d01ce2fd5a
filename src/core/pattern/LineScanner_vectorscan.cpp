#include "core/base/Text.h"
#include "core/pattern/LineScanner.h"

#include <hs/hs.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace findling {

struct ScanScratch::State {
    hs_scratch_t* scratch = nullptr;
    std::vector<const hs_database_t*> prepared;  ///< databases that the scratch is large enough for
};

ScanScratch::ScanScratch() : m_state(std::make_unique<State>()) {}
ScanScratch::~ScanScratch() {
    hs_free_scratch(m_state->scratch);
}

namespace {

class Vectorscanner : public LineScanner {
public:
    Vectorscanner(hs_database_t* database, bool exact, std::vector<ScanLiteral> literals)
        : LineScanner(exact), m_database(database), m_literals(std::move(literals)) {}
    ~Vectorscanner() override { hs_free_database(m_database); }
    Vectorscanner(const Vectorscanner&) = delete;
    Vectorscanner& operator=(const Vectorscanner&) = delete;

    Outcome scan(std::string_view text, ScanHits& hits, ScanScratch& scratch) const override {
        ScanScratch::State& state = scratch.state();
        auto& prepared = state.prepared;
        if (std::find(prepared.begin(), prepared.end(), m_database) == prepared.end()) {
            if (hs_alloc_scratch(m_database, &state.scratch) != HS_SUCCESS) return Outcome::Failed;
            prepared.push_back(m_database);
        }
        Context context{m_literals, text, hits};
        const hs_error_t result =
            hs_scan(m_database, text.data(), static_cast<unsigned>(text.size()), 0, state.scratch,
                    m_literals.empty() ? onMatch : onLiteral, &context);
        if (result == HS_SCAN_TERMINATED) return Outcome::TooMany;
        return result == HS_SUCCESS ? Outcome::Done : Outcome::Failed;
    }

private:
    struct Context {
        const std::vector<ScanLiteral>& literals;
        std::string_view text;
        ScanHits& hits;
    };

    static int onMatch(unsigned, unsigned long long, unsigned long long end, unsigned,
                       void* context) {
        return static_cast<Context*>(context)->hits.add(static_cast<size_t>(end)) ? 0 : 1;
    }

    /// What stands beside plain text is looked at here: with that in its patterns Vectorscan takes
    /// minutes to compile some thousand words, without a part of a second.
    static int onLiteral(unsigned id, unsigned long long, unsigned long long ending, unsigned,
                         void* opaque) {
        Context& context = *static_cast<Context*>(opaque);
        const ScanLiteral& literal = context.literals[id];
        const auto end = static_cast<size_t>(ending);
        const size_t begin = end - literal.text.size();
        if (literal.noWordBefore && begin > 0 && isAsciiWord(context.text[begin - 1])) return 0;
        if (literal.noWordAfter && end < context.text.size() && isAsciiWord(context.text[end]))
            return 0;
        return context.hits.add(end) ? 0 : 1;
    }

    hs_database_t* m_database;
    std::vector<ScanLiteral> m_literals;
};

hs_database_t* compileExpressions(const std::vector<std::string>& expressions, unsigned flags) {
    std::vector<const char*> texts;
    for (const std::string& expression : expressions) texts.push_back(expression.c_str());
    const std::vector<unsigned> allFlags(texts.size(), flags);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    const hs_error_t result = hs_compile_multi(texts.data(), allFlags.data(), nullptr,
                                               static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                                               nullptr, &database, &error);
    hs_free_compile_error(error);
    return result == HS_SUCCESS ? database : nullptr;
}

hs_database_t* compileLiterals(const std::vector<ScanLiteral>& literals) {
    std::vector<const char*> texts;
    std::vector<size_t> lengths;
    std::vector<unsigned> flags;
    for (const ScanLiteral& literal : literals) {
        texts.push_back(literal.text.data());
        lengths.push_back(literal.text.size());
        flags.push_back(literal.caseless ? HS_FLAG_CASELESS : 0u);
    }
    std::vector<unsigned> ids(literals.size());
    std::iota(ids.begin(), ids.end(), 0u);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    const hs_error_t result = hs_compile_lit_multi(
        texts.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(texts.size()),
        HS_MODE_BLOCK, nullptr, &database, &error);
    hs_free_compile_error(error);
    return result == HS_SUCCESS ? database : nullptr;
}

}  // namespace

std::unique_ptr<LineScanner> LineScanner::vectorscan(const ScanPattern& pattern) {
    static const bool usable = hs_valid_platform() == HS_SUCCESS;
    if (!usable || pattern.isNone()) return nullptr;
    bool exact = pattern.exact;
    hs_database_t* database = nullptr;
    if (!pattern.literals.empty()) {
        database = compileLiterals(pattern.literals);
    } else {
        if (exact) database = compileExpressions(pattern.expressions, HS_FLAG_MULTILINE);
        if (!database) {
            exact = false;
            database =
                compileExpressions(pattern.expressions, HS_FLAG_MULTILINE | HS_FLAG_PREFILTER);
        }
    }
    if (!database) return nullptr;
    return std::make_unique<Vectorscanner>(database, exact, pattern.literals);
}

std::string scannerVersion() {
    const std::string version = hs_version();
    return "Vectorscan " + version.substr(0, version.find(' '));
}

}  // namespace findling
