/// Work for a thread of the pool whose result is wanted in the window's thread.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace findling::gui {

/// `work` runs on a thread of the pool, `done` takes what it returned in the window's thread; not
/// at all when the receiver is gone by then.
template <class Work, class Done>
void inBackground(QObject* receiver, Work work, Done done) {
    QThreadPool::globalInstance()->start([guard = QPointer<QObject>(receiver),
                                          work = std::move(work),
                                          done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard = std::move(guard), result = std::move(result),
             done = std::move(done)]() mutable {
                if (!guard.isNull()) done(*result);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace findling::gui
