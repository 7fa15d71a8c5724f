// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/tablepane.h"

#include "app/base/atomicfile.h"
#include "app/models/jsontablemodel.h"
#include "tests/support/looptick.h"
#include "ui/response/tableview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class RememberingClipboard final : public Clipboard
{
public:
    void setText(const QString &newText) override { text = newText; }
    QString text;
};

class AnsweringFileDialog final : public FileDialog
{
public:
    void ask(QWidget *, const FileQuestion &newQuestion, const std::function<void(const QString &)> &onChosen) override
    {
        question = newQuestion;
        onChosen(path);
    }
    QString path;
    FileQuestion question;
};

constexpr char issues[] = "{\"data\":{\"items\":[{\"id\":2,\"title\":\"b\",\"user\":{\"login\":\"x\"}},"
                          "{\"id\":1,\"title\":\"a\",\"user\":{\"login\":\"y\"}},{\"id\":10,\"title\":\"\"}],"
                          "\"labels\":[{\"name\":\"bug\"}]}}";

} // namespace

class TestTablePane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void offersTheArraysOfTheBody();
    void saysWhyThereIsNoTable_data();
    void saysWhyThereIsNoTable();
    void looksOnlyWhenItIsSeen();
    void sortsByClicks();
    void copiesTheSelection();
    void copiesASingleCellAsItsText();
    void exportsWhatIsShown();
    void saysWhenTheExportFails();
    void leadsToTheTree();
    void copiesFromItsMenu();
    void hidesAndShowsColumns();
    void opensAColumnFromItsMenu();
    void remembersWidths();
    void staysAliveOverAMillionRows();
    void measuresNoRowsUnseen();

private:
    void show(const QByteArray &json)
    {
        m_document = json::Document::parse(json);
        m_pane->setDocument(m_document);
        QTRY_VERIFY(!isWorking());
    }
    [[nodiscard]] bool isWorking() const
    {
        const auto *sentence = m_pane->findChild<QLabel *>(QStringLiteral("noTableLabel"));
        return table()->isBusy() || (sentence->isVisible() && sentence->text().endsWith(QChar(0x2026)));
    }
    [[nodiscard]] models::JsonTableModel *table() const { return m_pane->findChild<models::JsonTableModel *>(); }
    [[nodiscard]] TableView *view() const { return m_pane->findChild<TableView *>(); }
    [[nodiscard]] QComboBox *choice() const { return m_pane->findChild<QComboBox *>(); }
    [[nodiscard]] QString column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < table()->rowCount(); ++row)
            cells.append(table()->index(row, column).data().toString());
        return cells.join(QLatin1Char(' '));
    }
    void clickHeader(int column)
    {
        QHeaderView *header = view()->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(column) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(!table()->isBusy());
    }
    // Triggers an entry of the menu over a cell.
    void choose(const QModelIndex &cell, const char *name)
    {
        view()->setCurrentIndex(cell);
        Q_EMIT view()->customContextMenuRequested(view()->visualRect(cell).center());
        auto *menu = m_pane->findChild<QMenu *>(QStringLiteral("tableCellMenu"));
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(QLatin1String(name));
        QVERIFY(action);
        QVERIFY(action->isEnabled());
        action->trigger();
        menu->close();
        QTRY_VERIFY(!m_pane->findChild<QMenu *>(QStringLiteral("tableCellMenu")));
        QTRY_VERIFY(!table()->isBusy());
    }
    void copyWithKeys()
    {
        m_clipboard.text.clear();
        view()->findChild<QAction *>(QStringLiteral("copyTableSelectionAction"))->trigger();
        QTRY_VERIFY(!m_clipboard.text.isEmpty());
    }

    ThemeService m_theme;
    RememberingClipboard m_clipboard;
    AnsweringFileDialog m_files;
    json::Document m_document;
    std::unique_ptr<TablePane> m_pane;
};

void TestTablePane::init()
{
    m_pane = std::make_unique<TablePane>(m_theme, m_clipboard, m_files);
    m_pane->resize(700, 400);
    m_pane->show();
}

