#include "gui/why/PathQuestion.h"

#include "core/search/Explain.h"
#include "core/walk/DirHandle.h"
#include "gui/results/FilePaths.h"
#include "gui/session/Background.h"
#include "gui/why/WhyWords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 200;  // ms before "…" is shown

struct PathQuestionText {
    Q_DECLARE_TR_FUNCTIONS(PathQuestionText)
};

bool isAbsolute(const QByteArray& path) {
    return path.startsWith('/') || QDir::isAbsolutePath(QFile::decodeName(path));
}

/// The first of the listed files whose path ends so.
std::string listedBelow(const std::string& files, const std::string& path) {
    const std::string end = "/" + path + '\0';
    const size_t at = files.find(end);
    if (at == std::string::npos) return {};
    const size_t before = files.rfind('\0', at);
    const size_t begin = before == std::string::npos ? 0 : before + 1;
    return files.substr(begin, at + end.size() - 1 - begin);
}

/// Where the path may lie, the likeliest place first.
std::vector<std::string> places(const Query& query, const QByteArray& path) {
    std::vector<std::string> out;
    if (!isAbsolute(path)) {
        if (query.files) {
            if (std::string listed = listedBelow(*query.files, path.toStdString()); !listed.empty())
                out.push_back(std::move(listed));
        }
        for (std::string root : query.roots) {
            if (!root.empty() && root.back() != '/') root += '/';
            out.push_back(root + path.toStdString());
        }
    }
    out.push_back(path.toStdString());
    return out;
}

QString nowhere(const Query& query, const QByteArray& path) {
    const QString shown = sentencePart(path.toStdString());
    if (isAbsolute(path) || query.roots.empty())
        return PathQuestionText::tr("%1 does not exist.").arg(shown);
    return PathQuestionText::tr("%1 does not exist, neither below the searched folders nor in "
                                "the current one.")
        .arg(shown);
}

PathAnswer answerFor(const Query& query, const std::string& path, const StopSource& stop) {
    const Result<Explanation> explained = explain(query, path, stop);
    if (!explained) {
        return {PathQuestionText::tr("%1 cannot be judged: %2")
                    .arg(sentencePart(path), sentencePart(explained.error().text))};
    }
    PathAnswer answer{answerText(*explained), explained->isResult()};
    if (explained->isLeftOut()) {
        answer.reason = explained->skip.reason;
        answer.rule = QByteArray::fromStdString(explained->skip.rule);
    }
    return answer;
}

}  // namespace

QByteArray typedPath(const QString& text) {
    if (text.startsWith("file:"_L1)) {
        const QByteArray path = pathOf(QUrl(text));
        if (!path.isEmpty()) return path;
    }
    QString path = QDir::fromNativeSeparators(text);
    if (path == "~"_L1 || path.startsWith("~/"_L1)) path.replace(0, 1, QDir::homePath());
    return QFile::encodeName(path);
}

PathAnswer explainPath(const Query& query, const QByteArray& path, const StopSource& stop) {
    int trouble = 0;
    std::string troubled;
    for (const std::string& place : places(query, path)) {
        FileStat facts;
        const int code = statPath(place, false, facts);
        if (code == 0) return answerFor(query, place, stop);
        if (code == ENOENT || code == ENOTDIR || trouble != 0) continue;
        trouble = code;
        troubled = place;
    }
    // A path that was copied often has blanks around it; a name may have them, too.
    const QByteArray bare = path.trimmed();
    if (bare != path && !bare.isEmpty()) return explainPath(query, bare, stop);
    if (trouble == 0) return {nowhere(query, path)};
    return {PathQuestionText::tr("%1 cannot be looked at: %2")
                .arg(sentencePart(troubled), sentencePart(systemProblem({}, {}, trouble).text))};
}

PathQuestion::PathQuestion(QObject* parent) : QObject(parent) {
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPatience);
    connect(&m_wait, &QTimer::timeout, this, &PathQuestion::working);
}

PathQuestion::~PathQuestion() {
    m_stop.request();
}

void PathQuestion::ask(const Query& query, const QByteArray& path) {
    forget();
    const uint64_t number = ++m_latest;
    m_asking = true;
    m_stop = StopSource();
    m_wait.start();
    inBackground(
        this, [query, path, stop = m_stop] { return explainPath(query, path, stop); },
        [this, number](const PathAnswer& answer) {
            if (number != m_latest) return;
            m_asking = false;
            m_wait.stop();
            emit answered(answer);
        });
}

void PathQuestion::forget() {
    ++m_latest;
    m_asking = false;
    m_stop.request();
    m_wait.stop();
}

}  // namespace findling::gui
