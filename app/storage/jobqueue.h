// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace actionscope::storage {

// One thread for disk work, done in the order it was asked for. Not QtConcurrent::run: there a caller who waits for
// a future runs the job on its own thread, out of turn.
// Waits at its end until everything is done.
class JobQueue final
{
public:
    JobQueue() { m_pool.setMaxThreadCount(1); }

    template <typename T> QFuture<T> add(std::function<T()> job)
    {
        const auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        m_pool.start([promise, job = std::move(job)] {
            promise->addResult(job());
            promise->finish();
        });
        return promise->future();
    }

private:
    QThreadPool m_pool;
};

} // namespace actionscope::storage
