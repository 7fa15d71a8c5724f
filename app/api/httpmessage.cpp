// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/httpmessage.h"

#include <array>
#include <utility>

namespace actionscope::api {

namespace {

constexpr std::array<std::pair<FaultKind, const char *>, 11> faultNames {{
    {FaultKind::HostNotFound, "hostNotFound"},
    {FaultKind::ConnectionRefused, "connectionRefused"},
    {FaultKind::ConnectionClosed, "connectionClosed"},
    {FaultKind::TimedOut, "timedOut"},
    {FaultKind::TlsFailed, "tlsFailed"},
    {FaultKind::ProxyFailed, "proxyFailed"},
    {FaultKind::Redirected, "redirected"},
    {FaultKind::TooLarge, "tooLarge"},
    {FaultKind::Malformed, "malformed"},
    {FaultKind::Cancelled, "cancelled"},
    {FaultKind::Other, "other"},
}};

} // namespace

std::optional<QByteArray> headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (header.name.size() == name.size() && QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString faultName(FaultKind kind)
{
    for (const auto &[known, name] : faultNames) {
        if (known == kind)
            return QLatin1String(name);
    }
    return {};
}

std::optional<FaultKind> faultFromName(QStringView name)
{
    for (const auto &[kind, known] : faultNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return {};
}

} // namespace actionscope::api
