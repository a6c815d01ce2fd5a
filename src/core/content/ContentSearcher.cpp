#include "core/content/ContentSearcher.h"

#include "core/base/Text.h"
#include "core/content/BlockFinder.h"
#include "core/content/Decompressor.h"
#include "core/content/Encoding.h"
#include "core/content/EncodingGuess.h"
#include "core/content/LineFinder.h"
#include "core/content/ParallelFinder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace findling {

namespace {

/// A NUL byte among the first so many makes a file binary; git looks at about as many.
constexpr size_t kBinaryProbe = 8 * 1024;
/// A line is searched whole up to this length; a longer one in pieces, which is said.
constexpr size_t kMaxLine = 16 * 1024 * 1024;
/// Of a piece without a match so much is searched again with the next one.
constexpr size_t kOverlap = 64 * 1024;
/// Where matches may span lines, so much of a file is searched at once.
constexpr size_t kMaxText = 48 * 1024 * 1024;
/// Matching in lines that need a guard may take so long per file.
constexpr std::chrono::milliseconds kTimePerFile{2000};
/// Between two questions while a pipe is silent.
constexpr int kStreamWait = 50;  // milliseconds
/// A file from this size on is worth the start of threads.
constexpr uint64_t kLargeFile = 32 * 1024 * 1024;
constexpr uint64_t kMaxHelpers = 15;

std::unique_ptr<MatchFinder> makeFinder(const LinePattern& pattern, const ContentQuery& query) {
    if (query.multiline) return std::make_unique<BlockFinder>(pattern, query);
    return std::make_unique<LineFinder>(pattern, query);
}

/// Bytes of the byte-order mark that some put before UTF-8.
size_t utf8MarkLength(std::string_view text) {
    return text.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
}

/// Whether so few bytes, all that a pipe has given yet, could become a mark of an encoding or of a
/// compressed file.
bool mayBeginMark(std::string_view head) {
    constexpr size_t kLongestMark = 10;
    constexpr std::string_view kFirst("\xef\xfe\xff\0\x1f\x42\xfd\x28\x04", 9);
    return !head.empty() && head.size() < kLongestMark &&
           kFirst.find(head[0]) != std::string_view::npos;
}

}  // namespace

ContentSearcher::ContentSearcher(const LinePattern& pattern, const ContentQuery& query,
                                 Detail detail, StopToken stop, HelperBudget* helpers)
    : m_pattern(pattern),
      m_query(query),
      m_detail(detail),
      m_stop(stop),
      m_helpers(helpers),
      m_scratch(std::move(stop)) {
    if (!query.perFile || !pattern.hasConditions()) {
        m_finder = makeFinder(pattern, query);
        return;
    }
    const auto only = [&](const std::shared_ptr<const Regex>& regex) -> LinePattern& {
        m_conditions.push_back(std::make_unique<LinePattern>());
        m_conditions.back()->regex = m_conditions.back()->shown = regex;
        return *m_conditions.back();
    };
    const auto add = [&](const std::shared_ptr<const Regex>& regex) {
        m_conditionFinders.push_back(makeFinder(only(regex), m_conditionQuery));
    };
    m_conditionQuery = query;
    m_conditionQuery.invert = false;
    // The lines that are shown, of a file that has all that it must.
    LinePattern& shown = only(pattern.shown);
    shown.replacement = pattern.replacement;
    m_finder = makeFinder(shown, query);
    add(pattern.regex);
    for (const auto& regex : pattern.all) add(regex);
    for (const auto& regex : pattern.none) add(regex);
}

ContentSearcher::~ContentSearcher() = default;

bool ContentSearcher::open(File& file) {
    int code = 0;
    const Entry& entry = file.entry;
    FileHandle handle = entry.openFile(code);
    if (handle.isOpen()) {
        m_reader.start(std::move(handle), entry.hasWholeReads(), entry.root().stream);
        if (m_query.nullData) m_reader.readHoles();
        return true;
    }
    // Deleted, or replaced by a link, since the folder was listed.
    if (!entry.isRoot() && (code == ENOENT || code == ELOOP)) {
        file.end.skipped = SkipReason::Vanished;
    } else {
        file.end.failed = true;
        file.receiver.problem(systemProblem(std::string(entry.path()), "open file", code));
    }
    return false;
}

