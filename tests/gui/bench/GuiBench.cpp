/// Measures the window as scripts/bench asks for it; one measurement a run, JSON on standard
/// output:
///
///   findling_gui_bench start NS          from NS of the steady clock to a window that answers
///
///   findling_gui_bench first TREE TEXT   to the first row of a search, and how it ran
///
///   findling_gui_bench stream N          N synthetic rows: stalls, selecting, sorting, stopping
///
///   findling_gui_bench names N           N remembered names: each key of a word
///
///   findling_gui_bench preview FILE      to the text on the screen
#include "StallWatch.h"
#include "SyntheticRows.h"
#include "gui/MainWindow.h"
#include "gui/preview/PreviewPanel.h"
#include "gui/query/SearchPanel.h"
#include "gui/results/ResultModel.h"
#include "gui/results/ResultView.h"

#include <QApplication>
#include <QFile>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace findling;
using namespace findling::gui;
using namespace Qt::StringLiterals;

namespace {

using Figures = QJsonObject;

double now() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void runUntil(const std::function<bool()>& done) {
    while (!done()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

double residentMegabytes() {
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Tells when a widget has been painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QObject* watched) { watched->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) painted = true;
        return QObject::eventFilter(watched, event);
    }
};

Figures start(double begin) {
    MainWindow window;
    const PaintWatch paint(window.searchPanel());
    window.show();
    runUntil([&] { return paint.painted; });
    QCoreApplication::processEvents();
    return {{u"ms"_s, now() - begin}};
}

Figures first(const QString& tree, const QString& text) {
    MainWindow window({QFile::encodeName(tree)});
    window.show();
    QCoreApplication::processEvents();
    StallWatch watch;
    SearchForm form = window.searchPanel()->form();
    form.text = text;
    const double begin = now();
    window.search(form);
    runUntil([&] { return window.resultModel()->rowCount() > 0; });
    const double row = now() - begin;
    runUntil([&] { return !window.session()->isRunning(); });
    return {{u"first row"_s, row},
            {u"all"_s, now() - begin},
            {u"rows"_s, window.resultModel()->rowCount()},
            {u"longest stall"_s, watch.longest()}};
}

void beginStream(MainWindow& window, size_t count) {
    Query query;
    query.roots = {"/synthetic"};
    window.session()->start(query, [&](Sink& sink) -> Result<std::unique_ptr<RowSource>> {
        return std::unique_ptr<RowSource>(std::make_unique<SyntheticRows>(sink, count));
    });
}

/// Runs an action and what follows from it; the longest stall, and all of it.
void measured(Figures& figures, StallWatch& watch, const QString& name,
              const std::function<void()>& action, const std::function<bool()>& done) {
    watch.clear();
    const double begin = now();
    action();
    QCoreApplication::processEvents();
    runUntil(done);
    QCoreApplication::processEvents();
    figures[name] = now() - begin;
    figures[name + u", longest stall"_s] = watch.longest();
}

Figures stream(size_t count) {
    MainWindow window;
    window.session()->setMemoryBudget(size_t{4} << 30);
    window.show();
    QCoreApplication::processEvents();
    ResultModel* model = window.resultModel();
    ResultView* view = window.resultView();
    Figures figures;
    StallWatch watch;
    const double before = residentMegabytes();
    const double begin = now();
    beginStream(window, count);
    runUntil([&] { return !window.session()->isRunning(); });
    QCoreApplication::processEvents();
    figures[u"stream"_s] = now() - begin;
    figures[u"stream, longest stall"_s] = watch.longest();
    figures[u"stream, p99.9"_s] = watch.quantile(0.999);
    figures[u"rows"_s] = model->rowCount();
    const double rows = std::max(1, model->rowCount());
    // Of the text of names and folders, which is told apart, a folder comes once in every batch.
    constexpr double kNames = 18 + 24.0 / 200 + 24.0 / 256;
    constexpr double kFile = 12;  // in ResultFiles
    figures[u"bytes a row beside the names"_s] =
        static_cast<double>(window.session()->memory()) / rows - kNames + kFile + sizeof(ResultRow);
    figures[u"resident bytes a row"_s] = (residentMegabytes() - before) * 1e6 / rows;
    const auto idle = [] { return true; };
    measured(
        figures, watch, u"select all"_s, [&] { view->selectAll(); }, idle);
    measured(
        figures, watch, u"clear selection"_s, [&] { view->clearSelection(); }, idle);
    measured(
        figures, watch, u"to the end"_s,
        [&] { view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum()); }, idle);
    const auto arranged = [&] { return !model->isArranging(); };
    measured(
        figures, watch, u"sort by name"_s, [&] { model->sort(ResultModel::Name); }, arranged);
    measured(
        figures, watch, u"filter"_s, [&] { model->setFilter(u"777"_s); }, arranged);
    measured(
        figures, watch, u"all again"_s, [&] { model->setFilter({}); }, arranged);
    beginStream(window, count);
    runUntil([&] { return static_cast<size_t>(model->rowCount()) < count / 2 + 1; });
    measured(
        figures, watch, u"stop"_s, [&] { window.session()->stop(); },
        [&] { return !window.session()->isRunning(); });
    return figures;
}

