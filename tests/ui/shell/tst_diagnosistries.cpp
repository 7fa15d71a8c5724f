// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/clipboard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace actionscope;
using actionscope::test::WindowDriver;

namespace {

class PaperClipboard final : public ui::Clipboard
{
public:
    void setText(const QString &newText) override { text = newText; }
    QString text;
};

} // namespace

// From a failure to a success by what the window proposes, on the real sandbox.
class TestDiagnosisTries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNumberSentAsTextIsPutRight();
    void anAccountThatWorksTakesThePlaceOfAnExpiredOne();
    void aReopenedRunTellsWhyAndIsFilledInAgain();
    void aRequestIsCopiedAsCode();

private:
    ui::CompositionOptions options()
    {
        ui::CompositionOptions result;
        result.configFolder = m_folder->path();
        result.secrets = &m_secrets;
        result.clipboard = &m_clipboard;
        return result;
    }
    void fill(WindowDriver &driver, const QString &actionId, const QString &entity, const QByteArray &input)
    {
        auto *field = driver.find<QLineEdit>("actionIdLineEdit");
        QTRY_VERIFY(!field->text().isEmpty());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, actionId);
        driver.find<QLineEdit>("appNameLineEdit")->clear();
        auto *user = driver.find<QLineEdit>("entityIdLineEdit");
        user->clear();
        QTest::keyClicks(user, entity);
        driver.find<ui::JsonEditor>("inputJsonEditor")->setBytes(input);
    }
    void execute(WindowDriver &driver, const QString &verdict)
    {
        QTRY_VERIFY(driver.sandboxIsThere());
        QTest::mouseClick(driver.find<QPushButton>("executePushButton"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(driver.textOf("verdictLabel"), verdict, 20'000);
    }
    static QPushButton *buttonSaying(WindowDriver &driver, const QString &text)
    {
        const auto buttons = driver.window().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->objectName().startsWith(QLatin1String("try")) && button->text().contains(text))
                return button;
        }
        return nullptr;
    }

    // What the diagnosis offers, for a failure's message.
    static QString titles(WindowDriver &driver)
    {
        QStringList titles;
        const auto buttons = driver.find<QWidget>("diagnosisView")->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            titles.append(button->text());
        return titles.join(QStringLiteral(", "));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    storage::MemorySecretStore m_secrets;
    PaperClipboard m_clipboard;
};

void TestDiagnosisTries::aNumberSentAsTextIsPutRight()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), {}, "{ \"milliseconds\" : \"5\" }");
    execute(driver, QStringLiteral("The service refused"));
    QTRY_VERIFY(driver.find<QWidget>("diagnosisView")->isVisible());
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("milliseconds has another type")));
    QPushButton *fix = nullptr;
    QTRY_VERIFY((fix = buttonSaying(driver, QStringLiteral("Set milliseconds to 5"))));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray("{ \"milliseconds\" : 5 }"));
    execute(driver, QStringLiteral("Successful"));
    QVERIFY(!driver.find<QWidget>("diagnosisView")->isVisible());
}

void TestDiagnosisTries::anAccountThatWorksTakesThePlaceOfAnExpiredOne()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("GITHUB_CREATE_AN_ISSUE"), QStringLiteral("expired-user"), R"({"owner":"octocat","repo":"Hello-World","title":"t"})");
    // The catalogue is there.
    QTRY_VERIFY_WITH_TIMEOUT(
        driver.find<QWidget>("connectionAdviceView")->findChild<QLabel *>(QStringLiteral("connectionWarning1Label"))
            && driver.textOf("connectionWarning1Label").contains(QStringLiteral("no ACTIVE account")),
        20'000);
    execute(driver, QStringLiteral("The service refused"));
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("has expired")));
    QPushButton *fix = nullptr;
    QTRY_VERIFY2((fix = buttonSaying(driver, QStringLiteral("“default”"))), qPrintable(titles(driver) + driver.textOf("connectionWarning1Label")));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<QLineEdit>("entityIdLineEdit")->text(), QStringLiteral("default"));
    execute(driver, QStringLiteral("Successful"));
}

void TestDiagnosisTries::aReopenedRunTellsWhyAndIsFilledInAgain()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_WAIT"), {}, R"({"milliseconds":"5"})");
    execute(driver, QStringLiteral("The service refused"));
    fill(driver, QStringLiteral("SANDBOX_ECHO"), {}, "{}");
    execute(driver, QStringLiteral("Successful"));
    auto *list = driver.find<QListView>("historyListView");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_COMPARE(driver.textOf("verdictLabel"), QStringLiteral("The service refused"));
    QVERIFY(driver.textOf("diagnosisLabel").contains(QStringLiteral("milliseconds")));
    // The form shows another action by now: the run's own request comes back, put right.
    QPushButton *fix = nullptr;
    QTRY_VERIFY((fix = buttonSaying(driver, QStringLiteral("Set milliseconds to 5"))));
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(driver.find<QLineEdit>("actionIdLineEdit")->text(), QStringLiteral("SANDBOX_WAIT"));
    QCOMPARE(driver.find<ui::JsonEditor>("inputJsonEditor")->bytes(), QByteArray(R"({"milliseconds":5})"));
}

void TestDiagnosisTries::aRequestIsCopiedAsCode()
{
    WindowDriver driver(options());
    fill(driver, QStringLiteral("SANDBOX_ECHO"), {}, R"({"n":1.10})");
    execute(driver, QStringLiteral("Successful"));
    const QMenu *menu = driver.find<QToolButton>("copyCurlToolButton")->menu();
    QVERIFY(menu);
    QStringList titles;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        titles.append(action->text());
        action->trigger();
        QVERIFY2(m_clipboard.text.contains(QStringLiteral("SANDBOX_ECHO")) && m_clipboard.text.contains(QStringLiteral("1.10")), qPrintable(m_clipboard.text));
        QVERIFY(m_clipboard.text.contains(QStringLiteral("COMPOSIO_API_KEY")) && !m_clipboard.text.contains(QStringLiteral("redacted")));
    }
    QCOMPARE(titles.size(), 9);
    QVERIFY(titles.contains(QStringLiteral("TypeScript, @composio/core")));
}

QTEST_MAIN(TestDiagnosisTries)
#include "tst_diagnosistries.moc"
