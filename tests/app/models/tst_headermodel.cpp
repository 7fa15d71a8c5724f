// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/headermodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace actionscope;
using models::HeaderModel;

class TestHeaderModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndDuplicates();
    void readsLatin1AndUtf8();
};

void TestHeaderModel::keepsOrderAndDuplicates()
{
    HeaderModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHeaders({{"Set-Cookie", "a=1"}, {"content-type", "application/json"}, {"Set-Cookie", "b=2"}});
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row, HeaderModel::NameColumn).data().toString() + QStringLiteral(": ")
            + model.index(row, HeaderModel::ValueColumn).data().toString());
    QCOMPARE(lines.join(QLatin1Char('\n')),
        QStringLiteral("Set-Cookie: a=1\ncontent-type: application/json\nSet-Cookie: b=2"));
    model.setHeaders({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHeaderModel::readsLatin1AndUtf8()
{
    HeaderModel model;
    model.setHeaders({{"x-old", "caf\xe9"}, {"x-new", "caf\xc3\xa9"}});
    QCOMPARE(model.index(0, HeaderModel::ValueColumn).data().toString(), QStringLiteral("café"));
    QCOMPARE(model.index(1, HeaderModel::ValueColumn).data().toString(), QStringLiteral("café"));
}

QTEST_GUILESS_MAIN(TestHeaderModel)
#include "tst_headermodel.moc"
