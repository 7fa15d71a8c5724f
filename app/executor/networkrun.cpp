// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/networkrun.h"

#include "app/api/apikey.h"
#include "app/base/logging.h"
#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/executor/transportfault.h"
#include "app/executor/uploadbody.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUuid>

#include <algorithm>

namespace actionscope::executor {

using api::FaultKind;

namespace {

constexpr int progressEvery = 50; // milliseconds
constexpr qint64 readAtOnce = qint64(1) << 20; // bytes; more would hold the window up
constexpr qint64 reservedAtMost = qint64(64) << 20; // a Content-Length is a promise, not a reason to fill memory

// What Debian's Qt asks for and undoes by itself. It must not be set on the request, or Qt leaves the decoding to us;
// a test compares it with what arrives.
constexpr char encodingsOfQt[] = "zstd, br, gzip, deflate";

// A Content-Length as it may stand: digits, and when it came several times (Qt joins them with commas) always the same.
std::optional<qint64> readLength(const QByteArray &text)
{
    std::optional<qint64> length;
    const QByteArrayList values = text.split(',');
    for (const QByteArray &value : values) {
        const QByteArray digits = value.trimmed();
        bool isNumber = !digits.isEmpty() && std::all_of(digits.cbegin(), digits.cend(), [](char c) { return c >= '0' && c <= '9'; });
        const qint64 number = isNumber ? digits.toLongLong(&isNumber) : 0;
        if (!isNumber || (length && *length != number))
            return {};
        length = number;
    }
    return length;
}

} // namespace

NetworkRun::NetworkRun(const api::HttpRequest &request, const Destination &destination, const RunOptions &options,
    QNetworkAccessManager *network, QObject *parent)
    : ExecutionRun(parent)
    , m_destination(destination)
    , m_options(options)
    , m_network(network)
{
    m_exchange.request = request;
    m_progress.bytesToSend = request.body.size();
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer); // a coarse one may end a run of 180 seconds nine seconds early
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &NetworkRun::readMore);
    m_clock.start();
}

// Destroyed on the way: nothing is told, and the connection is not left dangling.
NetworkRun::~NetworkRun()
{
    m_isOver = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

void NetworkRun::start()
{
    QUrl url = m_destination.baseUrl;
    const QString path = url.path(QUrl::FullyEncoded) + QString::fromLatin1(m_exchange.request.path);
    url.setPath(path.section(QLatin1Char('?'), 0, 0), QUrl::StrictMode);
    if (path.contains(QLatin1Char('?')))
        url.setQuery(path.section(QLatin1Char('?'), 1), QUrl::StrictMode);
    if (!m_destination.apiKey.isEmpty() && !api::cleanApiKey(m_destination.apiKey)) {
        const api::TransportFault fault {FaultKind::Other, Tr::tr("The API key cannot stand in a header; nothing was sent.")};
        stopWith(fault);
        return;
    }
    addHeaders(url);

    QNetworkRequest request(url);
    for (const api::Header &header : std::as_const(m_exchange.request.headers))
        request.setRawHeader(header.name, header.value);
    if (!m_destination.apiKey.isEmpty())
        request.setRawHeader("x-api-key", m_destination.apiKey);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it re-sends on its own account
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // The size limit below is ours; Qt's ratio check would call a well compressed answer a bomb.
    request.setDecompressedSafetyCheckThreshold(-1);
    m_reply = m_network->sendCustomRequest(request, m_exchange.request.method, new UploadBody(m_exchange.request.body, this));
    m_reply->setParent(this);
    completeShownHeaders();
    connectReply();
    if (m_options.timeout.count() > 0)
        m_timeout.start(m_options.timeout);
}

// Everything Qt would add by itself is set here, so that the request shown is the request sent.
void NetworkRun::addHeaders(const QUrl &url)
{
    api::HeaderList &headers = m_exchange.request.headers;
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (!api::headerValue(headers, name))
            headers.append({name, value});
    };
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() != -1)
        host += ':' + QByteArray::number(url.port());
    add("Host", host);
    add("Content-Length", QByteArray::number(m_exchange.request.body.size()));
    add("User-Agent", "Actionscope/" ACTIONSCOPE_VERSION);
    add("Accept-Language", "en");
    add("Connection", "Keep-Alive");
    add("x-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
}

// After the request was made from them: the headers as they travel, but for the key.
void NetworkRun::completeShownHeaders()
{
    m_exchange.request.headers.append({"Accept-Encoding", QByteArray(encodingsOfQt)});
    if (!m_destination.apiKey.isEmpty())
        m_exchange.request.headers.append({"x-api-key", redactedPlaceholder("apiKey")});
}

