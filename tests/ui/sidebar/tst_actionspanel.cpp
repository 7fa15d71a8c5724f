// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/actionspanel.h"

#include "tests/support/actionsample.h"
#include "ui/delegates/actiondelegate.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class FakeClipboard final : public Clipboard
{
public:
    void setText(const QString &text) override { copied = text; }
    QString copied;
};

} // namespace

class TestActionsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }

    void findsWhatIsTyped();
    void countsItsRows();
    void narrowsByApp();
    void narrowsByTag();
    void narrowsByEffect();
    void narrowsByNoAuthAndDeprecated();
    void showsAllAgain();
    void choosesByKeyAndMouse();
    void keysWalkBetweenFilterAndList();
    void keepsTheChoiceWhileTyping();
    void turnsAStar();
    void copiesAnId();
    void offersTheSuccessor();
    void saysThatTheCatalogueIsEmpty();
    void showsProgressAndCancels();
    void namesWhatCouldNotBeRead();
    void drawsItsRows();

private:
    template <typename T> [[nodiscard]] T *part(const char *name) const
    {
        T *found = m_panel->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("There is no %s.", name);
        return found;
    }
    [[nodiscard]] QString row(int row) const { return m_list->model()->index(row, 0).data().toString(); }
    [[nodiscard]] int rows() const { return m_list->model()->rowCount(); }
    [[nodiscard]] int rowOf(const char *id) const;
    void pickFacet(const char *chip, const char *facet, const QString &typed);
    void clickStar(int row);

    std::unique_ptr<ThemeService> m_theme;
    FakeClipboard m_clipboard;
    std::unique_ptr<ActionsPanel> m_panel;
    QListView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;
};

void TestActionsPanel::init()
{
    m_theme = std::make_unique<ThemeService>();
    m_panel = std::make_unique<ActionsPanel>(*m_theme, m_clipboard);
    m_panel->resize(300, 640);
    QList<api::ActionInfo> actions = test::realActions();
    actions.append({.id = QStringLiteral("GITHUB_OLD_STAR"), .name = QStringLiteral("Star"),
        .appKey = QStringLiteral("github"), .isDeprecated = true,
        .successor = QStringLiteral("GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER")});
    m_panel->setIndex({test::realApps(), actions});
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_list = part<QListView>("actionsListView");
    m_filter = part<QLineEdit>("actionsFilterLineEdit");
    m_panel->focusFilter();
}

int TestActionsPanel::rowOf(const char *id) const
{
    for (int at = 0; at < rows(); ++at) {
        if (row(at) == QLatin1String(id))
            return at;
    }
    return -1;
}

// Opens the menu of a chip as its click does, types and presses Enter.
void TestActionsPanel::pickFacet(const char *chip, const char *facet, const QString &typed)
{
    auto *button = part<QToolButton>(chip);
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    auto *narrow = part<QLineEdit>(facet);
    QTRY_VERIFY(narrow->isVisible());
    QTest::keyClicks(narrow, typed);
    QTest::keyClick(narrow, Qt::Key_Return);
    QVERIFY(!button->menu()->isVisible());
}

void TestActionsPanel::clickStar(int row)
{
    const QRect star = ActionDelegate::starArea(m_list->visualRect(m_list->model()->index(row, 0)));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, star.center());
}

