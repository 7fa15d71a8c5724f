// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace actionscope {

// Hands a future's result to `handle` on the thread of `context`, which must be the calling one. Where the
// context is gone by then, or the future was cancelled, nothing happens. QFuture::then(context) of Qt 6.4
// cannot take its place: it asserts, and races, when the context goes before the future is done.
template <typename T, typename Handler>
void whenReady(const QFuture<T> &future, QObject *context, Handler &&handle)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
        [watcher, handler = std::forward<Handler>(handle)]() mutable {
            watcher->deleteLater();
            if (watcher->future().isResultReadyAt(0))
                handler(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace actionscope
