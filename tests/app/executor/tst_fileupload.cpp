// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/executor.h"
#include "app/executor/fileupload.h"
#include "app/json/document.h"
#include "app/sandbox/requestlog/requestlog.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/hostileserver.h"

#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using executor::FileUpload;
using test::HostileServer;

// A real file to the real sandbox, and to storages that misbehave.
class TestFileUpload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void uploads_data();
    void uploads();
    void saysWhatIsWrongWithTheFile_data();
    void saysWhatIsWrongWithTheFile();
    void readsTheAnswersOfTheService_data();
    void readsTheAnswersOfTheService();
    void putsWithoutTheKeyAsTheStorageWants_data();
    void putsWithoutTheKeyAsTheStorageWants();
    void cancels();
    void cancelsHalfWay();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    QList<sandbox::LoggedRequest> requests() const
    {
        quint64 last = 0;
        return m_sandbox.requests().endedAfter(0, &last);
    }

    // What the storage has; an address of that kind needs no API key.
    QByteArray stored(const QString &key)
    {
        api::HttpRequest request;
        request.method = "GET";
        request.path = "/files/" + QUrl::toPercentEncoding(key);
        QByteArray bytes;
        bool isOver = false;
        executor::ExecutionRun *run = m_executor.start(request, {m_address.url, {}});
        connect(run, &executor::ExecutionRun::finished, this, [&](const api::Exchange &exchange) {
            bytes = exchange.answer.body;
            isOver = true;
        });
        [&isOver] { QTRY_VERIFY(isOver); }();
        return bytes;
    }

    QTemporaryDir m_folder;
    sandbox::Sandbox m_sandbox;
    sandbox::SandboxAddress m_address;
    executor::Executor m_executor;
};

namespace {

const api::FileDescription forAction {QStringLiteral("GMAIL_SEND_EMAIL"), QStringLiteral("gmail")};

} // namespace

void TestFileUpload::initTestCase()
{
    qRegisterMetaType<Result<QByteArray>>();
    connect(&m_sandbox, &sandbox::Sandbox::started, this,
        [this](const sandbox::SandboxAddress &address) { m_address = address; });
    sandbox::SandboxOptions options;
    options.state = m_folder.filePath(QStringLiteral("state"));
    m_sandbox.start(options);
    QTRY_VERIFY(!m_address.apiKey.isEmpty());
}

void TestFileUpload::uploads_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("v2") << int(api::ApiVersion::V2) << QByteArray("hello\r\n\0world", 13);
    QTest::newRow("v3") << int(api::ApiVersion::V3) << QByteArray("three");
    QTest::newRow("v3.1, many bytes") << int(api::ApiVersion::V31) << QByteArray(3'000'000, 'x');
}

void TestFileUpload::uploads()
{
    QFETCH(int, version);
    QFETCH(QByteArray, bytes);
    const QString path = write(QStringLiteral("a report.txt"), bytes);
    for (const int puts : {1, 0}) { // the second time the storage has it
        const qsizetype before = requests().size();
        FileUpload upload(path, forAction, api::ApiVersion(version));
        Result<QByteArray> reference = failure(ErrorCode::Internal, {});
        int ends = 0;
        connect(&upload, &FileUpload::finished, this, [&](const Result<QByteArray> &result) {
            ++ends;
            reference = result;
        });
        upload.start(&m_executor, {m_address.url, m_address.apiKey});
        QTRY_COMPARE(ends, 1);
        QVERIFY2(reference.has_value(), reference ? "" : qPrintable(reference.error().sentence));
        const json::Document value = json::Document::parse(*reference);
        QCOMPARE(value.root().member(u"name").toString(), QStringLiteral("a report.txt"));
        QCOMPARE(value.root().member(u"mimetype").toString(), QStringLiteral("text/plain"));
        const QString key = value.root().member(u"s3key").toString();
        QVERIFY(!key.isEmpty());

        QTRY_COMPARE(requests().size(), before + 1 + puts);
        const QList<sandbox::LoggedRequest> sent = requests().sliced(before);
        QVERIFY(api::headerValue(sent.first().request.headers, "x-api-key").has_value());
        if (puts > 0) {
            QCOMPARE(sent.last().request.method, QByteArray("PUT"));
            QVERIFY(!api::headerValue(sent.last().request.headers, "x-api-key").has_value());
            QVERIFY(!api::headerValue(sent.last().request.headers, "cookie").has_value());
            QCOMPARE(sent.last().requestSize, bytes.size());
        }
        QCOMPARE(stored(key), bytes);
    }
}

