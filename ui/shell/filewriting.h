// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/atomicfile.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

class QProgressDialog;

namespace actionscope::ui {

// Writes one file away from the window, which sees how far it is, and a way to stop it, when it takes its time. Ends
// exactly once and goes with it. When the window closes the file is still written to its end.
class FileWriting final : public QObject
{
    Q_OBJECT

public:
    static constexpr int quietMs = 200; // so long nothing is shown

    using Write = std::function<Result<void>(const QString &path, const QByteArray &bytes, WriteWatch *watch)>;

    static Result<void> writeToDisk(const QString &path, const QByteArray &bytes, WriteWatch *watch)
    {
        return writeFileAtomically(path, bytes, watch);
    }
    FileWriting(
        const QString &path, const QByteArray &bytes, QWidget *window, const Write &write = writeToDisk);

    void cancel();

Q_SIGNALS:
    void finished();
    void failed(const actionscope::Error &error); // not when it was cancelled

private:
    void showProgress();
    void end(const Result<void> &written);

    QString m_path;
    qint64 m_size;
    QWidget *m_window;
    QProgressDialog *m_progress = nullptr; // from when it takes long
    QTimer m_timer;
    std::shared_ptr<WriteWatch> m_watch = std::make_shared<WriteWatch>();
    // Its own: painting borrows the global pool's threads and would wait for the disk. Its end waits for the file.
    QThreadPool m_pool;
};

} // namespace actionscope::ui
