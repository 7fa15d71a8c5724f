// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/comparepane.h"

#include "app/models/changelistmodel.h"
#include "ui/response/textview.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;
using models::ChangeListModel;

class TestComparePane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheDifferences();
    void showsBothSidesOfADifference();
    void leavesOutWhatItIsTold();
    void comparesTheNextAnswerToo();
    void saysWhatIsNoJson();

private:
    [[nodiscard]] QString sentence() const
    {
        return m_pane->findChild<QLabel *>(QStringLiteral("compareLabel"))->text();
    }
    [[nodiscard]] QTableView *list() const { return m_pane->findChild<QTableView *>(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return list()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] TextView *side(const char *name) const
    {
        return m_pane->findChild<TextView *>(QLatin1String(name));
    }

    ThemeService m_theme;
    SystemClipboard m_clipboard;
    std::unique_ptr<ComparePane> m_pane;
};

void TestComparePane::init()
{
    m_pane = std::make_unique<ComparePane>(m_theme, m_clipboard);
    new QAbstractItemModelTester(list()->model(), list());
    m_pane->resize(700, 600);
    m_pane->show();
}

void TestComparePane::listsTheDifferences()
{
    m_pane->setShown(json::Document::parse("{\"n\":1.1,\"items\":[{\"id\":2},{\"id\":1}],\"new\":\"x\"}"));
    m_pane->setBefore("{\"n\":1.10,\"items\":[{\"id\":1},{\"id\":2}],\"gone\":{\"a\":1}}",
        QStringLiteral("the run of 10:00"));
    QTRY_COMPARE(list()->model()->rowCount(), 4);
    QCOMPARE(sentence(),
        QStringLiteral(
            "Compared with the run of 10:00: 4 differences: 1 added, 1 removed, 1 changed, 1 moved."));
    QCOMPARE(cell(0, ChangeListModel::KindColumn), QStringLiteral("changed"));
    QCOMPARE(cell(0, ChangeListModel::PathColumn), QStringLiteral("$.n"));
    QCOMPARE(cell(0, ChangeListModel::LeftColumn), QStringLiteral("1.10"));
    QCOMPARE(cell(0, ChangeListModel::RightColumn), QStringLiteral("1.1"));
    QVERIFY(cell(1, ChangeListModel::PathColumn).contains(QStringLiteral(" → ")));
    QCOMPARE(cell(2, ChangeListModel::LeftColumn), QStringLiteral("{\"a\": 1}"));
    QCOMPARE(cell(2, ChangeListModel::RightColumn), QString());
    QCOMPARE(cell(3, ChangeListModel::RightColumn), QStringLiteral("\"x\""));
}

void TestComparePane::showsBothSidesOfADifference()
{
    m_pane->setShown(json::Document::parse("{\"a\":1,\"b\":[10,20,31]}"));
    m_pane->setBefore("{\"b\":[10,20,30],\"a\":2}", QStringLiteral("before"));
    QTRY_COMPARE(side("beforeTextView")->selectedBytes(), QByteArray("30"));
    QTRY_COMPARE(side("nowTextView")->selectedBytes(), QByteArray("31"));
    QTest::keyClick(list(), Qt::Key_F8);
    QCOMPARE(side("beforeTextView")->selectedBytes(), QByteArray("2"));
    QCOMPARE(side("nowTextView")->selectedBytes(), QByteArray("1"));
    QTest::keyClick(list(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(side("nowTextView")->selectedBytes(), QByteArray("31"));
}

void TestComparePane::leavesOutWhatItIsTold()
{
    m_pane->setShown(json::Document::parse("{\"at\":\"2026-01-01T00:00:00Z\",\"v\":1,\"w\":1}"));
    m_pane->setBefore("{\"at\":\"2026-02-01T00:00:00Z\",\"v\":2,\"w\":2}", QStringLiteral("before"));
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QTest::mouseClick(m_pane->findChild<QCheckBox *>(), Qt::LeftButton, {},
        QPoint(8, m_pane->findChild<QCheckBox *>()->height() / 2));
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    auto *ignored = m_pane->findChild<QLineEdit *>();
    QTest::keyClicks(ignored, QStringLiteral("$.v; $.w["));
    QTRY_VERIFY2(sentence().contains(QStringLiteral("$.w[: character 5")), qPrintable(sentence()));
    QTest::keyClick(ignored, Qt::Key_Backspace);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QVERIFY(sentence().endsWith(QStringLiteral("No difference.")));
}

void TestComparePane::comparesTheNextAnswerToo()
{
    m_pane->setShown(json::Document::parse("[1]"));
    QVERIFY(!m_pane->hasBefore());
    m_pane->setBefore("[1]", QStringLiteral("before"));
    QTRY_VERIFY(sentence().endsWith(QStringLiteral("No difference.")));
    m_pane->setShown(json::Document::parse("[2]"));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
}

void TestComparePane::saysWhatIsNoJson()
{
    m_pane->setShown(json::Document::parse("<html>"));
    m_pane->setBefore("{\"a\":1}", QStringLiteral("before"));
    QTRY_VERIFY2(sentence().contains(QStringLiteral("not JSON")), qPrintable(sentence()));
}

QTEST_MAIN(TestComparePane)
#include "tst_comparepane.moc"
