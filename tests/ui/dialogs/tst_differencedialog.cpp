// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/differencedialog.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace actionscope;
using ui::DifferenceDialog;

namespace {

QString cell(const QTableView *table, int row, int column) { return table->model()->index(row, column).data().toString(); }

} // namespace

class tst_differencedialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhereLongTextsPart();
    void showsTheWholeValueOfTheChosenRow();
    void choosesASide_data();
    void choosesASide();
};

void tst_differencedialog::showsWhereLongTextsPart()
{
    const QByteArray start = "# Title\\n\\n" + QByteArray(300, 'x');
    DifferenceDialog dialog;
    dialog.showDifference({QStringLiteral("Mine"), "{\"notes\":\"" + start + " one\\nend\",\"n\":\"a\\nb\"}"},
        {QStringLiteral("Theirs"), "{\"notes\":\"" + start + " two\",\"n\":\"a\"}"});
    const auto *table = dialog.findChild<QTableView *>();
    const QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("Mine"));
    QCOMPARE(table->model()->headerData(3, Qt::Horizontal).toString(), QStringLiteral("Theirs"));
    QCOMPARE(cell(table, 0, 1), QStringLiteral("$.notes"));
    QCOMPARE(cell(table, 0, 2), QStringLiteral("…xxxxxxxxxxxxxxx one↵end\""));
    QCOMPARE(cell(table, 0, 3), QStringLiteral("…xxxxxxxxxxxxxxx two\""));
    QCOMPARE(cell(table, 1, 2), QStringLiteral("\"a↵b\""));
    QCOMPARE(cell(table, 1, 3), QStringLiteral("\"a\""));
}

void tst_differencedialog::showsTheWholeValueOfTheChosenRow()
{
    DifferenceDialog dialog;
    dialog.showDifference({QStringLiteral("Mine"), R"({"notes":"a\nb","n":1.10})"}, {QStringLiteral("Theirs"), R"({"notes":"a","n":1.1})"});
    const auto *left = dialog.findChild<QPlainTextEdit *>(QStringLiteral("leftPlainTextEdit"));
    const auto *right = dialog.findChild<QPlainTextEdit *>(QStringLiteral("rightPlainTextEdit"));
    QCOMPARE(left->toPlainText(), QStringLiteral("a\nb"));
    QCOMPARE(right->toPlainText(), QStringLiteral("a"));
    dialog.findChild<QTableView *>()->selectRow(1);
    QCOMPARE(left->toPlainText(), QStringLiteral("1.10"));
    QCOMPARE(right->toPlainText(), QStringLiteral("1.1"));
}

void tst_differencedialog::choosesASide_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    QTest::newRow("mine") << QStringLiteral("chooseLeftPushButton") << 1 << 0;
    QTest::newRow("theirs") << QStringLiteral("chooseRightPushButton") << 0 << 1;
    QTest::newRow("neither") << QStringLiteral("closeDifferencePushButton") << 0 << 0;
}

void tst_differencedialog::choosesASide()
{
    QFETCH(QString, button);
    DifferenceDialog dialog;
    const QSignalSpy left(&dialog, &DifferenceDialog::leftChosen);
    const QSignalSpy right(&dialog, &DifferenceDialog::rightChosen);
    dialog.showDifference({QStringLiteral("Mine"), "1"}, {QStringLiteral("Theirs"), "2"});
    dialog.show();
    QTest::mouseClick(dialog.findChild<QPushButton *>(button), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QTEST(int(left.size()), "left");
    QTEST(int(right.size()), "right");
}

QTEST_MAIN(tst_differencedialog)
#include "tst_differencedialog.moc"
