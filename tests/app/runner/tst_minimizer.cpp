// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/minimizer.h"

#include <QTest>

#include <functional>

using namespace actionscope;
using runner::Minimizer;

namespace {

using Fails = std::function<bool(const json::Value &root, const QByteArray &text)>;

struct Outcome
{
    QByteArray best;
    int tries = 0;
    bool isComplete = false;
    bool wasAlwaysValid = true;
};

Outcome minimized(const QByteArray &input, const Fails &fails, int most = 1000)
{
    Minimizer minimizer(input, most);
    Outcome outcome;
    while (const auto text = minimizer.next()) {
        const json::Document document = json::Document::parse(*text);
        outcome.wasAlwaysValid &= document.isValid();
        minimizer.tell(fails(document.root(), *text));
    }
    outcome.best = minimizer.best();
    outcome.tries = minimizer.tries();
    outcome.isComplete = minimizer.isComplete();
    return outcome;
}

QByteArray withKeys(int count)
{
    QByteArray text = "{";
    for (int i = 0; i < count; ++i)
        text += (i ? ",\n  " : "\n  ") + ("\"key" + QByteArray::number(i)) + "\": \"value " + QByteArray::number(i) + "\"";
    return text + "\n}";
}

} // namespace

// Which bytes are left of an input that fails, and how many tries it took.
class TestMinimizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatFails_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("needed"); // fails as long as this stands in it
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("a key") << QByteArray(R"({"a": 1, "bad": true, "c": [1, 2]})") << QByteArray(R"("bad": true)")
                               << QByteArray(R"({"bad": true})");
        QTest::newRow("the last key") << QByteArray(R"({"a": 1, "c": [1, 2], "bad" : true })") << QByteArray(R"("bad" : true)")
                                      << QByteArray(R"({"bad" : true })");
        QTest::newRow("a key twice") << QByteArray(R"({"a":1,"a":2,"b":3,"a":4})") << QByteArray(R"("a":2)") << QByteArray(R"({"a":2})");
        QTest::newRow("nested") << QByteArray(R"({"x": {"y": {"z": 5, "w": 6}, "v": 7}, "u": 8})") << QByteArray(R"("z": 5)")
                                << QByteArray(R"({"x": {"y": {"z": 5}}})");
        QTest::newRow("an item") << QByteArray(R"({"list": [1, 2, 33, 4, 5], "n": null})") << QByteArray("33") << QByteArray(R"({"list": [33]})");
        QTest::newRow("items in items") << QByteArray(R"({"a": [[1], [2, 7, 3], []]})") << QByteArray("7") << QByteArray(R"({"a": [[7]]})");
        QTest::newRow("in a string") << QByteArray(R"({"text": "a long story with one % in it"})") << QByteArray("%") << QByteArray(R"({"text": "%"})");
        QTest::newRow("an escape in a string") << QByteArray(R"({"text": "some\nlines\u0000and\ud83d\ude00more"})") << QByteArray(R"(\u0000)")
                                               << QByteArray(R"({"text": "\u0000"})");
        QTest::newRow("an astral character") << QByteArray(R"({"text": "ab\ud83d\ude00cd"})") << QByteArray(R"(\ud83d\ude00)")
                                             << QByteArray(R"({"text": "\ud83d\ude00"})");
        QTest::newRow("a character of three bytes") << QByteArray("{\"text\": \"gr\xC3\xBC\xC3\x9F\xE2\x82\xAC!\"}") << QByteArray("\xE2\x82\xAC")
                                                    << QByteArray("{\"text\": \"\xE2\x82\xAC\"}");
        QTest::newRow("a sign") << QByteArray(R"({"n": -12345.5e3, "m": 3})") << QByteArray("-") << QByteArray(R"({"n": -1})");
        QTest::newRow("digits") << QByteArray(R"({"n": 1234567890})") << QByteArray("9") << QByteArray(R"({"n": 19})");
        QTest::newRow("a name alone") << QByteArray(R"({"a": "x", "bad": {"deep": [1, 2, 3]}})") << QByteArray(R"("bad")")
                                      << QByteArray(R"({"bad": {}})");
        QTest::newRow("lines stay") << QByteArray("{\n    \"a\": 1,\n    \"bad\": true,\n    \"c\": 2\n}\n") << QByteArray(R"("bad": true)")
                                    << QByteArray("{\n    \"bad\": true\n}\n");
        QTest::newRow("whatever") << QByteArray(R"({"a": 1})") << QByteArray() << QByteArray("{}");
        QTest::newRow("already small") << QByteArray("{}") << QByteArray() << QByteArray("{}");
    }
    void leavesWhatFails()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, needed);
        const Outcome outcome = minimized(input, [&](const auto &, const QByteArray &text) { return text.contains(needed); });
        QTEST(outcome.best, "left");
        QVERIFY(outcome.isComplete);
        QVERIFY(outcome.wasAlwaysValid);
        QVERIFY(outcome.tries <= Minimizer::mostTries(input, 1000));
    }

    void findsGuiltyKeysOfSixty_data()
    {
        QTest::addColumn<QStringList>("guilty");
        QTest::newRow("one") << QStringList {QStringLiteral("key17")};
        QTest::newRow("the first") << QStringList {QStringLiteral("key0")};
        QTest::newRow("the last") << QStringList {QStringLiteral("key59")};
        QTest::newRow("two together") << QStringList {QStringLiteral("key30"), QStringLiteral("key31")};
        QTest::newRow("two far apart") << QStringList {QStringLiteral("key3"), QStringLiteral("key58")};
    }
    void findsGuiltyKeysOfSixty()
    {
        QFETCH(QStringList, guilty);
        const Outcome outcome = minimized(withKeys(60), [&](const json::Value &root, const auto &) {
            return std::all_of(guilty.begin(), guilty.end(), [&](const QString &key) { return root.member(key).isValid(); });
        });
        QVERIFY2(outcome.tries <= 200, QByteArray::number(outcome.tries).constData());
        const json::Document left = json::Document::parse(outcome.best);
        QCOMPARE(left.root().count(), guilty.size());
        qInfo("%d tries", outcome.tries);
    }

    void neverTriesMoreOftenThanAllowed()
    {
        const QByteArray input = withKeys(60);
        const Outcome outcome = minimized(input, [](const json::Value &root, const auto &) { return root.member(u"key9").isValid(); }, 5);
        QCOMPARE(outcome.tries, 5);
        QVERIFY(!outcome.isComplete);
        QVERIFY(outcome.best.contains("key9"));
        QVERIFY(outcome.best.size() < input.size()); // the best so far is not lost
    }

    void keepsEverythingWhereNothingCanGo()
    {
        const QByteArray input = R"({"a": "x", "b": 7})";
        const Outcome outcome = minimized(input, [&](const auto &, const QByteArray &text) { return text == input; });
        QCOMPARE(outcome.best, input);
        QVERIFY(outcome.isComplete);
    }

    void triesNothingTwice()
    {
        QList<QByteArray> tried;
        minimized(withKeys(20), [&](const json::Value &root, const QByteArray &text) {
            tried.append(text);
            return root.member(u"key3").isValid() && root.member(u"key4").isValid();
        });
        const qsizetype count = tried.size();
        QCOMPARE(QSet<QByteArray>(tried.begin(), tried.end()).size(), count);
    }

    void takesNothingOutOfWhatIsNoJson()
    {
        Minimizer minimizer("{\"a\": ", 100);
        QVERIFY(!minimizer.next());
        QCOMPARE(minimizer.best(), QByteArray("{\"a\": "));
        QCOMPARE(Minimizer::mostTries("{\"a\": ", 100), 0);
    }
};

QTEST_GUILESS_MAIN(TestMinimizer)
#include "tst_minimizer.moc"
