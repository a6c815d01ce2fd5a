#include "gui/results/ResultRows.h"

#include "core/base/Users.h"
#include "core/walk/DirHandle.h"
#include "gui/results/NaturalOrder.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace findling::gui {

namespace {

using Shown = ResultFiles::Shown;

/// What keeps a comparison from going on once nobody wants its result.
struct Cancelled {};

/// Compares files by one key. What the search did not ask the disk for is read here, once a file.
class Comparison {
public:
    Comparison(const ResultFiles& files, SortKey key, const std::function<bool()>& cancelled)
        : m_files(files), m_key(key), m_cancelled(cancelled) {
        if (key == SortKey::Created || key == SortKey::Owner) readFacts();
        if (key == SortKey::Owner) orderOwners();
    }

    bool less(uint32_t a, uint32_t b) const {
        if (++m_calls % 4096 == 0 && m_cancelled()) throw Cancelled{};
        const PackedFile& x = m_files.file(a);
        const PackedFile& y = m_files.file(b);
        switch (m_key) {
            case SortKey::Name: return byName(a, b);
            case SortKey::Folder: {
                const int order = naturalCompare(m_files.folder(a), m_files.folder(b));
                return order != 0 ? order < 0 : byName(a, b);
            }
            case SortKey::Size: return x.size < y.size;
            case SortKey::Modified: return x.modified < y.modified;
            case SortKey::Matches: return m_files.matches(a) < m_files.matches(b);
            case SortKey::Type: {
                if (x.type != y.type) return x.type < y.type;
                const int order = naturalCompare(extension(a), extension(b));
                return order < 0;
            }
            case SortKey::Encoding: return m_files.encoding(a) < m_files.encoding(b);
            case SortKey::Permissions: return x.mode < y.mode;
            case SortKey::Created:
            case SortKey::Owner: return m_facts[a] < m_facts[b];
            case SortKey::Found: break;
        }
        return a < b;
    }

private:
    bool byName(uint32_t a, uint32_t b) const {
        return naturalCompare(m_files.name(a), m_files.name(b)) < 0;
    }
    std::string_view extension(uint32_t file) const {
        const std::string_view name = m_files.name(file);
        const size_t dot = name.rfind('.');
        return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot);
    }
    void readFacts() {
        m_facts.assign(m_files.files(), kUnknown);
        for (uint32_t i = 0; i < m_facts.size(); ++i) {
            if (i % 256 == 0 && m_cancelled()) throw Cancelled{};
            FileStat facts;
            if (statPath(m_files.path(i), false, facts) != 0) continue;
            m_facts[i] = m_key == SortKey::Owner ? facts.owner : facts.created.value_or(kUnknown);
        }
    }
    /// People expect names in the order of the alphabet, not of the numbers behind them.
    void orderOwners() {
        std::vector<int64_t> ids = m_facts;
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        std::vector<std::pair<std::string, int64_t>> names;
        for (const int64_t id : ids) {
            names.emplace_back(id == kUnknown ? "" : userName(static_cast<uint32_t>(id)), id);
        }
        std::sort(names.begin(), names.end());
        std::unordered_map<int64_t, int64_t> places;
        for (size_t i = 0; i < names.size(); ++i) places[names[i].second] = static_cast<int64_t>(i);
        for (int64_t& fact : m_facts) fact = places[fact];
    }

    static constexpr int64_t kUnknown = INT64_MIN;  ///< of a file that is gone

    const ResultFiles& m_files;
    SortKey m_key;
    const std::function<bool()>& m_cancelled;
    std::vector<int64_t> m_facts;
    mutable size_t m_calls = 0;
};

uint32_t shownLines(Shown shown, uint32_t lines) {
    if (shown == Shown::None) return 0;
    return shown == Shown::Some ? std::min(lines, ResultFiles::kFirstLines) : lines;
}

/// Of a file of which some lines are left by a filter.
std::vector<uint32_t> filteredLines(const ResultFiles& files, uint32_t file,
                                    RowFilter::Use& filter) {
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < files.lines(file); ++i) {
        if (filter.line(files, file, i)) out.push_back(i);
    }
    return out;
}

FileOrder sortedFiles(const ResultFiles& files, const RowWish& wish,
                      const std::function<bool()>& cancelled) {
    const auto order = std::make_shared<std::vector<uint32_t>>(files.files());
    std::iota(order->begin(), order->end(), 0U);
    const Comparison comparison(files, wish.key, cancelled);
    // The sides are exchanged rather than the result reversed: equals stay as found.
    std::stable_sort(order->begin(), order->end(), [&](uint32_t a, uint32_t b) {
        return wish.descending ? comparison.less(b, a) : comparison.less(a, b);
    });
    return order;
}

}  // namespace

void appendRows(const ResultFiles& files, uint32_t file, RowFilter::Use& filter,
                std::vector<ResultRow>& out) {
    const Shown shown = files.shown(file);
    const uint32_t lines = files.lines(file);
    if (filter && !filter.path(files, file)) {
        const std::vector<uint32_t> left = filteredLines(files, file, filter);
        if (left.empty()) return;
        out.push_back({file, ResultRow::kFile});
        const uint32_t count = shownLines(shown, static_cast<uint32_t>(left.size()));
        for (uint32_t i = 0; i < count; ++i) out.push_back({file, left[i]});
        if (shown == Shown::Some && count < left.size()) out.push_back({file, ResultRow::kMore});
        return;
    }
    out.push_back({file, ResultRow::kFile});
    if (lines == 0 || shown == Shown::None) return;
    const uint32_t count = shownLines(shown, lines);
    for (uint32_t i = 0; i < count; ++i) out.push_back({file, i});
    // In the end more may be counted than are kept.
    const bool more =
        shown == Shown::Some ? lines > ResultFiles::kFirstLines : files.matches(file) > lines;
    if (more) out.push_back({file, ResultRow::kMore});
}

uint64_t hiddenLines(const ResultFiles& files, uint32_t file, RowFilter::Use& filter) {
    uint64_t all = std::max<uint64_t>(files.matches(file), files.lines(file));
    uint32_t kept = files.lines(file);
    if (filter && !filter.path(files, file)) {
        kept = static_cast<uint32_t>(filteredLines(files, file, filter).size());
        all = kept;
    }
    return all - shownLines(files.shown(file), kept);
}

int ArrangedRows::place(const ResultRow& row) const {
    const uint32_t first = row.file < places.size() ? places[row.file] : kNone;
    if (first == kNone) return -1;
    for (size_t at = first; at < rows.size() && rows[at].file == row.file; ++at) {
        if (rows[at] == row) return static_cast<int>(at);
    }
    return static_cast<int>(first);
}

ArrangedRows arrangeRows(const ResultFiles& files, const RowWish& wish,
                         const std::function<bool()>& cancelled) try {
    ArrangedRows out;
    out.files = files.files();
    if (wish.key != SortKey::Found)
        out.order = wish.order ? wish.order : sortedFiles(files, wish, cancelled);
    RowFilter::Use filter(wish.filter);
    out.places.assign(out.files, ArrangedRows::kNone);
    out.rows.reserve(out.files);
    for (size_t i = 0; i < out.files; ++i) {
        if (i % 1024 == 0 && cancelled()) break;
        const uint32_t file = out.order ? (*out.order)[i] : static_cast<uint32_t>(i);
        const size_t place = out.rows.size();
        appendRows(files, file, filter, out.rows);
        if (out.rows.size() > place) out.places[file] = static_cast<uint32_t>(place);
    }
    return out;
} catch (const Cancelled&) {
    return {};
}

}  // namespace findling::gui
