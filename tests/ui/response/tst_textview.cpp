// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textview.h"

#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

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

class TestTextView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheRowsOnTheScreen();
    void copiesWhatTheKeyboardSelects();
    void copiesWhatTheMouseSelects();
    void selectsAWord();
    void copiesTheBytesAsTheyCame();
    void scrollsToTheCaret();
    void theNewestTextWins();
    void reachesTheEndOfFiftyMegabytesInOneLine();
    void foldsABlock();
    void unfoldsWhatIsSelected();
    void wrapsLongLines();
    void goesToALine();
    void selectsBytesOfTheBody();
    void selectsWhenTheTextIsReady();
    void highlightsMarks();
    void copiesManyRowsMeanwhile();
    void numbersNoRowsOfBytes();
    void showsNothing();

private:
    void show(const QByteArray &body, TextForm form = TextForm::AsReceived);
    [[nodiscard]] QPoint placeOf(int row, double column) const;

    std::unique_ptr<ThemeService> m_theme;
    RememberingClipboard m_clipboard;
    std::unique_ptr<TextView> m_view;
};

void TestTextView::init()
{
    m_view.reset();
    m_theme = std::make_unique<ThemeService>();
    m_view = std::make_unique<TextView>(*m_theme, m_clipboard);
    m_view->resize(500, 300);
    m_view->show();
    m_view->setFocus();
    m_clipboard.text.clear();
}

void TestTextView::show(const QByteArray &body, TextForm form)
{
    m_view->setText(preparedText(json::Document::parse(body), form));
}

// A point on a row, that many characters from its beginning.
QPoint TestTextView::placeOf(int row, double column) const
{
    const QFontMetricsF metrics(m_view->font());
    const QPoint begin = m_view->pointOf({row, 0});
    return {int(begin.x() + column * metrics.horizontalAdvance(QLatin1Char('0'))),
        begin.y() + int(metrics.height() / 2)};
}

void TestTextView::showsTheRowsOnTheScreen()
{
    show("{\"a\":[1,2]}", TextForm::Pretty);
    QCOMPARE(m_view->visibleText(), QStringLiteral("{\n  \"a\": [\n    1,\n    2\n  ]\n}"));
    QByteArray many;
    for (int i = 0; i < 100'000; ++i)
        many += QByteArray::number(i) + '\n';
    show(many);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->visibleText().endsWith(QStringLiteral("99998\n99999\n")));
}

void TestTextView::copiesWhatTheKeyboardSelects()
{
    show("one\ntwo\nthree");
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(m_clipboard.text, QStringLiteral("ne\nt"));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), QByteArray("ne\ntwo\n"));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(m_clipboard.text, QStringLiteral("one\ntwo\nthree"));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(!m_view->hasSelection());
}

void TestTextView::copiesWhatTheMouseSelects()
{
    show("one\ntwo\nthree");
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, placeOf(0, 1.1));
    QTest::mouseMove(m_view->viewport(), placeOf(2, 1.9));
    // Offscreen, QTest's own move carries no button.
    QMouseEvent move(QEvent::MouseMove, placeOf(2, 1.9), m_view->viewport()->mapToGlobal(placeOf(2, 1.9)),
        Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, placeOf(2, 1.9));
    QCOMPARE(m_view->selectedBytes(), QByteArray("ne\ntwo\nth"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, placeOf(1, 0));
    QVERIFY(!m_view->hasSelection());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, placeOf(1, 3));
    QCOMPARE(m_view->selectedBytes(), QByteArray("two"));
}

void TestTextView::selectsAWord()
{
    show("{\"user_name\": \"x\"}");
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, placeOf(0, 4));
    QCOMPARE(m_view->selectedBytes(), QByteArray("user_name"));
}

void TestTextView::copiesTheBytesAsTheyCame()
{
    const QByteArray body("a\xC3\xA9\xF0\x9F\x98\x80\xFF\0\r\nz", 12);
    show(body);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedBytes(), body);
    // One step of the caret is one character, whatever it takes in bytes.
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), QByteArray("a\xC3\xA9\xF0\x9F\x98\x80"));
}

void TestTextView::scrollsToTheCaret()
{
    show(QByteArray("line\n").repeated(1000) + QByteArray(900, 'x'));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->horizontalScrollBar()->value() > 0);
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QCOMPARE(m_view->horizontalScrollBar()->value(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
}

void TestTextView::theNewestTextWins()
{
    QSemaphore gate;
    const QSignalSpy changed(m_view.get(), &TextView::textChanged);
    m_view->prepare([&gate] {
        gate.acquire();
        return preparedText(json::Document::parse("\"old\""), TextForm::AsReceived);
    });
    m_view->prepare([] { return preparedText(json::Document::parse("\"new\""), TextForm::AsReceived); });
    QTRY_COMPARE(m_view->visibleText(), QStringLiteral("\"new\""));
    gate.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QCOMPARE(m_view->visibleText(), QStringLiteral("\"new\""));
    QCOMPARE(changed.count(), 1);
}

void TestTextView::reachesTheEndOfFiftyMegabytesInOneLine()
{
    show("[\"" + QByteArray(50'000'000, 'x') + "\"]", TextForm::Pretty);
    m_view->grab();
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    m_view->grab();
    QVERIFY(m_view->visibleText().endsWith(QStringLiteral("xx\"\n]")));
}

void TestTextView::foldsABlock()
{
    show("{\"a\":[1,2],\"b\":3}", TextForm::Pretty);
    const QPoint sign(m_view->pointOf({0, 0}).x() - spacing::medium, placeOf(1, 0).y());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, sign);
    QCOMPARE(m_view->visibleText(), QStringLiteral("{\n  \"a\": [\n  \"b\": 3\n}"));
    // What is folded away is copied like the rest.
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedBytes(), QByteArray("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 3\n}"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, sign);
    QCOMPARE(m_view->visibleText(), QStringLiteral("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 3\n}"));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->visibleText(), QStringLiteral("{"));
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->visibleText().endsWith(QStringLiteral("3\n}")));
}

