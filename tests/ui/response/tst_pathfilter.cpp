// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/pathfilter.h"

#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class RememberingClipboard final : public Clipboard
{
public:
    void setText(const QString &newText) override { text = newText; }
    QString text;
};

} // namespace

class TestPathFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_filter.reset(); }
    void tellsFaultsAtTheirPlace_data();
    void tellsFaultsAtTheirPlace();
    void aFaultTakesTheRowsAway();
    void anotherAnswerTakesTheRowsAway();
    void saysWhereTheListEnds();
    void copiesAllResults_data();
    void copiesAllResults();

private:
    template <typename Widget> Widget *part(const char *name) const
    {
        return m_filter->findChild<Widget *>(QLatin1String(name));
    }
    void type(const QString &text) const { QTest::keyClicks(part<QLineEdit>("pathLineEdit"), text); }
    [[nodiscard]] QString count() const { return part<QLabel>("pathCountLabel")->text(); }
    [[nodiscard]] QTableView *list() const { return part<QTableView>("pathResultTableView"); }

    ThemeService m_theme;
    RememberingClipboard m_clipboard;
    std::unique_ptr<PathFilter> m_filter;
};

void TestPathFilter::init()
{
    m_clipboard.text.clear();
    m_filter = std::make_unique<PathFilter>(m_theme, m_clipboard);
    m_filter->resize(600, 300);
    m_filter->setDocument(json::Document::parse("{\"data\":[{\"id\":1.10},{\"id\":2}]}"));
    m_filter->show();
}

void TestPathFilter::tellsFaultsAtTheirPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("no dollar") << QStringLiteral("data.id") << QStringLiteral("A path begins with $");
    QTest::newRow("open bracket") << QStringLiteral("$.data[") << QStringLiteral("Character 8: ");
    QTest::newRow("spaces before it") << QStringLiteral("  $.data[") << QStringLiteral("Character 10: ");
    QTest::newRow("unknown function")
        << QStringLiteral("$[?foo(@)]") << QStringLiteral("Character 4: there is no function foo.");
}

void TestPathFilter::tellsFaultsAtTheirPlace()
{
    QFETCH(QString, path);
    QFETCH(QString, beginning);
    auto *fault = part<QLabel>("pathFaultLabel");
    type(path);
    QTRY_VERIFY2(fault->text().startsWith(beginning), qPrintable(fault->text()));
    QVERIFY(fault->isVisible());
    QCOMPARE(part<QLineEdit>("pathLineEdit")->text(), path);
    part<QLineEdit>("pathLineEdit")->setText(QStringLiteral("$"));
    QTRY_VERIFY(!fault->isVisible());
}

void TestPathFilter::aFaultTakesTheRowsAway()
{
    type(QStringLiteral("$..id"));
    QTRY_COMPARE(count(), QStringLiteral("2 values"));
    type(QStringLiteral("["));
    QTRY_VERIFY(part<QLabel>("pathFaultLabel")->isVisible());
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(!list()->isVisible());
}

void TestPathFilter::anotherAnswerTakesTheRowsAway()
{
    type(QStringLiteral("$..id"));
    QTRY_COMPARE(count(), QStringLiteral("2 values"));
    m_filter->setDocument(json::Document::parse("[{\"id\":3}]"));
    QCOMPARE(list()->model()->rowCount(), 0); // none of them leads into the new one
    QTRY_COMPARE(count(), QStringLiteral("1 value"));
}

void TestPathFilter::saysWhereTheListEnds()
{
    QByteArray body = "[";
    for (int i = 0; i <= models::PathResultModel::mostRows; ++i)
        body += "1,";
    body.back() = ']';
    m_filter->setDocument(json::Document::parse(body));
    type(QStringLiteral("$.*"));
    QTRY_COMPARE(count(), QStringLiteral("200,001 values, listed are the first 200,000"));
    QCOMPARE(list()->model()->rowCount(), 200'000);
}

void TestPathFilter::copiesAllResults_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("copied");
    QTest::newRow("as JSON") << QStringLiteral("copyAllAsJsonAction") << QStringLiteral("[1.10,\n2]");
    QTest::newRow("paths") << QStringLiteral("copyAllPathsAction") << QStringLiteral("$.data[0].id\n$.data[1].id\n");
}

void TestPathFilter::copiesAllResults()
{
    QFETCH(QString, action);
    type(QStringLiteral("$..id"));
    QTRY_COMPARE(count(), QStringLiteral("2 values"));
    list()->selectRow(0);
    Q_EMIT list()->customContextMenuRequested({5, 5});
    auto *chosen = m_filter->findChild<QAction *>(action);
    QVERIFY(chosen);
    chosen->trigger();
    QTRY_VERIFY(!m_clipboard.text.isEmpty());
    QTEST(m_clipboard.text, "copied");
}

QTEST_MAIN(TestPathFilter)
#include "tst_pathfilter.moc"
