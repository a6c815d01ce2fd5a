#include "gui/results/ContextLines.h"

#include "core/base/Problem.h"
#include "gui/preview/PreviewFile.h"
#include "gui/preview/PreviewTargets.h"
#include "gui/session/Background.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <span>
#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;
using Around = ContextLines::Around;
using Place = ContextLines::Place;

namespace {

constexpr int kMost = ResultRow::kMostContext;
/// Read on either side of a match, and what is read where that holds too few lines.
constexpr size_t kWindow = 16 * 1024;
constexpr size_t kWideWindow = 256 * 1024;
/// A text that can only be read from its start is read so far.
constexpr uint64_t kMostText = uint64_t{64} << 20;
constexpr size_t kStep = 256 * 1024;

quint64 keyOf(uint32_t file, uint32_t match) {
    return quint64{file} << 32 | match;
}

QString reason(const ReadFailure& failure) {
    if (failure.code == ENOENT || failure.code == ENOTDIR)
        return ContextLines::tr("the file is no longer there");
    if (failure.code == 0) return QString::fromStdString(failure.text);
    return QString::fromLocal8Bit(systemProblem({}, {}, failure.code).text.c_str());
}

/// The last lines of a text that ends where the match's line begins. `whole`: it begins with a
/// line.
QStringList linesBefore(std::string_view text, bool whole, char terminator) {
    QStringList out;
    const auto last = [&] { return text.rfind(terminator) + 1; };  // npos + 1 is 0
    text = text.substr(0, last());  // (a piece of a giant line begins within it)
    while (out.size() < kMost && !text.empty()) {
        text.remove_suffix(1);
        const size_t begin = last();
        out.append(lineText(text.substr(begin), begin == 0 && !whole, false));
        text = text.substr(0, begin);
    }
    while (!whole && out.size() < kMost) out.append(u"…"_s);
    return out;
}

/// The first lines behind that in which a text begins. `whole`: nothing is missing at its end.
QStringList linesAfter(std::string_view text, bool whole, char terminator) {
    QStringList out;
    const auto pass = [&](size_t end) { text.remove_prefix(std::min(end, text.size() - 1) + 1); };
    if (!text.empty()) pass(text.find(terminator));
    while (out.size() < kMost && !text.empty()) {
        const size_t end = text.find(terminator);
        const bool cut = end == std::string_view::npos && !whole;
        out.append(lineText(text.substr(0, end), false, cut));
        pass(end);
    }
    while (!whole && out.size() < kMost) out.append(u"…"_s);
    return out;
}

/// Whether a text begins with the match that was found there.
bool holds(std::string_view text, const Place& place, char terminator) {
    if (!text.starts_with(place.text)) return false;
    text.remove_prefix(place.text.size());
    return !place.whole || text.empty() || text.front() == terminator || text.front() == '\r';
}

bool holdsEnough(std::string_view text, char terminator) {
    return std::count(text.begin(), text.end(), terminator) > kMost;
}

/// Reads around one place after the other of a file, in ascending order.
class Surroundings {
public:
    Surroundings(PreviewFile& file, char terminator, const Cancelled& cancelled)
        : m_file(file), m_terminator(terminator), m_cancelled(cancelled) {
        // Offsets are places in the file itself only where it was searched as it is.
        m_direct = file.isSeekable() && file.shown().form == Decoding::Form::Bytes;
        if (file.shown().form == Decoding::Form::ByLine) m_decoder = file.shown().decoder();
        m_works = m_direct || file.rewind();
    }

    Around at(const Place& place) {
        Around out;
        bool there = false;
        if (m_works) there = m_direct ? direct(place, out) : fromStart(place, out);
        if (there) return out;
        return {{}, {}, m_file.failure().any() ? reason(m_file.failure()) : changed()};
    }

private:
    static QString changed() { return ContextLines::tr("the file has changed"); }

    /// False where it fails, or where the match is not found again.
    bool direct(const Place& place, Around& out) {
        const uint64_t begin = place.offset + place.cutBefore;
        std::string text;
        bool whole = false;
        for (const size_t window : {kWindow, kWideWindow}) {
            if (!read(begin, place.text.size() + window, text, whole)) return false;
            if (!holds(text, place, m_terminator)) return false;
            text.erase(0, place.text.size());
            if (whole || holdsEnough(text, m_terminator)) break;
        }
        out.after = linesAfter(text, whole, m_terminator);
        for (const size_t window : {kWindow, kWideWindow}) {
            const auto size = static_cast<size_t>(std::min<uint64_t>(window, place.offset));
            bool atEnd = false;
            if (!read(place.offset - size, size, text, atEnd)) return false;
            whole = size == place.offset;
            if (whole || holdsEnough(text, m_terminator)) break;
        }
        out.before = linesBefore(text, whole, m_terminator);
        return true;
    }

