// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/authparametermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::AuthParameterModel;

// The table over an authConfig: what it shows, and that an edit leaves every other byte alone.
class TestAuthParameterModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesValues();
    void editsOnlyWhatMustChange_data();
    void editsOnlyWhatMustChange();
    void refusesABodyThatIsNone();
    void saysWhatItCannotShow_data();
    void saysWhatItCannotShow();
};

namespace {

const QByteArray text = R"({ "x":1.10, "parameters" : [
  {"name":"Authorization", "in":"header","value":"Bearer 1","note":null},
  {"in":"query","name":"k" , "value":5}
], "base_url":"https:\/\/a.example" })";

// Applies what the model tells, as the editor does.
QByteArray applied(QByteArray bytes, const QSignalSpy &edits)
{
    for (const QVariantList &told : edits) {
        for (const json::TextEdit &edit : told.first().value<QList<json::TextEdit>>())
            bytes = json::applied(bytes, edit);
    }
    return bytes;
}

} // namespace

void TestAuthParameterModel::hidesValues()
{
    AuthParameterModel model;
    const QAbstractItemModelTester tester(&model);
    model.setText(text);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.holdsSecrets());
    const QModelIndex value = model.index(0, AuthParameterModel::ValueColumn);
    QVERIFY(!value.data().toString().contains(QStringLiteral("Bearer")));
    QCOMPARE(value.data().toString().size(), 8); // and no hint of its length
    QCOMPARE(value.data(Qt::AccessibleTextRole).toString(), QStringLiteral("hidden"));
    model.setValuesShown(true);
    QCOMPARE(value.data().toString(), QStringLiteral("Bearer 1"));
    QCOMPARE(model.index(1, AuthParameterModel::ValueColumn).data().toString(), QStringLiteral("5"));
    QCOMPARE(model.baseUrl(), QStringLiteral("https://a.example"));
}

void TestAuthParameterModel::editsOnlyWhatMustChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("value") << text << QStringLiteral("value") << QByteArray("\"Bearer 1\"")
                           << QByteArray("\"new\"");
    QTest::newRow("place") << text << QStringLiteral("place") << QByteArray("\"in\":\"header\"")
                           << QByteArray("\"in\":\"query\"");
    QTest::newRow("base_url") << text << QStringLiteral("base") << QByteArray("\"https:\\/\\/a.example\"")
                              << QByteArray("\"https://b.example\"");
    QTest::newRow("from nothing") << QByteArray() << QStringLiteral("base") << QByteArray()
                                  << QByteArray(R"({"base_url":"https://b.example"})");
}

void TestAuthParameterModel::editsOnlyWhatMustChange()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, what);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    AuthParameterModel model;
    model.setText(before);
    QSignalSpy edits(&model, &AuthParameterModel::edited);
    if (what == QStringLiteral("value"))
        model.setData(model.index(0, AuthParameterModel::ValueColumn), QStringLiteral("new"));
    else if (what == QStringLiteral("place"))
        model.setData(model.index(0, AuthParameterModel::PlaceColumn), QStringLiteral("query"));
    else
        model.setBaseUrl(QStringLiteral("https://b.example"));
    QCOMPARE(edits.count(), 1);
    QByteArray expected = before;
    const QByteArray after = applied(before, edits);
    if (before.isEmpty()) {
        QByteArray bare = after; // however it is spaced
        QCOMPARE(bare.replace(" ", "").replace("\n", ""), to);
    } else {
        QCOMPARE(after, expected.replace(from, to));
    }
    // The same again is no edit.
    model.setText(after);
    edits.clear();
    model.setBaseUrl(model.baseUrl());
    QCOMPARE(edits.count(), 0);
}

void TestAuthParameterModel::refusesABodyThatIsNone()
{
    AuthParameterModel model;
    model.setText(text);
    QSignalSpy edits(&model, &AuthParameterModel::edited);
    QVERIFY(!model.setBody("{oops"));
    QVERIFY(!model.setBody("[1]"));
    QCOMPARE(edits.count(), 0);
    QVERIFY(model.setBody(R"({"a":1.10})"));
    const QByteArray after = applied(text, edits);
    QVERIFY2(after.contains(R"({"a":1.10})") && after.startsWith(text.first(40)), after.constData());
    model.setText(after);
    QCOMPARE(model.body(), QByteArray(R"({"a":1.10})"));
    edits.clear();
    model.removeParameter(0);
    const QByteArray without = applied(after, edits);
    QVERIFY(!without.contains("Bearer") && without.contains("\"k\""));
    model.setText(without);
    QCOMPARE(model.rowCount(), 1);
    edits.clear();
    model.addParameter();
    model.setText(applied(without, edits));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, AuthParameterModel::PlaceColumn).data().toString(), QStringLiteral("header"));
}

void TestAuthParameterModel::saysWhatItCannotShow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("blank") << QByteArray(" ") << true;
    QTest::newRow("no parameters") << QByteArray("{}") << true;
    QTest::newRow("not JSON") << QByteArray("{oops") << false;
    QTest::newRow("an array") << QByteArray("[]") << false;
    QTest::newRow("parameters of another type") << QByteArray(R"({"parameters":1})") << false;
    QTest::newRow("an item of another type") << QByteArray(R"({"parameters":[1]})") << false;
}

void TestAuthParameterModel::saysWhatItCannotShow()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isReadable);
    AuthParameterModel model;
    model.setText(text);
    model.setText(json);
    QCOMPARE(model.isReadable(), isReadable);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.holdsSecrets());
}

QTEST_GUILESS_MAIN(TestAuthParameterModel)
#include "tst_authparametermodel.moc"