void TestFileUpload::saysWhatIsWrongWithTheFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("vanished") << QStringLiteral("nothing.txt") << QStringLiteral("There is no file");
    QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("is not a file");
    QTest::newRow("empty") << QStringLiteral("empty.txt") << QStringLiteral("is empty");
    QTest::newRow("huge") << QStringLiteral("huge.bin") << QStringLiteral("at most");
}

void TestFileUpload::saysWhatIsWrongWithTheFile()
{
    QFETCH(QString, name);
    QFETCH(QString, sentence);
    QDir(m_folder.path()).mkdir(QStringLiteral("folder"));
    write(QStringLiteral("empty.txt"), {});
    QFile huge(write(QStringLiteral("huge.bin"), {}));
    QVERIFY(huge.resize(FileUpload::largestFile + 1)); // a file of holes
    const qsizetype before = requests().size();
    FileUpload upload(m_folder.filePath(name), forAction, api::ApiVersion::V2);
    QString said;
    connect(&upload, &FileUpload::finished, this,
        [&](const Result<QByteArray> &result) { said = result ? QStringLiteral("uploaded") : result.error().sentence; });
    upload.start(&m_executor, {m_address.url, m_address.apiKey});
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QCOMPARE(requests().size(), before);
}

void TestFileUpload::readsTheAnswersOfTheService_data()
{
    QTest::addColumn<bool>("isOld");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *name, bool isOld, const char *body, const char *printed) {
        QTest::newRow(name) << isOld << QByteArray(body) << QString::fromLatin1(printed);
    };
    row("v2", true, R"({"id":"1","url":"https://s3.test/x?y=1","key":"k","exists":false})", "https://s3.test/x?y=1 k");
    row("v2, exists as text", true, R"({"url":"","key":"k","exists":"true"})", " k there");
    row("v3 new", false, R"({"key":"k","type":"new","new_presigned_url":"https://s3.test/x"})", "https://s3.test/x k");
    row("v3 update, old spelling", false, R"({"key":"k","type":"update","updatePresignedUrl":"https://s3.test/x"})",
        "https://s3.test/x k");
    row("v3 existing", false, R"({"key":"k","type":"existing","existing_url":"https://s3.test/x"})", " k there");
    row("Azure", false,
        R"({"key":"k","type":"new","new_presigned_url":"https://a.test/x","metadata":{"storage_backend":"azure_blob_storage"}})",
        "https://a.test/x k azure");
    row("Azure by its address", true, R"({"url":"https://store.blob.core.windows.net/c/x?sv=1&sig=s","key":"k"})",
        "https://store.blob.core.windows.net/c/x?sv=1&sig=s k azure");
    row("no address", true, R"({"key":"k","exists":false})", "trouble");
    row("address that is none", true, R"({"url":"file:///etc/passwd","key":"k"})", "trouble");
    row("no key", true, R"({"url":"https://s3.test/x"})", "trouble");
    row("no JSON", true, "<html>", "trouble");
}

void TestFileUpload::readsTheAnswersOfTheService()
{
    QFETCH(bool, isOld);
    QFETCH(QByteArray, body);
    QFETCH(QString, printed);
    api::HttpAnswer answer;
    answer.status = 200;
    answer.body = body;
    const auto target = api::readUploadTarget(answer, isOld ? api::ApiVersion::V2 : api::ApiVersion::V31);
    const QString read = !target ? QStringLiteral("trouble")
                                 : target->url.toString() + QLatin1Char(' ') + target->key
            + (target->isThere ? QStringLiteral(" there") : QString()) + (target->isAzure ? QStringLiteral(" azure") : QString());
    QCOMPARE(read, printed);
}

void TestFileUpload::putsWithoutTheKeyAsTheStorageWants_data()
{
    QTest::addColumn<QByteArray>("backend");
    QTest::addColumn<bool>("isAzure");
    QTest::newRow("S3") << QByteArray("s3") << false;
    QTest::newRow("Azure") << QByteArray("azure_blob_storage") << true;
}

void TestFileUpload::putsWithoutTheKeyAsTheStorageWants()
{
    QFETCH(QByteArray, backend);
    QFETCH(bool, isAzure);
    HostileServer storage([](const api::HttpRequest &, QTcpSocket *socket) { socket->write(HostileServer::answer({})); });
    HostileServer service([&](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(HostileServer::answer(R"({"key":"k","type":"new","new_presigned_url":")" + storage.url().toEncoded()
            + R"(/blob?sig=s%2Fb","metadata":{"storage_backend":")" + backend + "\"}}"));
    });
    FileUpload upload(write(QStringLiteral("c.txt"), "see"), forAction, api::ApiVersion::V31);
    QByteArray reference;
    connect(&upload, &FileUpload::finished, this, [&](const Result<QByteArray> &result) { reference = result.value_or("trouble"); });
    upload.start(&m_executor, {service.url(), "ak_secret"});
    QTRY_VERIFY(!reference.isEmpty());
    QVERIFY2(reference.contains("\"k\""), reference.constData());
    QCOMPARE(storage.requests().size(), 1);
    const api::HttpRequest put = storage.requests().first();
    QCOMPARE(put.method, QByteArray("PUT"));
    QCOMPARE(put.path, QByteArray("/blob?sig=s%2Fb"));
    QCOMPARE(put.body, QByteArray("see"));
    QCOMPARE(api::headerValue(put.headers, "x-ms-blob-type").value_or(QByteArray()), isAzure ? QByteArray("BlockBlob") : QByteArray());
    QCOMPARE(api::headerValue(put.headers, "content-type").value_or(QByteArray()), QByteArray("text/plain"));
    for (const api::Header &header : put.headers)
        QVERIFY2(!header.value.contains("ak_secret"), header.name.constData());
}

void TestFileUpload::cancelsHalfWay()
{
    QPointer<QTcpSocket> taken;
    HostileServer storage([](const api::HttpRequest &, QTcpSocket *) {});
    storage.greetWith([&taken](QTcpSocket *socket) {
        taken = socket;
        socket->setReadBufferSize(1024); // reads nothing more
    });
    HostileServer service([&](const api::HttpRequest &, QTcpSocket *socket) {
        socket->write(HostileServer::answer(R"({"key":"k","exists":false,"url":")" + storage.url().toEncoded() + "/x\"}"));
    });
    FileUpload upload(write(QStringLiteral("large.bin"), QByteArray(40'000'000, 'x')), forAction, api::ApiVersion::V2);
    QSignalSpy progress(&upload, &FileUpload::progress);
    QSignalSpy finished(&upload, &FileUpload::finished);
    upload.start(&m_executor, {service.url(), "ak"});
    QTRY_VERIFY(!progress.isEmpty());
    QVERIFY(progress.last().first().toLongLong() < 40'000'000);
    upload.cancel();
    QCOMPARE(finished.size(), 1);
    const auto result = finished.first().first().value<Result<QByteArray>>();
    QVERIFY(!result);
    QCOMPARE(result.error().sentence, QStringLiteral("The upload was cancelled."));
    QVERIFY(taken);
    taken->setReadBufferSize(0);
    qint64 arrived = 0;
    const auto isCut = [&] {
        arrived += taken ? taken->readAll().size() : 0;
        return !taken || taken->state() == QAbstractSocket::UnconnectedState;
    };
    QTRY_VERIFY(isCut());
    QVERIFY2(arrived < 40'000'000, QByteArray::number(arrived).constData()); // the rest stays here
    QCOMPARE(finished.size(), 1);
}

void TestFileUpload::cancels()
{
    FileUpload upload(write(QStringLiteral("b.txt"), "b"), forAction, api::ApiVersion::V2);
    int ends = 0;
    connect(&upload, &FileUpload::finished, this, [&](const Result<QByteArray> &result) {
        ++ends;
        QVERIFY(!result);
    });
    connect(&upload, &FileUpload::described, &upload, [&upload] { upload.cancel(); });
    upload.start(&m_executor, {m_address.url, m_address.apiKey});
    QTRY_COMPARE(ends, 1);
    upload.cancel();
    QCOMPARE(ends, 1);
}

QTEST_GUILESS_MAIN(TestFileUpload)
#include "tst_fileupload.moc"
