#include "gui/results/FileFacts.h"

#include "core/base/Users.h"
#include "core/walk/DirHandle.h"
#include "gui/results/DisplayText.h"
#include "gui/session/Background.h"

#include <utility>

namespace findling::gui {

using namespace Qt::StringLiterals;

namespace {

QString ownerText(uint32_t id) {
    const std::string name = userName(id);
    return name.empty() ? QString::number(id) : displayText(name);
}

}  // namespace

FileFacts::FileFacts(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &FileFacts::read);
}

const FileFacts::Facts* FileFacts::find(uint32_t file, const ResultFiles& files) {
    const auto known = m_known.constFind(file);
    if (known != m_known.constEnd()) return &*known;
    if (m_asked.contains(file)) return nullptr;
    m_asked.insert(file);
    m_wanted.push_back({file, files.path(file), files.file(file).type == FileType::Link});
    m_soon.start();
    return nullptr;
}

void FileFacts::clear() {
    ++m_generation;
    m_known.clear();
    m_asked.clear();
    m_wanted.clear();
}

void FileFacts::read() {
    if (m_known.size() > kKept) clear();
    inBackground(
        this,
        [wanted = std::exchange(m_wanted, {})] {
            QList<std::pair<uint32_t, Facts>> found;
            for (const Wanted& one : wanted) {
                FileStat facts;
                Facts out;
                if (statPath(one.path, !one.link, facts) == 0)
                    out = {facts, ownerText(facts.owner)};
                found.append({one.file, out});
            }
            return found;
        },
        [this, generation = m_generation](const QList<std::pair<uint32_t, Facts>>& found) {
            if (generation != m_generation) return;
            for (const auto& [file, facts] : found) {
                m_known.insert(file, facts);
                m_asked.remove(file);
            }
            emit ready();
        });
}

}  // namespace findling::gui
