// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/models/jsontreemodel.h"
#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/shell/actionregistry.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace actionscope;
using models::JsonTreeModel;
using test::WindowDriver;

// Expectations and captures, made from an answer and held against it in place.
class TestAnswerChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anExpectationMadeFromAValueIsHeldAtOnce();
    void aCapturedValueIsAVariableAfterTheNextAnswer();
    void theActionsOwnSchemaIsHeldAgainst();
    void emptyEditorsSayWhatThatMeans();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_dir->filePath(QStringLiteral("config"));
        result.secrets = &m_secrets;
        return result;
    }
    void write(const char *name, const QByteArray &text) const
    {
        QVERIFY(writeFileAtomically(path(name), text));
    }
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QStringLiteral("c/") + QLatin1String(name)); }
    void open(WindowDriver &driver, const char *name, const char *actionId) const
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        driver.window().openPaths({path(name)});
        QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QLatin1String(actionId));
    }
    static void execute(WindowDriver &driver)
    {
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("Successful"), 30000);
    }
    static QModelIndex rowOf(QAbstractItemModel *model, const QString &jsonPath, const QModelIndex &parent = {})
    {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (index.data(JsonTreeModel::PathRole).toString() == jsonPath)
                return index;
            if (model->canFetchMore(index))
                model->fetchMore(index);
            if (const QModelIndex below = rowOf(model, jsonPath, index); below.isValid())
                return below;
        }
        return {};
    }
    // By the menu of the value, as a person does.
    static void choose(WindowDriver &driver, const char *jsonPath, const char *action)
    {
        auto *tree = driver.find<QTreeView>("bodyTreeView");
        QTRY_VERIFY(tree->isVisible() && tree->model()->rowCount() > 0);
        const QModelIndex value = rowOf(tree->model(), QLatin1String(jsonPath));
        QVERIFY2(value.isValid(), jsonPath);
        tree->setCurrentIndex(value);
        tree->scrollTo(value);
        const QPoint place = tree->visualRect(value).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, tree->viewport()->mapToGlobal(place));
        QApplication::sendEvent(tree->viewport(), &event);
        auto *menu = driver.find<QMenu>("treeMenu");
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        QVERIFY(wanted);
        wanted->trigger();
        menu->close();
    }
    static QString outcome(WindowDriver &driver, int row)
    {
        const auto *list = driver.find<QListWidget>("outcomesListWidget");
        return row < list->count() ? list->item(row)->data(Qt::AccessibleTextRole).toString() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    storage::MemorySecretStore m_secrets;
};

void TestAnswerChecks::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write("collection.json", R"({"name": "C"})");
    write("echo.action.json", R"({"actionId": "SANDBOX_ECHO", "input": {"mark": "first", "count": 1.10}})");
    write("next.action.json", R"({"actionId": "SANDBOX_FAIL", "input": {"message": "{{mark}}"}})");
}

void TestAnswerChecks::anExpectationMadeFromAValueIsHeldAtOnce()
{
    WindowDriver driver(options());
    open(driver, "echo.action.json", "SANDBOX_ECHO");
    execute(driver);
    choose(driver, "$.data.input.count", "makeExpectationAction");
    auto *expect = driver.find<ui::JsonEditor>("expectJsonEditor");
    QVERIFY(expect->isVisible());
    QVERIFY2(expect->bytes().contains("1.10"), expect->bytes().constData()); // as it is spelled in the answer
    QTRY_VERIFY(outcome(driver, 1).contains(QStringLiteral("$.data.input.count")));
    QVERIFY2(outcome(driver, 1).startsWith(QStringLiteral("Passed: ")), qPrintable(outcome(driver, 1)));
    QVERIFY(driver.textOf("outcomesLabel").startsWith(QStringLiteral("All ")));

    choose(driver, "$.data.input.mark", "makeExpectationAction");
    const qsizetype at = expect->bytes().indexOf("\"first\"");
    QVERIFY(at > 0);
    expect->applyEdit({at, 7, "\"another\""}); // nothing is sent for that
    QTRY_VERIFY2(outcome(driver, 2).startsWith(QStringLiteral("Failed: ")), qPrintable(outcome(driver, 2)));
    QVERIFY(driver.textOf("outcomesLabel").startsWith(QStringLiteral("1 of 3")));
}

void TestAnswerChecks::aCapturedValueIsAVariableAfterTheNextAnswer()
{
    WindowDriver driver(options());
    open(driver, "echo.action.json", "SANDBOX_ECHO");
    execute(driver);
    choose(driver, "$.data.input.mark", "captureValueAction");
    const auto *capture = driver.find<ui::JsonEditor>("captureJsonEditor");
    QVERIFY(capture->isVisible());
    QVERIFY2(capture->bytes().contains("\"mark\": \"$.data.input.mark\""), capture->bytes().constData());
    execute(driver);
    open(driver, "next.action.json", "SANDBOX_FAIL");
    QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), QStringLiteral("The action said no"), 30000);
    QVERIFY(driver.textOf("causeLabel").contains(QStringLiteral("first")));
}

void TestAnswerChecks::theActionsOwnSchemaIsHeldAgainst()
{
    write("fits.action.json", R"({"actionId": "SANDBOX_ECHO", "input": {"a": 1}, "expect": [{"schema": "response"}]})");
    WindowDriver driver(options());
    open(driver, "fits.action.json", "SANDBOX_ECHO");
    execute(driver);
    QTRY_VERIFY(!outcome(driver, 1).isEmpty());
    QVERIFY2(outcome(driver, 1).startsWith(QStringLiteral("Passed: ")), qPrintable(outcome(driver, 1)));
    QVERIFY(outcome(driver, 1).contains(QStringLiteral("the action's schema")));
}

void TestAnswerChecks::emptyEditorsSayWhatThatMeans()
{
    WindowDriver driver(options());
    open(driver, "echo.action.json", "SANDBOX_ECHO");
    const auto footer = [&](const char *editor) {
        QStringList texts;
        for (const QLabel *label : driver.find<ui::JsonEditor>(editor)->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('|'));
    };
    QVERIFY(footer("captureJsonEditor").contains(QStringLiteral("nothing is taken")));
    QVERIFY(footer("expectJsonEditor").contains(QStringLiteral("only success is expected")));
    QVERIFY(!footer("captureJsonEditor").contains(QStringLiteral("not sent")));
    QVERIFY(footer("sessionInfoJsonEditor").contains(QStringLiteral("not sent")));
}

QTEST_MAIN(TestAnswerChecks)
#include "tst_answerchecks.moc"
