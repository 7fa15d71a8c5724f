// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textview.h"

#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <cmath>

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
    void drawsFiftyMegabytesInOneLine();
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

// A point inside the view, found by what the font measures.
QPoint TestTextView::placeOf(int row, double column) const
{
    const QFontMetricsF metrics(m_view->font());
    const int rowHeight = int(std::ceil(metrics.height() * 1.2));
    const double gutter
        = std::ceil(3 * metrics.horizontalAdvance(QLatin1Char('0'))) + spacing::medium + 2 * spacing::small;
    return {int(gutter + column * metrics.horizontalAdvance(QLatin1Char('0'))),
        spacing::hair + row * rowHeight + rowHeight / 2};
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

void TestTextView::drawsFiftyMegabytesInOneLine()
{
    const QByteArray body = "[\"" + QByteArray(50'000'000, 'x') + "\"]";
    const PreparedText text = preparedText(json::Document::parse(body), TextForm::AsReceived);
    QElapsedTimer timer;
    timer.start();
    m_view->setText(text);
    m_view->grab();
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    m_view->grab();
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(m_view->visibleText().endsWith(QStringLiteral("xx\"]")));
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
