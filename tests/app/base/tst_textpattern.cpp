// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/textpattern.h"

#include <QTest>

using namespace actionscope;

namespace {

constexpr PatternOptions loose {};
constexpr PatternOptions exact {true, false, false};
constexpr PatternOptions word {false, true, false};
constexpr PatternOptions expression {true, false, true};

} // namespace

class TestTextPattern final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void saysWhereAnExpressionIsWrong_data();
    void saysWhereAnExpressionIsWrong();
    void givesUpWhatNeverEnds();
    void searchesBytesThatAreNoText();
};

void TestTextPattern::finds_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("matchesCase");
    QTest::addColumn<bool>("wholeWord");
    QTest::addColumn<bool>("isRegularExpression");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("match"); // empty for none

    const auto row = [](const char *name, const char *needle, const PatternOptions &options,
                         const QByteArray &text, const QByteArray &match) {
        QTest::newRow(name) << QString::fromUtf8(needle) << options.matchesCase << options.wholeWord
                            << options.isRegularExpression << text << match;
    };
    row("plain", "open", exact, "\"open\"", "open");
    row("case counts", "open", exact, "OPEN Open", "");
    row("case does not count", "open", loose, "\"OPEN\"", "OPEN");
    row("either case, longer than a step of the search", "repository_url", loose,
        "{\"html_url\":\"https://example.org/x\",\"REPOSITORY_URL\":1}", "REPOSITORY_URL");
    row("either case, first and last letter alone are not enough", "abcd", loose, "AxxD abxd ABCd", "ABCd");
    row("either case, signs that differ by the case bit", "a{", loose, "a[ A{", "A{");
    row("either case, at the very end", "end", loose, "this is the very long way to the eND", "eND");
    row("digits have no case", "9999", loose, "x9999", "9999");
    row("case beyond ASCII", "ÉTÉ", loose, "\"\xC3\xA9t\xC3\xA9\"", "\xC3\xA9t\xC3\xA9");
    row("written with an escape", "\xC3\xA9t\xC3\xA9", exact, "\"\\u00e9t\\u00E9\"", "\\u00e9t\\u00E9");
    row("beyond 16 bits, with two escapes", "\xF0\x9F\x98\x80", exact, "\"\\ud83d\\uDE00\"",
        "\\ud83d\\uDE00");
    row("a slash, escaped", "a/b", exact, "\"a\\/b\"", "a\\/b");
    row("a slash, plain", "a/b", exact, "\"a/b\"", "a/b");
    row("a quote", "say \"hi\"", exact, "\"say \\\"hi\\\" \"", "say \\\"hi\\\"");
    row("a quote around a key", "\"id\":", exact, "{\"id\":1}", "\"id\":");
    row("a backslash as it is written", "\\n", exact, "\"a\\nb\"", "\\n");
    row("a bracket, escaped", "<b>", exact, "\"\\u003cb\\u003E\"", "\\u003cb\\u003E");
    row("signs of expressions mean themselves", "a.*(b", exact, "xa.*(by", "a.*(b");
    row("an E that ends quoting", "\\E<", exact, "x\\E<", "\\E<");
    row("whole word", "id", word, "\"idea\", \"grid\", \"id\"", "id");
    row("no whole word", "id", word, "\"idea\", \"my_id\"", "");
    row("whole word beyond ASCII", "t", word, "\"\xC3\xA9t\xC3\xA9\"", "");
    row("whole word behind an escape", "id", word, "\"a\\nid b\"", "id");
    row("whole word behind an escaped bracket", "id", word, "\"\\u003cid\\u003e\"", "id");
    row("other case, escaped", "\xC3\xA9", loose, "\"\\u00c9\"", "\\u00c9");
    row("expression", "\\d{4}-\\d\\d", expression, "\"2026-11-24\"", "2026-11");
    row("expression over lines", "^b$", expression, "a\nb\nc", "b");
    row("expression beyond ASCII", "\xC3\xA9+", expression, "x\xC3\xA9\xC3\xA9", "\xC3\xA9\xC3\xA9");
    row("an expression without signs", "open", expression, "OPEN open", "open");
    row("an expression with one sign", "op.n", expression, "OPEN op.n", "op.n");
    row("an empty match is none", "x*", expression, "aaa", "");
    row("nothing", "", exact, "aaa", "");
    row("longer than the text", "aaaa", exact, "aaa", "");
}

void TestTextPattern::finds()
{
    QFETCH(QString, needle);
    QFETCH(bool, matchesCase);
    QFETCH(bool, wholeWord);
    QFETCH(bool, isRegularExpression);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, match);
    const auto pattern = TextPattern::make(needle, {matchesCase, wholeWord, isRegularExpression});
    QVERIFY2(pattern, pattern ? "" : qPrintable(pattern.error().sentence));
    const auto found = pattern->find(text, 0, text.size());
    QVERIFY(found);
    QCOMPARE(found->isValid() ? text.mid(found->begin, found->end - found->begin) : QByteArray(), match);
}

void TestTextPattern::saysWhereAnExpressionIsWrong_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("wholeWord");
    QTest::addColumn<QString>("place");
    QTest::newRow("open group") << "a(b" << false << "character 4";
    QTest::newRow("nothing to repeat") << "ab**+*" << false << "character";
    QTest::newRow("behind letters of two bytes") << QString::fromUtf8("éé)x") << false << "character 3";
    QTest::newRow("as a whole word") << "ab)" << true << "character";
}

void TestTextPattern::saysWhereAnExpressionIsWrong()
{
    QFETCH(QString, needle);
    QFETCH(bool, wholeWord);
    QFETCH(QString, place);
    const auto pattern = TextPattern::make(needle, {true, wholeWord, true});
    QVERIFY(!pattern);
    QVERIFY2(pattern.error().sentence.contains(place), qPrintable(pattern.error().sentence));
}

void TestTextPattern::givesUpWhatNeverEnds()
{
    const auto pattern = TextPattern::make(QStringLiteral("(a+)+$"), expression);
    QVERIFY(pattern);
    const QByteArray text = QByteArray(5000, 'a') + 'b';
    const auto found = pattern->find(text, 0, text.size());
    QVERIFY(!found);
    QVERIFY(!found.error().sentence.isEmpty());
}

void TestTextPattern::searchesBytesThatAreNoText()
{
    const QByteArray text("\xFF\xFE\x80 id \xC3", 8);
    const auto pattern = TextPattern::make(QStringLiteral("ID"), word, TextPattern::Text::Bytes);
    QVERIFY(pattern);
    QCOMPARE(pattern->find(text, 0, text.size()), (TextPattern::Match {4, 6}));
}

QTEST_GUILESS_MAIN(TestTextPattern)
#include "tst_textpattern.moc"
