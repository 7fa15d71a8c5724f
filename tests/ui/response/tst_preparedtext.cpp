// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/preparedtext.h"

#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;
using Language = models::TextRow::Language;

class TestPreparedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheForm_data();
    void choosesTheForm();
    void neverGrowsWithoutMeasure();
};

void TestPreparedText::choosesTheForm_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<TextForm>("wanted");
    QTest::addColumn<TextForm>("form");
    QTest::addColumn<Language>("language");

    QTest::newRow("JSON") << QByteArray("[1]") << TextForm::Pretty << TextForm::Pretty << Language::Json;
    QTest::newRow("cut off JSON") << QByteArray("[1,\"x") << TextForm::Pretty << TextForm::Pretty
                                  << Language::Json;
    QTest::newRow("JSON as it came") << QByteArray("[1]") << TextForm::AsReceived << TextForm::AsReceived
                                     << Language::Json;
    QTest::newRow("a page") << QByteArray("\n<html>") << TextForm::Pretty << TextForm::AsReceived
                            << Language::Markup;
    QTest::newRow("words") << QByteArray("no upstream") << TextForm::Pretty << TextForm::AsReceived
                           << Language::None;
    QTest::newRow("an image") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << TextForm::Pretty
                              << TextForm::Hex << Language::None;
    QTest::newRow("any as hex") << QByteArray("[1]") << TextForm::Hex << TextForm::Hex << Language::None;
}

void TestPreparedText::choosesTheForm()
{
    QFETCH(QByteArray, body);
    QFETCH(TextForm, wanted);
    const PreparedText text = preparedText(json::Document::parse(body), wanted);
    QTEST(text.form, "form");
    QTEST(text.lines->row(0).language, "language");
    if (text.form == TextForm::AsReceived)
        QCOMPARE(text.lines->textBetween({}, text.lines->end()), body);
}

void TestPreparedText::neverGrowsWithoutMeasure()
{
    const int depth = json::Document::maximumDepth - 1;
    const QByteArray deep = QByteArray(depth, '[') + QByteArray(depth, ']');
    const QByteArray body = '[' + (deep + ',').repeated(20) + deep + ']';
    const PreparedText text = preparedText(json::Document::parse(body), TextForm::Pretty);
    QCOMPARE(text.form, TextForm::Pretty);
    QVERIFY(text.lines->widestRow() < 300);
    QCOMPARE(text.lines->textBetween({}, text.lines->end()).replace('\n', "").replace(' ', ""), body);
}

QTEST_GUILESS_MAIN(TestPreparedText)
#include "tst_preparedtext.moc"