void TestActionsPanel::findsWhatIsTyped()
{
    QTest::keyClicks(m_filter, QStringLiteral("gh iss cr"));
    QCOMPARE(row(0), QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QTest::keyClick(m_filter, Qt::Key_Escape);
    QVERIFY(m_filter->text().isEmpty());
    QCOMPARE(rows(), test::realActions().size() + 1);
}

void TestActionsPanel::countsItsRows()
{
    auto *count = part<QLabel>("actionsCountLabel");
    QCOMPARE(count->text(), QStringLiteral("67 actions"));
    QTest::keyClicks(m_filter, QStringLiteral("petstore"));
    QCOMPARE(count->text(), QStringLiteral("1 of 67 actions"));
}

void TestActionsPanel::narrowsByApp()
{
    pickFacet("appFilterToolButton", "appFacetFilterLineEdit", QStringLiteral("google cal"));
    QCOMPARE(part<QToolButton>("appFilterToolButton")->text(), QStringLiteral("Google Calendar"));
    QCOMPARE(rows(), 3);
    QTest::keyClicks(m_filter, QStringLiteral("create"));
    QCOMPARE(row(0), QStringLiteral("GOOGLECALENDAR_CREATE_EVENT"));
    QCOMPARE(rows(), 1);
    // The first row of the menu stands for all.
    m_filter->clear();
    pickFacet("appFilterToolButton", "appFacetFilterLineEdit", QString());
    QCOMPARE(part<QToolButton>("appFilterToolButton")->text(), QStringLiteral("App"));
    QCOMPARE(rows(), 67);
}

void TestActionsPanel::narrowsByTag()
{
    pickFacet("tagFilterToolButton", "tagFacetFilterLineEdit", QStringLiteral("stars"));
    QCOMPARE(rows(), 1);
    QCOMPARE(row(0), QStringLiteral("GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER"));
}

void TestActionsPanel::narrowsByEffect()
{
    auto *chip = part<QToolButton>("effectFilterToolButton");
    chip->menu()->findChild<QAction *>(QStringLiteral("deletesEffectAction"))->trigger();
    QCOMPARE(chip->text(), QStringLiteral("Deletes"));
    QCOMPARE(rows(), 1);
    QCOMPARE(row(0), QStringLiteral("GITHUB_ACCEPT_A_REPOSITORY_INVITATION"));
    chip->menu()->findChild<QAction *>(QStringLiteral("readsEffectAction"))->trigger();
    QVERIFY(rowOf("GMAIL_FETCH_EMAILS") >= 0);
    QCOMPARE(rowOf("GMAIL_SEND_EMAIL"), -1);
    chip->menu()->findChild<QAction *>(QStringLiteral("anyEffectAction"))->trigger();
    QCOMPARE(rows(), 67);
}

void TestActionsPanel::narrowsByNoAuthAndDeprecated()
{
    QTest::mouseClick(part<QToolButton>("noAuthFilterToolButton"), Qt::LeftButton);
    QCOMPARE(rows(), 13);
    QTest::mouseClick(part<QToolButton>("noAuthFilterToolButton"), Qt::LeftButton);
    QCOMPARE(rowOf("GITHUB_OLD_STAR"), 66);
    QTest::mouseClick(part<QToolButton>("currentFilterToolButton"), Qt::LeftButton);
    QCOMPARE(rowOf("GITHUB_OLD_STAR"), -1);
    QCOMPARE(rows(), 66);
}

void TestActionsPanel::showsAllAgain()
{
    QTest::mouseClick(part<QToolButton>("noAuthFilterToolButton"), Qt::LeftButton);
    QTest::keyClicks(m_filter, QStringLiteral("zzzzqqqq"));
    auto *text = part<QLabel>("actionsEmptyLabel");
    QVERIFY(text->isVisible());
    QVERIFY(text->text().contains(QStringLiteral("“zzzzqqqq”")));
    QTest::mouseClick(part<QPushButton>("actionsEmptyPushButton"), Qt::LeftButton);
    QCOMPARE(rows(), 67);
    QVERIFY(m_list->isVisible());
    QVERIFY(!part<QToolButton>("noAuthFilterToolButton")->isChecked());
}

void TestActionsPanel::choosesByKeyAndMouse()
{
    const QSignalSpy chosen(m_panel.get(), &ActionsPanel::actionChosen);
    QTest::keyClicks(m_filter, QStringLiteral("gmail send"));
    QTest::keyClick(m_filter, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("GMAIL_SEND_EMAIL"));
    m_filter->clear();
    const QPoint place = m_list->visualRect(m_list->model()->index(2, 0)).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(chosen.count(), 1);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen[1][0].toString(), row(2));
    QTest::keyClick(m_list, Qt::Key_Return);
    QCOMPARE(chosen.count(), 3);
}

void TestActionsPanel::keysWalkBetweenFilterAndList()
{
    QTest::keyClicks(m_filter, QStringLiteral("github"));
    QTest::keyClick(m_filter, Qt::Key_Down);
    QVERIFY(m_list->hasFocus());
    QCOMPARE(m_list->currentIndex().row(), 0);
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(m_list->currentIndex().row(), 1);
    QTest::keyClick(m_list, Qt::Key_Up);
    QTest::keyClick(m_list, Qt::Key_Up);
    QVERIFY(m_filter->hasFocus());
}

void TestActionsPanel::keepsTheChoiceWhileTyping()
{
    m_list->setCurrentIndex(m_list->model()->index(rowOf("JIRA_CREATE_ISSUE"), 0));
    QTest::keyClicks(m_filter, QStringLiteral("create issue"));
    QCOMPARE(m_list->currentIndex().data().toString(), QStringLiteral("JIRA_CREATE_ISSUE"));
}

