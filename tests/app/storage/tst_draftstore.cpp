// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftstore.h"

#include "app/base/atomicfile.h"
#include "sampleentry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using namespace actionscope::storage;

class tst_draftstore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void nothingAtFirst();
    void keepsWhatWasTyped_data();
    void keepsWhatWasTyped();
    void keepsAwkwardText();
    void newestWins();
    void flushIsEnough();
    void endWritesWhatWaits();
    void keepsNoSecret();
    void damagedFileIsMovedAside_data();
    void damagedFileIsMovedAside();
    void saysWhyItCannotWrite();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(QStringLiteral("draft.json")); }
    [[nodiscard]] Result<std::optional<Draft>> loadedAgain() const { return DraftStore(m_dir->path()).load().result(); }
    [[nodiscard]] static Draft numbered(int number)
    {
        Draft draft;
        draft.request.actionId = QStringLiteral("ACTION_%1").arg(number);
        draft.request.input = QByteArray(10'000, 'x');
        return draft;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_draftstore::nothingAtFirst()
{
    const auto loaded = loadedAgain();
    QVERIFY(loaded);
    QVERIFY(!*loaded);
}

void tst_draftstore::keepsWhatWasTyped_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n\t");
    QTest::newRow("half an object") << QByteArray("{\"a\": 1.10, \"b\": [1,\n  ");
    QTest::newRow("numbers and duplicates") << QByteArray("{\"a\":12345678901234567890,\"a\":-0,\"a\":1e400}");
    QTest::newRow("escapes") << QByteArray("{\"\\u00e9\\/\":\"\xc3\xa9\\n\"}");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe{\x80");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("line ends") << QByteArray("{\r\n}\r");
}

void tst_draftstore::keepsWhatWasTyped()
{
    QFETCH(QByteArray, input);
    Draft draft;
    draft.request = {QStringLiteral("A_B"), QStringLiteral("app"), QStringLiteral("entity"), QStringLiteral("account"),
        input, QStringLiteral("text\n"), QStringLiteral("prompt"), QStringLiteral("described"), {}, input,
        QStringLiteral("latest")};
    draft.timeoutSeconds = 33;
    QVERIFY(DraftStore(m_dir->path()).save(draft).result());
    const auto loaded = loadedAgain();
    QVERIFY(loaded && *loaded);
    QCOMPARE(**loaded, draft);
}

void tst_draftstore::keepsAwkwardText()
{
    for (quint32 seed = 1; seed < 200; ++seed) {
        const Draft draft = samples::awkwardEntry(seed, 40).draft;
        const auto again = draftFromJson(draftToJson(draft));
        QVERIFY(again);
        Draft expected = draft;
        expected.request.authConfig = again->request.authConfig; // re-spaced by the redaction
        QCOMPARE(*again, expected);
    }
}

void tst_draftstore::newestWins()
{
    DraftStore store(m_dir->path());
    QList<QFuture<Result<void>>> saved;
    for (int i = 1; i <= 50; ++i)
        saved << store.save(numbered(i));
    for (QFuture<Result<void>> &future : saved)
        QVERIFY(future.result());
    const auto loaded = store.load().result();
    QCOMPARE((*loaded)->request.actionId, QStringLiteral("ACTION_50"));
}

void tst_draftstore::flushIsEnough()
{
    DraftStore store(m_dir->path());
    store.save(numbered(1));
    store.save(numbered(2));
    QVERIFY(store.flush());
    QCOMPARE(draftFromJson(*readFile(file()))->request.actionId, QStringLiteral("ACTION_2"));
}

void tst_draftstore::endWritesWhatWaits()
{
    {
        DraftStore store(m_dir->path());
        store.save(numbered(3));
    }
    QCOMPARE((*loadedAgain())->request.actionId, QStringLiteral("ACTION_3"));
}

void tst_draftstore::keepsNoSecret()
{
    Draft draft;
    draft.request.authConfig = "{\"parameters\":[{\"name\":\"X-Token\",\"in\":\"header\",\"value\":\"s3cret-1\"}]}";
    QVERIFY(DraftStore(m_dir->path()).save(draft).result());
    QVERIFY(!readFile(file())->contains("s3cret"));
    QVERIFY((*loadedAgain())->request.authConfig.contains("X-Token"));
    draft.request.authConfig = "{\"parameters\":[{\"value\":\"s3cret-2";
    QVERIFY(DraftStore(m_dir->path()).save(draft).result());
    QVERIFY(!readFile(file())->contains("s3cret"));
}

void tst_draftstore::damagedFileIsMovedAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"actionscope\":1,\"actionId\":\"A");
    QTest::newRow("not ours") << QByteArray("{\"name\":\"something else\"}");
    QTest::newRow("garbage") << QByteArray("\x00\xff\x01", 3);
}

void tst_draftstore::damagedFileIsMovedAside()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(writeFileAtomically(file(), bytes));
    const Clock clock = [] { return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC); };
    DraftStore store(m_dir->path(), clock);
    const auto loaded = store.load().result();
    QVERIFY(!loaded);
    const QString aside = file() + QStringLiteral(".damaged-20260102T030405");
    QVERIFY2(loaded.error().sentence.contains(aside), qPrintable(loaded.error().sentence));
    QCOMPARE(*readFile(aside), bytes);
    QVERIFY(!*store.load().result());
    QVERIFY(store.save(numbered(1)).result());

    // A second one on the same day does not take the place of the first.
    QVERIFY(writeFileAtomically(file(), "again"));
    QVERIFY(!store.load().result());
    QCOMPARE(*readFile(aside), bytes);
    QCOMPARE(*readFile(aside + QStringLiteral("-2")), QByteArray("again"));
}

void tst_draftstore::saysWhyItCannotWrite()
{
    DraftStore store(QStringLiteral("/proc/no/such"));
    const Result<void> saved = store.save(numbered(1)).result();
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(QLatin1String("/proc/no/such/draft.json")));
    QVERIFY(!store.flush());
}

QTEST_GUILESS_MAIN(tst_draftstore)
#include "tst_draftstore.moc"
