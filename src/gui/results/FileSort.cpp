#include "gui/results/FileSort.h"

#include "core/base/Users.h"
#include "core/walk/DirHandle.h"
#include "gui/results/FilePaths.h"
#include "gui/results/NaturalOrder.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace findling::gui {

namespace {

/// What keeps a comparison from going on once nobody wants its result.
struct Cancelled {};

constexpr int64_t kUnknown = INT64_MIN;  ///< of a file that is gone

bool isNumber(SortKey key) {
    switch (key) {
        case SortKey::Size:
        case SortKey::Modified:
        case SortKey::Matches:
        case SortKey::Permissions:
        case SortKey::Created:
        case SortKey::Owner: return true;
        default: return false;
    }
}

/// Created and owner are read for every file, the others where the search did not tell.
bool isOfDisk(SortKey key) {
    return isNumber(key) && key != SortKey::Matches;
}

int64_t fact(const FileStat& facts, SortKey key) {
    switch (key) {
        case SortKey::Size: return static_cast<int64_t>(facts.size);
        case SortKey::Modified: return facts.modified;
        case SortKey::Permissions: return facts.mode & 07777;
        case SortKey::Created: return facts.created.value_or(kUnknown);
        case SortKey::Owner: return facts.owner;
        default: return kUnknown;
    }
}

int64_t fact(const PackedFile& file, SortKey key) {
    switch (key) {
        case SortKey::Size: return static_cast<int64_t>(file.size);
        case SortKey::Modified: return file.modified;
        default: return file.mode;
    }
}

/// Compares files by one key. What the search did not ask the disk for is read here, once a file.
class Comparison {
public:
    Comparison(const ResultFiles& files, SortKey key, const std::function<bool()>& cancelled)
        : m_files(files), m_key(key), m_cancelled(cancelled) {
        if (isNumber(key)) readNumbers();
        if (key == SortKey::Owner) orderOwners();
    }

    bool less(uint32_t a, uint32_t b) const {
        if (++m_calls % 4096 == 0 && m_cancelled()) throw Cancelled{};
        if (!m_numbers.empty()) return m_numbers[a] < m_numbers[b];
        switch (m_key) {
            case SortKey::Name: return byName(a, b);
            case SortKey::Folder: {
                const int order = naturalCompare(m_files.folder(a), m_files.folder(b));
                return order != 0 ? order < 0 : byName(a, b);
            }
            case SortKey::Type: {
                const FileType x = m_files.file(a).type;
                const FileType y = m_files.file(b).type;
                return x != y ? x < y
                              : naturalCompare(extensionOf(m_files.name(a)),
                                               extensionOf(m_files.name(b))) < 0;
            }
            case SortKey::Encoding: return m_files.encoding(a) < m_files.encoding(b);
            default: return a < b;
        }
    }

private:
    bool byName(uint32_t a, uint32_t b) const {
        return naturalCompare(m_files.name(a), m_files.name(b)) < 0;
    }
    void readNumbers() {
        m_numbers.resize(m_files.files());
        for (uint32_t i = 0; i < m_numbers.size(); ++i) {
            if (i % 256 == 0 && m_cancelled()) throw Cancelled{};
            m_numbers[i] = number(i);
        }
    }
    int64_t number(uint32_t file) const {
        if (m_key == SortKey::Matches) return static_cast<int64_t>(m_files.matches(file));
        const PackedFile& packed = m_files.file(file);
        const bool told = m_key != SortKey::Created && m_key != SortKey::Owner;
        if (told && packed.statKnown) return fact(packed, m_key);
        FileStat facts;
        const bool follow = packed.type != FileType::Link;
        return statPath(m_files.path(file), follow, facts) == 0 ? fact(facts, m_key) : kUnknown;
    }
    /// People expect names in the order of the alphabet, not of the numbers behind them.
    void orderOwners() {
        std::vector<int64_t> ids = m_numbers;
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        std::vector<std::pair<std::string, int64_t>> names;
        for (const int64_t id : ids) {
            names.emplace_back(id == kUnknown ? "" : userName(static_cast<uint32_t>(id)), id);
        }
        std::sort(names.begin(), names.end());
        std::unordered_map<int64_t, int64_t> places;
        for (size_t i = 0; i < names.size(); ++i) places[names[i].second] = static_cast<int64_t>(i);
        for (int64_t& number : m_numbers) number = places[number];
    }

    const ResultFiles& m_files;
    SortKey m_key;
    const std::function<bool()>& m_cancelled;
    std::vector<int64_t> m_numbers;  ///< of a key that is one
    mutable size_t m_calls = 0;
};

}  // namespace

bool readsDisk(const ResultFiles& files, SortKey key) {
    return isOfDisk(key) &&
           (key == SortKey::Created || key == SortKey::Owner || !files.factsKnown());
}

FileOrder sortedFiles(const ResultFiles& files, SortKey key, bool descending,
                      const std::function<bool()>& cancelled) try {
    const auto order = std::make_shared<std::vector<uint32_t>>(files.files());
    std::iota(order->begin(), order->end(), 0U);
    const Comparison comparison(files, key, cancelled);
    // The sides are exchanged rather than the result reversed: equals stay as found.
    std::stable_sort(order->begin(), order->end(), [&](uint32_t a, uint32_t b) {
        return descending ? comparison.less(b, a) : comparison.less(a, b);
    });
    return order;
} catch (const Cancelled&) {
    return nullptr;
}

}  // namespace findling::gui
