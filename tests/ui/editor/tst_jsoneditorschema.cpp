// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/codeeditor.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/jsoneditor.h"
#include "ui/services/theme.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

const QByteArray issue
    = R"({"type":"object","required":["owner","title"],"properties":{"body":{"type":"string"},)"
      R"("owner":{"type":"string","title":"Owner","description":"Who has <it>.","examples":["octocat","kde"]},)"
      R"("title":{"type":"string"},"issue_number":{"type":"integer","minimum":1,"maximum":100},)"
      R"("state":{"enum":["open","closed"],"type":"string"},"draft":{"type":"boolean"}}})";

} // namespace

// The editor as it helps with the schema of an action.
class tst_JsonEditorSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeService>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_window.reset(); }

    void completesNamesWhileTyping();
    void completionIsOneUndoStep();
    void escapeClosesTheListOnly();
    void arrowsChooseAnother();
    void controlSpaceOffersWhatFits();
    void valuesAndVariablesAreOffered();
    void noListWithoutAnythingToSay();
    void theListShowsTypeAndTitle();
    void problemsAreUnderlinedBySeverity();
    void footerSaysFirstAndCount();
    void f8GoesThroughThem();
    void fixMenuMendsAtTheCaret();
    void fixAllMendsTheSyntax();
    void hoverTellsOfTheField();
    void fillExampleWritesOneIntoABlankText();
    void fillExampleAddsOnlyWhatIsMissing();
    void variablesAreNotReported();
    void withoutASchemaItIsPlainJson();
    void typingInALargeTextStaysQuick();

private:
    [[nodiscard]] bool isUnderlined(qsizetype offset, int indicator) const
    {
        return (m_code->SendScintilla(QsciScintilla::SCI_INDICATORALLONFOR, static_cast<unsigned long>(offset))
                   & (1 << indicator))
            != 0;
    }
    [[nodiscard]] QStringList offered() const
    {
        QStringList labels;
        for (int i = 0; i < m_list->count(); ++i)
            labels.append(m_list->item(i)->text());
        return labels;
    }
    template <typename T> T *part(const char *name) const
    {
        return m_editor->findChild<T *>(QLatin1String(name));
    }

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<QWidget> m_window;
    JsonEditor *m_editor = nullptr;
    CodeEditor *m_code = nullptr;
    CompletionPopup *m_popup = nullptr;
    QListWidget *m_list = nullptr;
};

void tst_JsonEditorSchema::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 400);
    auto *column = new QVBoxLayout(m_window.get());
    m_editor = new JsonEditor(*m_theme, QStringLiteral("input"));
    column->addWidget(m_editor);
    m_code = part<CodeEditor>("inputCodeEditor");
    m_popup = part<CompletionPopup>("inputCompletionPopup");
    m_list = part<QListWidget>("inputCompletionListWidget");
    QVERIFY(m_code && m_popup && m_list);
    m_editor->setSchema(schema::Schema(issue));
    m_editor->setVariables({{QStringLiteral("token"), QStringLiteral("token = 1")}});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_editor->setFocus();
}

void tst_JsonEditorSchema::completesNamesWhileTyping()
{
    QTest::keyClicks(m_code, QStringLiteral("{\""));
    QTRY_VERIFY(m_popup->isVisible());
    QCOMPARE(offered().first(), QStringLiteral("owner"));
    QCOMPARE(offered().size(), 6);
    QTest::keyClicks(m_code, QStringLiteral("in")); // the beginnings of words
    QTRY_COMPARE(offered(), QStringList {QStringLiteral("issue_number")});
    QTest::keyClick(m_code, Qt::Key_Return);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(m_editor->bytes(), QByteArray("{\"issue_number\": 1"));
    QTest::keyClicks(m_code, QStringLiteral("7, \"ti")); // the value was selected
    QTRY_COMPARE(offered(), QStringList {QStringLiteral("title")});
    QTest::keyClick(m_code, Qt::Key_Tab);
    QTest::keyClicks(m_code, QStringLiteral("Hi"));
    QCOMPARE(m_editor->bytes(), QByteArray("{\"issue_number\": 7, \"title\": \"Hi\""));
    QVERIFY(m_code->hasFocus());
}

void tst_JsonEditorSchema::completionIsOneUndoStep()
{
    m_editor->setBytes("{\n  \"title\": \"t\"\n  \n}");
    m_code->jumpTo(19);
    QTest::keyClicks(m_code, QStringLiteral("\"ow"));
    QTRY_VERIFY(m_popup->isVisible());
    QTRY_COMPARE(offered(), QStringList {QStringLiteral("owner")});
    const QByteArray before = m_editor->bytes();
    QTest::keyClick(m_code, Qt::Key_Return);
    QCOMPARE(m_editor->bytes(), QByteArray("{\n  \"title\": \"t\",\n  \"owner\": \"\"\n}"));
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), before);
}