void NetworkRun::connectReply()
{
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        m_exchange.timings.started = now();
        setPhase(Phase::Connecting);
    });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_exchange.timings.encrypted = now(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64) {
        if (m_exchange.fault)
            return; // an abort counts back to nothing
        m_progress.bytesSent = sent;
        setPhase(Phase::Sending);
        tellProgress();
        noteSent();
    });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_headIsSent = true;
        noteSent();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (m_exchange.timings.firstByte < 0)
            m_exchange.timings.firstByte = now();
        readHead();
        setPhase(Phase::Receiving);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkRun::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkRun::conclude, Qt::QueuedConnection);
    connect(&m_timeout, &QTimer::timeout, this,
        [this] { stopWith(timeoutFault(m_progress.phase, m_options.timeout, m_destination.baseUrl.authority())); });
}

// Qt's requestSent() comes with the headers; the request has left when its body has, too.
void NetworkRun::noteSent()
{
    api::Timings &timings = m_exchange.timings;
    if (timings.started >= 0 && timings.connected < 0 && timings.encrypted < 0)
        timings.connected = now();
    if (!m_headIsSent || m_progress.bytesSent < m_progress.bytesToSend || timings.requestSent >= 0 || timings.firstByte >= 0)
        return;
    timings.requestSent = now();
    setPhase(Phase::AwaitingAnswer);
}

void NetworkRun::setPhase(Phase phase)
{
    if (phase <= m_progress.phase)
        return;
    m_progress.phase = phase;
    Q_EMIT progress(m_progress);
    m_sinceProgress.restart();
}

void NetworkRun::tellProgress()
{
    if (m_sinceProgress.isValid() && m_sinceProgress.elapsed() < progressEvery)
        return;
    m_sinceProgress.restart();
    Q_EMIT progress(m_progress);
}

void NetworkRun::readHead()
{
    api::HttpAnswer &answer = m_exchange.answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    answer.headers.clear();
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        answer.headers.append({name, value});
    // Qt takes the length of an encoded body out of the headers; it is shown as it came.
    const QVariant encodedLength = m_reply->attribute(QNetworkRequest::OriginalContentLengthAttribute);
    if (encodedLength.isValid() && !api::headerValue(answer.headers, "content-length"))
        answer.headers.append({"Content-Length", QByteArray::number(encodedLength.toLongLong())});
    const auto length = api::headerValue(answer.headers, "content-length");
    const bool lengthCounts = !api::headerValue(answer.headers, "content-encoding")
        && !api::headerValue(answer.headers, "transfer-encoding") && m_exchange.request.method != "HEAD";
    m_progress.bytesToReceive = length && lengthCounts ? readLength(*length).value_or(-1) : -1;
    if (m_progress.bytesToReceive > 0 && answer.body.isEmpty())
        answer.body.reserve(std::min(m_progress.bytesToReceive, reservedAtMost));
}

void NetworkRun::readMore()
{
    if (!m_reply || m_exchange.fault)
        return;
    QByteArray &body = m_exchange.answer.body;
    takeBytes(m_options.maximumBodySize + 1);
    if (m_reply->bytesAvailable() > 0)
        m_more.start();
    m_progress.bytesReceived = body.size();
    if (body.size() <= m_options.maximumBodySize) {
        tellProgress();
        if (const auto beginning = m_beginning.of(body, m_exchange.timings.firstByte, now()))
            Q_EMIT arriving(*beginning);
        return;
    }
    body.truncate(m_options.maximumBodySize);
    const QLocale locale;
    const QString limit = locale.formattedDataSize(m_options.maximumBodySize);
    api::TransportFault fault {FaultKind::TooLarge, Tr::tr("The answer is larger than the limit of %1; only its beginning was kept.").arg(limit)};
    if (m_progress.bytesToReceive > 0) {
        fault.sentence = Tr::tr("The answer of %1 is larger than the limit of %2; only its beginning was kept.")
                             .arg(locale.formattedDataSize(m_progress.bytesToReceive), limit);
    }
    stopWith(fault);
}

void NetworkRun::cancel()
{
    stopWith({FaultKind::Cancelled, Tr::tr("Cancelled by hand.")});
}

void NetworkRun::stopWith(const api::TransportFault &fault)
{
    if (m_isOver || m_exchange.fault)
        return;
    m_exchange.fault = fault;
    // Either way conclude() comes from the event loop, so that no caller of cancel() is surprised by the end.
    if (m_reply)
        m_reply->abort();
    else
        QMetaObject::invokeMethod(this, &NetworkRun::conclude, Qt::QueuedConnection);
}

// At most so many that nobody notices, and never more than `limit` in all.
void NetworkRun::takeBytes(qint64 limit)
{
    QByteArray &body = m_exchange.answer.body;
    const qsizetype before = body.size();
    const qint64 wanted = std::min({limit - before, m_reply->bytesAvailable(), readAtOnce});
    body.resize(before + std::max<qint64>(wanted, 0));
    body.truncate(before + std::max<qint64>(m_reply->read(body.data() + before, body.size() - before), 0));
}

