// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

namespace {

struct Reason
{
    const char *words;
    const char *cause;
    const char *sentence;
    const char *advice;
};

// The words are those of the TLS library, the first that fit count.
constexpr Reason reasons[] = {
    {"expired", "tls.expired", QT_TRANSLATE_NOOP("Actionscope", "The server's certificate has expired."),
        QT_TRANSLATE_NOOP("Actionscope", "The operator has to renew it. If only this computer complains, check its clock.")},
    {"not yet valid", "tls.notYetValid", QT_TRANSLATE_NOOP("Actionscope", "The server's certificate is not valid yet."),
        QT_TRANSLATE_NOOP("Actionscope", "Check the clock of this computer.")},
    {"host name did not match", "tls.hostMismatch",
        QT_TRANSLATE_NOOP("Actionscope", "The server's certificate is for another host than the base URL names."),
        QT_TRANSLATE_NOOP("Actionscope", "Use the host name that the certificate is for.")},
    {"self-signed", "tls.selfSigned",
        QT_TRANSLATE_NOOP("Actionscope", "The server's certificate vouches for itself, or its issuer is unknown to this computer."),
        QT_TRANSLATE_NOOP("Actionscope", "Install the issuer's certificate in the system's store, or use a server with a public one.")},
    {"issuer certificate", "tls.untrusted",
        QT_TRANSLATE_NOOP("Actionscope", "This computer does not know who issued the server's certificate."),
        QT_TRANSLATE_NOOP("Actionscope", "Install the issuer's certificate. A proxy that inspects TLS has one of its own.")},
    {"no certificates could be verified", "tls.untrusted",
        QT_TRANSLATE_NOOP("Actionscope", "This computer does not know who issued the server's certificate."),
        QT_TRANSLATE_NOOP("Actionscope", "Install the issuer's certificate. A proxy that inspects TLS has one of its own.")},
    {"revoked", "tls.revoked", QT_TRANSLATE_NOOP("Actionscope", "The server's certificate was revoked."),
        QT_TRANSLATE_NOOP("Actionscope", "Do not send the key there; ask the operator.")},
    {"wrong version number", "tls.plainPort",
        QT_TRANSLATE_NOOP("Actionscope", "The port speaks plain HTTP, but the base URL begins with https."),
        QT_TRANSLATE_NOOP("Actionscope", "Write http:// in the base URL, or use the port of the secure service.")},
};

} // namespace

Claim tlsFailed(const Facts &facts)
{
    if (!facts.hasFault(api::FaultKind::TlsFailed))
        return {};
    const api::TransportFault &fault = *facts.exchange.fault;
    Diagnosis diagnosis {QStringLiteral("tls.handshake"),
        Tr::tr("No secure connection could be agreed on: the server may speak plain HTTP on this port, or only old TLS.")};
    QString todo = Tr::tr("Check scheme and port of the base URL.");
    diagnosis.confidence = Confidence::Likely;
    for (const Reason &reason : reasons) {
        if (!fault.sentence.contains(QLatin1String(reason.words), Qt::CaseInsensitive)
            && !fault.detail.contains(QLatin1String(reason.words), Qt::CaseInsensitive))
            continue;
        diagnosis = {QLatin1String(reason.cause), Tr::tr(reason.sentence)};
        todo = Tr::tr(reason.advice);
        break;
    }
    diagnosis.evidence = {phaseEvidence(QStringLiteral("encrypt"), fault.sentence)};
    diagnosis.tries = {{TryKind::OpenEnvironment, todo}};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
