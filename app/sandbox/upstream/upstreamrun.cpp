// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/upstreamrun.h"

#include "app/base/tr.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

using Trouble = UpstreamAnswer::Trouble;

namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

// What decides where a request goes and where it ends is the sandbox's own affair.
bool isOurs(const QByteArray &name)
{
    static constexpr std::array names {"host", "content-length", "transfer-encoding", "connection", "upgrade", "expect",
        "te", "trailer", "keep-alive", "proxy-connection", "proxy-authorization"};
    return std::any_of(
        names.begin(), names.end(), [&](const char *one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray targetOf(const QUrl &url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? QByteArray("/") : path) + (query.isEmpty() ? query : '?' + query);
}

QByteArray bytesOf(const UpstreamRequest &request)
{
    QByteArray bytes = request.method + ' ' + targetOf(request.url) + " HTTP/1.1\r\nHost: " + hostHeader(request.url)
        + "\r\nConnection: close\r\n";
    if (!api::headerValue(request.headers, "user-agent"))
        bytes += "User-Agent: Actionscope-Sandbox/" ACTIONSCOPE_VERSION "\r\n";
    if (!api::headerValue(request.headers, "accept"))
        bytes += "Accept: */*\r\n";
    for (const api::Header &header : request.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    if (!request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD"))
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

} // namespace

UpstreamRun::UpstreamRun(UpstreamRequest request, const UpstreamOptions &options, HostPolicy policy,
    std::shared_ptr<const bool> place, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_options(options)
    , m_policy(std::move(policy))
    , m_place(std::move(place))
    , m_host(m_request.url.host())
    , m_socket(new QSslSocket(this))
    , m_reader(m_request.method, options.largestAnswer)
{
    m_clock.setSingleShot(true);
    m_socket->setProxy(QNetworkProxy::NoProxy); // a proxy would resolve the name once more
    connect(&m_clock, &QTimer::timeout, this, [this] {
        const int seconds = int(std::chrono::ceil<std::chrono::seconds>(m_options.timeout).count());
        endWith(Trouble::TooSlow,
            (seconds == 1 ? Tr::tr("%1 did not answer within 1 second.") : Tr::tr("%1 did not answer within %n seconds.", nullptr, seconds))
                .arg(m_request.url.authority()),
            Tr::tr("It may have done what it was asked to; look there before asking again."));
    });
    connect(m_socket, &QSslSocket::connected, this, [this] {
        if (!isSecure())
            send();
    });
    connect(m_socket, &QSslSocket::encrypted, this, &UpstreamRun::send);
    connect(m_socket, &QSslSocket::readyRead, this, &UpstreamRun::read);
    connect(m_socket, &QSslSocket::errorOccurred, this, &UpstreamRun::takeError);
}

UpstreamRun::~UpstreamRun()
{
    m_socket->disconnect(this);
}

void UpstreamRun::start()
{
    m_clock.start(m_options.timeout);
    if (const QString fault = requestFault(); !fault.isEmpty()) {
        QTimer::singleShot(0, this, [this, fault] { endWith(Trouble::NotAllowed, fault); });
        return;
    }
    if (!m_policy.allowsName(m_host)) {
        QTimer::singleShot(0, this, [this] {
            endWith(Trouble::NotAllowed, Tr::tr("The sandbox may not call %1.").arg(m_host),
                Tr::tr("Start it with --allow-host %1 to let it; without that it calls this computer only.").arg(m_host));
        });
        return;
    }
    if (const QHostAddress literal(m_host); !literal.isNull())
        QTimer::singleShot(0, this, [this, literal] { takeAddresses({literal}); });
    else
        m_options.resolve(m_host, this, [this](const QList<QHostAddress> &found) { takeAddresses(found); });
}

// Empty when the request can be sent.
QString UpstreamRun::requestFault() const
{
    const QUrl &url = m_request.url;
    const QString scheme = url.scheme();
    if (!url.isValid() || m_host.isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return Tr::tr("The address to call does not begin with http:// or https:// and a host.");
    if (!url.userInfo().isEmpty())
        return Tr::tr("The address has a name or password in it; credentials belong into a header.");
    if (!isToken(m_request.method))
        return Tr::tr("The method cannot stand in a request.");
    for (const api::Header &header : m_request.headers) {
        const bool isClean = std::none_of(header.value.cbegin(), header.value.cend(),
            [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
        if (!isToken(header.name) || !isClean)
            return Tr::tr("The header \"%1\" cannot stand in a request.").arg(QString::fromUtf8(header.name).left(100));
        if (isOurs(header.name))
            return Tr::tr("The header %1 is set by the sandbox.").arg(QString::fromLatin1(header.name));
    }
    return {};
}

bool UpstreamRun::isSecure() const
{
    return m_request.url.scheme() == QLatin1String("https");
}

quint16 UpstreamRun::port() const
{
    return quint16(m_request.url.port(isSecure() ? 443 : 80));
}

void UpstreamRun::takeAddresses(const QList<QHostAddress> &addresses)
{
    if (m_isOver)
        return;
    if (addresses.isEmpty())
        return endWith(Trouble::Unreachable, Tr::tr("The host %1 was not found.").arg(m_host), Tr::tr("Check its name."));
    for (const QHostAddress &address : addresses) {
        if (!m_policy.allowsAddress(m_host, address)) {
            return endWith(Trouble::NotAllowed,
                Tr::tr("The sandbox does not call %1: its address %2 lies in a private network.")
                    .arg(m_host, address.toString()),
                Tr::tr("If it should, start it with --allow-host %1 as well.").arg(address.toString()));
        }
    }
    m_addresses = addresses;
    std::stable_sort(m_addresses.begin(), m_addresses.end(), [](const QHostAddress &left, const QHostAddress &right) {
        return left.protocol() == QAbstractSocket::IPv4Protocol && right.protocol() != QAbstractSocket::IPv4Protocol;
    });
    connectToNext();
}

void UpstreamRun::connectToNext()
{
    const QString address = m_addresses.takeFirst().toString();
    if (isSecure())
        m_socket->connectToHostEncrypted(address, port(), m_host); // the certificate is the name's
    else
        m_socket->connectToHost(address, port());
}

void UpstreamRun::send()
{
    m_hasLeft = true;
    m_socket->write(bytesOf(m_request));
}

void UpstreamRun::read()
{
    m_reader.feed(m_socket->readAll());
    conclude();
}

void UpstreamRun::takeError()
{
    if (m_isOver)
        return;
    const QAbstractSocket::SocketError error = m_socket->error();
    if (!m_hasLeft && error == QAbstractSocket::ConnectionRefusedError && !m_addresses.isEmpty()) {
        // The socket is still in its signal.
        QTimer::singleShot(0, this, [this] { connectToNext(); });
        return;
    }
    if (error != QAbstractSocket::RemoteHostClosedError) {
        return endWith(Trouble::Unreachable,
            Tr::tr("%1 could not be reached: %2.").arg(m_request.url.authority(), m_socket->errorString()),
            error == QAbstractSocket::SslHandshakeFailedError
                ? Tr::tr("Use a certificate that this computer trusts, or http:// where it speaks no TLS.")
                : Tr::tr("Check that something listens there, and the host and the port."));
    }
    m_reader.feed(m_socket->readAll());
    m_reader.close();
    conclude();
}

void UpstreamRun::conclude()
{
    if (m_isOver)
        return;
    const QString host = m_request.url.authority();
    switch (m_reader.state()) {
    case AnswerReader::State::Complete:
        m_isOver = true;
        m_clock.stop();
        m_socket->abort();
        Q_EMIT finished({.answer = m_reader.answer()});
        break;
    case AnswerReader::State::Malformed:
        endWith(Trouble::Unreachable, Tr::tr("What %1 sent is no whole HTTP answer.").arg(host),
            Tr::tr("Check what listens there; it may have done what it was asked to."));
        break;
    case AnswerReader::State::TooLarge:
        endWith(Trouble::TooLarge,
            Tr::tr("The answer of %1 is larger than the %2 MB the sandbox takes.")
                .arg(host)
                .arg(m_options.largestAnswer >> 20),
            Tr::tr("Ask for less at once."));
        break;
    default:
        break;
    }
}

void UpstreamRun::endWith(UpstreamAnswer::Trouble trouble, const QString &sentence, const QString &hint)
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_clock.stop();
    m_socket->abort();
    Q_EMIT finished({trouble, sentence, hint});
}

} // namespace actionscope::sandbox
