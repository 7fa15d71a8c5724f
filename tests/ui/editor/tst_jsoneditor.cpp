// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/codeeditor.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace actionscope::ui;

class tst_JsonEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeService>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_window.reset(); }

    void handsBackTheVeryBytes_data();
    void handsBackTheVeryBytes();
    void typedTextComesBack();
    void pasteKeepsItsLineEndings();
    void formatKeepsSpelling();
    void formatIsOneUndoStep();
    void formatKeepsWindowsLineEndings();
    void formatKeepsTheCaretAtItsSign();
    void formatRefusesInvalidText();
    void problemIsNamedAndFound();
    void problemGoesWhenMended();
    void longTextIsCheckedAsWell();
    void eachChangeOfALargeTextIsTold();
    void aVeryLongLineIsNamed();
    void newestTextWins();
    void foreignProblemStaysUntilTheNextEdit();
    void enterIndents_data();
    void enterIndents();
    void closingBracketMovesUnderItsOpening();
    void tabIndentsAndEscapeTabLeaves();
    void controlTabBelongsToTheTabs();
    void controlReturnReachesTheWindow();
    void settingIsNoEdit();
    void hugeTextIsNotColoured();
    void followsTheTheme();
    void problemIsUnderlined();

private:
    [[nodiscard]] bool hasSquiggleAt(qsizetype offset) const
    {
        return (m_code->SendScintilla(
                    QsciScintilla::SCI_INDICATORALLONFOR, static_cast<unsigned long>(offset))
                   & (1 << 8))
            != 0;
    }

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<QWidget> m_window;
    JsonEditor *m_editor = nullptr;
    CodeEditor *m_code = nullptr;
    QLineEdit *m_before = nullptr;
    QLineEdit *m_after = nullptr;
};

void tst_JsonEditor::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    auto *column = new QVBoxLayout(m_window.get());
    m_before = new QLineEdit;
    m_editor = new JsonEditor(*m_theme, QStringLiteral("input"));
    m_after = new QLineEdit;
    column->addWidget(m_before);
    column->addWidget(m_editor);
    column->addWidget(m_after);
    m_code = m_editor->findChild<CodeEditor *>(QStringLiteral("inputCodeEditor"));
    QVERIFY(m_code);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_editor->setFocus();
    QVERIFY(m_code->hasFocus());
}

void tst_JsonEditor::handsBackTheVeryBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("numbers") << QByteArray("[12345678901234567890, 1.10, 1e400, -0]");
    QTest::newRow("beyond the BMP") << QByteArray("{\"a\": \"\xF0\x9F\x98\x80 \xC3\xA9\"}");
    QTest::newRow("CRLF") << QByteArray("{\r\n  \"a\": 1\r\n}\r\n");
    QTest::newRow("mixed line endings") << QByteArray("{\r\n\"a\":\n1\r}");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xFF\xC0\"}");
    QTest::newRow("a zero byte") << QByteArray("{\"a\0b\": 1}", 10);
    QTest::newRow("tabs and odd spaces") << QByteArray("{\t\"a\"  :\t[ 1 ,2 ]\t}  ");
    QTest::newRow("not JSON") << QByteArray("{oops");
}

void tst_JsonEditor::handsBackTheVeryBytes()
{
    QFETCH(QByteArray, bytes);
    m_editor->setBytes(bytes);
    QCOMPARE(m_editor->bytes(), bytes);
}

void tst_JsonEditor::typedTextComesBack()
{
    QTest::keyClicks(m_code, QStringLiteral("{\"n\": 1.10}"));
    QCOMPARE(m_editor->bytes(), QByteArray("{\"n\": 1.10}"));
}

void tst_JsonEditor::pasteKeepsItsLineEndings()
{
    QApplication::clipboard()->setText(QStringLiteral("[1,\r\n2,\n3]\U0001F600"));
    QTest::keyClick(m_code, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), QByteArray("[1,\r\n2,\n3]\xF0\x9F\x98\x80"));
}

