// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/headerfield.h"

#include <QTest>

using namespace actionscope::api;

// What stands in a header value with parameters, however it is spelled.
class TestHeaderField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValueAndParameters_data();
    void readsValueAndParameters();
};

void TestHeaderField::readsValueAndParameters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // value|name=value|…
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("nothing", "", "");
    row("no parameter", "application/json", "application/json");
    row("one", "text/html; charset=UTF-8", "text/html|charset=UTF-8");
    row("case", "Text/HTML;Charset=utf-8", "text/html|charset=utf-8");
    row("spaces", "  text/html ;  charset = utf-8  ; x=1", "text/html|charset=utf-8|x=1");
    row("quotes", "attachment; filename=\"a; b.txt\"; size=3", "attachment|filename=a; b.txt|size=3");
    row("escaped quote", "attachment; filename=\"a\\\"b\\\\c\"", "attachment|filename=a\"b\\c");
    row("quote never closed", "attachment; filename=\"a; b", "attachment|filename=a; b");
    row("escape at the end", "attachment; filename=\"a\\", "attachment|filename=a\\");
    row("no equals sign", "text/html; charset", "text/html");
    row("no name", "text/html; =x; y=2", "text/html|y=2");
    row("semicolons only", ";;;", "");
}

void TestHeaderField::readsValueAndParameters()
{
    QFETCH(const QByteArray, text);
    const HeaderField field = headerField(text);
    QByteArray actual = field.value;
    for (const Header &each : field.parameters)
        actual += '|' + each.name + '=' + each.value;
    QTEST(actual, "expected");
}

QTEST_APPLESS_MAIN(TestHeaderField)
#include "tst_headerfield.moc"
