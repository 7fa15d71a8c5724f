// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/variablelistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

using namespace actionscope;
using models::VariableListModel;
using runner::Level;
using workspace::NameMeaning;

namespace {

NameMeaning value(const char *name, const char *value)
{
    NameMeaning meaning;
    meaning.kind = NameMeaning::Kind::Value;
    meaning.name = QLatin1String(name);
    meaning.value = QLatin1String(value);
    return meaning;
}

QString text(const VariableListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, 0).data().toString() + QLatin1Char('=') + model.index(row, 1).data().toString());
    return rows.join(QLatin1Char(' '));
}

} // namespace

// What names stand for, as rows that follow every change.
class TestVariableListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryChange();
    void rowsThatStayKeepTheirPlace();
    void secretsAreNeverTold();
    void saysWhatIsNotSavedAndWhatItHides();
    void saysWhatIsSetNowhere();
};

void TestVariableListModel::followsEveryChange()
{
    VariableListModel model;
    const QAbstractItemModelTester tester(&model);
    const QList<QList<NameMeaning>> states {{}, {value("a", "1"), value("b", "2"), value("c", "3")},
        {value("a", "1"), value("c", "4")}, {value("c", "4"), value("a", "1")}, {value("x", "1"), value("b", "2")}, {}};
    for (const QList<NameMeaning> &state : states) {
        model.setMeanings(state);
        QStringList expected;
        for (const NameMeaning &each : state)
            expected.append(each.name + QLatin1Char('=') + each.value);
        QCOMPARE(text(model), expected.join(QLatin1Char(' ')));
    }
}

void TestVariableListModel::rowsThatStayKeepTheirPlace()
{
    VariableListModel model;
    model.setMeanings({value("a", "1"), value("b", "2")});
    const QPersistentModelIndex second = model.index(1, 0);
    model.setMeanings({value("0", "0"), value("a", "1"), value("b", "3")});
    QVERIFY(second.isValid());
    QCOMPARE(second.data().toString(), QStringLiteral("b"));
    QCOMPARE(second.row(), 2);
}

void TestVariableListModel::secretsAreNeverTold()
{
    runner::Variables variables;
    variables.setSecret(QStringLiteral("environments/ci.json"), QStringLiteral("token"), QStringLiteral("s3cret"));
    variables.set({QStringLiteral("header"), "\"Bearer {{token}}\"", Level::Collection, QStringLiteral("collection.json")});
    variables.set({QStringLiteral("token2"), "\"mine\"", Level::Captured, QStringLiteral("the answer")});
    variables.set({QStringLiteral("token2"), "\"s3cret\"", Level::Environment, QStringLiteral("environments/ci.json"), true});
    VariableListModel model;
    QList<NameMeaning> meanings;
    for (const QString &name : variables.names())
        meanings.append(workspace::meaningOf(name, variables));
    model.setMeanings(meanings);
    QCOMPARE(model.rowCount(), 3);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < VariableListModel::ColumnCount; ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(VariableListModel::SearchRole)})
                QVERIFY(!model.index(row, column).data(role).toString().contains(QStringLiteral("s3cret")));
        }
    }
    QVERIFY(model.index(0, 1).data().toString().contains(QStringLiteral("{{token}}")));
}

void TestVariableListModel::saysWhatIsNotSavedAndWhatItHides()
{
    runner::Variables variables;
    const QString name = QStringLiteral("number");
    variables.set({name, "1", Level::Collection, QStringLiteral("collection.json")});
    variables.set({name, "2", Level::Captured, QStringLiteral("the answer of “create”")});
    VariableListModel model;
    model.setMeanings({workspace::meaningOf(name, variables)});
    QCOMPARE(model.index(0, VariableListModel::ValueColumn).data().toString(), QStringLiteral("2"));
    const QString place = model.index(0, VariableListModel::PlaceColumn).data().toString();
    QVERIFY2(place.contains(QStringLiteral("the answer of “create”")) && place.endsWith(QStringLiteral("not saved")), qPrintable(place));
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("instead of 1 from collection.json")), qPrintable(tip));
}

void TestVariableListModel::saysWhatIsSetNowhere()
{
    const NameMeaning meaning = workspace::meaningOf(QStringLiteral("lost"), runner::Variables());
    QVERIFY(meaning.kind == NameMeaning::Kind::Unset);
    QVERIFY(workspace::described(meaning).contains(QStringLiteral("not set anywhere")));
}

QTEST_GUILESS_MAIN(TestVariableListModel)
#include "tst_variablelistmodel.moc"
