// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/actionlistmodel.h"

#include "tests/support/actionsample.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using models::ActionListModel;

namespace {

catalog::ActionIndex realIndex() { return {test::realApps(), test::realActions()}; }

catalog::ActionSearch typed(const char *text) { return {.text = QString::fromUtf8(text)}; }

QString firstId(const ActionListModel &model)
{
    return model.index(0).data(ActionListModel::IdRole).toString();
}

} // namespace

class TestActionListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsARow();
    void saysThatOneIsDeprecated();
    void marksWhatWasTyped();
    void keepsTheChoiceThroughASearch();
    void losesTheChoiceWithItsRow();
    void followsANewCatalogue();
    void changesUnderTheTester();
};

void TestActionListModel::showsARow()
{
    ActionListModel model;
    model.setIndex(realIndex());
    catalog::ActionSearch search = typed("hackernews front");
    search.favourites = {QStringLiteral("HACKERNEWS_GET_FRONTPAGE")};
    model.setSearch(search);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data().toString(), QStringLiteral("HACKERNEWS_GET_FRONTPAGE"));
    QCOMPARE(row.data(ActionListModel::NameRole).toString(), QStringLiteral("Get front page"));
    QCOMPARE(row.data(ActionListModel::AppKeyRole).toString(), QStringLiteral("hackernews"));
    QCOMPARE(row.data(ActionListModel::AppNameRole).toString(), QStringLiteral("Hacker News"));
    QCOMPARE(row.data(ActionListModel::EffectRole).toInt(), int(api::ActionEffect::Reads));
    QVERIFY(row.data(ActionListModel::IsNoAuthRole).toBool());
    QVERIFY(row.data(ActionListModel::IsFavouriteRole).toBool());
    QVERIFY(!row.data(ActionListModel::IsRecentRole).toBool());
    QVERIFY(!row.data(ActionListModel::IsDeprecatedRole).toBool());
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(row.data(ActionListModel::DescriptionRole).toString()));
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("HACKERNEWS_GET_FRONTPAGE, Get front page, Hacker News, reads, favourite, needs no account"));
    QCOMPARE(model.action(0).id, QStringLiteral("HACKERNEWS_GET_FRONTPAGE"));
}

void TestActionListModel::saysThatOneIsDeprecated()
{
    ActionListModel model;
    model.setIndex({{},
        {{.id = QStringLiteral("GITHUB_STAR"), .appKey = QStringLiteral("github"), .isDeprecated = true,
             .successor = QStringLiteral("GITHUB_STAR_A_REPOSITORY")},
            {.id = QStringLiteral("GITHUB_STAR_A_REPOSITORY"), .appKey = QStringLiteral("github")}}});
    model.setSearch(typed("star"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(firstId(model), QStringLiteral("GITHUB_STAR_A_REPOSITORY"));
    const QModelIndex old = model.index(1);
    QVERIFY(old.data(ActionListModel::IsDeprecatedRole).toBool());
    QCOMPARE(old.data(ActionListModel::SuccessorRole).toString(), QStringLiteral("GITHUB_STAR_A_REPOSITORY"));
    QVERIFY(old.data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String("deprecated, use GITHUB_STAR_A_REPOSITORY")));
}

void TestActionListModel::marksWhatWasTyped()
{
    ActionListModel model;
    model.setIndex(realIndex());
    model.setSearch(typed("gh iss cr"));
    QCOMPARE(firstId(model), QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    using Ranges = QList<catalog::LetterRange>;
    QCOMPARE(model.index(0).data(ActionListModel::IdMarksRole).value<Ranges>(),
        (Ranges {{0, 1}, {3, 1}, {7, 2}, {17, 3}}));
    QCOMPARE(model.index(0).data(ActionListModel::NameMarksRole).value<Ranges>(), (Ranges {{0, 2}, {10, 3}}));
    model.setSearch(typed("gh comment"));
    QCOMPARE(model.index(0).data(ActionListModel::IdMarksRole).value<Ranges>(), (Ranges {{0, 1}, {3, 1}, {23, 7}}));
}

void TestActionListModel::keepsTheChoiceThroughASearch()
{
    ActionListModel model;
    model.setIndex(realIndex());
    QItemSelectionModel selection(&model);
    const QString chosen = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    selection.setCurrentIndex(model.index(model.rowOf(chosen)), QItemSelectionModel::ClearAndSelect);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const char *text : {"issue", "github", "gi", "github create issue", ""}) {
        model.setSearch(typed(text));
        QCOMPARE(selection.currentIndex().data().toString(), chosen);
        QVERIFY(selection.isSelected(model.index(model.rowOf(chosen))));
    }
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.rowCount(), test::realActions().size());
}

void TestActionListModel::losesTheChoiceWithItsRow()
{
    ActionListModel model;
    model.setIndex(realIndex());
    QItemSelectionModel selection(&model);
    selection.setCurrentIndex(
        model.index(model.rowOf(QStringLiteral("JIRA_CREATE_ISSUE"))), QItemSelectionModel::ClearAndSelect);
    model.setSearch(typed("gmail"));
    QVERIFY(selection.selectedIndexes().isEmpty() || selection.currentIndex().data().toString().startsWith(QLatin1String("GMAIL")));
    QCOMPARE(model.rowOf(QStringLiteral("JIRA_CREATE_ISSUE")), -1);
    QVERIFY(model.rowCount() > 0);
}

void TestActionListModel::followsANewCatalogue()
{
    ActionListModel model;
    model.setIndex(realIndex());
    QItemSelectionModel selection(&model);
    const QString chosen = QStringLiteral("SLACK_CREATE_A_REMINDER");
    selection.setCurrentIndex(model.index(model.rowOf(chosen)), QItemSelectionModel::ClearAndSelect);
    QList<api::ActionInfo> changed = test::realActions();
    changed.removeFirst();
    std::reverse(changed.begin(), changed.end());
    changed.append({.id = QStringLiteral("NEW_ACTION"), .appKey = QStringLiteral("new")});
    model.setIndex({test::realApps(), changed});
    QCOMPARE(model.rowCount(), changed.size());
    QCOMPARE(selection.currentIndex().data().toString(), chosen);
    QVERIFY(model.rowOf(QStringLiteral("NEW_ACTION")) >= 0);
    model.setIndex({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!selection.currentIndex().isValid());
}

void TestActionListModel::changesUnderTheTester()
{
    ActionListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QItemSelectionModel selection(&model);
    const test::ActionSample sample = test::manyActions(400);
    model.setIndex({sample.apps, sample.actions});
    for (const char *text : {"", "g", "gh", "gh i", "zzzzzz", "create", "create issue", "delete", "a", ""}) {
        model.setSearch(typed(text));
        if (model.rowCount() > 0)
            selection.setCurrentIndex(model.index(model.rowCount() / 2), QItemSelectionModel::ClearAndSelect);
    }
    catalog::ActionSearch search = typed("create");
    for (const char *app : {"github", "nowhere", "jira", ""}) {
        search.filter.appKey = QLatin1String(app);
        model.setSearch(search);
    }
    model.setIndex(realIndex());
    model.setIndex({});
    model.setSearch(typed("x"));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestActionListModel)
#include "tst_actionlistmodel.moc"
