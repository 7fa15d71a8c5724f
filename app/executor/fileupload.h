// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/fileupload.h"
#include "app/executor/executionrun.h"

#include <QFile>
#include <QObject>
#include <QPointer>

class QNetworkAccessManager;
class QNetworkReply;

namespace actionscope::executor {

class Executor;

// Brings one file to the service's storage: reads its MD5 on another thread, asks where it goes, and puts it there. The
// last step goes to a host of its own: no key, no cookie. Nothing is sent twice. Ends exactly once.
class FileUpload final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestFile = 512LL * 1024 * 1024;

    // `file` names action and app; the rest is found out.
    FileUpload(const QString &path, const api::FileDescription &file, api::ApiVersion version, QObject *parent = nullptr);
    ~FileUpload() override;

    void start(Executor *executor, const Destination &destination);
    // It then ends with ErrorCode::Unavailable.
    void cancel();

Q_SIGNALS:
    // The file is read; its bytes leave from now on.
    void described(const actionscope::api::FileDescription &file, qint64 size);
    void progress(qint64 sent, qint64 total);
    // The reference that an action takes.
    void finished(const actionscope::Result<QByteArray> &reference);

private:
    void ask(Executor *executor, const Destination &destination);
    void takeTarget(const api::Exchange &exchange);
    void put();
    void conclude();
    void end(const Result<QByteArray> &result);
    void stop(const QString &sentence, const QString &detail = {});

    QString m_path;
    api::FileDescription m_file;
    api::ApiVersion m_version;
    qint64 m_size = 0;
    api::UploadTarget m_target;
    QPointer<ExecutionRun> m_run;
    QFile m_bytes;
    QNetworkAccessManager *m_network = nullptr;
    QNetworkReply *m_reply = nullptr;
    bool m_isOver = false;
};

} // namespace actionscope::executor