/// Reads once more; only a pipe may keep us waiting.
BlockReader::Filled ContentSearcher::fill(File& file) {
    if (file.entry.root().stream) {
        while (!m_reader.waitReadable(kStreamWait)) {
            if (!file.receiver.waiting()) {
                m_reader.close();
                return BlockReader::Filled::End;
            }
        }
    }
    ReadFailure failure;
    const size_t before = m_reader.text().size();
    const BlockReader::Filled filled = m_reader.fill(failure);
    file.end.bytes += m_reader.text().size() - before;
    if (failure.any()) failed(file, failure, "read file");
    return filled;
}

void ContentSearcher::failed(File& file, ReadFailure failure, const char* operation) {
    file.end.failed = true;
    std::string path(file.entry.path());
    if (failure.code != 0)
        file.receiver.problem(systemProblem(std::move(path), operation, failure.code));
    else file.receiver.problem({std::move(path), operation, 0, std::move(failure.text)});
}

/// Reads the first block and decides whether this is text. False: nothing to search.
bool ContentSearcher::startText(File& file) {
    if (fill(file) != BlockReader::Filled::More) return false;
    while (file.entry.root().stream && mayBeginMark(m_reader.text())) {
        if (fill(file) != BlockReader::Filled::More) break;
    }
    if (m_query.compressed && isCompressed(m_reader.text())) {
        m_reader.filter(decompressed);
        file.end.bytes = 0;
        if (fill(file) != BlockReader::Filled::More) return false;
    }
    // Asked once, for nearly no file has one.
    const std::string_view text = m_reader.text();
    const size_t mark = m_query.encoding != "none" ? utf8MarkLength(text) : 0;
    const bool nul = text.substr(0, mark + kBinaryProbe).find('\0') != std::string_view::npos;
    if (!startDecoding(file, nul)) return false;
    if (m_query.binaryAsText || m_query.nullData || !file.end.encoding.empty()) return true;
    return !nul || startBinary(file);
}

/// Of a file with a NUL byte: whether it is searched all the same.
bool ContentSearcher::startBinary(File& file) {
    file.end.binary = true;
    file.end.binaryOffset = m_reader.text().find('\0');
    // One that the user named is, but its lines are not shown.
    if (file.entry.isRoot() || m_query.binaryToo) return true;
    file.end.skipped = SkipReason::Binary;
    return false;
}

/// Finds out how the text is encoded, and has it decoded. `nul`: there is a NUL byte at its start.
/// False: there is no text.
bool ContentSearcher::startDecoding(File& file, bool nul) {
    const std::string_view text = m_reader.text();
    if (m_query.encoding == "none") return true;
    if (!m_query.encoding.empty() && m_query.encoding != "auto" && !isUtf8Name(m_query.encoding)) {
        auto decoder = makeDecoder(m_query.encoding);
        if (decoder) decode(file, std::move(*decoder), m_query.encoding);
        return fill(file) == BlockReader::Filled::More || !m_reader.text().empty();
    }
    // Both marks of UTF-16 begin with such a byte; UTF-32 has NUL bytes.
    if (nul || static_cast<unsigned char>(text.front()) >= 0xfe) {
        const Encoding encoding = detectEncoding(text.substr(0, kEncodingProbe)).encoding;
        if (encoding != Encoding::Bytes) {
            decode(file, makeDecoder(encoding), std::string(encodingName(encoding)));
            return fill(file) == BlockReader::Filled::More;
        }
    }
    if (const size_t mark = utf8MarkLength(text); mark > 0) {
        m_reader.drop(mark);
    } else if (m_query.encoding == "auto") {
        const std::string guess = guessEncoding(text);
        if (guess.empty()) return true;
        if (auto decoder = makeDecoder(guess)) {
            decode(file, std::move(*decoder), guess);
            return fill(file) == BlockReader::Filled::More;
        }
    }
    return true;
}