void TestTextView::unfoldsWhatIsSelected()
{
    const QByteArray body = "{\"a\":[1,{\"deep\":2}]}";
    show(body, TextForm::Pretty);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->visibleText(), QStringLiteral("{"));
    const qsizetype begin = body.indexOf("\"deep\"");
    m_view->select(begin, begin + 6);
    QCOMPARE(m_view->selectedBytes(), QByteArray("\"deep\""));
    QVERIFY(m_view->visibleText().contains(QStringLiteral("\"deep\": 2")));
}

void TestTextView::wrapsLongLines()
{
    QByteArray words;
    for (int i = 0; i < 150; ++i)
        words += "word" + QByteArray::number(i) + ' ';
    show(words + "\nlast");
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->setWrapped(true);
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    // Every end of the text can be reached.
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->viewport()->rect().contains(m_view->pointOf({m_view->text().lines->rowCount() - 1, 4})));
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->pointOf({0, 0}).y(), spacing::hair);
    // Down goes to the next line on the screen, not of the text.
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(m_view->selectedBytes().size() < 80);
    QVERIFY(!m_view->selectedBytes().isEmpty());
    m_view->setWrapped(false);
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
}

void TestTextView::goesToALine()
{
    QByteArray many;
    for (int i = 1; i <= 1000; ++i)
        many += "line " + QByteArray::number(i) + '\n';
    show(many);
    m_view->goToLine(700);
    QVERIFY(m_view->visibleText().contains(QStringLiteral("line 700\n")));
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), QByteArray("line 700"));
    m_view->goToLine(99'999);
    QVERIFY(m_view->visibleText().contains(QStringLiteral("line 1000")));
}

void TestTextView::selectsBytesOfTheBody()
{
    QByteArray body = "[";
    for (int i = 0; i < 5000; ++i)
        body += "{\"id\":" + QByteArray::number(i) + "},";
    body += "null]";
    for (const TextForm form : {TextForm::Pretty, TextForm::AsReceived}) {
        show(body, form);
        const qsizetype begin = body.indexOf("\"id\":4321");
        m_view->select(begin, begin + 4);
        QCOMPARE(m_view->selectedBytes(), QByteArray("\"id\""));
        QCOMPARE(m_view->caretOffset(), begin);
        QVERIFY(m_view->visibleText().contains(QStringLiteral("4321")));
    }
}

void TestTextView::selectsWhenTheTextIsReady()
{
    const QByteArray body = "{\"a\":1,\"b\":22}";
    m_view->prepare([body] { return preparedText(json::Document::parse(body), TextForm::Pretty); });
    m_view->select(body.indexOf("22"), body.indexOf("22") + 2);
    QTRY_COMPARE(m_view->selectedBytes(), QByteArray("22"));
}

void TestTextView::highlightsMarks()
{
    const QByteArray body = "{\"a\":1,\"b\":22}";
    show(body, TextForm::Pretty);
    const QImage before = m_view->grab().toImage();
    const qsizetype begin = body.indexOf("22");
    m_view->setMarks([begin](qsizetype from, qsizetype to) {
        QList<std::pair<qsizetype, qsizetype>> marks;
        if (from <= begin && begin + 2 <= to)
            marks.append({begin, begin + 2});
        return marks;
    });
    const QImage after = m_view->grab().toImage();
    const QColor ground = m_theme->color(ColorRole::WarnGround);
    const QPoint corner = m_view->pointOf({2, 7}) + QPoint(1, 1);
    QCOMPARE(after.pixelColor(corner), ground);
    QVERIFY(before.pixelColor(corner) != ground);
    QVERIFY(after.pixelColor(m_view->pointOf({2, 3}) + QPoint(1, 1)) != ground);
    m_view->setMarks({});
    QCOMPARE(m_view->grab().toImage(), before);
}

void TestTextView::copiesManyRowsMeanwhile()
{
    QByteArray many;
    for (int i = 0; i < 20'000; ++i)
        many += QByteArray::number(i) + '\n';
    show(many);
    const QSignalSpy noticed(m_view.get(), &TextView::noticed);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(m_clipboard.text.toUtf8(), many);
    QCOMPARE(noticed.count(), 2);
}

// They begin with their offset; a number before it would take the room of the signs at the end.
void TestTextView::numbersNoRowsOfBytes()
{
    show("{}", TextForm::AsReceived);
    const int numbered = m_view->pointOf({0, 0}).x();
    show("{}", TextForm::Hex);
    QVERIFY(m_view->pointOf({0, 0}).x() < numbered);
    QCOMPARE(m_view->pointOf({0, 0}).x(), 2 * spacing::small);
}

void TestTextView::showsNothing()
{
    for (const int key : {Qt::Key_Left, Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown})
        QTest::keyClick(m_view.get(), Qt::Key(key), Qt::ShiftModifier);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    m_view->grab();
    QCOMPARE(m_view->visibleText(), QString());
    show("");
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    m_view->grab();
    QVERIFY(!m_view->hasSelection());
}

QTEST_MAIN(TestTextView)
#include "tst_textview.moc"
