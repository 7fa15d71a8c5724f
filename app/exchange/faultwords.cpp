// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/faultwords.h"

#include "app/base/tr.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

using api::FaultKind;

struct Exit
{
    int code; // of curl
    FaultKind kind;
    bool requestHadLeft;
};

constexpr std::array exits {Exit {5, FaultKind::ProxyFailed, false}, Exit {6, FaultKind::HostNotFound, false},
    Exit {7, FaultKind::ConnectionRefused, false}, Exit {8, FaultKind::Malformed, true}, Exit {16, FaultKind::Other, true},
    Exit {18, FaultKind::ConnectionClosed, true}, Exit {28, FaultKind::TimedOut, true}, Exit {35, FaultKind::TlsFailed, false},
    Exit {47, FaultKind::Redirected, true}, Exit {51, FaultKind::TlsFailed, false}, Exit {52, FaultKind::ConnectionClosed, true},
    Exit {53, FaultKind::TlsFailed, false}, Exit {54, FaultKind::TlsFailed, false}, Exit {55, FaultKind::ConnectionClosed, true},
    Exit {56, FaultKind::ConnectionClosed, true}, Exit {58, FaultKind::TlsFailed, false}, Exit {59, FaultKind::TlsFailed, false},
    Exit {60, FaultKind::TlsFailed, false}, Exit {63, FaultKind::TooLarge, true}, Exit {77, FaultKind::TlsFailed, false},
    Exit {83, FaultKind::TlsFailed, false}, Exit {90, FaultKind::TlsFailed, false}, Exit {91, FaultKind::TlsFailed, false},
    Exit {92, FaultKind::Malformed, true}, Exit {97, FaultKind::ProxyFailed, false}};

struct Words
{
    const char *words;
    FaultKind kind;
    bool requestHadLeft;
};

constexpr std::array phrases {Words {"NAME_NOT_RESOLVED", FaultKind::HostNotFound, false}, Words {"ENOTFOUND", FaultKind::HostNotFound, false},
    Words {"EAI_AGAIN", FaultKind::HostNotFound, false}, Words {"getaddrinfo failed", FaultKind::HostNotFound, false},
    Words {"Name or service not known", FaultKind::HostNotFound, false}, Words {"CONNECTION_REFUSED", FaultKind::ConnectionRefused, false},
    Words {"ECONNREFUSED", FaultKind::ConnectionRefused, false}, Words {"Connection refused", FaultKind::ConnectionRefused, false},
    Words {"CERT_", FaultKind::TlsFailed, false}, Words {"CERTIFICATE_VERIFY_FAILED", FaultKind::TlsFailed, false},
    Words {"SELF_SIGNED_CERT", FaultKind::TlsFailed, false}, Words {"UNABLE_TO_VERIFY_LEAF_SIGNATURE", FaultKind::TlsFailed, false},
    Words {"ERR_SSL", FaultKind::TlsFailed, false}, Words {"SSLError", FaultKind::TlsFailed, false}, Words {"ERR_PROXY", FaultKind::ProxyFailed, false},
    Words {"ERR_TUNNEL", FaultKind::ProxyFailed, false}, Words {"ProxyError", FaultKind::ProxyFailed, false},
    Words {"UND_ERR_CONNECT_TIMEOUT", FaultKind::TimedOut, false}, Words {"TIMED_OUT", FaultKind::TimedOut, true},
    Words {"ETIMEDOUT", FaultKind::TimedOut, true}, Words {"ReadTimeout", FaultKind::TimedOut, true}, Words {"Read timed out", FaultKind::TimedOut, true},
    Words {"ECONNRESET", FaultKind::ConnectionClosed, true}, Words {"socket hang up", FaultKind::ConnectionClosed, true},
    Words {"CONNECTION_RESET", FaultKind::ConnectionClosed, true}, Words {"CONNECTION_CLOSED", FaultKind::ConnectionClosed, true},
    Words {"Connection reset by peer", FaultKind::ConnectionClosed, true}, Words {"RemoteDisconnected", FaultKind::ConnectionClosed, true}};

std::optional<api::TransportFault> curlFault(const QString &text)
{
    static const QRegularExpression exit(QStringLiteral(R"re(\bcurl: \((\d{1,3})\)[ \t]*([^\r\n]{0,500}))re"));
    const auto match = exit.match(text);
    if (!match.hasMatch())
        return {};
    const int code = match.captured(1).toInt();
    if (code == 22) // an HTTP error: there was an answer
        return {};
    api::TransportFault fault {FaultKind::Other, {}, match.captured(2).trimmed(), true};
    const auto known = std::find_if(exits.begin(), exits.end(), [code](const Exit &each) { return each.code == code; });
    if (known != exits.end()) {
        fault.kind = known->kind;
        fault.requestHadLeft = known->requestHadLeft;
    }
    fault.sentence = Tr::tr("curl ended with code %1: %2.").arg(code).arg(fault.detail);
    return fault;
}

} // namespace

std::optional<api::TransportFault> faultInWords(const QString &text)
{
    if (const auto fault = curlFault(text))
        return fault;
    for (const Words &each : phrases) {
        const qsizetype at = text.indexOf(QLatin1String(each.words));
        if (at < 0)
            continue;
        const qsizetype begin = text.lastIndexOf(QLatin1Char('\n'), at) + 1;
        const qsizetype end = text.indexOf(QLatin1Char('\n'), at);
        const QString line = text.mid(begin, (end < 0 ? text.size() : end) - begin).trimmed().left(500);
        return api::TransportFault {each.kind, Tr::tr("No answer came: %1.").arg(line), line, each.requestHadLeft};
    }
    return {};
}

} // namespace actionscope::exchange
