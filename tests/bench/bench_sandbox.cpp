// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/sandbox/sandbox.h"
#include "tests/bench/loadgenerator.h"

#include <QCoreApplication>
#include <QFile>
#include <QHttpServer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

using namespace actionscope;
using namespace actionscope::bench;

// The sandbox beside the barest servers there are. Each server is a process of its own, the load comes from this one
// and is the same for all; rounds alternate, and the best of each counts.
namespace {

constexpr int connections = 64;
constexpr int rounds = 5;
constexpr double seconds = 1.5;
constexpr qint64 largeBody = 10 * 1024 * 1024;

const QByteArray echoBody = R"({"input":{"owner":"octocat","repo":"Hello-World","title":"Login fails","labels":["bug","ui"],"n":1.10}})";

QByteArray requestFor(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nx-api-key: bench\r\n"
        "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void announce(int port)
{
    std::printf("port %d\n", port);
    std::fflush(stdout);
}

// A handler that reads the JSON and gives it back.
int serveBare(QCoreApplication &application)
{
    QHttpServer server;
    server.route(QStringLiteral("/echo"), QHttpServerRequest::Method::Post, [](const QHttpServerRequest &request) {
        return QHttpServerResponse(QJsonDocument::fromJson(request.body()).object());
    });
    announce(server.listen(QHostAddress::LocalHost));
    return application.exec();
}

// The same bytes again and again, a megabyte ahead of the socket.
class Streamer final : public QTcpServer
{
public:
    Streamer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            const auto left = std::make_shared<qint64>(0);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, left] {
                socket->readAll();
                *left = largeBody;
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(largeBody) + "\r\n\r\n");
                pump(socket, left.get());
            });
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket, left] { pump(socket, left.get()); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

private:
    void pump(QTcpSocket *socket, qint64 *left)
    {
        while (*left > 0 && socket->bytesToWrite() < megabyte) {
            const qint64 size = qMin(*left, qint64(m_piece.size()));
            socket->write(m_piece.constData(), size);
            *left -= size;
        }
    }

    static constexpr qint64 megabyte = 1024 * 1024;
    QByteArray m_piece = QByteArray(128 * 1024, 'x');
};

int serveTcp(QCoreApplication &application)
{
    Streamer server;
    server.listen(QHostAddress::LocalHost);
    announce(server.serverPort());
    return application.exec();
}

enum class LogFile { None, Written };

int serveSandbox(QCoreApplication &application, LogFile file)
{
    const QTemporaryDir folder;
    sandbox::Sandbox server;
    QObject::connect(&server, &sandbox::Sandbox::started, &application,
        [](const sandbox::SandboxAddress &address) { announce(address.url.port()); });
    sandbox::SandboxOptions options;
    options.apiKey = "bench";
    if (file == LogFile::Written)
        options.logFile = folder.filePath(QStringLiteral("log.jsonl"));
    server.start(options);
    return application.exec();
}

// One of the servers above in a process of its own.
class Server final
{
public:
    explicit Server(const char *name)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {QLatin1String(name)});
        if (m_process.waitForReadyRead(30000))
            m_port = quint16(m_process.readLine().trimmed().split(' ').value(1).toInt());
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Server)

    [[nodiscard]] quint16 port() const { return m_port; }
    // Seconds of processor time it has used so far.
    [[nodiscard]] double processorTime() const
    {
        const QByteArrayList words = line("stat", {}).split(' ');
        return (words.value(13).toDouble() + words.value(14).toDouble()) / double(::sysconf(_SC_CLK_TCK));
    }
    [[nodiscard]] double residentMegabytes() const
    {
        return line("status", "VmRSS:").simplified().split(' ').value(1).toDouble() / 1024;
    }

private:
    [[nodiscard]] QByteArray line(const char *file, const QByteArray &start) const
    {
        QFile status(QStringLiteral("/proc/%1/%2").arg(m_process.processId()).arg(QLatin1String(file)));
        if (!status.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &one : status.readAll().split('\n')) {
            if (one.startsWith(start))
                return one;
        }
        return {};
    }

    QProcess m_process;
    quint16 m_port = 0;
};

// Somebody did not do the work; the figures would say nothing.
struct Unequal
{
    const char *who;
};

// A server under load, the best of several rounds.
struct Contender
{
    const char *name;
    Server &server;
    QByteArray request;
    Load best = {};
    double cost = 1e9; // microseconds of processor time per answer

