#include "core/search/Worker.h"

#include "core/query/Filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace findling {

Worker::Worker(const Plan& plan, Delivery& delivery, unsigned thread, StopSource stop,
               WalkRecord* record)
    : m_plan(plan),
      m_delivery(delivery),
      m_stop(stop),
      m_token(stop.token()),
      m_outbox(delivery, thread, stop.token()),
      m_detail(delivery.sink.detail()) {
    if (record) m_record.emplace(*record);
    if (plan.pattern) {
        // What does not match is all that is asked of a file then.
        if (plan.query.content->withoutMatch) m_detail = Detail::Files;
        m_content.emplace(*plan.pattern, *plan.query.content, m_detail, stop.token(),
                          &delivery.helpers);
    }
}

namespace {

/// Whether a folder that is skipped for this reason is not entered.
bool prunes(SkipReason reason) {
    switch (reason) {
        case SkipReason::Hidden:
        case SkipReason::Ignored:
        case SkipReason::Excluded:
        case SkipReason::Depth:
        case SkipReason::OtherFileSystem:
        case SkipReason::VirtualFileSystem:
        case SkipReason::Vanished: return true;
        default: return false;
    }
}

}  // namespace

/// With onlyPath, whether the entry is that path or leads to it.
bool Worker::onTheWay(const Entry& entry) const {
    const std::string_view only = m_plan.query.onlyPath;
    if (entry.isRoot()) return true;
    const std::string_view path = entry.relativePath();
    return only.substr(0, path.size()) == path &&
           (only.size() == path.size() || (only[path.size()] == '/' && entry.isFolder()));
}

void Worker::beginFolder(const Folder& folder) {
    if (m_record)
        m_record->beginFolder(static_cast<uint32_t>(folder.root().index), folder.relativePath(),
                              folder.depth() + 1);
}

/// Also what has another name than asked for: the next question may be for that.
void Worker::record(const Entry& entry) {
    if (m_record) m_record->add(entry.name(), entry.type());
}

void Worker::recorded(const Entry& entry) {
    ++m_outbox.counts().entries;
    if (m_plan.query.maxDepth && entry.depth() > *m_plan.query.maxDepth) return;
    if (passesNames(entry) && !isTooHigh(entry) && passesFacts(entry)) report(entry);
}

Fate Worker::visit(const Entry& entry) {
    if (!m_plan.query.onlyPath.empty() && !onTheWay(entry)) return Fate::Done;
    ++m_outbox.counts().entries;
    if (entry.followError() != 0)
        problem(systemProblem(std::string(entry.path()), "follow link", entry.followError()));
    if (entry.isRoot()) {
        // Named by the user: a result whatever the filters say. A list is longer than one has in
        // mind: it is for them to choose from.
        if (entry.root().listed && m_content && entry.type() != FileType::File) {
            skip(entry, SkipReason::Type, "has no content to search");
            return Fate::Done;
        }
        if (entry.root().listed && isInExcludedFolder(entry)) return Fate::Done;
        if (entry.root().listed &&
            (isExcluded(entry) || !passesNames(entry) || !passesFacts(entry)))
            return Fate::Done;
        if (m_content) return Fate::Search;
        report(entry);
        return Fate::Done;
    }
    // Names first: what is no result anyway needs no ignore rules. A folder needs them in any case.
    if (!entry.isFolder() && !passesNames(entry)) {
        if (m_record && isInSight(entry)) record(entry);
        return Fate::Done;
    }
    if (!mayBeSeen(entry)) return Fate::Done;
    record(entry);
    Fate fate = Fate::Done;
    if (entry.isFolder()) {
        if (!m_plan.query.maxDepth || entry.depth() < *m_plan.query.maxDepth) {
            fate = Fate::Enter;
            ++m_outbox.counts().folders;
        } else {
            skip(entry, SkipReason::Depth, "its contents are deeper than the limit");
        }
        const bool between = !m_plan.query.onlyPath.empty() &&
                             entry.relativePath().size() < m_plan.query.onlyPath.size();
        if (m_content || between || !passesNames(entry)) return fate;
    }
    if (m_plan.query.maxDepth && entry.depth() > *m_plan.query.maxDepth) {
        skip(entry, SkipReason::Depth, "is deeper than the limit");
        return fate;
    }
    if (isTooHigh(entry)) return fate;
    m_entering = fate == Fate::Enter;
    if (!passesFacts(entry)) return fate;
    if (m_content) {
        if (entry.type() == FileType::File) return Fate::Search;
        skip(entry, SkipReason::Type, "has no content to search");
        return fate;
    }
    report(entry);
    return fate;
}

