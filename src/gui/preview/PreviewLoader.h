/// Loads previews one after the other on a thread of its own; only the latest wish is answered.
#pragma once

#include "gui/preview/PreviewText.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace findling::gui {

class PreviewLoader : public QObject {
    Q_OBJECT

public:
    explicit PreviewLoader(QObject* parent = nullptr);
    ~PreviewLoader() override;

    /// Drops what is being loaded.
    void load(const PreviewTarget& target, bool dark);
    void cancel();

signals:
    void loaded(std::shared_ptr<const findling::gui::PreviewText> text);
    /// For the text that was loaded last.
    void colored(std::shared_ptr<const findling::gui::PreviewColors> colors);

private:
    std::atomic<uint64_t> m_wanted{0};  ///< number of the latest wish
    QThreadPool m_pool;
};

}  // namespace findling::gui
