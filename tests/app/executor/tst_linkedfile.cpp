// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/linkedfile.h"

#include "app/base/atomicfile.h"
#include "tests/support/hostileserver.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using executor::LinkedFile;
using test::HostileServer;

namespace {

// One fetch to its end.
struct Fetch
{
    Fetch(const QUrl &url, const QString &path)
        : file(url, path)
    {
        QObject::connect(&file, &LinkedFile::finished, &file, [this](const Result<qint64> &newResult) {
            ++ends;
            result = newResult;
        });
        QObject::connect(&file, &LinkedFile::progress, &file, [this](qint64 received, qint64) { seen = received; });
        file.start();
    }
    LinkedFile file;
    Result<qint64> result = 0;
    qint64 seen = 0;
    int ends = 0;
};

} // namespace

class TestLinkedFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void savesTheBytes();
    void sendsNothingOfTheClient();
    void writesNoFile_data();
    void writesNoFile();
    void followsARedirectOnTheSamePlace();
    void followsNoOtherRedirect_data();
    void followsNoOtherRedirect();
    void cancels();
    void saysWhyItCannotWrite();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("saved.bin")); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLinkedFile::savesTheBytes()
{
    const QByteArray body = QByteArray("\0\xFF line\r\n", 9).repeated(100'000);
    HostileServer server([&](const api::HttpRequest &, QTcpSocket *socket) { socket->write(HostileServer::answer(body)); });
    Fetch fetch(server.url(), path());
    QTRY_COMPARE(fetch.ends, 1);
    QCOMPARE(fetch.result.value(), body.size());
    QCOMPARE(readFile(path()).value(), body);
    QCOMPARE(fetch.seen, body.size());
}

void TestLinkedFile::sendsNothingOfTheClient()
{
    HostileServer server([](const api::HttpRequest &, QTcpSocket *socket) { socket->write(HostileServer::answer("x")); });
    QUrl url = server.url();
    url.setPath(QStringLiteral("/k/a b"));
    url.setQuery(QStringLiteral("X-Amz-Signature=a%2Fb&x=1"));
    Fetch fetch(url, path());
    QTRY_COMPARE(fetch.ends, 1);
    QCOMPARE(server.requests().size(), 1);
    const api::HttpRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, QByteArray("/k/a%20b?X-Amz-Signature=a%2Fb&x=1"));
    QByteArrayList names;
    for (const api::Header &header : request.headers)
        names.append(header.name.toLower());
    std::sort(names.begin(), names.end());
    QCOMPARE(names.join(' '), QByteArray("accept accept-encoding accept-language connection host user-agent"));
}

void TestLinkedFile::writesNoFile_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("expired") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 7\r\n\r\nexpired")
                             << "127.0.0.1 answered with HTTP 403. The link may have expired.";
    QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\nhalf")
                             << "The file could not be fetched whole from 127.0.0.1.";
    QTest::newRow("no HTTP") << QByteArray("nonsense\r\n\r\n") << "The file could not be fetched whole from 127.0.0.1.";
}

void TestLinkedFile::writesNoFile()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, sentence);
    QVERIFY(writeFileAtomically(path(), "old").has_value());
    HostileServer server([&](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(answer);
        socket->disconnectFromHost();
    });
    Fetch fetch(server.url(), path());
    QTRY_COMPARE(fetch.ends, 1);
    QVERIFY(!fetch.result);
    QCOMPARE(fetch.result.error().sentence, sentence);
    QCOMPARE(readFile(path()).value(), QByteArray("old"));
    QCOMPARE(files().size(), 1);
}

void TestLinkedFile::followsARedirectOnTheSamePlace()
{
    HostileServer server([](const api::HttpRequest &request, QTcpSocket *socket) {
        if (request.path == "/")
            socket->write("HTTP/1.1 307 Elsewhere\r\nLocation: /file\r\nContent-Length: 0\r\n\r\n");
        else
            socket->write(HostileServer::answer("there"));
    });
    QUrl url = server.url();
    url.setPath(QStringLiteral("/"));
    Fetch fetch(url, path());
    QTRY_COMPARE(fetch.ends, 1);
    QCOMPARE(readFile(path()).value(), QByteArray("there"));
}

void TestLinkedFile::followsNoOtherRedirect_data()
{
    QTest::addColumn<QByteArray>("location"); // %1 is the port
    QTest::newRow("another scheme") << QByteArray("https://127.0.0.1:%1/x");
    QTest::newRow("another host") << QByteArray("http://localhost:%1/x");
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:1/x");
}

void TestLinkedFile::followsNoOtherRedirect()
{
    QFETCH(QByteArray, location);
    std::unique_ptr<HostileServer> server;
    server = std::make_unique<HostileServer>([&](const api::HttpRequest &, QTcpSocket *socket) {
        const QByteArray target = QByteArray(location).replace("%1", QByteArray::number(server->serverPort()));
        socket->write("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");
    });
    Fetch fetch(server->url(), path());
    QTRY_COMPARE(fetch.ends, 1);
    QVERIFY(!fetch.result);
    QVERIFY2(fetch.result.error().sentence.startsWith(QStringLiteral("The link leads on to http")),
        qPrintable(fetch.result.error().sentence));
    QCOMPARE(server->connections(), 1);
    QCOMPARE(files().size(), 0);
}

void TestLinkedFile::cancels()
{
    HostileServer server([](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\nhalf");
    });
    Fetch fetch(server.url(), path());
    QTRY_COMPARE(fetch.seen, 4);
    fetch.file.cancel();
    QCOMPARE(fetch.ends, 1);
    QCOMPARE(fetch.result.error().sentence, QStringLiteral("Saving the linked file was cancelled."));
    fetch.file.cancel();
    QCOMPARE(fetch.ends, 1);
    QCOMPARE(files().size(), 0);
}

void TestLinkedFile::saysWhyItCannotWrite()
{
    Fetch fetch(QUrl(QStringLiteral("http://127.0.0.1:1/")), m_folder->path());
    QCOMPARE(fetch.ends, 1);
    QCOMPARE(fetch.result.error().code, ErrorCode::Unwritable);
}

QTEST_GUILESS_MAIN(TestLinkedFile)
#include "tst_linkedfile.moc"