void tst_JsonEditor::formatKeepsSpelling()
{
    m_editor->setBytes("{\"n\":12345678901234567890,\"a\":1.10,\"a\":\"\\u00e9 \\/\"}");
    QTest::mouseClick(
        m_editor->findChild<QToolButton *>(QStringLiteral("inputFormatToolButton")), Qt::LeftButton);
    QCOMPARE(m_editor->bytes(),
        QByteArray("{\n  \"n\": 12345678901234567890,\n  \"a\": 1.10,\n  \"a\": \"\\u00e9 \\/\"\n}"));
    QTest::mouseClick(
        m_editor->findChild<QToolButton *>(QStringLiteral("inputMinifyToolButton")), Qt::LeftButton);
    QCOMPARE(m_editor->bytes(), QByteArray("{\"n\":12345678901234567890,\"a\":1.10,\"a\":\"\\u00e9 \\/\"}"));
}

void tst_JsonEditor::formatIsOneUndoStep()
{
    const QByteArray before = "[1,[2,[3]],{\"a\":1}]";
    QTest::keyClicks(m_code, QString::fromUtf8(before));
    m_editor->format();
    QVERIFY(m_editor->bytes() != before);
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), before);
}

void tst_JsonEditor::formatKeepsWindowsLineEndings()
{
    m_editor->setBytes("[1,\r\n2]");
    m_editor->format();
    QCOMPARE(m_editor->bytes(), QByteArray("[\r\n  1,\r\n  2\r\n]"));
}

void tst_JsonEditor::formatKeepsTheCaretAtItsSign()
{
    m_editor->setBytes("{\"a\":1,\"b\":2}");
    m_code->jumpTo(12); // before the closing brace, after the 2
    m_editor->format();
    QTest::keyClicks(m_code, QStringLiteral("5"));
    QCOMPARE(m_editor->bytes(), QByteArray("{\n  \"a\": 1,\n  \"b\": 25\n}"));
}

void tst_JsonEditor::formatRefusesInvalidText()
{
    const QByteArray wrong = "{\"a\": 1,, \"b\": 01 }";
    m_editor->setBytes(wrong);
    m_editor->format();
    QCOMPARE(m_editor->bytes(), wrong);
    QVERIFY(m_editor->problemSentence().startsWith(QStringLiteral("Line 1, column 9: ")));
    m_editor->minify();
    QCOMPARE(m_editor->bytes(), wrong);
}

void tst_JsonEditor::problemIsNamedAndFound()
{
    QTest::keyClicks(m_code, QStringLiteral("[1, True]"));
    QCOMPARE(m_editor->problemSentence(), QString());
    QTRY_COMPARE(m_editor->problemSentence(),
        QStringLiteral("Line 1, column 5: JSON writes true, false and null in lower case."));
    // The sentence is the way to the place.
    auto *sentence = m_editor->findChild<QPushButton *>(QStringLiteral("inputProblemPushButton"));
    QVERIFY(sentence->isVisible());
    m_before->setFocus();
    QTest::mouseClick(sentence, Qt::LeftButton);
    QVERIFY(m_code->hasFocus());
    QTest::keyClick(m_code, Qt::Key_Delete);
    QTest::keyClicks(m_code, QStringLiteral("t"));
    QCOMPARE(m_editor->bytes(), QByteArray("[1, true]"));
}

