// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/sentvalues.h"

#include "app/api/wire.h"

#include <QTest>

using namespace actionscope;
using api::ApiVersion;

class tst_sentvalues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereAValueCameFrom_data();
    void tellsWhereAValueCameFrom();
};

void tst_sentvalues::tellsWhereAValueCameFrom_data()
{
    QTest::addColumn<ApiVersion>("version");
    QTest::addColumn<QByteArray>("at"); // the value under the pointer, as it stands in the body
    QTest::addColumn<QString>("origin");
    const QString title = QStringLiteral("{{title}} from environments/ci.json (environment)");
    for (const ApiVersion version : {ApiVersion::V2, ApiVersion::V3, ApiVersion::V31}) {
        const QByteArray name = api::versionName(version).toUtf8();
        const auto row = [&](const char *what) -> QTestData & { return QTest::newRow((name + ", " + what).constData()); };
        row("a whole string") << version << QByteArray("\"Ünread\"") << title;
        row("part of a string") << version << QByteArray("\"Re: Ünread\"") << title;
        row("inside of an object that was filled in") << version << QByteArray("17") << QStringLiteral("{{box}} from collection.json (collection)");
        row("a text field") << version << QByteArray("\"ann\"") << QStringLiteral("{{user}} from rows.csv, row 2 (data row)");
        row("typed") << version << QByteArray("1.10") << QStringLiteral("As it was typed");
        row("typed, with a name like one that was filled in") << version << QByteArray("\"mine\"") << QStringLiteral("As it was typed");
        row("between values") << version << QByteArray("{") << QString();
    }
}

void tst_sentvalues::tellsWhereAValueCameFrom()
{
    QFETCH(ApiVersion, version);
    QFETCH(QByteArray, at);
    runner::Variables variables;
    variables.set({QStringLiteral("title"), "\"Ünread\"", runner::Level::Environment, QStringLiteral("environments/ci.json")});
    variables.set({QStringLiteral("box"), R"({"n":17})", runner::Level::Collection, QStringLiteral("collection.json")});
    variables.set({QStringLiteral("user"), "\"ann\"", runner::Level::DataRow, QStringLiteral("rows.csv, row 2")});
    api::ExecuteRequest typed;
    typed.actionId = QStringLiteral("GMAIL_X");
    typed.entityId = QStringLiteral("{{user}}");
    typed.input = R"({"subject":"{{title}}","again":["Re: {{title}}"],"box":"{{box}}","boxes":"mine","n":1.10})";
    const auto filled = runner::substituted(typed, variables);
    QVERIFY(filled.isComplete());
    const QByteArray body = api::toWire(filled.result, version).request.body;
    const workspace::SentValues values(workspace::sentValues(typed, filled.uses, version), body);
    const qsizetype offset = body.indexOf(at);
    QVERIFY2(offset >= 0, body.constData());
    QTEST(values.originAt(offset), "origin");
}

QTEST_GUILESS_MAIN(tst_sentvalues)
#include "tst_sentvalues.moc"