void NetworkRun::conclude()
{
    if (m_isOver)
        return;
    if (m_reply && !m_exchange.fault && m_reply->bytesAvailable() > 0 && m_exchange.answer.body.size() <= m_options.maximumBodySize) {
        readMore();
        QTimer::singleShot(0, this, &NetworkRun::conclude);
        return;
    }
    m_isOver = true;
    m_timeout.stop();
    api::Timings &timings = m_exchange.timings;
    timings.finished = now();
    if (m_reply) {
        if (!m_exchange.fault) {
            readHead();
            m_exchange.fault = findFault();
        }
        if (!m_exchange.fault)
            timings.lastByte = timings.finished;
    }
    if (m_exchange.fault)
        m_exchange.fault->requestHadLeft = timings.requestSent >= 0 || timings.firstByte >= 0;
    Q_EMIT finished(m_exchange);
    deleteLater();
}

std::optional<api::TransportFault> NetworkRun::findFault() const
{
    if (auto fault = redirectFault()) // before the error: Qt wants the body again for a 307, follow it or not
        return fault;
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_exchange.answer.status;
    if (error == QNetworkReply::NoError || error == errorOfStatus(status))
        return lengthFault();
    if (error == QNetworkReply::ContentReSendError && endsByClosing())
        return lengthFault();
    const QString host = m_destination.baseUrl.authority();
    if (auto fault = proxyFault())
        return fault;
    api::TransportFault fault = faultOf(error, m_reply->errorString(), host, m_sslErrors);
    if (error == QNetworkReply::UnknownNetworkError && m_progress.phase >= Phase::Sending) {
        fault.kind = FaultKind::ConnectionClosed; // a reset while the request was still being written
        fault.sentence = Tr::tr("The connection to %1 broke before an answer came.").arg(host);
    }
    if (fault.kind != FaultKind::ConnectionClosed || error == QNetworkReply::UnknownNetworkError)
        return fault;
    if (const auto cut = lengthFault())
        fault.sentence = cut->sentence;
    else if (status == 0)
        fault.sentence = Tr::tr("%1 gave no HTTP answer: it closed the connection, or what it sent is not HTTP.").arg(host);
    return fault;
}

// Without a length, or with one that Qt cannot read, it is the end of the connection that ends the body. Qt may take that for a lost request, after it has
// handed the body out, and want to send it again.
bool NetworkRun::endsByClosing() const
{
    const api::HttpAnswer &answer = m_exchange.answer;
    const auto length = api::headerValue(answer.headers, "content-length");
    return answer.status != 0 && (!length || !readLength(*length))
        && !api::headerValue(answer.headers, "transfer-encoding");
}

// Qt blames the service where it is the proxy that cannot be reached.
std::optional<api::TransportFault> NetworkRun::proxyFault() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isUnreached = error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || (error == QNetworkReply::UnknownNetworkError && m_exchange.timings.requestSent < 0);
    QNetworkProxyFactory *factory = m_network->proxyFactory();
    if (!isUnreached || !factory)
        return {};
    const QNetworkProxy proxy = factory->queryProxy(QNetworkProxyQuery(m_reply->url())).value(0);
    if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy)
        return {};
    return api::TransportFault {FaultKind::ProxyFailed,
        Tr::tr("The proxy %1:%2 on the way to %3 could not be reached. Check the system's proxy settings.")
            .arg(proxy.hostName())
            .arg(proxy.port())
            .arg(m_destination.baseUrl.authority()),
        m_reply->errorString()};
}

std::optional<api::TransportFault> NetworkRun::redirectFault() const
{
    const api::HttpAnswer &answer = m_exchange.answer;
    const auto location = api::headerValue(answer.headers, "location");
    if (answer.status < 300 || answer.status > 399 || !location)
        return {};
    const QUrl target = m_reply->url().resolved(QUrl(QString::fromUtf8(*location)));
    return api::TransportFault {FaultKind::Redirected,
        Tr::tr("%1 answers %2 and points to %3. Neither the request nor the key was sent there.")
            .arg(m_destination.baseUrl.authority())
            .arg(answer.status)
            .arg(target.toDisplayString(QUrl::RemoveUserInfo))};
}

// Qt takes a connection that closes early for the end of the body in some cases, and a length it cannot read for
// none; the header tells.
std::optional<api::TransportFault> NetworkRun::lengthFault() const
{
    const api::HttpAnswer &answer = m_exchange.answer;
    const auto length = api::headerValue(answer.headers, "content-length");
    if (length && !readLength(*length) && !api::headerValue(answer.headers, "transfer-encoding")) {
        return api::TransportFault {FaultKind::Malformed,
            Tr::tr("The Content-Length of the answer is \"%1\", which is no length. What arrived was kept.")
                .arg(QString::fromLatin1(length->left(100)))};
    }
    const qint64 promised = m_progress.bytesToReceive;
    const qint64 received = answer.body.size();
    if (promised < 0 || received >= promised)
        return {};
    return api::TransportFault {FaultKind::ConnectionClosed,
        Tr::tr("The answer was cut off: %1 of %2 bytes arrived.").arg(received).arg(promised)};
}

} // namespace actionscope::executor
