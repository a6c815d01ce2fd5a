/// "Why is this path not here?", asked on another thread since the answer is on the disk. Only the
/// latest question is answered.
#pragma once

#include "core/base/Problem.h"
#include "core/base/Stop.h"
#include "core/query/Query.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace findling::gui {

struct PathAnswer {
    QString sentence = {};
    bool result = false;
    std::optional<SkipReason> reason = {};  ///< what keeps the path out
    QByteArray rule = {};
};

/// The path that a typed text means: "~" is the home folder, and a file URL is understood.
QByteArray typedPath(const QString& text);

/// The answer itself. A relative path is looked for below each root and among the listed files,
/// then in the current folder.
PathAnswer explainPath(const Query& query, const QByteArray& path, const StopSource& stop = {});

class PathQuestion : public QObject {
    Q_OBJECT

public:
    explicit PathQuestion(QObject* parent = nullptr);
    ~PathQuestion() override;

    void ask(const Query& query, const QByteArray& path);
    /// No answer is wanted any more: who looks for it stops.
    void forget();
    /// Whether an answer is still to come.
    bool isAsking() const { return m_asking; }

signals:
    /// The answer takes long enough to say so.
    void working();
    void answered(const findling::gui::PathAnswer& answer);

private:
    uint64_t m_latest = 0;
    bool m_asking = false;
    StopSource m_stop;  ///< of the latest question
    QTimer m_wait;
};

}  // namespace findling::gui
