// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QObject>
#include <QSaveFile>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace actionscope::executor {

// Fetches a file from a link that carries its own permission, into a file that appears whole or not at all. It has
// nothing to do with the service's requests: no key, no cookie, none of their headers goes along. A redirect is followed
// on the same scheme, host and port only. Ends exactly once.
class LinkedFile final : public QObject
{
    Q_OBJECT

public:
    LinkedFile(const QUrl &url, const QString &path, QObject *parent = nullptr);
    ~LinkedFile() override;

    void start();
    // It then ends with ErrorCode::Unavailable.
    void cancel();

Q_SIGNALS:
    // -1 where the server does not say how much there is.
    void progress(qint64 received, qint64 total);
    void finished(const actionscope::Result<qint64> &bytesWritten);

private:
    void readMore();
    void checkRedirect(const QUrl &target);
    void conclude();
    void end(const Result<qint64> &result);
    void stop(const QString &sentence, const QString &detail = {});

    QUrl m_url;
    QSaveFile m_file;
    QNetworkAccessManager *m_network = nullptr;
    QNetworkReply *m_reply = nullptr;
    qint64 m_written = 0;
    bool m_isOver = false;
};

} // namespace actionscope::executor
