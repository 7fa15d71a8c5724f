// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/linkedfile.h"

#include "app/base/tr.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace actionscope::executor {

namespace {

constexpr int mostRedirects = 5;
constexpr int silence = 60'000; // milliseconds without a byte

bool isSamePlace(const QUrl &a, const QUrl &b)
{
    const int usual = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(usual) == b.port(usual);
}

} // namespace

LinkedFile::LinkedFile(const QUrl &url, const QString &path, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_file(path)
    , m_network(new QNetworkAccessManager(this))
{
}

LinkedFile::~LinkedFile()
{
    m_isOver = true;
    if (m_reply)
        m_reply->abort();
}

void LinkedFile::start()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        end(failure(ErrorCode::Unwritable,
            Tr::tr("The file %1 could not be written: %2.").arg(m_file.fileName(), m_file.errorString())));
        return;
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QNetworkRequest request(m_url);
    // Said here so that Qt adds neither its own name, nor the person's language, nor an encoding it would undo.
    request.setRawHeader("User-Agent", "Actionscope");
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setTransferTimeout(silence);
    m_reply = m_network->get(request);
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::redirected, this, &LinkedFile::checkRedirect);
    connect(m_reply, &QIODevice::readyRead, this, &LinkedFile::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &LinkedFile::conclude);
}

void LinkedFile::cancel() { stop(Tr::tr("Saving the linked file was cancelled.")); }

void LinkedFile::checkRedirect(const QUrl &target)
{
    if (isSamePlace(m_url, target))
        Q_EMIT m_reply->redirectAllowed();
    else
        stop(Tr::tr("The link leads on to %1, which was not followed.")
                 .arg(target.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment)));
}

void LinkedFile::readMore()
{
    // The page of an error is not the file.
    if (m_isOver || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return;
    const QByteArray piece = m_reply->readAll();
    m_written += piece.size();
    if (m_file.write(piece) != piece.size()) {
        stop(Tr::tr("The file %1 could not be written: %2.").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    const QVariant promised = m_reply->header(QNetworkRequest::ContentLengthHeader);
    Q_EMIT progress(m_written, promised.isValid() ? promised.toLongLong() : -1);
}

void LinkedFile::conclude()
{
    if (m_isOver)
        return;
    readMore();
    if (m_isOver)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status > 0 && status != 200) {
        stop(Tr::tr("%1 answered with HTTP %2. The link may have expired.").arg(m_url.host()).arg(status));
        return;
    }
    const QVariant promised = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool isShort = promised.isValid() && promised.toLongLong() != m_written;
    if (m_reply->error() != QNetworkReply::NoError || isShort) {
        stop(Tr::tr("The file could not be fetched whole from %1.").arg(m_url.host()), m_reply->errorString());
        return;
    }
    if (!m_file.flush() || !m_file.commit()) { // commit() overlooks what fails on its way out of the buffer
        stop(Tr::tr("The file %1 could not be written: %2.").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    end(m_written);
}

void LinkedFile::stop(const QString &sentence, const QString &detail)
{
    if (!m_isOver)
        end(failure(ErrorCode::Unavailable, sentence, detail));
}

void LinkedFile::end(const Result<qint64> &result)
{
    m_isOver = true;
    if (!result)
        m_file.cancelWriting();
    if (m_reply && m_reply->isRunning())
        m_reply->abort();
    Q_EMIT finished(result);
}

} // namespace actionscope::executor