void tst_JsonEditorSchema::escapeClosesTheListOnly()
{
    QTest::keyClicks(m_code, QStringLiteral("{\""));
    QTRY_VERIFY(m_popup->isVisible());
    QTest::keyClick(m_code, Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(m_editor->bytes(), QByteArray("{\""));
    QVERIFY(m_code->hasFocus());
}

void tst_JsonEditorSchema::arrowsChooseAnother()
{
    QTest::keyClicks(m_code, QStringLiteral("{\""));
    QTRY_VERIFY(m_popup->isVisible());
    QTest::keyClick(m_code, Qt::Key_Down);
    QTest::keyClick(m_code, Qt::Key_Return);
    QCOMPARE(m_editor->bytes(), QByteArray("{\"title\": \"\""));
}

void tst_JsonEditorSchema::controlSpaceOffersWhatFits()
{
    m_editor->setBytes("{\"state\": }");
    m_code->jumpTo(10);
    QTest::keyClick(m_code, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(m_popup->isVisible());
    QCOMPARE(offered(),
        QStringList({QStringLiteral("open"), QStringLiteral("closed"), QStringLiteral("{{token}}")}));
    QTest::mouseClick(
        m_list->viewport(), Qt::LeftButton, {}, m_list->visualItemRect(m_list->item(1)).center());
    QCOMPARE(m_editor->bytes(), QByteArray("{\"state\": \"closed\"}"));
}

void tst_JsonEditorSchema::valuesAndVariablesAreOffered()
{
    QTest::keyClicks(m_code, QStringLiteral("{\"owner\": \"k"));
    QTRY_COMPARE(offered().value(0), QStringLiteral("kde"));
    QTest::keyClick(m_code, Qt::Key_Return);
    QCOMPARE(m_editor->bytes(), QByteArray("{\"owner\": \"kde\""));
    QTest::keyClicks(m_code, QStringLiteral(", \"title\": \"a {{"));
    QTRY_COMPARE(offered(), QStringList {QStringLiteral("token")});
    QTRY_VERIFY(m_popup->isVisible());
    QTest::keyClick(m_code, Qt::Key_Return);
    QVERIFY(m_editor->bytes().endsWith("\"a {{token}}"));
}

void tst_JsonEditorSchema::noListWithoutAnythingToSay()
{
    QTest::keyClicks(m_code, QStringLiteral("{\"title\": \"free text\" "));
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty()); // the check comes later than any list
    QVERIFY(!m_popup->isVisible());
}

void tst_JsonEditorSchema::theListShowsTypeAndTitle()
{
    QTest::keyClicks(m_code, QStringLiteral("{\"ow"));
    QTRY_COMPARE(offered(), QStringList {QStringLiteral("owner")});
    QCOMPARE(m_list->item(0)->data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("owner, string, required, Owner"));
    QVERIFY(!m_list->hasFocus());
}

void tst_JsonEditorSchema::problemsAreUnderlinedBySeverity()
{
    m_editor->setBytes("{\"owner\": 5, \"title\": \"t\", \"nonsense\": \"x\"}");
    QTRY_VERIFY(isUnderlined(10, 8));
    QVERIFY(!isUnderlined(10, 9));
    QVERIFY(isUnderlined(29, 9));
    QVERIFY(!isUnderlined(29, 8));
    QVERIFY(!isUnderlined(20, 8));
    // A warning alone is no fault.
    m_editor->setBytes("{\"owner\": \"o\", \"title\": \"t\", \"nonsense\": \"x\"}");
    QTRY_VERIFY(!m_editor->property("problem").toBool());
    QTRY_COMPARE(m_editor->problemSentence(),
        QStringLiteral("nonsense is not among the fields that the action knows."));
}

void tst_JsonEditorSchema::footerSaysFirstAndCount()
{
    m_editor->setBytes("{\n\"owner\": 5,\n\"issue_number\": 500\n}");
    auto *count = part<QToolButton>("inputProblemsToolButton");
    QTRY_VERIFY(count->isVisible());
    QCOMPARE(m_editor->problemSentence(), QStringLiteral("title is required."));
    QVERIFY(count->text().startsWith(QLatin1Char('3')));
    Q_EMIT count->menu()->aboutToShow();
    QStringList lines;
    for (const QAction *action : count->menu()->actions())
        lines.append(action->text());
    QCOMPARE(lines,
        QStringList({QStringLiteral("Line 1: title is required."),
            QStringLiteral("Line 2: owner must be of type string, but is of type integer."),
            QStringLiteral("Line 3: issue_number must not be greater than 100.")}));
    count->menu()->actions().at(2)->trigger();
    QCOMPARE(m_code->caret(), 30);
}

void tst_JsonEditorSchema::f8GoesThroughThem()
{
    m_editor->setBytes("{\n\"owner\": 5,\n\"title\": 7\n}");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    QTest::keyClick(m_code, Qt::Key_F8);
    QCOMPARE(m_code->caret(), 11);
    QTest::keyClick(m_code, Qt::Key_F8);
    QCOMPARE(m_code->caret(), 23);
    QTest::keyClick(m_code, Qt::Key_F8);
    QCOMPARE(m_code->caret(), 11);
    QTest::keyClick(m_code, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(m_code->caret(), 23);
}

void tst_JsonEditorSchema::fixMenuMendsAtTheCaret()
{
    const QByteArray before = "{ \"owner\" :\t5,\n\"title\": \"t\", \"isue_number\":  \"7\" }";
    m_editor->setBytes(before);
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    m_code->jumpTo(before.indexOf("5,"));
    QSignalSpy edited(m_editor, &JsonEditor::edited);
    QTest::keyClick(m_code, Qt::Key_Return, Qt::AltModifier);
    auto *menu = m_editor->findChild<QMenu *>(QStringLiteral("inputFixMenu"));
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("Change to \"5\""));
    QTest::keyClick(menu, Qt::Key_Return);
    const QByteArray after = "{ \"owner\" :\t\"5\",\n\"title\": \"t\", \"isue_number\":  \"7\" }";
    QTRY_COMPARE(m_editor->bytes(), after);
    QVERIFY(edited.count() > 0);
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), before);
}

