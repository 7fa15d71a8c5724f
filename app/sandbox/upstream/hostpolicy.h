// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QHostAddress>
#include <QStringList>

namespace actionscope::sandbox {

// Which hosts may be called. Loopback always; another host when its name is allowed and every address it has is a
// public one, so that a public name does not lead into a private network. A private address may be allowed itself.
class HostPolicy final
{
public:
    explicit HostPolicy(const QStringList &allowed);

    // False: not even its addresses are asked for.
    [[nodiscard]] bool allowsName(const QString &host) const;
    // `host` is what the URL says, a name or an address.
    [[nodiscard]] bool allowsAddress(const QString &host, const QHostAddress &address) const;

private:
    [[nodiscard]] bool lists(const QString &host) const;

    QStringList m_allowed; // lower case
};

// What an option names: "api.example.org", "192.168.1.7", "[fd00::1]"; no URL, no port, no pattern.
[[nodiscard]] Result<QString> readAllowedHost(const QString &text);

// Anybody's, in the open internet: not loopback, private, link-local, shared, reserved, multicast, nor an IPv6 address
// that only wraps such a one.
[[nodiscard]] bool isPublicAddress(const QHostAddress &address);

} // namespace actionscope::sandbox