bool Worker::isTooHigh(const Entry& entry) {
    if (!m_plan.query.minDepth || entry.depth() >= *m_plan.query.minDepth) return false;
    skip(entry, SkipReason::Depth, "is not as deep as asked for");
    return true;
}

/// mayBeSeen() without a word about it.
bool Worker::isInSight(const Entry& entry) const {
    const bool hidden = entry.isHidden() && !m_plan.query.hidden && !entry.ignored().keeps();
    return !hidden && !entry.ignored().hides() && !excludedBy(entry);
}

/// The hidden rule, ignore rules and excludes.
bool Worker::mayBeSeen(const Entry& entry) {
    if (entry.isHidden() && !m_plan.query.hidden && !entry.ignored().keeps()) {
        skip(entry, SkipReason::Hidden, "its name begins with a dot");
        return false;
    }
    if (entry.ignored().hides()) {
        skip(entry, SkipReason::Ignored,
             m_plan.query.listSkips != SkipList::None ? entry.ignored().describe() : "");
        return false;
    }
    return !isExcluded(entry);
}

/// Of a listed file, which no walk came to through its folders.
bool Worker::isInExcludedFolder(const Entry& entry) {
    if (m_plan.excludes.empty()) return false;
    const std::string_view path = entry.relativePath();
    const std::string_view absolute = entry.absolutePath();
    for (size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
        const std::string_view folder = path.substr(0, slash);
        for (const NameMatcher& glob : m_plan.excludes) {
            std::string_view subject = folder.substr(folder.rfind('/') + 1);
            if (glob.subject() == NameSubject::RelativePath) subject = folder;
            if (glob.subject() == NameSubject::AbsolutePath)
                subject = absolute.substr(1, absolute.size() - path.size() + slash - 1);
            if (!glob.matches(subject)) continue;
            skip(entry, SkipReason::Excluded, "matches the exclude pattern " + glob.text());
            return true;
        }
    }
    return false;
}

const NameMatcher* Worker::excludedBy(const Entry& entry) const {
    for (const NameMatcher& glob : m_plan.excludes) {
        if (matches(glob, entry)) return &glob;
    }
    return nullptr;
}

bool Worker::isExcluded(const Entry& entry) {
    const NameMatcher* glob = excludedBy(entry);
    if (glob) skip(entry, SkipReason::Excluded, "matches the exclude pattern " + glob->text());
    return glob != nullptr;
}

bool Worker::passes(const Entry& entry, size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
        const Filter& filter = m_plan.filters[i];
        int code = 0;
        const Answer answer = filter.accepts(entry, code);
        if (answer != Answer::Yes) return fails(entry, filter, answer, code);
    }
    return true;
}

bool Worker::fails(const Entry& entry, const Filter& filter, Answer answer, int code) {
    if (answer == Answer::No) {
        skip(entry, filter.reason, filter.rule);
    } else if (code == ENOENT) {
        skip(entry, SkipReason::Vanished, "");
    } else if (filter.cost != Cost::Open || !m_entering) {
        // (A folder that is entered next reports itself that it cannot be opened.)
        problem(systemProblem(std::string(entry.path()), "read facts", code));
    }
    return false;
}

void Worker::skip(const Entry& entry, SkipReason reason, const std::string& rule) {
    ++at(m_outbox.counts().skips, reason);
    const SkipList wanted = m_plan.query.listSkips;
    if (wanted == SkipList::None || (wanted == SkipList::Losses && !isLoss(reason))) return;
    m_outbox.skip({reason, std::string(entry.path()), rule, entry.isFolder() && prunes(reason)});
}