    void run(int clients)
    {
        const double before = server.processorTime();
        const Load load = loadWith(server.port(), request, clients, seconds);
        if (!load.isWhole || load.answers == 0)
            throw Unequal {name};
        cost = std::min(cost, (server.processorTime() - before) / double(load.answers) * 1e6);
        if (best.answers == 0 || load.perSecond() > best.perSecond())
            best = load;
    }
};

void check(bool isGood, const char *what)
{
    if (!isGood)
        throw Unequal {what};
}

void compareEchoes(Server &sandbox, Server &logging, Server &bare)
{
    const QByteArray request = requestFor("/api/v2/actions/SANDBOX_ECHO/execute", echoBody);
    Contender echo {"sandbox, SANDBOX_ECHO", sandbox, request};
    Contender toFile {"the same, log to a file", logging, request};
    Contender plain {"bare Qt HttpServer", bare, requestFor("/echo", echoBody)};
    const json::Document answer = json::Document::parse(answerTo(sandbox.port(), echo.request));
    check(answer.root().member(u"data").member(u"request").raw() == echoBody, "the sandbox's echo");
    check(QJsonDocument::fromJson(answerTo(bare.port(), plain.request)) == QJsonDocument::fromJson(echoBody), "the bare echo");
    for (int i = 0; i < rounds; ++i) {
        plain.run(connections);
        echo.run(connections);
        toFile.run(connections);
    }
    std::printf("Echo of %lld bytes, %d connections; the sandbox validates and logs\n", qint64(echoBody.size()), connections);
    for (const Contender *one : {&plain, &echo, &toFile}) {
        std::printf("  %-24s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms   %6.1f us of CPU each\n", one->name, one->best.perSecond(),
            one->best.p50, one->best.p99, one->cost);
    }
    std::printf("  ratio %.2f (allowed at least 0.60), by CPU %.2f; p99 %.2f ms (allowed 5)\n\n",
        echo.best.perSecond() / plain.best.perSecond(), plain.cost / echo.cost, echo.best.p99);
}

void compareStreams(Server &sandbox, Server &tcp)
{
    Contender fill {"sandbox, SANDBOX_FILL", sandbox, requestFor("/api/v2/actions/SANDBOX_FILL/execute", R"({"input":{"megabytes":10}})")};
    Contender plain {"bare QTcpServer", tcp, requestFor("/", {})};
    check(answerTo(sandbox.port(), fill.request).size() > largeBody, "the sandbox's 10 MB");
    check(answerTo(tcp.port(), plain.request).size() == largeBody, "the bare 10 MB");
    for (int i = 0; i < rounds; ++i) {
        plain.run(1);
        fill.run(1);
    }
    std::printf("Answers of 10 MB, one connection\n");
    for (const Contender *one : {&plain, &fill})
        std::printf("  %-24s %8.0f MB/s   %6.0f us of CPU each\n", one->name, one->best.perSecond() * 10, one->cost);
    std::printf("  ratio %.2f (allowed at least 0.80), by CPU %.2f\n\n", fill.best.perSecond() / plain.best.perSecond(),
        plain.cost / fill.cost);
}

void measureEndurance(Server &sandbox)
{
    const QByteArray request = requestFor("/api/v2/actions/SANDBOX_ECHO/execute", echoBody);
    const double before = sandbox.residentMegabytes();
    qint64 answers = 0;
    while (answers < 10000)
        answers += loadWith(sandbox.port(), request, 1, 0.5).answers;
    std::printf("%lld requests one after the other: %.1f MB before, %.1f MB after\n", answers, before, sandbox.residentMegabytes());
    std::vector<int> idle;
    for (int i = 0; i < 500; ++i)
        idle.push_back(connectionTo(sandbox.port()));
    const Load load = loadWith(sandbox.port(), request, connections, seconds);
    check(load.isWhole && load.answers > 0, "answers beside 500 idle connections");
    std::printf("Beside 500 idle connections: %.0f /s, p99 %.2f ms\n", load.perSecond(), load.p99);
    for (const int one : idle)
        ::close(one);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QByteArray role = argc > 1 ? argv[1] : "";
    if (role == "bare")
        return serveBare(application);
    if (role == "tcp")
        return serveTcp(application);
    if (role == "sandbox")
        return serveSandbox(application, LogFile::None);
    if (role == "logging")
        return serveSandbox(application, LogFile::Written);
    try {
        Server sandbox("sandbox");
        Server bare("bare");
        Server tcp("tcp");
        Server logging("logging");
        compareEchoes(sandbox, logging, bare);
        compareStreams(sandbox, tcp);
        measureEndurance(sandbox);
    } catch (const Unequal &unequal) {
        std::fprintf(stderr, "Not the same work: %s\n", unequal.who);
        return 1;
    }
    return 0;
}
