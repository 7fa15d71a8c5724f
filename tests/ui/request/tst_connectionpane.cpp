// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draft.h"
#include "ui/editor/jsoneditor.h"
#include "ui/request/connectionpane.h"
#include "ui/request/requestpage.h"
#include "ui/services/theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace actionscope;
using namespace actionscope::ui;

// The choice of a connection on the real request page, by keys and clicks.
class TestConnectionPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeService>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_page.reset(); }

    void withoutACatalogueTheFieldsArePlain();
    void saysWhatTheServicePicks();
    void aWarningOffersItsFix();
    void aMismatchIsPutRight();
    void entitiesAreThereToPick();
    void anAccountBringsItsEntity();
    void typingFilters();
    void eachWayShowsWhatMatters();
    void aWayThatIsLeftSendsNothing();
    void aLoadedDraftChoosesItsWay_data();
    void aLoadedDraftChoosesItsWay();

private:
    template <typename T> T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    void press(const char *name) { QTest::mouseClick(part<QWidget>(name), Qt::LeftButton); }
    [[nodiscard]] api::ExecuteRequest request() const { return m_page->draft().request; }
    void load(const QString &entity, const QString &account, const QByteArray &authConfig = {})
    {
        storage::Draft draft;
        draft.request.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
        draft.request.entityId = entity;
        draft.request.connectedAccountId = account;
        draft.request.authConfig = authConfig;
        m_page->setDraft(draft);
    }
    static QAbstractItemView *popup(const char *name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QLatin1String(name))
                return qobject_cast<QAbstractItemView *>(widget);
        }
        return nullptr;
    }

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<RequestPage> m_page;
};

namespace {

catalog::Catalog everyday()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto account = [&](const char *id, const char *user, int days) {
        api::ConnectedAccount result;
        result.id = QLatin1String(id);
        result.appKey = QStringLiteral("github");
        result.userId = QLatin1String(user);
        result.status = api::AccountStatus::Active;
        result.statusWord = QStringLiteral("ACTIVE");
        result.createdAt = now.addDays(-days);
        return result;
    };
    api::AppInfo github;
    github.key = QStringLiteral("github");
    api::ActionInfo issue;
    issue.id = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    issue.appKey = github.key;
    return catalog::Catalog({github}, {issue},
        {account("ca_default", "default", 2), account("ca_bob", "bob", 3), account("ca_bob_old", "bob", 30)},
        now);
}

} // namespace

void TestConnectionPane::init()
{
    m_page = std::make_unique<RequestPage>(*m_theme);
    m_page->resize(620, 820);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->connection()->setCatalog(everyday(), api::ApiVersion::V31);
}

void TestConnectionPane::withoutACatalogueTheFieldsArePlain()
{
    m_page->connection()->setCatalog({}, api::ApiVersion::V2);
    load({}, {});
    QTest::keyClicks(part<QLineEdit>("entityIdLineEdit"), QStringLiteral("anybody"));
    QTest::keyClick(part<QLineEdit>("entityIdLineEdit"), Qt::Key_Down);
    QVERIFY(!popup("entitiesListView") || !popup("entitiesListView")->isVisible());
    QCOMPARE(request().entityId, QStringLiteral("anybody"));
    QCOMPARE(part<QLabel>("connectionPickLabel")->text(),
        QStringLiteral("The service picks the newest ACTIVE account of “anybody” for the app."));
}

void TestConnectionPane::saysWhatTheServicePicks()
{
    load(QStringLiteral("default"), {});
    const QString said = part<QLabel>("connectionPickLabel")->text();
    QVERIFY2(said.startsWith(QStringLiteral(
                 "The service picks the only ACTIVE account of “default” for github: ca_default")),
        qPrintable(said));
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("connectionWarning1Frame")));
    // Another version, another rule.
    load({}, {});
    QVERIFY(part<QLabel>("connectionWarning1Label")->text().contains(QStringLiteral("No entity is named")));
    m_page->connection()->setCatalog(everyday(), api::ApiVersion::V2);
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("connectionWarning1Frame")));
}

void TestConnectionPane::aWarningOffersItsFix()
{
    load(QStringLiteral("nobody"), {});
    QVERIFY(part<QLabel>("connectionWarning1Label")->text().contains(QStringLiteral("but others have")));
    QCOMPARE(part<QPushButton>("connectionWarning1Fix2PushButton")->text(), QStringLiteral("Use “bob”"));
    QSignalSpy edited(m_page.get(), &RequestPage::draftEdited);
    auto *fix = part<QPushButton>("connectionWarning1Fix1PushButton");
    fix->setFocus();
    QTest::keyClick(fix, Qt::Key_Space);
    QCOMPARE(request().entityId, QStringLiteral("default"));
    QCOMPARE(edited.count(), 1);
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("connectionWarning1Frame")));
}

void TestConnectionPane::aMismatchIsPutRight()
{
    load(QStringLiteral("default"), QStringLiteral("ca_bob"));
    QVERIFY(part<QLabel>("connectionWarning1Label")
                ->text()
                .contains(QStringLiteral("belongs to the entity “bob”")));
    press("connectionWarning1Fix1PushButton");
    QCOMPARE(request().entityId, QStringLiteral("bob"));
    QCOMPARE(request().connectedAccountId, QStringLiteral("ca_bob"));
    // It hinders nobody.
    load(QStringLiteral("default"), QStringLiteral("ca_bob"));
    QSignalSpy executed(m_page.get(), &RequestPage::executeRequested);
    press("executePushButton");
    QCOMPARE(executed.count(), 1);
}

