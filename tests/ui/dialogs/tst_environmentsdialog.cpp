// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/environmentsdialog.h"

#include "ui/services/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

class TestEnvironmentsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pointsAtTheFieldAtFault_data();
    void pointsAtTheFieldAtFault();
    void protectionIsKeptPerEnvironment();
    void tellsWhatWasRenamed();
    void takesTheModelsKeyAndNeverShowsIt();
    void buttonsAreWordsAlone();

private:
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return m_dialog->findChild<QLineEdit *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }

    ThemeService m_theme;
    std::unique_ptr<EnvironmentsDialog> m_dialog;
};

void TestEnvironmentsDialog::init()
{
    m_dialog = std::make_unique<EnvironmentsDialog>(
        QList<storage::Environment> {storage::sandboxEnvironment()}, storage::SecretStore::Kind::Memory);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    button(QStringLiteral("addEnvironmentPushButton"))->click();
}

void TestEnvironmentsDialog::pointsAtTheFieldAtFault_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("fieldName");
    QTest::addColumn<QString>("words");
    const QString url = QStringLiteral("http://127.0.0.1:9");
    QTest::newRow("no name") << "" << url << ""
                             << "environmentNameLineEdit"
                             << "needs a name";
    QTest::newRow("no scheme") << "Mine"
                               << "127.0.0.1:9"
                               << ""
                               << "baseUrlLineEdit"
                               << "https://127.0.0.1:9";
    QTest::newRow("key") << "Mine" << url << QStringLiteral("k\u00e9y") << "apiKeyLineEdit"
                         << "key";
}

void TestEnvironmentsDialog::pointsAtTheFieldAtFault()
{
    QFETCH(QString, name);
    QFETCH(QString, baseUrl);
    QFETCH(QString, key);
    QFETCH(QString, fieldName);
    QFETCH(QString, words);
    field(QStringLiteral("environmentNameLineEdit"))->setText(name);
    field(QStringLiteral("baseUrlLineEdit"))->setText(baseUrl);
    field(QStringLiteral("apiKeyLineEdit"))->setText(key);
    button(QStringLiteral("saveEnvironmentsPushButton"))->setFocus();
    button(QStringLiteral("saveEnvironmentsPushButton"))->click();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(field(fieldName)->hasFocus());
    const auto *hint = m_dialog->findChild<QLabel *>(QStringLiteral("environmentHintLabel"));
    QVERIFY2(hint->text().contains(words), qPrintable(hint->text()));
}

void TestEnvironmentsDialog::protectionIsKeptPerEnvironment()
{
    auto *box = m_dialog->findChild<QCheckBox *>(QStringLiteral("protectedCheckBox"));
    QVERIFY(!box->isChecked());
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(box->isChecked());
    button(QStringLiteral("addEnvironmentPushButton"))->click();
    QVERIFY(!box->isChecked());
    field(QStringLiteral("environmentNameLineEdit"))->setText(QStringLiteral("open"));
    m_dialog->findChild<QListWidget *>(QStringLiteral("environmentsListWidget"))->setCurrentRow(0);
    QVERIFY(box->isChecked());
    const QList<storage::Environment> environments = m_dialog->environments();
    QCOMPARE(environments.size(), 2);
    QVERIFY(environments[0].isProtected);
    QVERIFY(!environments[1].isProtected);
}

void TestEnvironmentsDialog::tellsWhatWasRenamed()
{
    EnvironmentsDialog dialog(
        {storage::sandboxEnvironment(), {QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}, {QStringLiteral("c"), {}}},
        storage::SecretStore::Kind::Memory);
    auto *list = dialog.findChild<QListWidget *>(QStringLiteral("environmentsListWidget"));
    list->setCurrentRow(0);
    dialog.findChild<QLineEdit *>(QStringLiteral("environmentNameLineEdit"))->setText(QStringLiteral("d"));
    list->setCurrentRow(1);
    dialog.findChild<QPushButton *>(QStringLiteral("removeEnvironmentPushButton"))->click();
    const QList<storage::EnvironmentRename> expected {{QStringLiteral("b"), {}}, {QStringLiteral("a"), QStringLiteral("d")}};
    QCOMPARE(dialog.renames(), expected);
}

void TestEnvironmentsDialog::takesTheModelsKeyAndNeverShowsIt()
{
    EnvironmentsDialog dialog({}, storage::SecretStore::Kind::Memory);
    dialog.show();
    auto *key = dialog.findChild<QLineEdit *>(QStringLiteral("modelKeyLineEdit"));
    QVERIFY(dialog.modelKeyChanges(QStringLiteral("llm")).isEmpty());
    QTest::keyClicks(key, QStringLiteral("two words"));
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    dialog.findChild<QPushButton *>(QStringLiteral("saveEnvironmentsPushButton"))->click();
    QVERIFY(dialog.isVisible()); // that is no key
    const QString said = dialog.findChild<QLabel *>(QStringLiteral("modelKeyHintLabel"))->text();
    QVERIFY2(said.contains(QStringLiteral("one word")) && !said.contains(QStringLiteral("two")), qPrintable(said));
    key->setText(QStringLiteral(" sk-1 "));
    dialog.findChild<QPushButton *>(QStringLiteral("saveEnvironmentsPushButton"))->click();
    QVERIFY(!dialog.isVisible());
    const QList<workspace::KeyChange> written {{QStringLiteral("llm"), QStringLiteral("llm"), "sk-1"}};
    QCOMPARE(dialog.modelKeyChanges(QStringLiteral("llm")), written);
    dialog.findChild<QCheckBox *>(QStringLiteral("forgetModelKeyCheckBox"))->setChecked(true);
    const QList<workspace::KeyChange> removed {{{}, QStringLiteral("llm"), {}}};
    QCOMPARE(dialog.modelKeyChanges(QStringLiteral("llm")), removed);
}

void TestEnvironmentsDialog::buttonsAreWordsAlone()
{
    QVERIFY(button(QStringLiteral("saveEnvironmentsPushButton"))->icon().isNull());
    QVERIFY(button(QStringLiteral("cancelEnvironmentsPushButton"))->icon().isNull());
}

QTEST_MAIN(TestEnvironmentsDialog)
#include "tst_environmentsdialog.moc"