void Worker::skipped(const Entry& entry, SkipReason reason) {
    skip(entry, reason, "");
}

void Worker::problem(Problem problem) {
    m_outbox.problem(std::move(problem));
}

bool Worker::goOn() {
    m_outbox.tick();
    return !m_token.requested();
}

/// Takes one result of the limit; No when they are used up.
MatchReceiver::Wish Worker::claim() {
    const uint64_t limit = m_plan.query.maxResults;
    if (limit == 0) return Wish::Yes;
    const uint64_t taken = m_delivery.claimed.fetch_add(1, std::memory_order_relaxed);
    m_limitReached = taken + 1 >= limit;
    return taken >= limit ? Wish::No : m_limitReached ? Wish::Last : Wish::Yes;
}

/// A result of a search by name alone.
void Worker::report(const Entry& entry) {
    if (claim() != Wish::No) m_outbox.entry(entry);
    if (m_limitReached) m_stop.request();
}

MatchReceiver::Wish Worker::wantsMatch() {
    return m_plan.query.content->withoutMatch ? Wish::Yes : claim();
}

bool Worker::waiting() {
    m_outbox.flush();
    return !m_token.requested();
}

void Worker::search(const Entry& entry) {
    m_entry = &entry;
    m_begun = m_uncertain = false;
    m_reported = 0;
    if (entry.isRoot() && entry.type() != FileType::File && !entry.root().stream) {
        problem({std::string(entry.path()), "search", 0,
                 "not a regular file: it has no end to read to"});
        return;
    }
    const ContentEnd end = m_content->search(entry, *this);
    Progress& counts = m_outbox.counts();
    counts.bytesSearched += end.bytes;
    if (end.skipped) {
        skip(entry, *end.skipped, "");
    } else {
        if (!end.failed) ++counts.filesSearched;
        // A count that a stop has cut off would be a wrong one.
        if (m_begun && isCount(m_detail) && m_token.requested() && !m_limitReached) return;
        finishFile(entry, end);
    }
    m_entry = nullptr;
    // Only now: the last match has its context, and its file an end.
    if (m_limitReached) m_stop.request();
}

void Worker::finishFile(const Entry& entry, const ContentEnd& end) {
    const FileEnd facts{m_reported,       end.spans, end.binary,
                        end.binaryOffset, end.bytes, end.encoding};
    if (m_plan.query.content->withoutMatch) {
        if (m_reported > 0) return skip(entry, SkipReason::Text, "a line of it matches");
        if (end.failed || m_uncertain || m_token.requested() || claim() == Wish::No) return;
        m_outbox.beginFile(entry);
        return m_outbox.endFile(entry, facts);
    }
    if (m_begun) m_outbox.endFile(entry, facts);
    // Of a line that was too complex nobody knows: the problem says so.
    if (m_reported == 0 && !end.failed && !m_uncertain)
        skip(entry, SkipReason::Text, "no line of it matches");
}

bool Worker::match(const Match& match) {
    if (m_plan.query.content->withoutMatch) {
        ++m_reported;
        return true;
    }
    if (!m_begun) {
        m_begun = true;
        m_outbox.beginFile(*m_entry);
    }
    if (!match.context) ++m_reported;
    if (!match.text.empty()) m_outbox.match(*m_entry, match);
    return true;
}

void Worker::tooComplex(uint64_t line, bool last) {
    m_uncertain = true;
    problem({std::string(m_entry->path()), "match", 0,
             fmt::format("pattern too complex at line {}: it was not searched to its end{}", line,
                         last ? ", nor was the rest of the file" : "")});
}

void Worker::tooMany(uint64_t line) {
    problem({std::string(m_entry->path()), "match", 0,
             fmt::format("line {} has more than a million matches: the rest of them is not marked",
                         line)});
}

void Worker::finish() {
    if (m_record) m_record->finish();
    m_outbox.flush();
}

}  // namespace findling
