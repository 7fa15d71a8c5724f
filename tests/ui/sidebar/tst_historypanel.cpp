// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/historypanel.h"

#include "ui/services/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

storage::HistorySummary entry(const QString &id, const QString &action, api::Verdict verdict)
{
    storage::HistorySummary summary;
    summary.id = id;
    summary.actionId = action;
    summary.verdict = verdict;
    summary.startedAt = QDateTime::currentDateTimeUtc();
    summary.durationMicroseconds = 1000;
    return summary;
}

} // namespace

class TestHistoryPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysThatItIsEmpty();
    void showsARunOnClick();
    void showsARunOnArrowKeys();
    void loadsARun();
    void asksToRemoveARun();
    void filters_data();
    void filters();
    void filterKeepsTheMarkOnTheRunShown();
    void arrowLeavesTheFilter();
    void putsANewRunOnTop();
    void drawsItsRows();

private:
    void click(int row);
    [[nodiscard]] QStringList rows() const;

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<HistoryPanel> m_panel;
    QListView *m_list = nullptr;
};

void TestHistoryPanel::init()
{
    m_panel.reset();
    m_theme = std::make_unique<ThemeService>();
    m_panel = std::make_unique<HistoryPanel>(*m_theme);
    m_panel->resize(280, 500);
    m_panel->setEntries(
        {entry(QStringLiteral("3"), QStringLiteral("GITHUB_CREATE_AN_ISSUE"), api::Verdict::Successful),
            entry(QStringLiteral("2"), QStringLiteral("GMAIL_SEND_EMAIL"), api::Verdict::ServiceRefused),
            entry(QStringLiteral("1"), QStringLiteral("GITHUB_GET_AN_ISSUE"), api::Verdict::Cancelled)});
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_list = m_panel->findChild<QListView *>(QStringLiteral("historyListView"));
    QVERIFY(m_list);
}

void TestHistoryPanel::click(int row)
{
    const QRect place = m_list->visualRect(m_list->model()->index(row, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place.center());
}

QStringList TestHistoryPanel::rows() const
{
    QStringList actions;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        actions.append(m_list->model()->index(row, 1).data().toString());
    return actions;
}

void TestHistoryPanel::saysThatItIsEmpty()
{
    auto *sentence = m_panel->findChild<QLabel *>(QStringLiteral("historyEmptyLabel"));
    QVERIFY(sentence->isHidden());
    m_panel->setEntries({});
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(QStringLiteral("Nothing was executed yet")));
}

void TestHistoryPanel::showsARunOnClick()
{
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::entryShown);
    click(1);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("2"));
}

void TestHistoryPanel::showsARunOnArrowKeys()
{
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::entryShown);
    click(0);
    QTest::keyClick(m_list, Qt::Key_Down);
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(shown.count(), 3);
    QCOMPARE(shown.last()[0].toString(), QStringLiteral("1"));
}

void TestHistoryPanel::loadsARun()
{
    const QSignalSpy loaded(m_panel.get(), &HistoryPanel::entryLoaded);
    click(1);
    QTest::keyClick(m_list, Qt::Key_Return);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(loaded[0][0].toString(), QStringLiteral("2"));
    QTest::mouseDClick(
        m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(m_list->model()->index(1, 0)).center());
    QCOMPARE(loaded.count(), 2);
}

void TestHistoryPanel::asksToRemoveARun()
{
    const QSignalSpy asked(m_panel.get(), &HistoryPanel::entryRemovalRequested);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(asked.count(), 0);
    click(2);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("1"));
    QCOMPARE(rows().size(), 3);
    m_panel->removeEntry(QStringLiteral("1"));
    QCOMPARE(
        rows(), (QStringList {QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("GMAIL_SEND_EMAIL")}));
}

void TestHistoryPanel::filters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("actions");

    QTest::newRow("action") << "issue"
                            << QStringList {QStringLiteral("GITHUB_CREATE_AN_ISSUE"),
                                   QStringLiteral("GITHUB_GET_AN_ISSUE")};
    QTest::newRow("verdict") << "refused" << QStringList {QStringLiteral("GMAIL_SEND_EMAIL")};
    QTest::newRow("nothing") << "no such thing" << QStringList();
}

void TestHistoryPanel::filters()
{
    QFETCH(QString, words);
    QFETCH(QStringList, actions);
    auto *filter = m_panel->findChild<QLineEdit *>(QStringLiteral("historyFilterLineEdit"));
    QTest::keyClicks(filter, words);
    QCOMPARE(rows(), actions);
    auto *sentence = m_panel->findChild<QLabel *>(QStringLiteral("historyEmptyLabel"));
    QCOMPARE(sentence->isVisible(), actions.isEmpty());
    filter->clear();
    QCOMPARE(rows().size(), 3);
}

void TestHistoryPanel::filterKeepsTheMarkOnTheRunShown()
{
    click(1);
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::entryShown);
    auto *filter = m_panel->findChild<QLineEdit *>(QStringLiteral("historyFilterLineEdit"));
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("issue"));
    QVERIFY(!m_list->currentIndex().isValid()); // the run shown is hidden, no other one is on show
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(rows().size(), 3);
    QCOMPARE(m_list->currentIndex().row(), 1);
    QCOMPARE(shown.count(), 0);
}

void TestHistoryPanel::arrowLeavesTheFilter()
{
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::entryShown);
    auto *filter = m_panel->findChild<QLineEdit *>(QStringLiteral("historyFilterLineEdit"));
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("refused"));
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(m_list->hasFocus());
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("2"));
}

void TestHistoryPanel::putsANewRunOnTop()
{
    click(1);
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::entryShown);
    m_panel->prependEntry(
        entry(QStringLiteral("4"), QStringLiteral("SANDBOX_ECHO"), api::Verdict::Successful));
    QCOMPARE(rows().first(), QStringLiteral("SANDBOX_ECHO"));
    QCOMPARE(shown.count(), 0);
    QVERIFY(!m_list->currentIndex().isValid());
    click(2);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toString(), QStringLiteral("2"));
}

void TestHistoryPanel::drawsItsRows()
{
    QVERIFY(m_list->visualRect(m_list->model()->index(0, 0)).height() > 2 * m_list->fontMetrics().height());
    const QImage light = m_panel->grab().toImage();
    m_theme->setChoice(ThemeChoice::Dark);
    QVERIFY(m_panel->grab().toImage() != light);
}

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
