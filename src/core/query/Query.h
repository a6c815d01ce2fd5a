/// What the user wants, as plain values: every face makes one of these and nothing else.
#pragma once

#include "core/pattern/NameMatcher.h"
#include "core/walk/FileStat.h"
#include "core/walk/IgnoreScope.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace findling {

/// Kinds of entries that a type filter names.
enum class EntryKind : uint8_t { File, Folder, Link, Executable, Empty, Fifo, Socket, Block, Char };

/// Both ends belong to the range.
struct TimeRange {
    std::optional<int64_t> after = {};  ///< nanoseconds since 1970
    std::optional<int64_t> before = {};

    bool any() const { return after || before; }
    bool holds(int64_t time) const {
        return (!after || time >= *after) && (!before || time <= *before);
    }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// Permission bits: exactly these, at least these, or any of these.
struct PermissionRule {
    enum class Kind : uint8_t { Exactly, All, Any };
    Kind kind = Kind::Exactly;
    uint32_t bits = 0;
    friend bool operator==(const PermissionRule&, const PermissionRule&) = default;
};

/// What to look for inside files.
struct ContentQuery {
    std::vector<std::string> patterns = {};      ///< a line matches when any of them does
    std::vector<std::string> patternFiles = {};  ///< that list further patterns, one a line
    std::vector<std::string> all = {};           ///< and each of these
    std::vector<std::string> none = {};          ///< and none of these
    bool perFile = false;  ///< `all` and `none` speak of the whole file, not of the line
    CaseMode caseMode = CaseMode::Smart;
    bool fixed = false;  ///< patterns are plain text, not PCRE2 expressions
    bool word = false;
    bool wholeLine = false;
    bool invert = false;
    bool multiline = false;  ///< a match may span lines
    bool dotAll = false;     ///< with multiline: "." matches newlines
    bool crlf = false;       ///< "\r\n" ends a line, too
    bool nullData = false;   ///< lines end with NUL
    bool binaryAsText = false;
    bool binaryToo = false;   ///< binary files are searched, their lines not shown
    bool compressed = false;  ///< look into compressed files
    std::string encoding =
        {};  ///< of the files, by name; "auto": guessed; "none": bytes as they are
    std::optional<std::string> replacement = {};  ///< what is shown in place of a match
    bool passthru = false;                        ///< all lines are handed over, as context
    bool withoutMatch = false;                    ///< the results are the files that do not match
    bool scanner = true;                          ///< something quicker than PCRE2 may look first
    uint32_t before = 0;                          ///< context lines
    uint32_t after = 0;
    uint64_t maxPerFile = 0;  ///< matching lines per file; 0 = all

    /// The byte that ends a line.
    char terminator() const { return nullData ? '\0' : '\n'; }

    friend bool operator==(const ContentQuery&, const ContentQuery&) = default;
};

/// A kind of files that the user has named: what comes under a known name adds to that.
struct OwnFileKind {
    std::string name;
    std::vector<std::string> globs;
    friend bool operator==(const OwnFileKind&, const OwnFileKind&) = default;
};

/// Which skipped entries are named, not only counted.
enum class SkipList : uint8_t { None, Losses, All };

struct Query {
    std::vector<std::string> roots = {};  ///< folders or files; empty = the current folder
    /// Files that list further ones, "-" for standard input: with a NUL behind each path, or one a
    /// line where there is no NUL. Files in these lists are judged by the filters.
    std::vector<std::string> rootLists = {};
    /// Files to choose from, beside the roots: paths with a NUL behind each, judged by the filters.
    /// Shared, as there may be millions.
    std::shared_ptr<const std::string> files = {};
    /// Folders below which these files were found: patterns judge a path from there on.
    std::vector<std::string> filesBelow = {};
    std::vector<std::string> names = {};     ///< an entry matches any of them; empty = all
    std::vector<std::string> namesAll = {};  ///< and all of these
    NameSyntax nameSyntax = NameSyntax::Glob;
    CaseMode nameCase = CaseMode::Smart;
    std::vector<std::string> excludes = {};  ///< globs; an excluded folder is not entered
    std::vector<std::string> extensions = {};
    std::vector<std::string> fileKinds = {};     ///< names out of Kinds.h, or of ownKinds
    std::vector<std::string> notFileKinds = {};  ///< none of these
    std::vector<OwnFileKind> ownKinds = {};
    std::vector<EntryKind> kinds = {};
    std::optional<uint32_t> minDepth = {};
    std::optional<uint32_t> maxDepth = {};
    std::optional<uint64_t> minSize = {};  ///< bytes, inclusive
    std::optional<uint64_t> maxSize = {};
    bool foldersPassSize = false;  ///< a size filter lets folders through (Python)
    TimeRange modified = {};
    TimeRange accessed = {};
    TimeRange created = {};  ///< birth time; where it is unknown the entry is no result
    TimeRange changed = {};  ///< of the inode: st_ctime
    std::optional<uint32_t> owner = {};
    std::optional<uint32_t> group = {};
    bool notOwner = false;  ///< any owner but this
    bool notGroup = false;
    std::optional<PermissionRule> permissions = {};
    bool hidden = false;
    IgnoreOptions ignore = {};
    bool follow = false;
    bool sameFileSystem = false;
    std::optional<ContentQuery> content = {};
    uint64_t maxResults = 0;  ///< entries, or matching lines; 0 = all
    unsigned threads = 0;     ///< 0 = one per core
    SkipList listSkips = SkipList::None;
    std::string onlyPath = {};  ///< judge this one path and nothing else (explain)

    friend bool operator==(const Query&, const Query&) = default;
};

}  // namespace findling