    bool read(uint64_t at, size_t size, std::string& out, bool& atEnd) {
        out.clear();
        if (!m_file.rewind() || !m_file.skip(at, m_cancelled)) return false;
        if (!m_file.read(size + 1, out, m_cancelled)) return false;
        atEnd = out.size() <= size;
        if (!atEnd) out.pop_back();
        return true;
    }

    bool fromStart(const Place& place, Around& out) {
        const uint64_t first = place.lines.first - std::min<uint64_t>(place.lines.first - 1, kMost);
        if (!passTo(first)) return !m_atEnd && unread(out);
        // Lines before the match, its own, and those behind it.
        const uint64_t wanted = place.lines.last + kMost + 1 - first;
        size_t end = 0;
        for (uint64_t i = 0; i < wanted && end != std::string::npos; ++i) end = lineEnd(end);
        const bool whole = end != std::string::npos || m_atEnd;
        std::string_view text = std::string_view(m_text).substr(m_begin);
        if (end != std::string::npos) text = text.substr(0, end);
        std::string decoded;
        if (m_decoder) {
            m_decoder->reset();
            m_decoder->decode(text, true, decoded);
            text = decoded;
        }
        size_t line = 0;
        for (uint64_t i = first; i < place.lines.first; ++i) {
            const size_t next = text.find(m_terminator, line);
            if (next == std::string_view::npos) return !m_atEnd && unread(out);
            line = next + 1;
        }
        std::string_view rest = text.substr(line);
        rest.remove_prefix(std::min(place.cutBefore, rest.size()));
        if (!holds(rest, place, m_terminator)) return !whole && unread(out);
        out.before = linesBefore(text.substr(0, line), true, m_terminator);
        out.after = linesAfter(rest.substr(place.text.size()), whole, m_terminator);
        return true;
    }

    /// It lies further on than anything that is read.
    static bool unread(Around& out) {
        out.trouble = ContextLines::tr("too far into the file to be shown");
        return true;
    }

    /// The unread text begins with this line; false where it ends before that.
    bool passTo(uint64_t line) {
        while (m_line < line) {
            const size_t end = m_text.find(m_terminator, m_begin);
            if (end != std::string::npos) {
                m_begin = end + 1;
                ++m_line;
            } else {
                m_begin = m_text.size();
                if (!more()) return false;
            }
        }
        return true;
    }

    /// Behind the line that begins at `from` in the unread text; npos where it does not end.
    size_t lineEnd(size_t from) {
        size_t seen = from;
        for (;;) {
            const size_t end = m_text.find(m_terminator, m_begin + seen);
            if (end != std::string::npos) return end + 1 - m_begin;
            seen = m_text.size() - m_begin;
            if (!more()) return std::string::npos;
        }
    }

    bool more() {
        m_text.erase(0, m_begin);
        m_begin = 0;
        if (m_atEnd || m_passed >= kMostText) return false;
        const size_t had = m_text.size();
        m_file.read(kStep, m_text, m_cancelled);
        m_passed += m_text.size() - had;
        m_atEnd = m_text.size() - had < kStep;
        return m_text.size() > had;
    }

    PreviewFile& m_file;
    const char m_terminator;
    const Cancelled& m_cancelled;
    std::unique_ptr<TextDecoder> m_decoder;
    bool m_direct = false;
    bool m_works = false;
    std::string m_text;     ///< a stretch of the file
    size_t m_begin = 0;     ///< of what is unread of it
    uint64_t m_line = 1;    ///< that begins there
    uint64_t m_passed = 0;  ///< bytes read in all
    bool m_atEnd = false;
};

/// Of matches of one file, in ascending order.
void readFile(std::span<const Place> places, const PreviewReading& search,
              const Cancelled& cancelled, std::vector<Around>& out) {
    PreviewReading reading = search;
    auto file = std::make_unique<PreviewFile>(reading);
    auto opened = file->open(places.front().path);
    if (opened == PreviewFile::Opened::Yes && file->shown() != file->searched()) {
        reading.encoding = "UTF-8";  // a better guess than the search's is none for its matches
        file = std::make_unique<PreviewFile>(reading);
        opened = file->open(places.front().path);
    }
    QString trouble;
    if (opened == PreviewFile::Opened::Failed) trouble = reason(file->failure());
    else if (opened != PreviewFile::Opened::Yes) trouble = ContextLines::tr("not a regular file");
    else if (file->isBinary()) trouble = ContextLines::tr("a binary file");
    if (!trouble.isEmpty()) {
        out.insert(out.end(), places.size(), {{}, {}, trouble});
        return;
    }
    Surroundings surroundings(*file, reading.terminator, cancelled);
    for (const Place& place : places) out.push_back(surroundings.at(place));
}

}  // namespace

