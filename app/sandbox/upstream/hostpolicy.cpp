// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/hostpolicy.h"

#include "app/base/tr.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

// "localhost." is "localhost", and an address in brackets is that address.
QString plainHost(const QString &host)
{
    QString plain = host.toLower();
    if (plain.endsWith(QLatin1Char('.')))
        plain.chop(1);
    if (plain.startsWith(QLatin1Char('[')) && plain.endsWith(QLatin1Char(']')))
        plain = plain.sliced(1, plain.size() - 2);
    return plain;
}

bool isLocalName(const QString &host)
{
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"));
}

bool isLoopback(const QHostAddress &address)
{
    return address.isLoopback();
}

bool liesIn(const QHostAddress &address, QLatin1String net, int bits)
{
    return address.isInSubnet(QHostAddress(QString(net)), bits);
}

struct Net
{
    QLatin1String address;
    int bits;
};

constexpr std::array reservedNets {
    Net {QLatin1String("0.0.0.0"), 8},
    Net {QLatin1String("10.0.0.0"), 8},
    Net {QLatin1String("100.64.0.0"), 10}, // shared between a provider's customers
    Net {QLatin1String("127.0.0.0"), 8},
    Net {QLatin1String("169.254.0.0"), 16}, // link-local, and the clouds' metadata
    Net {QLatin1String("172.16.0.0"), 12},
    Net {QLatin1String("192.0.0.0"), 24},
    Net {QLatin1String("192.0.2.0"), 24},
    Net {QLatin1String("192.88.99.0"), 24},
    Net {QLatin1String("192.168.0.0"), 16},
    Net {QLatin1String("198.18.0.0"), 15},
    Net {QLatin1String("198.51.100.0"), 24},
    Net {QLatin1String("203.0.113.0"), 24},
    Net {QLatin1String("224.0.0.0"), 3}, // multicast, reserved, broadcast
};

constexpr std::array reservedIpv6Nets {
    Net {QLatin1String("2001::"), 23}, // Teredo and other special purposes
    Net {QLatin1String("2001:db8::"), 32},
    Net {QLatin1String("2002::"), 16}, // wraps an IPv4 address
    Net {QLatin1String("3fff::"), 20},
};

// As an address of the web spells it: in lower case, beyond ASCII encoded. Empty where it is no name of a host.
QString encodedName(const QString &host)
{
    static const QRegularExpression name(
        QStringLiteral("^(?!.{254})(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\\.)*(?!-)(?![0-9]+$)[a-z0-9_-]{1,63}(?<!-)$"));
    const QString encoded = QString::fromLatin1(QUrl::toAce(host));
    return name.match(encoded).hasMatch() ? encoded : QString();
}

} // namespace

Result<QString> readAllowedHost(const QString &text)
{
    const QString plain = plainHost(text.trimmed());
    if (!QHostAddress(plain).isNull())
        return plain;
    if (const QString name = encodedName(plain); !name.isEmpty()) {
        QUrl url;
        url.setHost(name);
        return url.host(); // spelled as it is in the addresses that are called
    }
    return failure(ErrorCode::InvalidInput, Tr::tr("“%1” is no name or address of a host.").arg(text), {},
        Tr::tr("Give it alone, as api.example.org or 192.168.1.7, without scheme, port and path."));
}

bool isPublicAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const QHostAddress asIpv4(address.toIPv4Address(&isIpv4)); // of ::ffff:10.0.0.1 too
    if (isIpv4) {
        return std::none_of(reservedNets.begin(), reservedNets.end(),
            [&](const Net &net) { return liesIn(asIpv4, net.address, net.bits); });
    }
    // Of IPv6 only 2000::/3 is given to anybody; the rest is local, wraps IPv4 or is not used.
    return address.protocol() == QAbstractSocket::IPv6Protocol && liesIn(address, QLatin1String("2000::"), 3)
        && std::none_of(reservedIpv6Nets.begin(), reservedIpv6Nets.end(),
            [&](const Net &net) { return liesIn(address, net.address, net.bits); });
}

HostPolicy::HostPolicy(const QStringList &allowed)
{
    for (const QString &host : allowed)
        m_allowed.append(plainHost(host));
}

bool HostPolicy::lists(const QString &host) const
{
    return m_allowed.contains(plainHost(host));
}

bool HostPolicy::allowsName(const QString &host) const
{
    const QString plain = plainHost(host);
    return lists(plain) || isLocalName(plain) || isLoopback(QHostAddress(plain));
}

bool HostPolicy::allowsAddress(const QString &host, const QHostAddress &address) const
{
    if (!allowsName(host))
        return false;
    const QString plain = plainHost(host);
    if (isLocalName(plain) || isLoopback(QHostAddress(plain)))
        return isLoopback(address);
    return isPublicAddress(address) || lists(address.toString());
}

} // namespace actionscope::sandbox
