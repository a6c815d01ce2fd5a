/// The lines around matches. A search keeps only the lines that match: what stands around them is
/// read again on a worker, for the rows that are in sight.
#pragma once

#include "gui/preview/PreviewText.h"
#include "gui/results/LineView.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <string>
#include <vector>

namespace findling {
struct ContentQuery;
}

namespace findling::gui {

class ContextLines : public QObject {
    Q_OBJECT

public:
    explicit ContextLines(QObject* parent = nullptr);
    ~ContextLines() override;

    /// How the files of the next results are read; until clear() those at hand stay as they were.
    void setQuery(const ContentQuery* query);
    /// Forgets the results: from now on it is asked about those of the latest query.
    void clear();
    /// The byte that ends a line of the results at hand.
    char terminator() const { return m_reading.terminator; }

    /// A row of context as it is painted; "…" until it is known, when ready() follows. Where the
    /// text cannot be had, the line next to the match says why. Without a number it lies behind the
    /// end of the file.
    LineView find(const ResultFiles& files, const ResultRow& row);

    /// A match, and what it takes to find it again in its file.
    struct Place {
        uint32_t file = 0;
        uint32_t match = 0;
        std::string path = {};
        LineRange lines = {};
        uint64_t offset = 0;    ///< of its line in the text
        std::string text = {};  ///< what is kept of it
        size_t cutBefore = 0;   ///< bytes of the line in front of that
        bool whole = false;     ///< it goes to the end of the line
    };
    /// What stands around it: each side from the match outwards, shorter where the file ends.
    struct Around {
        QStringList before = {};
        QStringList after = {};
        QString trouble = {};  ///< why there is nothing
    };

signals:
    void ready();

private:
    struct Job;

    void want(const ResultFiles& files, const ResultRow& row);
    void read();
    void take(const std::vector<Around>& found);

    static constexpr qsizetype kKept = 1'000;  ///< matches
    static constexpr std::ptrdiff_t kAtOnce = 200;
    PreviewReading m_reading;
    PreviewReading m_next;
    QHash<quint64, Around> m_known;  ///< by file and match
    QSet<quint64> m_asked;
    std::vector<Place> m_wanted;
    std::shared_ptr<Job> m_job;  ///< one at a time: what has left the sight by then is not read
    QTimer m_soon;               ///< what one repaint asks for is read in one go
};

}  // namespace findling::gui
