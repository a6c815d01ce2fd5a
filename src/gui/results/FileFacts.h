/// What the search did not ask the disk for: read on a worker, for the files whose rows are in
/// sight.
#pragma once

#include "core/walk/FileStat.h"
#include "gui/results/ResultFiles.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace findling::gui {

class FileFacts : public QObject {
    Q_OBJECT

public:
    struct Facts {
        std::optional<FileStat> stat = {};  ///< none where the file is gone
        QString owner = {};
    };

    explicit FileFacts(QObject* parent = nullptr);

    /// Null where they are not known yet: ready() follows.
    const Facts* find(uint32_t file, const ResultFiles& files);
    void clear();

signals:
    void ready();

private:
    struct Wanted {
        uint32_t file = 0;
        std::string path = {};
        bool link = false;  ///< it is listed as one, so its own facts are wanted
    };
    void read();

    static constexpr qsizetype kKept = 20'000;
    QHash<uint32_t, Facts> m_known;
    QSet<uint32_t> m_asked;
    std::vector<Wanted> m_wanted;
    QTimer m_soon;             ///< what one repaint asks for is read in one go
    quint64 m_generation = 0;  ///< of the results that are asked about
};

}  // namespace findling::gui
