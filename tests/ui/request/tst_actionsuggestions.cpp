// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/actionsuggestions.h"

#include "tests/support/actionsample.h"
#include "ui/request/requestpage.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

// Types into the action field of a request page, as a person does.
class TestActionSuggestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }

    void typePickFill_data();
    void typePickFill();
    void arrowsChoose();
    void pagesMove();
    void tabGoesOn_data();
    void tabGoesOn();
    void anIdTypedByHandStays_data();
    void anIdTypedByHandStays();
    void escapeCloses();
    void clickPicks();
    void opensOnDemand();
    void offersWhatIsUsed();
    void keepsAnAppOfOnesOwn();
    void saysThatTheCatalogueIsEmpty();
    void saysThatNothingMatches();
    void followsANewCatalogue();
    void staysInsideTheWindow();
    void closesWhenTheFocusGoes();
    void drawsItsRows();

private:
    [[nodiscard]] QWidget *popup() const { return m_page->findChild<QWidget *>(QStringLiteral("actionPopup")); }
    [[nodiscard]] QListView *list() const { return m_page->findChild<QListView *>(QStringLiteral("actionPopupListView")); }
    [[nodiscard]] QString row(int row) const { return list()->model()->index(row, 0).data().toString(); }
    [[nodiscard]] QString current() const { return list()->currentIndex().data().toString(); }
    [[nodiscard]] QString app() const { return m_app->text(); }

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<RequestPage> m_page;
    QLineEdit *m_field = nullptr;
    QLineEdit *m_app = nullptr;
};

void TestActionSuggestions::init()
{
    m_theme = std::make_unique<ThemeService>();
    m_page = std::make_unique<RequestPage>(*m_theme);
    m_page->resize(760, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_field = m_page->findChild<QLineEdit *>(QStringLiteral("actionIdLineEdit"));
    m_app = m_page->findChild<QLineEdit *>(QStringLiteral("appNameLineEdit"));
    m_page->suggestions()->setIndex({test::realApps(), test::realActions()});
    m_field->setFocus();
}

void TestActionSuggestions::typePickFill_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("app");
    QTest::newRow("word starts") << "gh iss cr" << "GITHUB_CREATE_AN_ISSUE" << "github";
    QTest::newRow("misspelt") << "gmial send" << "GMAIL_SEND_EMAIL" << "gmail";
    QTest::newRow("pasted in lower case") << "github_create_an_issue" << "GITHUB_CREATE_AN_ISSUE" << "github";
    QTest::newRow("beginning of an id") << "SLACK_SENDS" << "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL" << "slack";
}

void TestActionSuggestions::typePickFill()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    QFETCH(QString, app);
    const QSignalSpy chosen(m_page.get(), &RequestPage::actionChosen);
    QSignalSpy edited(m_page.get(), &RequestPage::draftEdited);
    QTest::keyClicks(m_field, typed);
    QVERIFY(popup()->isVisible());
    QCOMPARE(row(0), id);
    edited.clear();
    QTest::keyClick(m_field, Qt::Key_Return);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(m_page->draft().request.actionId, id);
    QCOMPARE(m_page->draft().request.appName, app);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), id);
    QCOMPARE(edited.count(), 1);
    QVERIFY(m_field->hasFocus());
}

void TestActionSuggestions::arrowsChoose()
{
    QTest::keyClicks(m_field, QStringLiteral("issue"));
    const QString second = row(1);
    QVERIFY(second != row(0));
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(current(), second);
    QTest::keyClick(m_field, Qt::Key_Up);
    QCOMPARE(current(), row(0));
    QTest::keyClick(m_field, Qt::Key_Up); // back to what was typed
    QCOMPARE(current(), QString());
    QCOMPARE(m_field->text(), QStringLiteral("issue"));
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Enter);
    QCOMPARE(m_field->text(), second);
}

void TestActionSuggestions::pagesMove()
{
    QTest::keyClick(m_field, Qt::Key_Down);
    QVERIFY(popup()->isVisible());
    QTest::keyClick(m_field, Qt::Key_PageDown);
    const int page = list()->currentIndex().row();
    QVERIFY(page > 3);
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(m_field, Qt::Key_PageDown);
    QCOMPARE(list()->currentIndex().row(), list()->model()->rowCount() - 1);
    QTest::keyClick(m_field, Qt::Key_PageUp);
    QCOMPARE(list()->currentIndex().row(), list()->model()->rowCount() - 1 - page - 1);
}