/// A record of a walk that never was: made-up names in made-up folders.
std::shared_ptr<const WalkRecord> madeUpWalk(const Query& query, size_t count) {
    static const char* const kWords[] = {"main",  "device", "driver", "index", "test",    "util",
                                         "core",  "config", "net",    "sound", "suspend", "power",
                                         "write", "resume", "kernel", "letter"};
    auto record = std::make_shared<WalkRecord>(size_t{4} << 30);
    WalkRecord::Part part(*record);
    for (size_t i = 0; i < count; ++i) {
        const auto word = [&](size_t at) { return std::string(kWords[at % std::size(kWords)]); };
        if (i % 50 == 0)
            part.beginFolder(0, word(i / 50) + "/" + word(i / 900) + std::to_string(i) + "/", 3);
        part.add(word(i * 7) + "_" + word(i / 3) + std::to_string(i) + (i % 3 ? ".c" : ".txt"),
                 FileType::File);
    }
    part.finish();
    WalkRoot root;
    root.path = root.absolute = query.roots.front();
    root.type = FileType::Folder;
    record->setQuery(query, {root});
    record->complete();
    return record;
}

/// From each key to all that memory knows: the walk that looks whether it is still true only comes
/// when no key has followed.
Figures names(size_t count) {
    const QTemporaryDir folder;
    MainWindow window({QFile::encodeName(folder.path())});
    window.show();
    SearchForm form = window.searchPanel()->form();
    form.name = u"x"_s;
    Query query;
    toQuery(form, query);
    auto memory = std::make_shared<NameMemory>(size_t{4} << 30);
    memory->keep(madeUpWalk(query, count));
    window.session()->setMemory(memory);
    QCoreApplication::processEvents();
    bool recalled = false;
    QObject::connect(window.session(), &SearchSession::recalled, &window, [&] { recalled = true; });
    Figures figures;
    StallWatch watch;
    for (const char* typed : {"l", "le", "let", "lette", "letter", "99", "main c", "*.txt", "zz"}) {
        form.name = QString::fromLatin1(typed);
        recalled = false;
        int rows = 0;
        double row = 0;
        const double begin = now();
        window.search(form);
        while (!recalled) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            rows = window.resultModel()->rowCount();
            if (row == 0 && !window.resultModel()->isStale() && rows > 0) row = now() - begin;
        }
        figures[form.name] = now() - begin;
        figures[form.name + u", first row"_s] = row;
        figures[form.name + u", rows"_s] = rows;
    }
    figures[u"longest stall"_s] = watch.longest();
    return figures;
}

Figures preview(const QString& path) {
    PreviewPanel panel;
    panel.resize(700, 700);
    panel.setVisible(true);
    QCoreApplication::processEvents();
    bool shown = false;
    QObject::connect(&panel, &PreviewPanel::shown, &panel, [&] { shown = true; });
    StallWatch watch;
    const double begin = now();
    PreviewTarget target;
    target.path = QFile::encodeName(path);
    panel.show(target);
    runUntil([&] { return shown; });
    QCoreApplication::processEvents();
    return {{u"ms"_s, now() - begin}, {u"longest stall"_s, watch.longest()}};
}

}  // namespace

int main(int argc, char** argv) {
    QTemporaryDir settings;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"FindlingBench"_s);
    QCoreApplication::setApplicationName(u"findling-bench"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    const QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    Figures figures;
    const QString what = words.value(1);
    if (what == "start"_L1) figures = start(words.value(2).toDouble() / 1e6);
    else if (what == "first"_L1) figures = first(words.value(2), words.value(3));
    else if (what == "stream"_L1) figures = stream(words.value(2).toULongLong());
    else if (what == "names"_L1) figures = names(words.value(2).toULongLong());
    else if (what == "preview"_L1) figures = preview(words.value(2));
    else return 2;
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return 0;
}
