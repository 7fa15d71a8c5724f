// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/gzip.h"

#include "tests/support/contentcoding.h"

#include <QTest>

using namespace actionscope;
using actionscope::test::gzip;

// What comes out of a gzip file: all of it, or its beginning and the reason.
class TestGzip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAGzipFile();
    void unpacksEverySize_data();
    void unpacksEverySize();
    void unpacksSeveralMembers();
    void passesOverPadding();
    void showsTheBeginningOfACutFile();
    void survivesEveryTruncation();
    void survivesEveryBrokenByte();
    void stopsAtTheLimit_data();
    void stopsAtTheLimit();
    void stopsATrap();
    void stopsWhenAsked();
    void tellsHowFarItIs();
};

namespace {

// Bytes that do not compress well, always the same.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, 0);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24);
    }
    return bytes;
}

// Qt packs nothing into nothing; gzip writes this.
QByteArray packedNothing() { return QByteArray::fromHex("1f8b080000000000000303000000000000000000"); }

} // namespace

void TestGzip::knowsAGzipFile()
{
    QVERIFY(isGzip(gzip("a")));
    QVERIFY(!isGzip("{\"a\":1}"));
    QVERIFY(!isGzip("\x1f\x8b"));
    QVERIFY(!isGzip({}));
}

void TestGzip::unpacksEverySize_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a few") << QByteArray("{\"a\":1.10}");
    QTest::newRow("one step") << noise(256 * 1024);
    QTest::newRow("one more") << noise(256 * 1024 + 1);
    QTest::newRow("several steps") << noise(3'000'000);
    QTest::newRow("very even") << QByteArray(20'000'000, 'x');
}

void TestGzip::unpacksEverySize()
{
    QFETCH(const QByteArray, bytes);
    const Unpacked unpacked = gunzip(gzip(bytes));
    QCOMPARE(unpacked.trouble, QString());
    QVERIFY(unpacked.bytes == bytes);
}

void TestGzip::unpacksSeveralMembers()
{
    QCOMPARE(gunzip(packedNothing()), Unpacked {});
    QCOMPARE(gunzip(gzip("one ") + gzip("two ") + packedNothing() + gzip("three")), (Unpacked {"one two three", {}}));
}

void TestGzip::passesOverPadding()
{
    QCOMPARE(gunzip(gzip("one") + QByteArray(512, '\0')), (Unpacked {"one", {}}));
}

void TestGzip::showsTheBeginningOfACutFile()
{
    const QByteArray whole = noise(1'000'000);
    const QByteArray packed = gzip(whole);
    const Unpacked unpacked = gunzip(packed.first(packed.size() / 2));
    QVERIFY(unpacked.trouble.startsWith(QLatin1String("The compressed data ends before its end.")));
    QVERIFY(unpacked.bytes.size() > 400'000);
    QVERIFY(whole.startsWith(unpacked.bytes));
}

void TestGzip::survivesEveryTruncation()
{
    const QByteArray whole = noise(100) + QByteArray(1000, 'x');
    const QByteArray packed = gzip(whole);
    for (qsizetype size = 0; size < packed.size(); ++size) {
        const Unpacked unpacked = gunzip(packed.first(size));
        QVERIFY(!unpacked.trouble.isEmpty());
        QVERIFY(whole.startsWith(unpacked.bytes));
    }
}

void TestGzip::survivesEveryBrokenByte()
{
    const QByteArray whole("a text that is long enough to be worth packing, packing, packing");
    const QByteArray packed = gzip(whole);
    for (qsizetype at = 0; at < packed.size(); ++at) {
        QByteArray broken = packed;
        broken[at] = char(broken[at] ^ 0x5a);
        // The date, hints and bits that only fill a byte may be anything; the text may not.
        const Unpacked unpacked = gunzip(broken);
        QVERIFY2(!unpacked.trouble.isEmpty() || unpacked.bytes == whole, qPrintable(QString::number(at)));
    }
}

void TestGzip::stopsAtTheLimit_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("just enough") << 2'097'153LL << true;
    QTest::newRow("one too few") << 2'097'151LL << false;
    QTest::newRow("none") << 0LL << false;
}

void TestGzip::stopsAtTheLimit()
{
    QFETCH(const qint64, limit);
    QFETCH(const bool, isWhole);
    const QByteArray whole = noise(2'097'152);
    const Unpacked unpacked = gunzip(gzip(whole), nullptr, {.size = limit});
    QCOMPARE(unpacked.trouble.isEmpty(), isWhole);
    QCOMPARE(unpacked.bytes.size(), std::min<qint64>(limit, whole.size()));
    QVERIFY(whole.startsWith(unpacked.bytes));
}

void TestGzip::stopsATrap()
{
    const Unpacked unpacked = gunzip(gzip(QByteArray(20'000'000, '\0')), nullptr, {.grace = 1'000'000});
    QVERIFY(unpacked.trouble.startsWith(QLatin1String("The data unpacks to far more than any text does")));
    QVERIFY(unpacked.bytes.size() > 1'000'000 && unpacked.bytes.size() < 2'000'000);
}

void TestGzip::stopsWhenAsked()
{
    UnpackWatch watch;
    watch.isCancelled = true;
    QCOMPARE(gunzip(gzip("one"), &watch), (Unpacked {{}, QStringLiteral("Unpacking was cancelled.")}));
}

void TestGzip::tellsHowFarItIs()
{
    const QByteArray packed = gzip(noise(1'000'000));
    UnpackWatch watch;
    QCOMPARE(gunzip(packed, &watch).trouble, QString());
    QCOMPARE(qsizetype(watch.read), packed.size());
    QCOMPARE(qint64(watch.written), 1'000'000LL);
}

QTEST_APPLESS_MAIN(TestGzip)
#include "tst_gzip.moc"