void tst_JsonEditorSchema::fixAllMendsTheSyntax()
{
    m_editor->setBytes("{'owner': None, // who\n  title: 'x',}");
    auto *fix = part<QToolButton>("inputFixToolButton");
    QTRY_VERIFY(fix->isVisible());
    Q_EMIT fix->menu()->aboutToShow();
    QCOMPARE(fix->menu()->actions().last()->text(), QStringLiteral("Fix All 6 Problems"));
    fix->menu()->actions().last()->trigger();
    QCOMPARE(m_editor->bytes(), QByteArray("{\"owner\": null, \n  \"title\": \"x\"}"));
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), QByteArray("{'owner': None, // who\n  title: 'x',}"));
}

void tst_JsonEditorSchema::hoverTellsOfTheField()
{
    m_editor->setBytes("{\"owner\": \"o\", \"issue_number\": 5}");
    const auto hover = [this](qsizetype offset) {
        const QPoint at = m_code->rectOf(offset).center() + QPoint(2, 0);
        QHelpEvent event(QEvent::ToolTip, at, m_code->viewport()->mapToGlobal(at));
        QApplication::sendEvent(m_code->viewport(), &event);
        return QToolTip::text();
    };
    QVERIFY2(hover(4).contains(QStringLiteral("Who has &lt;it&gt;.")), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(QStringLiteral("string, required")));
    QVERIFY2(hover(20).contains(QStringLiteral("integer, at least 1, at most 100")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void tst_JsonEditorSchema::fillExampleWritesOneIntoABlankText()
{
    auto *fill = part<QToolButton>("inputFillExampleToolButton");
    QVERIFY(fill->isVisible());
    const QByteArray wanted = "{\n  \"owner\": \"octocat\",\n  \"title\": \"text\"\n}";
    m_editor->setBytes("{}");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty()); // the schema is read, on another thread
    m_editor->setBytes("");
    QTest::mouseClick(fill, Qt::LeftButton, {}, {10, 10});
    QTRY_COMPARE(m_editor->bytes(), wanted);
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), QByteArray());
}

void tst_JsonEditorSchema::fillExampleAddsOnlyWhatIsMissing()
{
    m_editor->setBytes("{ \"title\":1.10 }");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    m_editor->fillExample(schema::Extent::RequiredFields);
    QTRY_COMPARE(m_editor->bytes(), QByteArray("{ \"title\":1.10,\"owner\":\"octocat\" }"));
    QTest::keyClick(m_code, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), QByteArray("{ \"title\":1.10 }"));
}

void tst_JsonEditorSchema::variablesAreNotReported()
{
    m_editor->setBytes("{\"owner\": \"{{token}}\", \"title\": \"t\", \"issue_number\": \"{{token}}\", \"state\": 1}");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    QVERIFY(m_editor->problemSentence().startsWith(QStringLiteral("state ")));
    QVERIFY(!part<QToolButton>("inputProblemsToolButton")->isVisible());
}

void tst_JsonEditorSchema::withoutASchemaItIsPlainJson()
{
    m_editor->setBytes("{\"owner\": 5}");
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    m_editor->setSchema({});
    QTRY_VERIFY(m_editor->problemSentence().isEmpty());
    QVERIFY(!part<QToolButton>("inputFillExampleToolButton")->isVisible());
    QVERIFY(!isUnderlined(10, 8));
}

// What a key costs the window, with the lists and checks it sets off.
void tst_JsonEditorSchema::typingInALargeTextStaysQuick()
{
    m_editor->setBytes("{\"body\": [\n" + QByteArray("{\"a\": \"some text\"},\n").repeated(50'000) + "1],\n}");
    m_code->jumpTo(m_editor->bytes().size() - 1);
    QTRY_VERIFY(!m_editor->problemSentence().isEmpty());
    qint64 longest = 0;
    for (const QChar letter : QStringLiteral("\"issue_number\": 123")) {
        QElapsedTimer watch;
        watch.start();
        QTest::keyClick(m_code, letter.toLatin1());
        longest = std::max(longest, watch.nsecsElapsed());
    }
    qInfo("the slowest key took %.1f ms", double(longest) / 1e6);
    QVERIFY(longest < 200'000'000);
}

QTEST_MAIN(tst_JsonEditorSchema)
#include "tst_jsoneditorschema.moc"
