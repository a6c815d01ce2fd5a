#include "gui/results/NaturalOrder.h"

#include "core/base/Digits.h"

namespace findling::gui {

namespace {

unsigned char folded(char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

}  // namespace

int naturalCompare(std::string_view a, std::string_view b) {
    const std::string_view wholeA = a;
    const std::string_view wholeB = b;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeNumber(a);
            const std::string_view y = takeNumber(b);
            if (const int order = compareNumbers(x, y)) return order;
            continue;
        }
        const int order = folded(a.front()) - folded(b.front());
        if (order != 0) return order;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty()) return a.empty() ? -1 : 1;
    return wholeA.compare(wholeB);  // "a1" and "A01" are near, but not the same
}

}  // namespace findling::gui
