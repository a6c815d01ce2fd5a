#include "gui/preview/PreviewDocument.h"

#include <QCoreApplication>
#include <QPlainTextDocumentLayout>
#include <QThread>
#include <QThreadPool>

namespace findling::gui {

namespace {

constexpr int kLarge = 2'000;  ///< lines; fewer are freed at once

void free(QTextDocument* document) {
    const bool own = document->thread() == QThread::currentThread();
    if (!own || document->blockCount() < kLarge || !QCoreApplication::instance()) {
        delete document;
        return;
    }
    document->moveToThread(nullptr);
    QThreadPool::globalInstance()->start([document] { delete document; });
}

}  // namespace

std::shared_ptr<QTextDocument> makePreviewDocument(const QString& text) {
    std::shared_ptr<QTextDocument> document(new QTextDocument, free);
    document->setUndoRedoEnabled(false);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setPlainText(text);
    document->moveToThread(QCoreApplication::instance()->thread());
    return document;
}

}  // namespace findling::gui