/// What is read in one go.
struct ContextLines::Job {
    PreviewReading reading;
    std::vector<Place> places;  ///< by file and match, ascending
    std::atomic<bool> cancelled{false};
    static constexpr std::chrono::milliseconds kPatience{150};

    /// Of the first places, as far as it came.
    std::vector<Around> run() const {
        const Cancelled stop = [this] { return cancelled.load(); };
        std::vector<Around> found;
        std::span<const Place> left = places;
        const auto begin = std::chrono::steady_clock::now();
        while (!left.empty() && !stop()) {
            // What has been read is worth showing; of the rest some may be out of sight by then.
            if (std::chrono::steady_clock::now() - begin > kPatience) break;
            size_t count = 1;
            while (count < left.size() && left[count].file == left[0].file) ++count;
            readFile(left.first(count), reading, stop, found);
            left = left.subspan(count);
        }
        return found;
    }
};

ContextLines::ContextLines(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ContextLines::read);
}

ContextLines::~ContextLines() {
    if (m_job) m_job->cancelled = true;
}

void ContextLines::setQuery(const ContentQuery* query) {
    m_next = searchReading(query);
}

void ContextLines::clear() {
    if (m_job) m_job->cancelled = true;
    m_job.reset();
    m_known.clear();
    m_asked.clear();
    m_wanted.clear();
    m_reading = m_next;
}

LineView ContextLines::find(const ResultFiles& files, const ResultRow& row) {
    LineView out;
    out.context = true;
    out.number = linesOf(files, row, terminator()).first;
    const auto known = m_known.constFind(keyOf(row.file, row.match()));
    if (known == m_known.constEnd()) {
        want(files, row);
        out.text = u"…"_s;
        return out;
    }
    const int distance = row.distance();
    const qsizetype place = std::abs(distance) - 1;
    const QStringList& side = distance < 0 ? known->before : known->after;
    if (!known->trouble.isEmpty()) {
        out.note = true;
        if (place == 0) out.text = known->trouble;
    } else if (place < side.size()) {
        out.text = side[place];
    } else if (distance > 0) {
        out.number = 0;
    }
    return out;
}

void ContextLines::want(const ResultFiles& files, const ResultRow& row) {
    const quint64 key = keyOf(row.file, row.match());
    if (m_asked.contains(key)) return;
    const ResultFiles::Line line = files.line(row.file, row.match());
    if (!line.match) return;
    m_asked.insert(key);
    m_wanted.push_back({row.file, row.match(), files.path(row.file),
                        linesOf(files, {row.file, row.match()}, terminator()), line.match->offset,
                        std::string(keptText(line, terminator())), line.match->cutBefore,
                        !line.match->moreBefore && !line.match->moreAfter});
    m_soon.start();
}

void ContextLines::read() {
    if (m_job || m_wanted.empty()) return;
    if (m_known.size() > kKept) m_known.clear();
    if (std::ssize(m_wanted) > kAtOnce) {  // what is in sight was asked for last
        const auto first = m_wanted.end() - kAtOnce;
        for (auto at = m_wanted.begin(); at != first; ++at)
            m_asked.remove(keyOf(at->file, at->match));
        m_wanted.erase(m_wanted.begin(), first);
    }
    const auto job = std::make_shared<Job>();
    job->reading = m_reading;
    job->places = std::exchange(m_wanted, {});
    std::sort(job->places.begin(), job->places.end(), [](const Place& a, const Place& b) {
        return keyOf(a.file, a.match) < keyOf(b.file, b.match);
    });
    m_job = job;
    inBackground(
        this, [job] { return job->run(); },
        [this, job](const std::vector<Around>& found) {
            if (job == m_job) take(found);
        });
}

void ContextLines::take(const std::vector<Around>& found) {
    const std::shared_ptr<Job> job = std::exchange(m_job, {});
    for (size_t i = 0; i < job->places.size(); ++i) {
        const quint64 key = keyOf(job->places[i].file, job->places[i].match);
        if (i < found.size()) m_known.insert(key, found[i]);
        m_asked.remove(key);  // what was not read is asked for again if it is still in sight
    }
    emit ready();
    read();
}

}  // namespace findling::gui
