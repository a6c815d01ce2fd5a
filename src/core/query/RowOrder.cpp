#include "core/query/RowOrder.h"

#include "core/base/Digits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace findling {

namespace {

constexpr std::array<std::pair<std::string_view, SortKey>, 13> kKeys{{
    {"none", SortKey::Found},
    {"path", SortKey::Path},
    {"name", SortKey::Name},
    {"extension", SortKey::Extension},
    {"size", SortKey::Size},
    {"modified", SortKey::Modified},
    {"mtime", SortKey::Modified},
    {"accessed", SortKey::Accessed},
    {"atime", SortKey::Accessed},
    {"created", SortKey::Created},
    {"btime", SortKey::Created},
    {"changed", SortKey::Changed},
    {"ctime", SortKey::Changed},
}};

/// Of a character in a path.
int rank(char c) {
    return c == '/' ? 0 : static_cast<unsigned char>(c) + 1;
}

uint64_t loadWord(const char* from) {
    uint64_t word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// Paths of one tree begin alike: eight bytes at a time.
size_t firstDifference(std::string_view a, std::string_view b) {
    const size_t common = std::min(a.size(), b.size());
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= common; i += sizeof(uint64_t)) {
        const uint64_t differing = loadWord(a.data() + i) ^ loadWord(b.data() + i);
        if (differing == 0) continue;
        if constexpr (std::endian::native == std::endian::little)
            return i + static_cast<size_t>(std::countr_zero(differing)) / 8;
        break;
    }
    while (i < common && a[i] == b[i]) ++i;
    return i;
}

}  // namespace

std::optional<SortKey> sortKey(std::string_view name) {
    for (const auto& [known, key] : kKeys) {
        if (known == name) return key;
    }
    return std::nullopt;
}

int64_t sortNumber(SortKey key, const Entry& entry) {
    if (key <= SortKey::Extension) return 0;
    const FileStat* facts = entry.stat();
    if (!facts) return INT64_MIN;
    switch (key) {
        case SortKey::Size: return static_cast<int64_t>(std::min<uint64_t>(facts->size, INT64_MAX));
        case SortKey::Modified: return facts->modified;
        case SortKey::Accessed: return facts->accessed;
        case SortKey::Changed: return facts->changed;
        default: return facts->created.value_or(INT64_MIN);
    }
}

int comparePaths(std::string_view a, std::string_view b) {
    const size_t i = firstDifference(a, b);
    if (i == a.size() || i == b.size()) return a.size() == b.size() ? 0 : i == a.size() ? -1 : 1;
    return rank(a[i]) - rank(b[i]);
}

int compareNaturally(std::string_view a, std::string_view b) {
    const std::string_view wholeA = a;
    const std::string_view wholeB = b;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeNumber(a);
            const std::string_view y = takeNumber(b);
            if (const int order = compareNumbers(x, y); order != 0) return order;
            continue;
        }
        if (a.front() != b.front()) return rank(a.front()) - rank(b.front());
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (!a.empty() || !b.empty()) return a.empty() ? -1 : 1;
    return comparePaths(wholeA, wholeB);  // a01 and a1
}

std::string_view sortText(SortKey key, std::string_view path) {
    if (key != SortKey::Name && key != SortKey::Extension) return path;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    if (key == SortKey::Name) return name;
    const size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot + 1);
}

}  // namespace findling