void TestConnectionPane::entitiesAreThereToPick()
{
    load({}, {});
    auto *field = part<QLineEdit>("entityIdLineEdit");
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Down);
    QTRY_VERIFY(popup("entitiesListView") && popup("entitiesListView")->isVisible());
    QAbstractItemView *list = popup("entitiesListView");
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(request().entityId, QStringLiteral("bob"));
    QCOMPARE(field->text(), QStringLiteral("bob"));
    QVERIFY(part<QLabel>("connectionPickLabel")->text().contains(QStringLiteral("newest of the 2")));
}

void TestConnectionPane::anAccountBringsItsEntity()
{
    load(QStringLiteral("default"), {});
    press("byAccountToolButton");
    auto *field = part<QLineEdit>("connectedAccountIdLineEdit");
    QVERIFY(field->hasFocus());
    press("accountsToolButton");
    QTRY_VERIFY(popup("accountsListView") && popup("accountsListView")->isVisible());
    QAbstractItemView *list = popup("accountsListView");
    QCOMPARE(list->model()->rowCount(), 3);
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_COMPARE(request().connectedAccountId, QStringLiteral("ca_bob"));
    QCOMPARE(request().entityId, QStringLiteral("bob"));
}

void TestConnectionPane::typingFilters()
{
    load({}, QStringLiteral("x"));
    auto *field = part<QLineEdit>("connectedAccountIdLineEdit");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("old"));
    QTRY_VERIFY(popup("accountsListView") && popup("accountsListView")->isVisible());
    QCOMPARE(request().connectedAccountId, QStringLiteral("old"));
    QTest::keyClick(popup("accountsListView"), Qt::Key_Escape);
    QTRY_VERIFY(!popup("accountsListView")->isVisible());
    QCOMPARE(request().connectedAccountId, QStringLiteral("old")); // any text is taken
}

void TestConnectionPane::eachWayShowsWhatMatters()
{
    load(QStringLiteral("default"), {});
    auto *entity = part<QLineEdit>("entityIdLineEdit");
    auto *account = part<QLineEdit>("connectedAccountIdLineEdit");
    QVERIFY(part<QToolButton>("byEntityToolButton")->isChecked());
    QVERIFY(entity->isVisible() && !account->isVisible());
    press("byAccountToolButton");
    QVERIFY(entity->isVisible() && account->isVisible());
    press("ownCredentialsToolButton");
    QVERIFY(!entity->isVisible() && !account->isVisible());
    QCOMPARE(part<QTabWidget>("requestTabWidget")->currentIndex(), 2);
    press("noConnectionToolButton");
    QVERIFY(!entity->isVisible() && !account->isVisible());
    QVERIFY(part<QToolButton>("noConnectionToolButton")->isChecked());
}

void TestConnectionPane::aWayThatIsLeftSendsNothing()
{
    load(QStringLiteral("bob"), QStringLiteral("ca_bob"));
    press("ownCredentialsToolButton");
    QCOMPARE(request().entityId, QString());
    QCOMPARE(request().connectedAccountId, QString());
    auto *editor = part<JsonEditor>("authConfigJsonEditor");
    editor->applyEdit({0, 0, R"({"parameters":[]})"});
    press("byEntityToolButton");
    QCOMPARE(request().entityId, QStringLiteral("bob"));
    QCOMPARE(request().connectedAccountId, QString());
    QCOMPARE(request().authConfig, QByteArray());
    press("byAccountToolButton");
    QCOMPARE(request().connectedAccountId, QStringLiteral("ca_bob"));
    press("ownCredentialsToolButton");
    QCOMPARE(request().authConfig, QByteArray(R"({"parameters":[]})"));
}

void TestConnectionPane::aLoadedDraftChoosesItsWay_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QByteArray>("authConfig");
    QTest::addColumn<QString>("button");
    const QString bob = QStringLiteral("bob");
    QTest::newRow("entity") << bob << QString() << QByteArray() << QStringLiteral("byEntityToolButton");
    QTest::newRow("account") << bob << QStringLiteral("ca_bob") << QByteArray()
                             << QStringLiteral("byAccountToolButton");
    QTest::newRow("credentials") << bob << QStringLiteral("ca_bob") << QByteArray("{}")
                                 << QStringLiteral("ownCredentialsToolButton");
    QTest::newRow("nothing") << QString() << QString() << QByteArray()
                             << QStringLiteral("byEntityToolButton");
}

void TestConnectionPane::aLoadedDraftChoosesItsWay()
{
    QFETCH(QString, entity);
    QFETCH(QString, account);
    QFETCH(QByteArray, authConfig);
    QFETCH(QString, button);
    load(entity, account, authConfig);
    QVERIFY(part<QToolButton>(qPrintable(button))->isChecked());
    // What is filled in is never hidden, since it is sent.
    QCOMPARE(part<QLineEdit>("entityIdLineEdit")->isVisible(), !entity.isEmpty() || authConfig.isEmpty());
    QCOMPARE(part<QLineEdit>("connectedAccountIdLineEdit")->isVisible(), !account.isEmpty());
}

QTEST_MAIN(TestConnectionPane)
#include "tst_connectionpane.moc"