void TestTablePane::offersTheArraysOfTheBody()
{
    show(issues);
    QCOMPARE(choice()->count(), 2);
    QCOMPARE(choice()->itemText(0), QString::fromUtf8("$.data.items — 3 rows"));
    QCOMPARE(choice()->itemText(1), QString::fromUtf8("$.data.labels — 1 row"));
    QCOMPARE(table()->columnCount(), 3);
    QVERIFY(view()->isVisible());
    choice()->setCurrentIndex(1);
    Q_EMIT choice()->activated(1);
    QTRY_VERIFY(!table()->isBusy());
    QCOMPARE(column(0), QStringLiteral("bug"));
    QCOMPARE(m_pane->findChild<QLabel *>(QStringLiteral("tableNotesLabel"))->text(), QStringLiteral("1 column"));
}

void TestTablePane::saysWhyThereIsNoTable_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QByteArray() << "No body arrived.";
    QTest::newRow("no JSON") << QByteArray("<html>") << "The body is not JSON. The Text tab shows it as it came.";
    QTest::newRow("no array") << QByteArray("{\"a\":[1,2]}")
                              << "The body holds no array of objects, so there is nothing to show as a table.";
}

void TestTablePane::saysWhyThereIsNoTable()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, sentence);
    show(issues);
    show(body);
    auto *label = m_pane->findChild<QLabel *>(QStringLiteral("noTableLabel"));
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), sentence);
    QVERIFY(!choice()->isVisible());
}

void TestTablePane::looksOnlyWhenItIsSeen()
{
    m_pane->hide();
    show(issues);
    QCOMPARE(choice()->count(), 0);
    m_pane->show();
    QTRY_COMPARE(choice()->count(), 2);
    QTRY_COMPARE(table()->rowCount(), 3);
}

void TestTablePane::sortsByClicks()
{
    show(issues);
    const QHeaderView *header = view()->horizontalHeader();
    clickHeader(0);
    QCOMPARE(column(0), QStringLiteral("1 2 10"));
    QCOMPARE(header->sortIndicatorSection(), 0);
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    clickHeader(0);
    QCOMPARE(column(0), QStringLiteral("10 2 1"));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    clickHeader(0);
    QCOMPARE(column(0), QStringLiteral("2 1 10"));
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void TestTablePane::copiesTheSelection()
{
    show(issues);
    view()->horizontalHeader()->moveSection(1, 0);
    view()->hideColumn(2);
    view()->selectAll();
    copyWithKeys();
    QCOMPARE(m_clipboard.text, QStringLiteral("title\tid\r\nb\t2\r\na\t1\r\n\"\"\t10\r\n"));
    m_clipboard.text.clear();
    choose(table()->index(1, 0), "copyCsvAction");
    QTRY_COMPARE(m_clipboard.text, QStringLiteral("1"));
}

void TestTablePane::copiesASingleCellAsItsText()
{
    show("[{\"a\":\"one\\ttwo \\\"quoted\\\"\"}]");
    view()->setCurrentIndex(table()->index(0, 0));
    copyWithKeys();
    QCOMPARE(m_clipboard.text, QStringLiteral("one\ttwo \"quoted\""));
}

void TestTablePane::exportsWhatIsShown()
{
    QTemporaryDir folder;
    m_files.path = folder.filePath(QStringLiteral("out.csv"));
    show(issues);
    table()->expand(2);
    QTRY_VERIFY(!table()->isBusy());
    clickHeader(0);
    view()->hideColumn(1);
    m_pane->findChild<QToolButton *>(QStringLiteral("exportTableToolButton"))->click();
    QCOMPARE(m_files.question.suggestedName, QStringLiteral("table.csv"));
    auto *strip = m_pane->findChild<MessageStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(readFile(m_files.path).value(), QByteArray("id,user.login\r\n1,y\r\n2,x\r\n10,\r\n"));
}

void TestTablePane::saysWhenTheExportFails()
{
    QTemporaryDir folder;
    m_files.path = folder.path();
    show(issues);
    m_pane->findChild<QToolButton *>(QStringLiteral("exportTableToolButton"))->click();
    auto *strip = m_pane->findChild<MessageStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(folder.path()), qPrintable(strip->text()));
}

