// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answertabs.h"

#include "tests/support/contentcoding.h"
#include "ui/response/textview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class NoClipboard final : public Clipboard
{
public:
    void setText(const QString &) override { }
};

} // namespace

// Bodies that are not plain JSON: which tabs there are, which is in front, and what is said about the body.
class TestAnswerTabs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesTheTab_data();
    void choosesTheTab();
    void namesAWrongContentType();
    void showsOtherCharsets_data();
    void showsOtherCharsets();
    void saysThatACharsetIsNotKnown();
    void unpacksAndGoesBack();
    void showsTheBeginningOfACutFile();
    void aNewAnswerEndsTheNote();

private:
    void show(const QByteArray &body, const QByteArray &type);
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs->findChild<QTabWidget *>(); }
    [[nodiscard]] QString front() const { return tabs()->tabText(tabs()->currentIndex()); }
    [[nodiscard]] QString note() const
    {
        const auto *strip = m_tabs->findChild<MessageStrip *>(QStringLiteral("bodyMessageStrip"));
        return strip->isVisible() ? strip->text() : QString();
    }
    [[nodiscard]] QString visibleText() const
    {
        return m_tabs->findChild<TextView *>(QStringLiteral("bodyTextView"))->visibleText();
    }
    void click(const char *name) const
    {
        QTest::mouseClick(m_tabs->findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }

    ThemeService m_theme;
    NoClipboard m_clipboard;
    SystemFileDialog m_files;
    SystemMessageBox m_questions;
    std::unique_ptr<AnswerTabs> m_tabs;
};

void TestAnswerTabs::init()
{
    m_tabs = std::make_unique<AnswerTabs>(m_theme, m_clipboard, m_files, m_questions);
    m_tabs->resize(800, 500);
    m_tabs->show();
}

void TestAnswerTabs::show(const QByteArray &body, const QByteArray &type)
{
    workspace::RunRecord record;
    record.entry.exchange.answer = {200, "OK", {{"Content-Type", type}}, body};
    record.judgement = diagnosis::judge(record.entry.exchange);
    m_tabs->showRecord(record, body);
}

void TestAnswerTabs::choosesTheTab_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("tab");
    QTest::addColumn<bool>("hasPreview");
    QTest::newRow("json") << QByteArray("{\"a\":1}") << QByteArray("application/json") << QStringLiteral("Tree") << false;
    QTest::newRow("text") << QByteArray("hello") << QByteArray("text/plain") << QStringLiteral("Text") << false;
    QTest::newRow("html") << QByteArray("<html><p>a</html>") << QByteArray("text/html") << QStringLiteral("Text") << true;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7") << QByteArray("application/pdf") << QStringLiteral("Preview") << true;
    QTest::newRow("bytes") << QByteArray("\0\1", 2) << QByteArray() << QStringLiteral("Preview") << true;
}

void TestAnswerTabs::choosesTheTab()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const bool, hasPreview);
    QFETCH(const QString, tab);
    show(body, type);
    QTRY_COMPARE(front(), tab);
    QCOMPARE(tabs()->isTabVisible(3), hasPreview);
    // The next answer has its own.
    show("{\"a\":1}", "application/json");
    QTRY_COMPARE(front(), QStringLiteral("Tree"));
    QVERIFY(!tabs()->isTabVisible(3));
}

void TestAnswerTabs::namesAWrongContentType()
{
    show("<html>502</html>", "application/json");
    QTRY_COMPARE(note(), QStringLiteral("Content-Type says application/json, the bytes are HTML."));
}

void TestAnswerTabs::showsOtherCharsets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("charset");
    QTest::newRow("latin-1") << QByteArray("{\"a\":\"caf\xe9\"}") << QByteArray("application/json; charset=iso-8859-1")
                             << QStringLiteral("iso-8859-1");
    QTest::newRow("utf-16") << QByteArray("\xff\xfe" "\"\0c\0a\0f\0\xe9\0\"\0", 14) << QByteArray("application/json")
                            << QStringLiteral("utf-16le");
}

void TestAnswerTabs::showsOtherCharsets()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const QString, charset);
    show(body, type);
    QTRY_COMPARE(front(), QStringLiteral("Tree"));
    QTRY_VERIFY(visibleText().contains(QStringLiteral("\"café\"")));
    QCOMPARE(note(),
        QStringLiteral("Shown converted from %1. Saved, it stays as it was received.").arg(charset));
}

void TestAnswerTabs::saysThatACharsetIsNotKnown()
{
    show("hello", "text/plain; charset=x-none");
    QTRY_COMPARE(
        note(), QStringLiteral("The charset x-none is not known here; the text is shown as if it were UTF-8."));
    QTRY_COMPARE(visibleText().trimmed(), QStringLiteral("hello"));
}

void TestAnswerTabs::unpacksAndGoesBack()
{
    show(test::gzip("{\"n\": 1.10}"), "application/gzip");
    QTRY_COMPARE(front(), QStringLiteral("Preview"));
    click("unpackPushButton");
    QTRY_COMPARE(front(), QStringLiteral("Tree"));
    QTRY_VERIFY(visibleText().contains(QStringLiteral("\"n\": 1.10")));
    QVERIFY(note().startsWith(QLatin1String("Unpacked from ")));
    QVERIFY(note().endsWith(QLatin1String("Saved, it stays as it was received.")));
    QVERIFY(!tabs()->isTabVisible(3));
    click("bodyPushButton");
    QTRY_COMPARE(front(), QStringLiteral("Preview"));
    QCOMPARE(note(), QString());
}

void TestAnswerTabs::showsTheBeginningOfACutFile()
{
    const QByteArray packed = test::gzip("{\"text\": \"" + QByteArray(5000, 'x') + "\"}");
    show(packed.first(packed.size() - 9), "application/gzip");
    QTRY_COMPARE(front(), QStringLiteral("Preview"));
    click("unpackPushButton");
    QTRY_VERIFY(note().contains(QLatin1String("The compressed data ends before its end. What could be unpacked")));
    QTRY_VERIFY(visibleText().contains(QStringLiteral("\"text\"")));
}

void TestAnswerTabs::aNewAnswerEndsTheNote()
{
    show("<html>502</html>", "application/json");
    QTRY_VERIFY(!note().isEmpty());
    show("{}", "application/json");
    QTRY_COMPARE(note(), QString());
}

QTEST_MAIN(TestAnswerTabs)
#include "tst_answertabs.moc"
