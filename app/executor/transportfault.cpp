// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/transportfault.h"

#include "app/base/tr.h"

#include <QSslCertificate>

namespace actionscope::executor {

using api::FaultKind;

namespace {

QString certificateReason(const QList<QSslError> &errors)
{
    QStringList reasons;
    for (const QSslError &error : errors) {
        QString reason = error.errorString();
        const QSslCertificate certificate = error.certificate();
        if (!certificate.isNull()) {
            reason += Tr::tr(" (certificate of %1, issued by %2)")
                          .arg(certificate.subjectDisplayName(), certificate.issuerDisplayName());
        }
        if (!reasons.contains(reason))
            reasons.append(reason);
    }
    return reasons.join(QStringLiteral("; "));
}

FaultKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return FaultKind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
        return FaultKind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // closed on a kept connection; UploadBody refused to be sent again
        return FaultKind::ConnectionClosed;
    case QNetworkReply::TimeoutError:
        return FaultKind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return FaultKind::TlsFailed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return FaultKind::Malformed;
    default:
        break;
    }
    const bool isProxy = error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
    return isProxy ? FaultKind::ProxyFailed : FaultKind::Other;
}

} // namespace

QNetworkReply::NetworkError errorOfStatus(int status)
{
    switch (status) {
    case 400:
    case 418:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 407:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    if (status > 500)
        return QNetworkReply::UnknownServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

api::TransportFault faultOf(
    QNetworkReply::NetworkError error, const QString &detail, const QString &host, const QList<QSslError> &sslErrors)
{
    api::TransportFault fault;
    fault.kind = kindOf(error);
    fault.detail = detail;
    switch (fault.kind) {
    case FaultKind::HostNotFound:
        fault.sentence = Tr::tr("The host %1 was not found. Check the base URL and the network connection.").arg(host);
        break;
    case FaultKind::ConnectionRefused:
        fault.sentence = Tr::tr("The connection to %1 was refused: nothing listens there.").arg(host);
        break;
    case FaultKind::ConnectionClosed:
        fault.sentence = Tr::tr("The connection to %1 was closed before the answer was complete.").arg(host);
        break;
    case FaultKind::TimedOut:
        fault.sentence = Tr::tr("The connection to %1 timed out.").arg(host);
        break;
    case FaultKind::TlsFailed:
        fault.sentence = sslErrors.isEmpty()
            ? Tr::tr("No secure connection to %1 could be made: %2.").arg(host, detail)
            : Tr::tr("The certificate of %1 was not accepted: %2.").arg(host, certificateReason(sslErrors));
        break;
    case FaultKind::ProxyFailed:
        fault.sentence = Tr::tr("The proxy on the way to %1 failed: %2.").arg(host, detail);
        break;
    case FaultKind::Malformed:
        fault.sentence = Tr::tr("What %1 sent is not a readable HTTP answer: %2.").arg(host, detail);
        break;
    default:
        fault.sentence = Tr::tr("The request to %1 failed: %2.").arg(host, detail);
    }
    return fault;
}

api::TransportFault timeoutFault(Phase phase, std::chrono::milliseconds timeout, const QString &host)
{
    const bool isOne = timeout == std::chrono::seconds(1);
    const QString span = isOne ? Tr::tr("a second") : Tr::tr("%1 seconds").arg(double(timeout.count()) / 1000.0, 0, 'g', 4);
    api::TransportFault fault;
    fault.kind = FaultKind::TimedOut;
    switch (phase) {
    case Phase::Waiting:
    case Phase::Connecting:
        fault.sentence = Tr::tr("No connection to %1 within %2.").arg(host, span);
        break;
    case Phase::Sending:
        fault.sentence = Tr::tr("The request to %1 was not fully sent within %2.").arg(host, span);
        break;
    case Phase::AwaitingAnswer:
        fault.sentence = Tr::tr("%1 did not answer within %2.").arg(host, span);
        break;
    case Phase::Receiving:
        fault.sentence = Tr::tr("The answer of %1 was not complete within %2.").arg(host, span);
        break;
    }
    return fault;
}

} // namespace actionscope::executor
