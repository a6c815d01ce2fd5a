/// What restricts a search besides name, text and folders: plain values, one chip each.
#pragma once

#include "core/query/Query.h"
#include "gui/query/TimeWords.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <array>
#include <optional>

namespace findling::gui {

enum class FilterKind : uint8_t {
    Types,
    Extensions,
    NotExtensions,
    Kinds,
    NotKinds,
    Size,
    Modified,
    Created,
    Excludes,
    Depth,
    FollowLinks,
    SameFileSystem,
    Binary,
    Compressed,
    Encoding,
    Multiline,
};
/// In the order of the chips.
inline constexpr std::array kFilterKinds{
    FilterKind::Types,     FilterKind::Extensions,  FilterKind::NotExtensions,
    FilterKind::Kinds,     FilterKind::NotKinds,    FilterKind::Size,
    FilterKind::Modified,  FilterKind::Created,     FilterKind::Excludes,
    FilterKind::Depth,     FilterKind::FollowLinks, FilterKind::SameFileSystem,
    FilterKind::Binary,    FilterKind::Compressed,  FilterKind::Encoding,
    FilterKind::Multiline,
};

/// What becomes of binary files when a text is searched.
enum class BinaryFiles : uint8_t {
    Skip,
    Whether,  ///< only whether they match
    AsText,
};

struct Filters {
    QList<EntryKind> types = {};     ///< in the order of the enumeration
    QStringList extensions = {};     ///< without the dot
    QStringList notExtensions = {};  ///< and none of these
    QStringList kinds = {};          ///< names out of core/query/Kinds.h
    QStringList notKinds = {};       ///< and none of these
    /// As typed: "10k", "1.5 M"; empty = no bound. Behind ">" the size itself does not pass.
    QString minSize = {};
    QString maxSize = {};  ///< the same, with "<"
    TimeFilter modified = {};
    TimeFilter created = {};
    QStringList excludes = {};  ///< globs; an excluded folder is not entered
    int minDepth = 0;           ///< 0 = no limit, as 1 is
    int maxDepth = 0;           ///< 0 = no limit
    bool followLinks = false;
    bool sameFileSystem = false;
    BinaryFiles binary = BinaryFiles::Skip;
    bool compressed = false;
    QString encoding = {};  ///< empty: UTF-8 and what has a mark; "auto": guessed
    bool multiline = false;

    bool isEmpty() const { return *this == Filters{}; }
    /// Whether the filters by themselves are a wish: "all large files" is, "no subfolders" is not.
    bool chooseFiles() const;

    /// For settings: only what is set, under names that stay.
    QVariantMap toMap() const;
    /// Unknown names and values of another kind are left out.
    static Filters fromMap(const QVariantMap& map);

    friend bool operator==(const Filters&, const Filters&) = default;
};

bool isSet(const Filters& filters, FilterKind kind);
void unset(Filters& filters, FilterKind kind);
/// Whether the filter says how a text is read, not which files are meant.
bool isAboutReading(FilterKind kind);
/// Whether the filter is a mere yes or no.
bool isSwitch(FilterKind kind);
void setSwitch(Filters& filters, FilterKind kind, bool on);

struct FilterError {
    FilterKind kind = FilterKind::Types;
    QString message = {};  ///< without the filter's name
};

/// Puts the filters into a query whose content, if it has any, is already there. Relative times
/// count from `now`.
std::optional<FilterError> applyFilters(const Filters& filters, int64_t now, Query& query);
/// What is wrong with one of them; empty when nothing is.
QString filterProblem(const Filters& filters, FilterKind kind);

/// The size that a bound means: `mark` is what it may begin with so as not to belong to the range,
/// ">" of the smallest size and "<" of the largest.
Result<uint64_t> sizeBound(const QString& typed, QChar mark);

/// Which chip: a filter, and of the excludes which one; -1 = one more.
struct FilterId {
    FilterKind kind = FilterKind::Types;
    qsizetype index = -1;
    friend bool operator==(const FilterId&, const FilterId&) = default;
};

/// What has a chip of its own: each exclude, and any other filter as a whole.
QList<FilterId> partsOf(const Filters& filters, FilterKind kind);
/// The same of all filters that are set, in the order of the chips.
QList<FilterId> partsOf(const Filters& filters);

}  // namespace findling::gui
