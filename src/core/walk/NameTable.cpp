#include "core/walk/NameTable.h"

#include <cstring>
#include <random>

namespace findling {

uint64_t hashName(std::string_view name) {
    constexpr uint64_t kMultiplier = 0x9e3779b97f4a7c15;
    // Who writes an ignore file shall not know which names meet in a table.
    static const uint64_t seed = std::random_device{}() * kMultiplier;
    uint64_t hash = (name.size() ^ seed) * kMultiplier;
    const auto mix = [&](uint64_t word) {
        hash = (hash ^ word ^ (seed >> 7)) * kMultiplier;
        hash ^= hash >> 32;
    };
    while (name.size() >= sizeof(uint64_t)) {
        uint64_t word;
        std::memcpy(&word, name.data(), sizeof word);
        mix(word);
        name.remove_prefix(sizeof word);
    }
    uint64_t word = 0;
    if (!name.empty()) std::memcpy(&word, name.data(), name.size());
    mix(word);
    hash *= kMultiplier;
    return hash ^ (hash >> 32);
}

}  // namespace findling
