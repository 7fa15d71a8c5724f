// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/textsearch.h"

#include <QTest>

using namespace actionscope;
using Match = TextPattern::Match;

namespace {

TextPattern pattern(const char *needle, const PatternOptions &options = {true, false, false})
{
    return *TextPattern::make(QString::fromUtf8(needle), options);
}

} // namespace

class TestTextSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAndWalks();
    void agreesWithASearchFromTheBeginning_data();
    void agreesWithASearchFromTheBeginning();
    void givesWhatIsOnTheScreen();
    void tellsHowFarItIs();
    void stopsWhenItShall();
    void keepsWhatItFoundBeforeItGaveUp();
    void takesNoRoomForEachMatch();
    void findsNothing();
};

void TestTextSearch::countsAndWalks()
{
    const QByteArray text = "id, id, id";
    const TextSearch search(text, pattern("id"));
    QCOMPARE(search.count(), 3);
    QCOMPARE(search.next(0)->match, (Match {0, 2}));
    QCOMPARE(search.next(0)->number, 1);
    QCOMPARE(search.next(1)->match, (Match {4, 6}));
    QCOMPARE(search.next(8)->number, 3);
    QCOMPARE(search.next(9)->number, 1); // around
    QCOMPARE(search.previous(8)->number, 2);
    QCOMPARE(search.previous(0)->number, 3);
    QCOMPARE(search.previous(99)->number, 3);
}

void TestTextSearch::agreesWithASearchFromTheBeginning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("isRegularExpression");

    const qsizetype block = TextSearch::blockSize;
    QTest::newRow("over the border") << QByteArray(block - 2, '.') + "needle" + QByteArray(block, '.')
            + "needle"
                                     << "needle" << false;
    QTest::newRow("at the border") << QByteArray(block, '.') + "needle"
                                   << "needle" << false;
    QTest::newRow("that overlap") << QByteArray(3 * block + 5, 'a') << "aaaaaaa" << false;
    QTest::newRow("letters of two bytes")
        << QByteArray("\xC3\xA9").repeated(block) << QString::fromUtf8("ééé") << false;
    QTest::newRow("expression over the border")
        << QByteArray(block - 3, '.') + "x123456x" + QByteArray(block, '.') << "\\d+" << true;
    QTest::newRow("of many lengths") << QByteArray("ab abb abbb ").repeated(block / 8) << "ab+ ?" << true;
}

void TestTextSearch::agreesWithASearchFromTheBeginning()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, needle);
    QFETCH(bool, isRegularExpression);
    const auto made = TextPattern::make(needle, {true, false, isRegularExpression});
    QVERIFY(made);
    std::vector<Match> expected;
    for (qsizetype from = 0;;) {
        const auto found = made->find(text, from, text.size());
        QVERIFY(found);
        if (!found->isValid())
            break;
        expected.push_back(*found);
        from = found->end;
    }
    const TextSearch search(text, *made);
    QCOMPARE(search.count(), qint64(expected.size()));
    QVERIFY(search.in(0, text.size()) == expected);
    const qint64 step = std::max<qint64>(1, search.count() / 500);
    for (qint64 i = 0; i < search.count(); i += step) {
        const auto hit = search.next(expected[std::size_t(i)].begin);
        QCOMPARE(hit->match, expected[std::size_t(i)]);
        QCOMPARE(hit->number, i + 1);
        QCOMPARE(search.previous(expected[std::size_t(i)].begin + 1)->number, i + 1);
    }
}

void TestTextSearch::givesWhatIsOnTheScreen()
{
    const TextSearch search("..id..id..id..", pattern("id"));
    QCOMPARE(search.in(0, 3), (std::vector<Match> {{2, 4}}));
    QCOMPARE(search.in(3, 7), (std::vector<Match> {{2, 4}, {6, 8}}));
    QCOMPARE(search.in(4, 6), std::vector<Match>());
}

void TestTextSearch::tellsHowFarItIs()
{
    const QByteArray text = QByteArray("needle ").repeated(100'000);
    SearchWatch watch;
    const TextSearch search(text, pattern("needle"), &watch);
    QCOMPARE(watch.position.load(), text.size());
    QCOMPARE(watch.count.load(), 100'000);
    QCOMPARE(search.count(), 100'000);
}

void TestTextSearch::stopsWhenItShall()
{
    const QByteArray text = QByteArray("needle ").repeated(200'000);
    SearchWatch watch;
    watch.isCancelled = true;
    const TextSearch search(text, pattern("needle"), &watch);
    QVERIFY(search.count() < 200'000);
    QVERIFY(watch.position <= TextSearch::blockSize);
}

void TestTextSearch::keepsWhatItFoundBeforeItGaveUp()
{
    const QByteArray text = "aab " + QByteArray(5000, 'a') + "c b";
    const TextSearch search(text, pattern("(a+)+b", {true, false, true}));
    QVERIFY(search.trouble());
    QCOMPARE(search.count(), 1);
    QCOMPARE(search.next(0)->match, (Match {0, 3}));
}

void TestTextSearch::takesNoRoomForEachMatch()
{
    const QByteArray text(5'000'000, 'e');
    const TextSearch search(text, pattern("e"));
    QCOMPARE(search.count(), 5'000'000);
    QCOMPARE(search.next(4'999'999)->number, 5'000'000);
    QCOMPARE(search.previous(4'321'000)->number, 4'321'000);
}

void TestTextSearch::findsNothing()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("abc")}) {
        const TextSearch search(text, pattern("needle"));
        QCOMPARE(search.count(), 0);
        QVERIFY(!search.next(0));
        QVERIFY(!search.previous(0));
        QVERIFY(search.in(0, text.size()).empty());
    }
    QCOMPARE(TextSearch().count(), 0);
}

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
