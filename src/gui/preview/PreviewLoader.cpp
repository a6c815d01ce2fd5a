#include "gui/preview/PreviewLoader.h"

#include "gui/preview/PreviewDocument.h"
#include "gui/preview/PreviewHighlighter.h"
#include "gui/preview/PreviewReader.h"

namespace findling::gui {

PreviewLoader::PreviewLoader(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

PreviewLoader::~PreviewLoader() {
    cancel();
    m_pool.waitForDone();  // it posts to this object
}

void PreviewLoader::cancel() {
    ++m_wanted;
    m_pool.clear();
}

void PreviewLoader::load(const PreviewTarget& target, bool dark) {
    cancel();
    const uint64_t id = m_wanted;
    const auto job = [this, id, target, dark] {
        const Cancelled cancelled = [this, id] { return m_wanted != id; };
        if (cancelled()) return;
        auto text = std::make_shared<PreviewText>(readPreview(target, cancelled));
        if (cancelled()) return;
        const PreviewText bare = *text;  // the document dies in its own thread, not in this one
        if (text->isLines()) text->document = makePreviewDocument(text->text);
        // The text first: colours may take a while.
        QMetaObject::invokeMethod(
            this,
            [this, id, text = std::shared_ptr<const PreviewText>(std::move(text))] {
                if (id == m_wanted) emit loaded(text);
            },
            Qt::QueuedConnection);
        const auto colors = std::make_shared<const PreviewColors>(highlight(bare, dark, cancelled));
        if (cancelled() || colors->spans.empty()) return;
        QMetaObject::invokeMethod(
            this,
            [this, id, colors] {
                if (id == m_wanted) emit colored(colors);
            },
            Qt::QueuedConnection);
    };
    m_pool.start(job);
}

}  // namespace findling::gui
