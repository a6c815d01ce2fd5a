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
    : m_query(query), m_regex(regex), m_detail(detail), m_stop(stop), m_scratch(std::move(stop)) {}

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
        receiver.problem(systemProblem(std::string(entry.path()), "open file", code));
    }
    return false;
}

/// Reads the first block and decides whether this is text. False: nothing to search.
bool ContentSearcher::startText(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    int code = 0;
    if (!m_reader.fill(code, m_stop)) {
        if (code != 0)
            receiver.problem(systemProblem(std::string(entry.path()), "read file", code));
        return false;
    }
    const std::string_view text = m_reader.text();
    if (m_query.binaryAsText) return true;
    if (isUtf16Or32(text)) {
        end.skipped = SkipReason::Encoding;
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
    if (startsWith(text, "\xef\xbb\xbf")) m_reader.drop(3);
    return true;
}

void ContentSearcher::searchBlocks(const Entry& entry, ContentReceiver& receiver, ContentEnd& end) {
    LineSearcher lines(m_regex, m_query, end.binary ? Detail::Files : m_detail);
    lines.startText(receiver);
    bool cut = false;
    size_t pending = 0;  // bytes at the start of the text that are kept as context
    const auto read = [&] {
        int code = 0;
        const size_t before = m_reader.text().size();
        m_reader.fill(code, m_stop);
        end.bytes += m_reader.text().size() - before;
        if (code != 0)
            receiver.problem(systemProblem(std::string(entry.path()), "read file", code));
    };
    // A file usually ends here: known at once, its lines need not be counted for what follows.
    // Not for a pipe, whose next line may be a long time coming.
    if (!entry.root().standardInput && m_reader.text().size() < BlockReader::kBlock) read();
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
        read();
    }
    end.matches = lines.matches();
}

ContentEnd ContentSearcher::search(const Entry& entry, ContentReceiver& receiver) {
    ContentEnd end;
    if (open(entry, receiver, end) && startText(entry, receiver, end)) {
        end.bytes = m_reader.text().size();
        m_scratch.startBudget(kTimePerFile);
        searchBlocks(entry, receiver, end);
    }
    m_reader.close();
    return end;
}

}  // namespace findling
