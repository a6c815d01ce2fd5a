/// Values by name, looked up by a hash that is worked out once for many tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace findling {

uint64_t hashName(std::string_view name);

template <class Value>
class NameTable {
public:
    /// Null where the name is not in the table.
    const Value* find(std::string_view name, uint64_t hash) const {
        // Most tables are asked in vain: one bit tells nearly always.
        if ((m_filter & bit(hash)) == 0) return nullptr;
        const uint32_t index = m_slots[slotOf(name, hash)];
        return index == 0 ? nullptr : &m_items[index - 1].value;
    }

    /// The value of a name, made where it is new. Valid until the next call.
    Value& at(std::string_view name) {
        if (m_slots.size() < 2 * (m_items.size() + 1)) grow();
        const uint64_t hash = hashName(name);
        uint32_t& index = m_slots[slotOf(name, hash)];
        if (index == 0) {
            m_items.push_back({std::string(name), hash, {}});
            m_filter |= bit(hash);
            index = static_cast<uint32_t>(m_items.size());
        }
        return m_items[index - 1].value;
    }

private:
    struct Item {
        std::string name;
        uint64_t hash;
        Value value;
    };

    static uint64_t bit(uint64_t hash) { return uint64_t{1} << (hash >> 58); }

    /// Where the name is, or the free slot where it would be.
    size_t slotOf(std::string_view name, uint64_t hash) const {
        const size_t mask = m_slots.size() - 1;
        for (size_t slot = hash & mask;; slot = (slot + 1) & mask) {
            if (m_slots[slot] == 0) return slot;
            const Item& item = m_items[m_slots[slot] - 1];
            if (item.hash == hash && item.name == name) return slot;
        }
    }

    void grow() {
        m_slots.assign(m_slots.empty() ? 4 : 2 * m_slots.size(), 0);
        for (size_t i = 0; i < m_items.size(); ++i) {
            m_slots[slotOf(m_items[i].name, m_items[i].hash)] = static_cast<uint32_t>(i + 1);
        }
    }

    std::vector<Item> m_items;
    std::vector<uint32_t> m_slots;  ///< a power of two of them; index in m_items + 1, 0 = free
    uint64_t m_filter = 0;
};

}  // namespace findling