void TestActionsPanel::turnsAStar()
{
    const QSignalSpy toggled(m_panel.get(), &ActionsPanel::favouriteToggled);
    const QSignalSpy chosen(m_panel.get(), &ActionsPanel::actionChosen);
    const QString id = row(3);
    clickStar(3);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled[0][0].toString(), id);
    QVERIFY(toggled[0][1].toBool());
    m_panel->setUse({id}, {});
    QCOMPARE(row(0), id);
    clickStar(0);
    QCOMPARE(toggled.count(), 2);
    QVERIFY(!toggled[1][1].toBool());
    m_list->setCurrentIndex(m_list->model()->index(5, 0));
    QTest::keyClick(m_list, Qt::Key_Asterisk);
    QCOMPARE(toggled.count(), 3);
    QCOMPARE(toggled[2][0].toString(), row(5));
    QCOMPARE(chosen.count(), 0);
}

void TestActionsPanel::copiesAnId()
{
    m_list->setFocus();
    m_list->setCurrentIndex(m_list->model()->index(1, 0));
    QTest::keySequence(m_list, QKeySequence::Copy);
    QCOMPARE(m_clipboard.copied, row(1));
}

void TestActionsPanel::offersTheSuccessor()
{
    const QSignalSpy chosen(m_panel.get(), &ActionsPanel::actionChosen);
    QTest::keyClicks(m_filter, QStringLiteral("GITHUB_OLD_STAR"));
    Q_EMIT m_list->customContextMenuRequested(m_list->visualRect(m_list->model()->index(0, 0)).center());
    auto *menu = m_panel->findChild<QMenu *>(QStringLiteral("actionContextMenu"));
    QVERIFY(menu);
    menu->findChild<QAction *>(QStringLiteral("fillSuccessorAction"))->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("GITHUB_STAR_A_REPOSITORY_FOR_THE_AUTHENTICATED_USER"));
    menu->close();
}

void TestActionsPanel::saysThatTheCatalogueIsEmpty()
{
    m_panel->setIndex({});
    auto *text = part<QLabel>("actionsEmptyLabel");
    QVERIFY(text->isVisible());
    QVERIFY(text->text().startsWith(QLatin1String("The catalogue is empty.")));
    QVERIFY(!m_filter->isEnabled());
    const QSignalSpy refresh(m_panel.get(), &ActionsPanel::refreshRequested);
    QTest::mouseClick(part<QPushButton>("actionsEmptyPushButton"), Qt::LeftButton);
    QCOMPARE(refresh.count(), 1);
}

void TestActionsPanel::showsProgressAndCancels()
{
    m_panel->showProgress(QStringLiteral("Reading actions: 500 of 2,000"), 500, 2000);
    auto *bar = part<QProgressBar>("catalogProgressBar");
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 500);
    QCOMPARE(bar->maximum(), 2000);
    QCOMPARE(part<QLabel>("catalogProgressLabel")->text(), QStringLiteral("Reading actions: 500 of 2,000"));
    QVERIFY(!part<QToolButton>("refreshCatalogToolButton")->isEnabled());
    QVERIFY(m_list->isVisible()); // what is there can be used
    const QSignalSpy cancelled(m_panel.get(), &ActionsPanel::cancelRequested);
    QTest::mouseClick(part<QPushButton>("cancelRefreshPushButton"), Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    m_panel->hideProgress();
    QVERIFY(!bar->isVisible());
    const QSignalSpy refresh(m_panel.get(), &ActionsPanel::refreshRequested);
    QTest::mouseClick(part<QToolButton>("refreshCatalogToolButton"), Qt::LeftButton);
    QCOMPARE(refresh.count(), 1);
}

void TestActionsPanel::namesWhatCouldNotBeRead()
{
    auto *strip = part<QWidget>("catalogMessageStrip");
    QVERIFY(!strip->isVisible());
    m_panel->setTroubles({QStringLiteral("Page 7 of the actions is not JSON.")});
    QVERIFY(strip->isVisible());
    QCOMPARE(part<QLabel>("catalogLabel")->text(), QStringLiteral("Page 7 of the actions is not JSON."));
    const QSignalSpy refresh(m_panel.get(), &ActionsPanel::refreshRequested);
    QTest::mouseClick(part<QPushButton>("catalogPushButton"), Qt::LeftButton);
    QCOMPARE(refresh.count(), 1);
    m_panel->showProgress(QStringLiteral("Reading"), 0, 0);
    QVERIFY(!strip->isVisible());
    m_panel->setTroubles({});
    m_panel->hideProgress();
    QVERIFY(!strip->isVisible());
}

void TestActionsPanel::drawsItsRows()
{
    QTest::keyClicks(m_filter, QStringLiteral("star"));
    const QImage light = m_panel->grab().toImage();
    m_theme->setChoice(m_theme->theme().isDark ? ThemeChoice::Light : ThemeChoice::Dark);
    QVERIFY(m_panel->grab().toImage() != light);
}

QTEST_MAIN(TestActionsPanel)
#include "tst_actionspanel.moc"