void TestTablePane::leadsToTheTree()
{
    show(issues);
    QList<json::Value> shown;
    connect(m_pane.get(), &TablePane::revealRequested, m_pane.get(), [&](const json::Value &value) { shown.append(value); });
    view()->setCurrentIndex(table()->index(1, 2));
    QTest::keyClick(view(), Qt::Key_Return);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(table()->index(0, 1)).center());
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(table()->index(0, 1)).center());
    choose(table()->index(2, 2), "showInTreeAction"); // missing: its row
    QCOMPARE(shown.size(), 3);
    QCOMPARE(shown[0].raw().toByteArray(), QByteArray("{\"login\":\"y\"}"));
    QCOMPARE(shown[1].raw().toByteArray(), QByteArray("\"b\""));
    QCOMPARE(shown[2].raw().toByteArray(), QByteArray("{\"id\":10,\"title\":\"\"}"));
}

void TestTablePane::copiesFromItsMenu()
{
    show(issues);
    choose(table()->index(1, 1), "copyCellAction");
    QCOMPARE(m_clipboard.text, QStringLiteral("a"));
    choose(table()->index(2, 1), "copyRowAction");
    QCOMPARE(m_clipboard.text, QStringLiteral("{\"id\":10,\"title\":\"\"}"));
    choose(table()->index(1, 2), "copyCellPathAction");
    QCOMPARE(m_clipboard.text, QStringLiteral("$.data.items[1].user"));
}

void TestTablePane::hidesAndShowsColumns()
{
    show(issues);
    choose(table()->index(0, 1), "hideColumnAction");
    QVERIFY(view()->isColumnHidden(1));
    choose(table()->index(0, 0), "showAllColumnsAction");
    QVERIFY(!view()->isColumnHidden(1));
}

void TestTablePane::opensAColumnFromItsMenu()
{
    show(issues);
    choose(table()->index(0, 2), "expandColumnAction");
    QCOMPARE(table()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("user.login"));
    choose(table()->index(0, 2), "collapseColumnAction");
    QCOMPARE(table()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("user"));
}

void TestTablePane::remembersWidths()
{
    show(issues);
    view()->setColumnWidth(1, 277);
    show("[{\"other\":1,\"id\":1,\"title\":\"x\"}]");
    QCOMPARE(view()->columnWidth(2), 277);
    QVERIFY(view()->columnWidth(0) < 277);
}

void TestTablePane::staysAliveOverAMillionRows()
{
    QByteArray json = "[";
    for (int i = 0; i < 1'000'000; ++i)
        json += "{\"n\":" + QByteArray::number(1'000'000 - i) + "},";
    json.back() = ']';
    const json::Document document = json::Document::parse(json);
    const test::LoopTick tick;
    m_pane->setDocument(document);
    QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 1'000'000, 20'000);
    table()->sort(0);
    QTRY_VERIFY_WITH_TIMEOUT(!table()->isBusy(), 20'000);
    QCOMPARE(table()->index(0, 0).data().toString(), QStringLiteral("1"));
    QVERIFY(tick.count() > 1);
    qInfo("longest gap %lld ms", static_cast<long long>(tick.longestGap().count()));
}

// A person who goes to another tab while the table is read comes back to columns that fit.
void TestTablePane::measuresNoRowsUnseen()
{
    QByteArray json = "[";
    for (int i = 0; i < 200'000; ++i)
        json += "{\"title\":\"a rather long text for a narrow column\"},";
    json.back() = ']';
    // In the moment it begins: on a busy machine a look now and then may come when all is read.
    connect(table(), &models::JsonTableModel::busyChanged, m_pane.get(), [this] {
        if (table()->isBusy())
            m_pane->hide();
    });
    m_pane->setDocument(json::Document::parse(json));
    QTRY_VERIFY(m_pane->isHidden());
    const test::LoopTick tick;
    QTRY_COMPARE(table()->rowCount(), 200'000);
    QCoreApplication::processEvents();
    // A few milliseconds; with every row measured, over a second.
    QVERIFY2(tick.longestGap().count() < 500, qPrintable(QString::number(tick.longestGap().count())));
    m_pane->show();
    QTRY_VERIFY(view()->columnWidth(0) > 200);
}

QTEST_MAIN(TestTablePane)
#include "tst_tablepane.moc"