void ContentSearcher::decode(File& file, std::unique_ptr<TextDecoder> decoder, std::string name) {
    m_reader.filter(
        [&](TextSource source) { return decoded(std::move(source), std::move(decoder)); });
    file.end.encoding = std::move(name);
    file.end.bytes = 0;
}

/// Where the last complete line ends; 0 where none does.
size_t ContentSearcher::endOfLines(std::string_view text) const {
    const size_t end = text.rfind(m_query.terminator());
    return end == std::string_view::npos ? 0 : end + 1;
}

void ContentSearcher::sayCut(File& file) {
    if (std::exchange(m_cutSaid, true)) return;
    file.receiver.problem(
        {std::string(file.entry.path()), "search", 0,
         m_query.multiline
             ? fmt::format("larger than {} MiB: it was searched in pieces, and matches across "
                           "their edges may be missing",
                           kMaxText >> 20)
             : fmt::format("a line is longer than {} MiB: it was searched in pieces, and matches "
                           "across their edges may be missing",
                           kMaxLine >> 20)});
}

/// Where matches may span lines, the text is there as a whole before it is searched.
void ContentSearcher::readWhole(File& file) {
    while (!m_reader.atEnd() && m_reader.text().size() < kMaxText && file.receiver.goOn())
        fill(file);
    if (m_reader.text().size() >= kMaxText && !m_reader.atEnd()) sayCut(file);
}

void ContentSearcher::searchBlocks(File& file, LineSearcher& lines) {
    // A file usually ends here: known at once, its lines need not be counted for what follows.
    // Not for a pipe, whose next line may be a long time coming.
    if (!file.entry.root().stream && m_reader.text().size() < BlockReader::kBlock / 2) fill(file);
    bool hole = false;
    bool parallel = m_helpers && !m_query.multiline;
    for (;;) {
        if (m_query.multiline) readWhole(file);
        const std::string_view text = m_reader.text();
        const bool last = m_reader.atEnd() && !hole;
        size_t usable = last ? text.size() : endOfLines(text);
        const bool cut =
            hole || (usable <= lines.pending() && text.size() >= lines.pending() + kMaxLine);
        if (cut) {
            sayCut(file);
            usable = text.size();
        }
        if (usable > lines.pending() || last || cut) {
            const LineSearcher::Edge edge = last  ? LineSearcher::Edge::TextEnd
                                            : cut ? LineSearcher::Edge::Cut
                                                  : LineSearcher::Edge::LineEnd;
            const size_t done =
                lines.search(text.substr(0, usable), edge, m_scratch, hole ? 0 : kOverlap);
            m_reader.drop(done);
            if (hole) lines.skip(m_reader.holeSize());
        }
        if (last || lines.ended() || !file.receiver.goOn()) break;
        hole = fill(file) == BlockReader::Filled::Hole;
        if (parallel && m_reader.fileSize() >= kLargeFile && !m_reader.isFiltered() &&
            !m_reader.isSparse() && m_reader.text().size() < ParallelFinder::kShare) {
            const Parallel outcome = searchParallel(file, lines);
            if (outcome == Parallel::Done) break;
            parallel = outcome == Parallel::NotTried;
        }
    }
}