void tst_JsonEditor::problemGoesWhenMended()
{
    m_editor->setBytes("[1");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    QTest::keyClick(m_code, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(m_code, QStringLiteral("]"));
    QTRY_VERIFY(m_editor->problemSentence().isEmpty());
    QVERIFY(!m_editor->findChild<QPushButton *>(QStringLiteral("inputProblemPushButton"))->isVisible());
    QVERIFY(!hasSquiggleAt(0));
}

// Above 256 kB the check runs on another thread.
void tst_JsonEditor::longTextIsCheckedAsWell()
{
    m_editor->setBytes('[' + QByteArray("1,\n").repeated(100'000) + "oops]");
    QTRY_VERIFY(m_editor->problemSentence().startsWith(QStringLiteral("Line 100001, column 1: ")));
}

// Of which Scintilla itself is asked to tell less.
void tst_JsonEditor::eachChangeOfALargeTextIsTold()
{
    const QByteArray large = '[' + QByteArray("1,\n").repeated(50'000) + "2]";
    QSignalSpy edited(m_editor, &JsonEditor::edited);
    m_editor->setBytes(large);
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 0);
    QCOMPARE(m_editor->bytes(), large);
    QTest::keyClick(m_code, Qt::Key_3);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_editor->bytes(), '3' + large);
    m_editor->undo();
    QCOMPARE(edited.size(), 2);
    QCOMPARE(m_editor->bytes(), large);
    m_editor->applyEdit({1, 1, "45"});
    QCOMPARE(edited.size(), 3);
    QVERIFY(m_editor->bytes().startsWith("[45,"));
    m_code->selectAll();
    m_code->cut(); // as from the menu
    QCOMPARE(m_editor->bytes(), QByteArray());
    QTRY_COMPARE(edited.size(), 4);
    m_editor->setBytes(large);
    m_editor->setBytes("[7]"); // small again
    QCOMPARE(edited.size(), 4);
    QTest::keyClick(m_code, Qt::Key_3);
    QCOMPARE(edited.size(), 5);
    QCOMPARE(m_editor->bytes(), QByteArray("3[7]"));
}

void tst_JsonEditor::aVeryLongLineIsNamed()
{
    const auto says = [this] {
        QStringList said;
        for (const QLabel *label : m_editor->findChildren<QLabel *>())
            said.append(label->text());
        return said.join(QLatin1Char(' '));
    };
    m_editor->setBytes('[' + QByteArray("1,").repeated(50'000) + "2]");
    QTRY_VERIFY2(says().contains(QStringLiteral("is slow to type in")), qPrintable(says()));
    m_editor->format();
    QTRY_VERIFY2(!says().contains(QStringLiteral("is slow to type in")), qPrintable(says()));
}

void tst_JsonEditor::newestTextWins()
{
    m_editor->setBytes('[' + QByteArray("1,\n").repeated(1'000'000) + "oops]");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    m_editor->setBytes("[]");
    QTRY_VERIFY(m_editor->problemSentence().isEmpty());
}

// A finding from outside is not wiped away by the check that typing had begun.
void tst_JsonEditor::foreignProblemStaysUntilTheNextEdit()
{
    QTest::keyClicks(m_code, QStringLiteral("[1]"));
    QSignalSpy checked(m_editor->findChild<JsonChecker *>(), &JsonChecker::checked);
    m_editor->showProblem(QStringLiteral("input must be a JSON object, written in braces."), 0);
    QVERIFY(!checked.wait(400));
    QCOMPARE(m_editor->problemSentence(), QStringLiteral("input must be a JSON object, written in braces."));
    QVERIFY(hasSquiggleAt(0));
    QTest::keyClicks(m_code, QStringLiteral(" "));
    QTRY_VERIFY(m_editor->problemSentence().isEmpty());
}

void tst_JsonEditor::enterIndents_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("caret");
    QTest::addColumn<QByteArray>("after"); // with an x typed after Enter
    QTest::newRow("after a brace") << QByteArray("{") << 1 << QByteArray("{\n  x");
    QTest::newRow("between a pair") << QByteArray("{}") << 1 << QByteArray("{\n  x\n}");
    QTest::newRow("between a nested pair")
        << QByteArray("[\n  []\n]") << 5 << QByteArray("[\n  [\n    x\n  ]\n]");
    QTest::newRow("keeps the depth") << QByteArray("{\n  \"a\": 1,\n}") << 11
                                     << QByteArray("{\n  \"a\": 1,\n  x\n}");
    QTest::newRow("Windows") << QByteArray("[\r\n  1\r\n]") << 1 << QByteArray("[\r\n  x\r\n  1\r\n]");
    QTest::newRow("at the very start") << QByteArray("[]") << 0 << QByteArray("\nx[]");
}

void tst_JsonEditor::enterIndents()
{
    QFETCH(QByteArray, before);
    QFETCH(int, caret);
    QFETCH(QByteArray, after);
    m_editor->setBytes(before);
    m_code->jumpTo(caret);
    QTest::keyClick(m_code, Qt::Key_Return);
    QTest::keyClicks(m_code, QStringLiteral("x"));
    QCOMPARE(m_editor->bytes(), after);
}

void tst_JsonEditor::closingBracketMovesUnderItsOpening()
{
    QTest::keyClicks(m_code, QStringLiteral("["));
    QTest::keyClick(m_code, Qt::Key_Return);
    QTest::keyClicks(m_code, QStringLiteral("1"));
    QTest::keyClick(m_code, Qt::Key_Return);
    QTest::keyClicks(m_code, QStringLiteral("]"));
    QCOMPARE(m_editor->bytes(), QByteArray("[\n  1\n]"));
}

void tst_JsonEditor::tabIndentsAndEscapeTabLeaves()
{
    QTest::keyClick(m_code, Qt::Key_Tab);
    QCOMPARE(m_editor->bytes(), QByteArray("  "));
    QTest::keyClick(m_code, Qt::Key_Escape);
    QTest::keyClick(m_code, Qt::Key_Tab);
    QVERIFY(!m_code->hasFocus());
    QVERIFY(QApplication::focusWidget() != m_before);
    QCOMPARE(m_editor->bytes(), QByteArray("  "));
    // Backwards too, and Tab indents again after coming back.
    m_code->setFocus();
    QTest::keyClick(m_code, Qt::Key_Escape);
    QTest::keyClick(m_code, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), m_before);
    m_code->setFocus();
    QTest::keyClick(m_code, Qt::Key_Tab);
    QCOMPARE(m_editor->bytes().size(), 4);
    QVERIFY(m_code->accessibleDescription().contains(QStringLiteral("Escape")));
}

void tst_JsonEditor::controlTabBelongsToTheTabs()
{
    QTabWidget tabs;
    tabs.addTab(m_editor, QStringLiteral("one"));
    tabs.addTab(new QLineEdit, QStringLiteral("two"));
    tabs.show();
    tabs.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    m_editor->setFocus();
    QTest::keyClick(m_code, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs.currentIndex(), 1);
    QCOMPARE(m_editor->bytes(), QByteArray());
}

void tst_JsonEditor::controlReturnReachesTheWindow()
{
    const QShortcut shortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_window.get());
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    QTest::keyClick(m_code, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(m_editor->bytes(), QByteArray());
}

void tst_JsonEditor::settingIsNoEdit()
{
    QSignalSpy edited(m_editor, &JsonEditor::edited);
    m_editor->setBytes("{}");
    QCOMPARE(edited.count(), 0);
    QTest::keyClicks(m_code, QStringLiteral(" "));
    QVERIFY(edited.count() > 0);
}

void tst_JsonEditor::hugeTextIsNotColoured()
{
    m_editor->setBytes("[1]");
    QVERIFY(m_code->lexer());
    m_editor->setBytes('[' + QByteArray("1,\n").repeated(700'000) + "1]");
    QVERIFY(!m_code->lexer());
    QCOMPARE(m_code->folding(), QsciScintilla::NoFoldStyle);
    m_editor->setBytes("[1]");
    QVERIFY(m_code->lexer());
}

void tst_JsonEditor::followsTheTheme()
{
    m_editor->setBytes("[1]");
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        m_theme->setChoice(choice);
        const QImage seen = m_code->grab().toImage();
        QCOMPARE(seen.pixelColor(seen.width() - 20, seen.height() - 20), m_theme->color(ColorRole::Raised));
        QCOMPARE(m_code->lexer()->color(QsciLexerJSON::Number), m_theme->color(ColorRole::JsonNumber));
    }
}

void tst_JsonEditor::problemIsUnderlined()
{
    m_editor->setBytes("{\n  \"a\": False\n}");
    QTRY_VERIFY(hasSquiggleAt(9));
    QVERIFY(hasSquiggleAt(13));
    QVERIFY(!hasSquiggleAt(8));
    QVERIFY(!hasSquiggleAt(14));
    // At the end of the text the last sign carries it.
    m_editor->setBytes("[1, 2  \n");
    QTRY_VERIFY(hasSquiggleAt(4));
}

QTEST_MAIN(tst_JsonEditor)
#include "tst_jsoneditor.moc"
