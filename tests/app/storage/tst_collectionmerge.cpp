// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionmerge.h"

#include <QTest>

using namespace actionscope::storage;

namespace {

// "a=1 b=2"
VariableList variables(const QString &text)
{
    VariableList list;
    for (const QString &each : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        list.append({each.section(QLatin1Char('='), 0, 0), each.section(QLatin1Char('='), 1).toUtf8()});
    return list;
}

QString text(const VariableList &list)
{
    QStringList parts;
    for (const Variable &each : list)
        parts.append(each.name + QLatin1Char('=') + QString::fromUtf8(each.json));
    return parts.join(QLatin1Char(' '));
}

CollectionEnvironment environment(const QString &baseUrl, const QString &names)
{
    CollectionEnvironment made;
    made.name = QStringLiteral("ci");
    made.baseUrl = baseUrl;
    made.variables = variables(names);
    return made;
}

} // namespace

class TestCollectionMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesVariables_data();
    void mergesVariables();
    void mergesAnEnvironmentFieldByField();
    void keepsEnvironmentsOfBoth();
};

void TestCollectionMerge::mergesVariables_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("result");
    QTest::newRow("nothing of mine") << "a=1 b=2" << "a=1 b=2" << "a=3" << "a=3";
    QTest::newRow("mine alone") << "a=1" << "a=2 b=1" << "a=1" << "a=2 b=1";
    QTest::newRow("each another") << "a=1 b=1" << "a=2 b=1" << "a=1 b=3 c=4" << "a=2 b=3 c=4";
    QTest::newRow("both the same one") << "a=1" << "a=2" << "a=3" << "a=2";
    QTest::newRow("taken away by me") << "a=1 b=1" << "b=1" << "a=1 b=1" << "b=1";
    QTest::newRow("taken away by me, changed by them") << "a=1" << "" << "a=2" << "a=2";
    QTest::newRow("taken away by them, changed by me") << "a=1" << "a=2" << "" << "a=2";
}

void TestCollectionMerge::mergesVariables()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    Collection one;
    Collection two;
    Collection three;
    one.variables = variables(base);
    two.variables = variables(mine);
    three.variables = variables(theirs);
    QTEST(text(merged(one, two, three).variables), "result");
}

void TestCollectionMerge::mergesAnEnvironmentFieldByField()
{
    Collection base;
    Collection mine;
    Collection theirs;
    base.environments = {environment(QStringLiteral("http://a"), QStringLiteral("x=1"))};
    mine.environments = {environment(QStringLiteral("http://mine"), QStringLiteral("x=1 y=2"))};
    theirs.environments = {environment(QStringLiteral("http://a"), QStringLiteral("x=5"))};
    theirs.environments[0].isProtected = true;
    theirs.environments[0].text = "as it stands now";
    const Collection result = merged(base, mine, theirs);
    QCOMPARE(result.environments.size(), 1);
    QCOMPARE(result.environments[0].baseUrl, QStringLiteral("http://mine"));
    QCOMPARE(text(result.environments[0].variables), QStringLiteral("x=5 y=2"));
    QVERIFY(result.environments[0].isProtected);
    QCOMPARE(result.environments[0].text, QByteArray("as it stands now"));
}

void TestCollectionMerge::keepsEnvironmentsOfBoth()
{
    Collection base;
    Collection mine;
    Collection theirs;
    mine.environments = {environment(QStringLiteral("http://a"), {})};
    theirs.environments = {environment(QStringLiteral("http://b"), {})};
    theirs.environments[0].name = QStringLiteral("staging");
    QCOMPARE(merged(base, mine, theirs).environments.size(), 2);
    base = mine; // they took mine away, and I did not touch it
    QCOMPARE(merged(base, mine, theirs).environments.size(), 1);
}

QTEST_GUILESS_MAIN(TestCollectionMerge)
#include "tst_collectionmerge.moc"
