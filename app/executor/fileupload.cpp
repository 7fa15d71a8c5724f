// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/fileupload.h"

#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/executor/executor.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace actionscope::executor {

namespace {

constexpr int silence = 60'000; // milliseconds without a byte
constexpr auto askingTime = std::chrono::seconds(60);

struct ReadFile
{
    QByteArray md5;
    QString mimeType;
    qint64 size = 0;
};

Result<ReadFile> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, Tr::tr("There is no file %1 any more.").arg(path));
    if (!info.isFile())
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 is not a file.").arg(path));
    if (info.size() > FileUpload::largestFile) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("%1 has %2 MB; at most %3 MB are uploaded.")
                .arg(info.fileName())
                .arg(info.size() / 1'000'000)
                .arg(FileUpload::largestFile / 1'000'000));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Tr::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Md5);
    if (!hash.addData(&file))
        return failure(ErrorCode::Unreadable, Tr::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    if (file.size() == 0)
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 is empty; the storage takes no empty file.").arg(info.fileName()));
    return ReadFile {hash.result().toHex(), QMimeDatabase().mimeTypeForFile(info).name(), file.size()};
}

// On a thread of its own: a large file takes its time.
QFuture<Result<ReadFile>> readLater(const QString &path)
{
    const auto promise = std::make_shared<QPromise<Result<ReadFile>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(readFile(path));
        promise->finish();
    });
    return promise->future();
}

} // namespace

FileUpload::FileUpload(
    const QString &path, const api::FileDescription &file, api::ApiVersion version, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_file(file)
    , m_version(version)
{
    m_file.fileName = QFileInfo(path).fileName();
}

FileUpload::~FileUpload()
{
    m_isOver = true;
    if (m_run)
        m_run->cancel();
    if (m_reply)
        m_reply->abort();
}

void FileUpload::start(Executor *executor, const Destination &destination)
{
    whenReady(readLater(m_path), this,
        [this, executor = QPointer(executor), destination](const Result<ReadFile> &file) {
            if (m_isOver || !executor)
                return;
            if (!file) {
                end(Failure(file.error()));
                return;
            }
            m_file.md5 = file->md5;
            m_file.mimeType = file->mimeType;
            m_size = file->size;
            Q_EMIT described(m_file, m_size);
            if (!m_isOver)
                ask(executor, destination);
        });
}

void FileUpload::cancel() { stop(Tr::tr("The upload was cancelled.")); }

void FileUpload::ask(Executor *executor, const Destination &destination)
{
    RunOptions options;
    options.timeout = askingTime;
    m_run = executor->start(api::uploadRequest(m_file, m_version), destination, options);
    connect(m_run, &ExecutionRun::finished, this, &FileUpload::takeTarget);
}

void FileUpload::takeTarget(const api::Exchange &exchange)
{
    if (m_isOver)
        return;
    if (exchange.fault) {
        stop(exchange.fault->sentence, exchange.fault->detail);
        return;
    }
    const auto target = api::readUploadTarget(exchange.answer, m_version);
    if (!target) {
        end(Failure(target.error()));
        return;
    }
    m_target = *target;
    if (m_target.isThere)
        end(api::fileReference(m_file, m_target.key));
    else
        put();
}

void FileUpload::put()
{
    m_bytes.setFileName(m_path);
    if (!m_bytes.open(QIODevice::ReadOnly)) {
        stop(Tr::tr("%1 could not be read: %2.").arg(m_path, m_bytes.errorString()));
        return;
    }
    if (m_bytes.size() != m_size) {
        stop(Tr::tr("%1 has changed while it was read.").arg(m_file.fileName));
        return;
    }
    m_network = new QNetworkAccessManager(this);
    QNetworkRequest request(m_target.url);
    request.setRawHeader("User-Agent", "Actionscope");
    request.setRawHeader("Accept-Language", "*");
    request.setHeader(QNetworkRequest::ContentTypeHeader, m_file.mimeType);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_size);
    if (m_target.isAzure)
        request.setRawHeader("x-ms-blob-type", "BlockBlob");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setTransferTimeout(silence);
    m_reply = m_network->put(request, &m_bytes);
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (!m_isOver && sent > 0)
            Q_EMIT progress(sent, m_size);
    });
    connect(m_reply, &QNetworkReply::finished, this, &FileUpload::conclude);
}

void FileUpload::conclude()
{
    if (m_isOver)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // The storage refuses to write what it has; both SDKs take that for success, too.
    const bool isStored = (status >= 200 && status < 300) || status == 403;
    if (isStored) {
        end(api::fileReference(m_file, m_target.key));
        return;
    }
    const QString host = m_target.url.host();
    stop(status > 0 ? Tr::tr("The storage at %1 did not take the file: HTTP %2.").arg(host).arg(status)
                    : Tr::tr("The file did not reach the storage at %1.").arg(host),
        m_reply->errorString());
}

void FileUpload::stop(const QString &sentence, const QString &detail)
{
    if (!m_isOver)
        end(failure(ErrorCode::Unavailable, sentence, detail));
}

void FileUpload::end(const Result<QByteArray> &result)
{
    m_isOver = true;
    if (m_run)
        m_run->cancel();
    if (m_reply && m_reply->isRunning())
        m_reply->abort();
    Q_EMIT finished(result);
}

} // namespace actionscope::executor
