// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/document.h"
#include "app/sandbox/fileendpoints.h"
#include "app/sandbox/filestore.h"
#include "app/sandbox/http/exchange.h"
#include "app/sandbox/router.h"

#include <QTest>

using namespace actionscope;
using sandbox::Exchange;
using sandbox::FileStore;

// How much the sandbox's files may take, with a quota of a hundred bytes.
class TestFileStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesNoMoreThanItsQuota();
    void refusesWhatAnActionMakes();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
    };

    [[nodiscard]] Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    // Where the bytes of a new file go.
    [[nodiscard]] QByteArray announced(const QByteArray &name) const;

    QSqlDatabase m_database;
    std::unique_ptr<FileStore> m_files;
    std::unique_ptr<sandbox::Router> m_router;
};

void TestFileStore::init()
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("files"));
    m_database.setDatabaseName(QStringLiteral(":memory:"));
    QVERIFY(m_database.open());
    const QByteArray example = "A lamp, a quay and a tide table.\n"; // is there from the start
    m_files = std::make_unique<FileStore>(m_database, 100 + example.size());
    QVERIFY(m_files->prepare());
    m_router = std::make_unique<sandbox::Router>();
    addFileEndpoints(m_router.get(), *m_files);
}

void TestFileStore::cleanup()
{
    m_router.reset();
    m_files.reset();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("files"));
}

TestFileStore::Answer TestFileStore::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    sandbox::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    Exchange exchange(request);
    if (!m_router->dispatch(exchange) || !exchange.reply())
        return {};
    return {exchange.reply()->status, exchange.reply()->body};
}

QByteArray TestFileStore::announced(const QByteArray &name) const
{
    const Answer answer = ask("POST", "/api/v2/actions/files/upload/request",
        R"({"action":"A","app":"a","mimetype":"text/plain","md5":"none","filename":")" + name + "\"}");
    const json::Document document = json::Document::parse(answer.body);
    return document.root().member(u"url").toString().toLatin1();
}

void TestFileStore::takesNoMoreThanItsQuota()
{
    const QByteArray first = announced("first");
    const QByteArray second = announced("second");
    QVERIFY(first.startsWith("/files/") && second != first);
    QCOMPARE(ask("PUT", first, QByteArray(60, 'a')).status, 200);
    const Answer refused = ask("PUT", second, QByteArray(41, 'b'));
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("EntityTooLarge"), refused.body.constData());
    QCOMPARE(ask("GET", second).status, 404); // nothing of it was kept
    QCOMPARE(ask("GET", first).body, QByteArray(60, 'a'));
    QCOMPARE(ask("PUT", second, QByteArray(40, 'b')).status, 200);
    // What takes the place of a file counts once.
    QCOMPARE(ask("PUT", announced("third"), "c").status, 400);
    QCOMPARE(ask("PUT", second, QByteArray(40, 'b')).status, 200);
    QCOMPARE(ask("GET", second).body, QByteArray(40, 'b'));
}

void TestFileStore::refusesWhatAnActionMakes()
{
    QVERIFY(m_files->keep(QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray(100, 'a')));
    const auto refused = m_files->keep(QStringLiteral("b.txt"), QStringLiteral("text/plain"), "b");
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QLatin1String("no more than")), qPrintable(refused.error().sentence));
    QVERIFY(!refused.error().hint.isEmpty());
    // The same file once more is no new one.
    QVERIFY(m_files->keep(QStringLiteral("a.txt"), QStringLiteral("text/plain"), QByteArray(100, 'a')));
}

QTEST_GUILESS_MAIN(TestFileStore)
#include "tst_filestore.moc"
