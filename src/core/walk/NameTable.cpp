#include "core/walk/NameTable.h"

#include <cstring>

namespace findling {

uint64_t hashName(std::string_view name) {
    constexpr uint64_t kMultiplier = 0x9e3779b97f4a7c15;
    uint64_t hash = name.size() * kMultiplier;
    const auto mix = [&](uint64_t word) {
        hash = (hash ^ word) * kMultiplier;
        hash ^= hash >> 29;
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
    return hash * kMultiplier;
}

}  // namespace findling
