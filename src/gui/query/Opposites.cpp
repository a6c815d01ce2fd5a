#include "gui/query/Opposites.h"

#include "core/query/Units.h"

#include <algorithm>
#include <climits>
#include <iterator>
#include <utility>

namespace findling::gui {

namespace {

/// Every entry is of just one of these types. (Executable and empty narrow such a type down.)
constexpr EntryKind kTypes[] = {EntryKind::File, EntryKind::Folder, EntryKind::Link,
                                EntryKind::Fifo, EntryKind::Socket, EntryKind::Block,
                                EntryKind::Char};

bool turnTypes(QList<EntryKind>& types) {
    QList<EntryKind> others;
    for (const EntryKind type : kTypes) {
        if (!types.contains(type)) others.append(type);
    }
    const bool plain = std::all_of(types.begin(), types.end(), [](EntryKind type) {
        return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
    });
    if (!plain || others.isEmpty() || types.isEmpty()) return false;
    types = others;
    return true;
}

/// One list says which, the other which not. Where both do, no list can say the opposite.
bool turnLists(QStringList& wanted, QStringList& unwanted) {
    if (wanted.isEmpty() == unwanted.isEmpty()) return false;
    std::swap(wanted, unwanted);
    return true;
}

/// "10k" and more becomes "<10k", and "<10k" that again. Of sizes between two there are others on
/// both sides.
bool turnSizes(Filters& filters) {
    const QString low = filters.minSize.trimmed();
    const QString high = filters.maxSize.trimmed();
    if (low.isEmpty() == high.isEmpty()) return false;
    const QChar mark = high.isEmpty() ? u'>' : u'<';
    const QChar other = high.isEmpty() ? u'<' : u'>';
    const QString& typed = high.isEmpty() ? low : high;
    const QString turned = typed.startsWith(mark) ? typed.mid(1).trimmed() : other + typed;
    if (!sizeBound(typed, mark) || !sizeBound(turned, other)) return false;
    filters.minSize = high.isEmpty() ? QString() : turned;
    filters.maxSize = high.isEmpty() ? turned : QString();
    return true;
}

bool turnDepth(Filters& filters) {
    const bool deep = filters.minDepth > 1;
    if (deep == (filters.maxDepth > 0) || filters.maxDepth == INT_MAX) return false;
    const int least = deep ? 0 : filters.maxDepth + 1;
    const int most = deep ? filters.minDepth - 1 : 0;
    filters.minDepth = least;
    filters.maxDepth = most;
    return true;
}

bool turnTime(TimeFilter& time) {
    const auto other = opposite(time);
    if (!other || !timeRange(time, nowNanoseconds())) return false;
    time = *other;
    return true;
}

bool turnSwitch(Filters& filters, FilterKind kind) {
    if (!isSwitch(kind)) return false;
    setSwitch(filters, kind, !isSet(filters, kind));
    return true;
}

bool turn(Filters& filters, FilterKind kind) {
    switch (kind) {
        case FilterKind::Types: return turnTypes(filters.types);
        case FilterKind::Extensions:
        case FilterKind::NotExtensions: return turnLists(filters.extensions, filters.notExtensions);
        case FilterKind::Kinds:
        case FilterKind::NotKinds: return turnLists(filters.kinds, filters.notKinds);
        case FilterKind::Size: return turnSizes(filters);
        case FilterKind::Modified: return turnTime(filters.modified);
        case FilterKind::Created: return turnTime(filters.created);
        case FilterKind::Depth: return turnDepth(filters);
        default: return turnSwitch(filters, kind);
    }
}

}  // namespace

std::optional<Filters> opposite(const Filters& filters, FilterKind kind) {
    Filters turned = filters;
    if (!turn(turned, kind)) return {};
    return turned;
}

}  // namespace findling::gui
