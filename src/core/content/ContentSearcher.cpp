#include "core/content/ContentSearcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace findling {

namespace {

/// A NUL byte among the first so many makes a file binary; git looks at about as many.
constexpr size_t kBinaryProbe = 8 * 1024;
/// A line is searched whole up to this length; a longer one in pieces, which is said.
constexpr size_t kMaxLine = 16 * 1024 * 1024;
/// Matching in lines that need a guard may take so long per file.
constexpr std::chrono::milliseconds kTimePerFile{2000};
/// Between two questions while a pipe is silent.
constexpr int kStreamWait = 50;  // milliseconds

bool startsWith(std::string_view text, std::string_view head) {
    return text.substr(0, head.size()) == head;
}

bool isUtf16Or32(std::string_view text) {
    using namespace std::literals;
    return startsWith(text, "\xff\xfe"sv) || startsWith(text, "\xfe\xff"sv) ||
           startsWith(text, "\0\0\xfe\xff"sv);
}

/// Where the last complete line ends; 0 where none does.
size_t endOfLines(std::string_view text) {
    const size_t newline = text.rfind('\n');
    return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

ContentSearcher::ContentSearcher(const Regex& regex, const ContentQuery& query, Detail detail,
                                 StopToken stop)
    : m_query(query), m_regex(regex), m_detail(detail), m_scratch(std::move(stop)) {}

bool ContentSearcher::open(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    int code = 0;
    FileHandle file = entry.openFile(code);
    if (file.isOpen()) {
        m_reader.start(std::move(file));
        return true;
    }
    // Deleted, or replaced by a link, since the folder was listed.
    if (!entry.isRoot() && (code == ENOENT || code == ELOOP)) {
        end.skipped = SkipReason::Vanished;
    } else {
        end.failed = true;
        receiver.problem(systemProblem(std::string(entry.path()), "open file", code));
    }
    return false;
}

/// Reads once more. False when the file ends, cannot be read on, or nothing more is wanted of it.
bool ContentSearcher::fill(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    if (entry.root().stream) {
        while (!m_reader.waitReadable(kStreamWait)) {
            if (!receiver.waiting()) {
                m_reader.close();
                return false;
            }
        }
    }
    int code = 0;
    const size_t before = m_reader.text().size();
    const bool more = m_reader.fill(code);
    end.bytes += m_reader.text().size() - before;
    if (code != 0) {
        end.failed = true;
        receiver.problem(systemProblem(std::string(entry.path()), "read file", code));
    }
    return more;
}

/// Reads the first block and decides whether this is text. False: nothing to search.
bool ContentSearcher::startText(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    if (!fill(entry, receiver, end)) return false;
    const std::string_view text = m_reader.text();
    if (startsWith(text, "\xef\xbb\xbf")) m_reader.drop(3);
    if (m_query.binaryAsText) return true;
    if (isUtf16Or32(text)) {
        end.skipped = SkipReason::Encoding;
        // What the user named cannot just be counted.
        if (entry.isRoot()) {
            receiver.problem({std::string(entry.path()), "search", 0,
                              "UTF-16 and UTF-32 are not read yet; --text searches the bytes"});
        }
        return false;
    }
    const size_t probe = std::min(text.size(), kBinaryProbe);
    if (const void* nul = std::memchr(text.data(), 0, probe)) {
        end.binary = true;
        end.binaryOffset = static_cast<size_t>(static_cast<const char*>(nul) - text.data());
        // A file that the user named is searched all the same, but its lines are not shown.
        if (!entry.isRoot()) {
            end.skipped = SkipReason::Binary;
            return false;
        }
    }
    return true;
}

void ContentSearcher::searchBlocks(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    // The lines of a binary file are not shown, but may be counted.
    const Detail detail = !end.binary                 ? m_detail
                          : m_detail == Detail::Count ? Detail::Count
                                                      : Detail::Files;
    LineSearcher lines(m_regex, m_query, detail);
    lines.startText(receiver);
    bool cut = false;
    size_t pending = 0;  // bytes at the start of the text that are kept as context
    // A file usually ends here: known at once, its lines need not be counted for what follows.
    // Not for a pipe, whose next line may be a long time coming.
    if (!entry.root().stream && m_reader.text().size() < BlockReader::kBlock / 2) {
        fill(entry, receiver, end);
    }
    for (;;) {
        const std::string_view text = m_reader.text();
        size_t usable = m_reader.atEnd() ? text.size() : endOfLines(text);
        if (usable <= pending && text.size() - pending >= kMaxLine) {
            if (!cut) {
                receiver.problem(
                    {std::string(entry.path()), "search", 0,
                     fmt::format("a line is longer than {} MiB: it was searched in pieces, "
                                 "and matches across their edges may be missing",
                                 kMaxLine >> 20)});
            }
            cut = true;
            usable = text.size();
        }
        const bool last = m_reader.atEnd();
        if (usable > pending || last) {
            const size_t done = lines.search(text.substr(0, usable), last, m_scratch);
            m_reader.drop(done);
            pending = usable - done;
        }
        if (last || lines.ended() || !receiver.goOn()) break;
        fill(entry, receiver, end);
    }
    end.matches = lines.matches();
}

ContentEnd ContentSearcher::search(const Entry& entry, ContentReceiver& receiver) {
    ContentEnd end;
    if (open(entry, receiver, end) && startText(entry, receiver, end)) {
        m_scratch.startBudget(kTimePerFile);
        searchBlocks(entry, receiver, end);
    }
    m_reader.close();
    return end;
}

}  // namespace findling
