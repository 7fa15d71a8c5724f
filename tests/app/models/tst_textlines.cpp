// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/hexlines.h"
#include "app/models/prettytextlines.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::models;

namespace {

QByteArray whole(const TextLines &lines) { return lines.textBetween({}, lines.end()); }

QByteArray rows(const TextLines &lines)
{
    QByteArrayList shown;
    for (qsizetype row = 0; row < lines.rowCount(); ++row)
        shown.append(lines.row(row).bytes);
    return shown.join('\n');
}

PrettyTextLines pretty(const QByteArray &body) { return PrettyTextLines(json::Document::parse(body)); }

} // namespace

class TestTextLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsABodyPretty_data();
    void showsABodyPretty();
    void showsWhatFollowsTheFault();
    void copiesFromAnywhereToAnywhere();
    void copiesLinesInOnePiece();
    void findsTheRowOfALine();
    void leadsFromBytesToPlacesAndBack();
    void showsBytesInHexadecimal();
    void startsAnotherLanguage();
};

void TestTextLines::showsABodyPretty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("numbers keep their spelling")
        << QByteArray("{\"a\":[1.10,-0]}") << QByteArray("{\n  \"a\": [\n    1.10,\n    -0\n  ]\n}");
    QTest::newRow("duplicates and order stay") << QByteArray("{\"b\":1,\"a\":2,\"b\":3}")
                                               << QByteArray("{\n  \"b\": 1,\n  \"a\": 2,\n  \"b\": 3\n}");
    QTest::newRow("escapes stay") << QByteArray("[\"\\u0041\\/\"]") << QByteArray("[\n  \"\\u0041\\/\"\n]");
    QTest::newRow("empty containers") << QByteArray("[{ },[ ]]") << QByteArray("[\n  {},\n  []\n]");
    QTest::newRow("a word") << QByteArray(" true ") << QByteArray("true");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF[1]") << QByteArray("[\n  1\n]");
}

void TestTextLines::showsABodyPretty()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    const PrettyTextLines lines = pretty(body);
    QCOMPARE(rows(lines), text);
    QCOMPARE(whole(lines), text);
}

void TestTextLines::showsWhatFollowsTheFault()
{
    const PrettyTextLines cut = pretty("{\"a\":1,\"b\":\"x y");
    QVERIFY2(whole(cut).endsWith("\"x y"), whole(cut).constData());
    const PrettyTextLines wrong = pretty("{\"a\":1,  so\nwhat");
    QVERIFY2(whole(wrong).contains("\"a\": 1"), whole(wrong).constData());
    QVERIFY2(whole(wrong).endsWith("so\nwhat"), whole(wrong).constData());
    QCOMPARE(whole(wrong), rows(wrong));
    QCOMPARE(wrong.rowAt(8), wrong.rowCount() - 2);
    QCOMPARE(wrong.lineNumber(wrong.rowCount() - 1), wrong.rowCount());
}

void TestTextLines::copiesFromAnywhereToAnywhere()
{
    const PrettyTextLines lines = pretty("{\"a\":[1,2],\"b\":\"c\"}");
    const QByteArray text = whole(lines);
    std::vector<TextPlace> places;
    std::vector<qsizetype> positions;
    qsizetype before = 0;
    for (qsizetype row = 0; row < lines.rowCount(); ++row) {
        for (qsizetype column = 0; column <= lines.row(row).bytes.size(); ++column) {
            places.push_back({row, column});
            positions.push_back(before + column);
        }
        before += lines.row(row).bytes.size() + 1;
    }
    for (std::size_t from = 0; from < places.size(); ++from) {
        for (std::size_t to = from; to < places.size(); ++to)
            QCOMPARE(lines.textBetween(places[from], places[to]),
                text.mid(positions[from], positions[to] - positions[from]));
    }
}

void TestTextLines::copiesLinesInOnePiece()
{
    const QByteArray body = "[\"" + QByteArray(5000, 'x') + "\"]";
    const PrettyTextLines lines = pretty(body);
    QVERIFY(lines.rowCount() > 5);
    QCOMPARE(lines.lineCount(), 3);
    QCOMPARE(whole(lines), "[\n  \"" + QByteArray(5000, 'x') + "\"\n]");
    const PlainLines plain(body);
    QCOMPARE(whole(plain), body);
}

void TestTextLines::findsTheRowOfALine()
{
    const PlainLines lines("a\n" + QByteArray(3000, 'x') + "\nlast");
    QCOMPARE(lines.rowOfLine(1), 0);
    QCOMPARE(lines.rowOfLine(2), 1);
    QCOMPARE(lines.rowOfLine(3), lines.rowCount() - 1);
    QCOMPARE(lines.rowOfLine(99), lines.rowCount() - 1);
}

void TestTextLines::leadsFromBytesToPlacesAndBack()
{
    const QByteArray body = "{\"a\":[1,22],\"b\":\"c\"}";
    const PrettyTextLines lines = pretty(body);
    for (const char *piece : {"\"a\"", "[", "22", "]", "\"b\"", "\"c\"", "}"}) {
        const qsizetype offset = body.indexOf(piece);
        const TextPlace place = lines.placeOf(offset);
        QVERIFY2(lines.row(place.row).bytes.sliced(place.column).startsWith(piece), piece);
        QCOMPARE(lines.row(place.row).offsetAt(place.column), offset);
    }
    // The indent belongs to what it indents.
    QCOMPARE(lines.row(1).offsetAt(0), body.indexOf("\"a\""));
    QCOMPARE(lines.closingRow(1), 4);
    QCOMPARE(lines.closingRow(2), 2);
}

void TestTextLines::showsBytesInHexadecimal()
{
    QByteArray bytes("GIF89a\0\x01", 8);
    bytes += "\xFF\x7F"
             "0123456789";
    const HexLines lines(bytes);
    QCOMPARE(lines.rowCount(), 2);
    QCOMPARE(lines.row(0).bytes,
        QByteArray("00000000  47 49 46 38 39 61 00 01  ff 7f 30 31 32 33 34 35  |GIF89a....012345|"));
    QCOMPARE(
        lines.row(1).bytes, QByteArray("00000010  36 37 38 39                                       |6789|"));
    const TextPlace place = lines.placeOf(17);
    QCOMPARE(place, (TextPlace {1, 13}));
    QCOMPARE(HexLines({}).rowCount(), 0);
    QCOMPARE(whole(HexLines({})), QByteArray());
}

void TestTextLines::startsAnotherLanguage()
{
    PlainLines lines("POST / HTTP/1.1\n\n{\"a\":1}");
    lines.setLanguageFrom(17, TextRow::Language::Json);
    QCOMPARE(lines.row(0).language, TextRow::Language::None);
    QCOMPARE(lines.row(2).language, TextRow::Language::Json);
}

QTEST_GUILESS_MAIN(TestTextLines)
#include "tst_textlines.moc"
