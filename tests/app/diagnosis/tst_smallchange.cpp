// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/smallchange.h"

#include <QTest>

using namespace actionscope;
using namespace diagnosis;

// What is tried changes the bytes it must and no other.
class TestSmallChange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheInput_data();
    void changesTheInput();
    void changesFields();
    void leavesAloneWhatIsNotTheRequests();
};

void TestSmallChange::changesTheInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("changed");
    const auto row = [](const char *name, const char *input, const char *kind, const char *path, const char *value, const char *changed) {
        QTest::newRow(name) << QByteArray(input) << QString::fromLatin1(kind) << QString::fromLatin1(path) << QString::fromLatin1(value) << QByteArray(changed);
    };
    row("number for a string", "{ \"a\" : \"1.10\",\n  \"b\":2e0 }", "change", "/a", "1.10", "{ \"a\" : 1.10,\n  \"b\":2e0 }");
    row("in an array", "{\"a\":[\"1\", \"2\"]}", "change", "/a/1", "2", "{\"a\":[\"1\", 2]}");
    row("a member that is missing", "{\"a\":1}", "change", "/b", "\"x\"", "{\"a\":1,\"b\":\"x\"}");
    row("a name with a slash", "{\"a/b\":\"1\"}", "change", "/a~1b", "1", "{\"a/b\":1}");
    row("out of an object", "{\n  \"a\": 1,\n  \"b\": 2\n}", "remove", "/b", "", "{\n  \"a\": 1\n}");
    row("out of an array", "{\"a\":[1,2,3]}", "remove", "/a/1", "", "{\"a\":[1,3]}");
    row("a way that is blocked", "{\"a\":1}", "change", "/a/b", "1", "");
    row("a value that is no JSON", "{\"a\":1}", "change", "/a", "{", "");
    row("what is not there", "{\"a\":1}", "remove", "/b", "", "");
    row("an input that is no JSON", "{\"a\":", "change", "/a", "1", "");
}

void TestSmallChange::changesTheInput()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, kind);
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QByteArray, changed);
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("A");
    request.input = input;
    const Try wish {kind == QLatin1String("change") ? TryKind::ChangeInput : TryKind::RemoveInput, {},
        {{QStringLiteral("path"), path}, {QStringLiteral("value"), value}}};
    const auto result = diagnosis::changed(request, wish);
    QCOMPARE(result.has_value(), !changed.isEmpty());
    if (result)
        QCOMPARE(result->input, changed);
}

void TestSmallChange::changesFields()
{
    api::ExecuteRequest request;
    request.actionId = QStringLiteral("a_b");
    request.text = QStringLiteral("t");
    request.connectedAccountId = QStringLiteral("ca_1");
    request.input = "{}";
    const auto with = [&](TryKind kind, QMap<QString, QString> parameters) { return diagnosis::changed(request, {kind, {}, std::move(parameters)}).value(); };
    const QString field = QStringLiteral("field");
    QCOMPARE(with(TryKind::RemoveField, {{field, QStringLiteral("text")}}).text, QString());
    QCOMPARE(with(TryKind::RemoveField, {{field, QStringLiteral("input")}}).input, QByteArray());
    QCOMPARE(with(TryKind::UseVersion, {{QStringLiteral("version"), QStringLiteral("latest")}}).version, QStringLiteral("latest"));
    QCOMPARE(with(TryKind::UseAction, {{QStringLiteral("actionId"), QStringLiteral("A_B")}}).actionId, QStringLiteral("A_B"));
    QCOMPARE(with(TryKind::LeaveAccountOut, {}).connectedAccountId, QString());
    const api::ExecuteRequest used
        = with(TryKind::UseAccount, {{QStringLiteral("connectedAccountId"), QStringLiteral("ca_2")}, {QStringLiteral("entityId"), QStringLiteral("bob")}});
    QCOMPARE(used.connectedAccountId + used.entityId, QStringLiteral("ca_2bob"));
    QCOMPARE(used.input, request.input);
    QVERIFY(!diagnosis::changed(request, {TryKind::RemoveField, {}, {{field, QStringLiteral("nonsense")}}}));
}

void TestSmallChange::leavesAloneWhatIsNotTheRequests()
{
    for (const TryKind kind : {TryKind::Advice, TryKind::SwitchApi, TryKind::RaiseTimeout, TryKind::OpenEnvironment, TryKind::ReadCatalog, TryKind::SendAgain})
        QVERIFY(!diagnosis::changed({}, {kind, {}, {}}));
}

QTEST_GUILESS_MAIN(TestSmallChange)
#include "tst_smallchange.moc"