void TestActionSuggestions::tabGoesOn_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isMoved");
    QTest::addColumn<QString>("left");
    QTest::newRow("words") << "gh iss cr" << false << "GITHUB_CREATE_AN_ISSUE";
    QTest::newRow("an id") << "GITHUB_CREATE" << false << "GITHUB_CREATE";
    QTest::newRow("an id and an arrow") << "GITHUB_CREATE_AN_ISSUE_C" << true << "GITHUB_CREATE_AN_ISSUE_COMMENT";
}

void TestActionSuggestions::tabGoesOn()
{
    QFETCH(QString, typed);
    QFETCH(bool, isMoved);
    QFETCH(QString, left);
    QTest::keyClicks(m_field, typed);
    if (isMoved) {
        QTest::keyClick(m_field, Qt::Key_Up);
        QTest::keyClick(m_field, Qt::Key_Down);
    }
    QTest::keyClick(m_field, Qt::Key_Tab);
    QCOMPARE(m_field->text(), left);
    QVERIFY(!m_field->hasFocus());
    QVERIFY(!popup()->isVisible());
}

void TestActionSuggestions::anIdTypedByHandStays_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("capitals") << "MY_OWN_ACTION";
    QTest::newRow("resembles one") << "GITHUB_CREATE_ISSUE";
    QTest::newRow("lower case") << "my_tool_create_issue";
    QTest::newRow("one word") << "REPOSITORY";
}

void TestActionSuggestions::anIdTypedByHandStays()
{
    QFETCH(QString, id);
    const QSignalSpy chosen(m_page.get(), &RequestPage::actionChosen);
    QTest::keyClicks(m_app, QStringLiteral("mine"));
    m_field->setFocus();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab}) {
        m_field->clear();
        QTest::keyClicks(m_field, id);
        QTest::keyClick(m_field, key);
        QCOMPARE(m_page->draft().request.actionId, id);
        QVERIFY(!popup()->isVisible());
    }
    QCOMPARE(app(), QStringLiteral("mine"));
    QCOMPARE(chosen.count(), 0);
}

void TestActionSuggestions::escapeCloses()
{
    QTest::keyClicks(m_field, QStringLiteral("issue"));
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(m_field->text(), QStringLiteral("issue"));
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("issue"));
    QTest::keyClicks(m_field, QStringLiteral("s"));
    QVERIFY(popup()->isVisible());
}

