// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoneditor.h"
#include "ui/request/authconfigpane.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

// Two views of one text, and no value in either before it is asked for.
class TestAuthConfigPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tab.reset(); }
    void valuesAreHiddenUntilAskedFor();
    void aParameterIsTypedInTheTable();
    void baseUrlAndBodyAreFields();
    void brokenJsonIsShown();

private:
    template <typename T> T *part(const char *name) const
    {
        return m_tab->findChild<T *>(QLatin1String(name));
    }
    void load(const QByteArray &text)
    {
        m_tab->editor()->setBytes(text);
        m_tab->takeDraft();
    }

    ThemeService m_theme;
    std::unique_ptr<AuthConfigPane> m_tab;
};

void TestAuthConfigPane::init()
{
    m_tab = std::make_unique<AuthConfigPane>(m_theme);
    m_tab->resize(560, 560);
    m_tab->show();
    m_tab->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_tab.get()));
}

void TestAuthConfigPane::valuesAreHiddenUntilAskedFor()
{
    load(R"({"parameters":[{"name":"k","in":"query","value":"hush"}],"body":{"p":"quiet"}})");
    auto *table = part<QTableView>("authParametersTableView");
    QVERIFY(!m_tab->editor()->isVisible());
    QVERIFY(part<QWidget>("authConfigHiddenLabel")->isVisible());
    QVERIFY(!table->model()->index(0, 2).data().toString().contains(QStringLiteral("hush")));
    QCOMPARE(part<QLineEdit>("authBodyLineEdit")->echoMode(), QLineEdit::Password);
    auto *show = part<QCheckBox>("showValuesCheckBox");
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(m_tab->editor()->isVisible());
    QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("hush"));
    QCOMPARE(part<QLineEdit>("authBodyLineEdit")->echoMode(), QLineEdit::Normal);
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(!m_tab->editor()->isVisible());
}

void TestAuthConfigPane::aParameterIsTypedInTheTable()
{
    load({});
    QVERIFY(m_tab->editor()->isVisible());
    QTest::mouseClick(part<QPushButton>("addParameterPushButton"), Qt::LeftButton);
    auto *table = part<QTableView>("authParametersTableView");
    QCOMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(part<QLineEdit>("parameterLineEdit"));
    QTest::keyClicks(part<QLineEdit>("parameterLineEdit"), QStringLiteral("Authorization"));
    QTest::keyClick(part<QLineEdit>("parameterLineEdit"), Qt::Key_Return);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Authorization"));
    table->setCurrentIndex(table->model()->index(0, 2));
    table->edit(table->model()->index(0, 2));
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, QStringLiteral("Bearer x"));
    QTest::keyClick(field, Qt::Key_Return);
    const QByteArray parameter = R"({"name": "Authorization", "in": "header", "value": "Bearer x"})";
    QTRY_VERIFY2(m_tab->editor()->bytes().contains(parameter), m_tab->editor()->bytes().constData());
    QTRY_VERIFY(!m_tab->editor()->isVisible());
    m_tab->editor()->undo(); // one history with the text
    QVERIFY(!m_tab->editor()->bytes().contains("Bearer x"));
    QVERIFY(table->model()->index(0, 2).data(Qt::EditRole).toString().isEmpty());
}

void TestAuthConfigPane::baseUrlAndBodyAreFields()
{
    load(R"({"note":1.10})");
    auto *url = part<QLineEdit>("authBaseUrlLineEdit");
    QTest::keyClicks(url, QStringLiteral("https://a.example"));
    QTest::keyClick(url, Qt::Key_Return);
    QVERIFY(m_tab->editor()->bytes().startsWith(R"({"note":1.10,)"));
    QVERIFY(m_tab->editor()->bytes().contains("\"https://a.example\""));
    auto *body = part<QLineEdit>("authBodyLineEdit");
    QTest::keyClicks(body, QStringLiteral("{oops"));
    QTest::keyClick(body, Qt::Key_Return);
    QVERIFY(body->property("problem").toBool());
    QVERIFY(!m_tab->editor()->bytes().contains("oops"));
    body->selectAll();
    QTest::keyClicks(body, QStringLiteral("{\"a\":1}"));
    QTest::keyClick(body, Qt::Key_Return);
    QVERIFY(!body->property("problem").toBool());
    QVERIFY(m_tab->editor()->bytes().contains(R"({"a":1})"));
}

void TestAuthConfigPane::brokenJsonIsShown()
{
    load(R"({"parameters":[{"value":"hush")");
    QVERIFY(m_tab->editor()->isVisible());
    QVERIFY(!part<QTableView>("authParametersTableView")->isEnabled());
}

QTEST_MAIN(TestAuthConfigPane)
#include "tst_authconfigpane.moc"
