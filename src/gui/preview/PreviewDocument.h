/// The document of a preview, filled off the window's thread: tens of thousands of lines take a
/// tenth of a second.
#pragma once

#include <QString>
#include <QTextDocument>

#include <memory>

namespace findling::gui {

/// Belongs to the application's thread from then on, and has the layout of a plain text edit. Its
/// last owner must be in that thread, too; it is freed elsewhere.
std::shared_ptr<QTextDocument> makePreviewDocument(const QString& text);

}  // namespace findling::gui