void TestActionSuggestions::clickPicks()
{
    QTest::keyClicks(m_field, QStringLiteral("issue"));
    const QString third = row(2);
    const QRect place = list()->visualRect(list()->model()->index(2, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(m_field->text(), third);
    QVERIFY(m_field->hasFocus());
    QVERIFY(!popup()->isVisible());
}

void TestActionSuggestions::opensOnDemand()
{
    QTest::keyClick(m_field, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(popup()->isVisible());
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(list()->model()->rowCount(), test::realActions().size());
    QTest::keyClick(m_field, Qt::Key_Escape);
    // On an action that is known, others are offered.
    m_field->setText(QStringLiteral("JIRA_CREATE_ISSUE"));
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(list()->model()->rowCount(), test::realActions().size());
    QCOMPARE(current(), QString());
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("JIRA_CREATE_ISSUE"));
    m_page->searchAction();
    QVERIFY(popup()->isVisible());
    QCOMPARE(m_field->selectedText(), QStringLiteral("JIRA_CREATE_ISSUE"));
}

void TestActionSuggestions::offersWhatIsUsed()
{
    m_page->suggestions()->setUse({QStringLiteral("STRIPE_CREATE_CUSTOMER")}, {QStringLiteral("JIRA_CREATE_ISSUE")});
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(row(0), QStringLiteral("STRIPE_CREATE_CUSTOMER"));
    QCOMPARE(row(1), QStringLiteral("JIRA_CREATE_ISSUE"));
}

void TestActionSuggestions::keepsAnAppOfOnesOwn()
{
    QTest::keyClicks(m_app, QStringLiteral("Gmail"));
    m_field->setFocus();
    QTest::keyClicks(m_field, QStringLiteral("gh iss cr"));
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(app(), QStringLiteral("github")); // that of another action
    m_app->setText(QStringLiteral("my own app"));
    m_field->clear();
    QTest::keyClicks(m_field, QStringLiteral("gmail send"));
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("GMAIL_SEND_EMAIL"));
    QCOMPARE(app(), QStringLiteral("my own app"));
}

void TestActionSuggestions::saysThatTheCatalogueIsEmpty()
{
    m_page->suggestions()->setIndex({});
    m_page->suggestions()->setEmptyText(QStringLiteral("The catalogue is empty. Read it."));
    QTest::keyClick(m_field, Qt::Key_Down);
    QVERIFY(popup()->isVisible());
    auto *words = m_page->findChild<QLabel *>(QStringLiteral("actionPopupEmptyLabel"));
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), QStringLiteral("The catalogue is empty. Read it."));
    QVERIFY(!list()->isVisible());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_PageUp})
        QTest::keyClick(m_field, key);
    // Once it was closed it stays out of the way of whoever types.
    QTest::keyClick(m_field, Qt::Key_Escape);
    QTest::keyClicks(m_field, QStringLiteral("ANY_ACTION"));
    QVERIFY(!popup()->isVisible());
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_page->draft().request.actionId, QStringLiteral("ANY_ACTION"));
}

void TestActionSuggestions::saysThatNothingMatches()
{
    QTest::keyClicks(m_field, QStringLiteral("QQQQ_ZZZZ"));
    auto *words = m_page->findChild<QLabel *>(QStringLiteral("actionPopupEmptyLabel"));
    QVERIFY(words->isVisible());
    QVERIFY(words->text().contains(QStringLiteral("“QQQQ_ZZZZ”")));
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("QQQQ_ZZZZ"));
}

void TestActionSuggestions::followsANewCatalogue()
{
    QTest::keyClicks(m_field, QStringLiteral("brand"));
    QVERIFY(!list()->isVisible());
    m_page->suggestions()->setIndex({{}, {{.id = QStringLiteral("BRAND_NEW_ACTION"), .appKey = QStringLiteral("brand")}}});
    QVERIFY(list()->isVisible());
    QCOMPARE(row(0), QStringLiteral("BRAND_NEW_ACTION"));
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(app(), QStringLiteral("brand"));
}

void TestActionSuggestions::staysInsideTheWindow()
{
    for (const QSize size : {QSize(760, 700), QSize(420, 320), QSize(1400, 500)}) {
        m_page->resize(size);
        m_page->searchAction();
        const QRect place(popup()->mapTo(m_page.get(), QPoint()), popup()->size());
        QVERIFY2(m_page->rect().contains(place), qPrintable(QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())));
        QVERIFY(place.top() >= m_field->mapTo(m_page.get(), QPoint(0, m_field->height())).y());
    }
}

void TestActionSuggestions::closesWhenTheFocusGoes()
{
    QTest::keyClicks(m_field, QStringLiteral("issue"));
    QVERIFY(popup()->isVisible());
    m_app->setFocus();
    QVERIFY(!popup()->isVisible());
    QCOMPARE(m_field->text(), QStringLiteral("issue"));
    m_field->setFocus();
    QTest::keyClicks(m_field, QStringLiteral("s"));
    m_page->setRunning(RunState::Running); // executed by its keys
    QVERIFY(!popup()->isVisible());
}

void TestActionSuggestions::drawsItsRows()
{
    QTest::keyClicks(m_field, QStringLiteral("gh iss cr"));
    const QImage light = popup()->grab().toImage();
    m_theme->setChoice(m_theme->theme().isDark ? ThemeChoice::Light : ThemeChoice::Dark);
    QVERIFY(popup()->grab().toImage() != light);
    QVERIFY(list()->visualRect(list()->model()->index(0, 0)).height() > 2 * list()->fontMetrics().height());
}

QTEST_MAIN(TestActionSuggestions)
#include "tst_actionsuggestions.moc"