/// Searches a large file with all threads that are free.
ContentSearcher::Parallel ContentSearcher::searchParallel(File& file, LineSearcher& lines) {
    const int free = m_helpers->exchange(0);
    // A share of the file for each at least; and more than memory has channels only wait for it.
    const auto useful = static_cast<int>(
        std::min<uint64_t>(m_reader.fileSize() / ParallelFinder::kShare, kMaxHelpers));
    const int helpers = std::min(free, useful);
    m_helpers->fetch_add(free - helpers);
    if (helpers <= 0) return Parallel::NotTried;
    const uint64_t limit = m_reader.fileSize() + BlockReader::kBlock;
    ParallelFinder parallel(m_pattern, m_query, m_stop, static_cast<unsigned>(helpers),
                            kTimePerFile);
    parallel.start(m_reader.text(), m_reader.position());
    lines.setFinder(parallel);
    Parallel outcome = Parallel::HandedBack;
    while (!lines.ended() && file.receiver.goOn() && parallel.hasRoom()) {
        int code = 0;
        const uint64_t before = parallel.offset();
        const bool more = parallel.fill(m_reader.file(), limit, code) && parallel.offset() < limit;
        file.end.bytes += parallel.offset() - before;
        if (code != 0) failed(file, {code, {}}, "read file");
        const std::string_view text = parallel.text();
        const size_t usable = more ? endOfLines(text) : text.size();
        if (more && usable <= lines.pending()) break;
        parallel.drop(lines.search(text.substr(0, usable),
                                   more ? LineSearcher::Edge::LineEnd : LineSearcher::Edge::TextEnd,
                                   m_scratch, 0));
        if (more) continue;
        outcome = Parallel::Done;
        break;
    }
    lines.setFinder(*m_finder);
    m_helpers->fetch_add(helpers);
    if (outcome == Parallel::HandedBack &&
        !m_reader.moveTo(parallel.offset() - parallel.text().size())) {
        failed(file, {errno, {}}, "read file");
        return Parallel::Done;
    }
    return outcome;
}

/// With conditions on the whole file, whether it meets them: they are looked for one beside the
/// other in a first pass. False also where that cannot be told.
bool ContentSearcher::fulfils(File& file) {
    std::vector<bool> found(m_conditionFinders.size(), false);
    const size_t required = m_pattern.all.size() + 1;
    for (;;) {
        if (m_query.multiline) readWhole(file);
        const std::string_view text = m_reader.text();
        size_t usable = m_reader.atEnd() ? text.size() : endOfLines(text);
        const bool cut = usable == 0 && text.size() >= kMaxLine;
        if (cut) {
            sayCut(file);
            usable = text.size();
        }
        for (size_t i = 0; i < found.size(); ++i) {
            if (found[i]) continue;
            MatchFinder& finder = *m_conditionFinders[i];
            finder.begin(text.substr(0, usable), 0);
            Line line;
            MatchFinder::Answer answer;
            while ((answer = finder.next(line, m_scratch)) == MatchFinder::Answer::Pause) {
                if (!file.receiver.goOn()) return false;
            }
            if (answer == MatchFinder::Answer::Stopped) return false;
            if (answer == MatchFinder::Answer::TooComplex) {
                failed(file,
                       {0, "pattern too complex: nobody knows whether the file is one that "
                           "was asked for"},
                       "match");
                return false;
            }
            found[i] = answer == MatchFinder::Answer::Found;
            if (found[i] && i >= required) return false;
        }
        if (m_reader.atEnd()) break;
        m_reader.drop(cut ? usable - kOverlap : usable);
        if (!file.receiver.goOn()) return false;
        fill(file);
    }
    if (file.end.failed) return false;
    return std::all_of(found.begin(), found.begin() + static_cast<ptrdiff_t>(required),
                       [](bool one) { return one; });
}

/// Back to the beginning for a second pass.
bool ContentSearcher::restart(File& file) {
    m_reader.close();
    file.end = {};
    return open(file) && startText(file);
}

void ContentSearcher::searchText(File& file) {
    // The lines of a binary file are not shown, but may be counted.
    const Detail detail = file.end.binary && !isCount(m_detail) ? Detail::Files : m_detail;
    LineSearcher lines(*m_finder, m_query, detail);
    lines.startText(file.receiver);
    searchBlocks(file, lines);
    file.end.matches = lines.matches();
    file.end.spans = lines.spans();
}

ContentEnd ContentSearcher::search(const Entry& entry, ContentReceiver& receiver) {
    ContentEnd end;
    File file{entry, receiver, end};
    m_cutSaid = false;
    if (open(file) && startText(file)) {
        m_scratch.startBudget(kTimePerFile);
        if (m_conditionFinders.empty()) {
            searchText(file);
        } else if (entry.root().stream) {
            failed(file, {0, "conditions on the whole file need one that can be read twice"},
                   "search");
        } else if (fulfils(file) && restart(file)) {
            searchText(file);
        }
    }
    m_reader.close();
    return end;
}

}  // namespace findling
