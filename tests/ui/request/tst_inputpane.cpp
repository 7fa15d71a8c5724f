// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoneditor.h"
#include "ui/request/fieldeditor.h"
#include "ui/request/formpane.h"
#include "ui/request/formview.h"
#include "ui/request/inputpane.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace actionscope;
using namespace actionscope::ui;

// Form and JSON as two views of one text: typed in the one, seen in the other.
class tst_InputPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeService>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_pane.reset(); }

    void untouchedFieldsAreNotSent();
    void typingChangesOnlyItsOwnBytes();
    void numbersKeepTheirSpelling();
    void threeStatesAreTold();
    void textEditedElsewhereIsFollowed();
    void undoIsOneHistory();
    void listsGrowAndShrink();
    void choicesAndSwitches();
    void aVariantIsPicked();
    void aBreakIsShownAndNothingIsLost();
    void aProblemStandsAtItsFieldWithTheWayOut();
    void problemsAreReachedByKeys();
    void aLongValueShowsItsStart();
    void aLargeValueIsOnlyShown();
    void tabGoesFromFieldToField();
    void searchAndFilters();
    void viewsAreSwitched();
    void aLowPageShowsOneOfTheTwo();
    void withoutSchemaThereIsTheJsonAlone();
    void aFileIsAskedFor();
    void thousandsOfFieldsMakeFewEditors();
    void everyControlHasItsNames();

private:
    template <typename T> T *part(const QString &name) const
    {
        T *found = nullptr;
        const QList<T *> all = m_pane->findChildren<T *>(name);
        for (T *one : all) {
            if (one->isVisible())
                found = one;
        }
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    QLineEdit *line(const char *name) const { return part<QLineEdit>(QLatin1String(name) + QStringLiteral(".LineEdit")); }
    // Behind what is there.
    void typeBehind(const char *name, const QString &keys) const
    {
        line(name)->setFocus();
        QTest::keyClick(line(name), Qt::Key_End);
        QTest::keyClicks(line(name), keys);
    }
    // What the form says of them; empty: nothing.
    QString problems() const
    {
        const auto *button = m_pane->findChild<QToolButton *>(QStringLiteral("formProblemsToolButton"));
        return button->isVisible() ? button->text() : QString();
    }
    QByteArray text() const { return m_pane->editor()->bytes(); }
    void press(const QString &name) { QTest::mouseClick(part<QToolButton>(name), Qt::LeftButton); }
    void choose(const char *field, const QString &action);
    void settle() { QCoreApplication::sendPostedEvents(); }
    int editorCount() const;

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<InputPane> m_pane;
};

namespace {

const QByteArray issue = R"({"type":"object","required":["owner","title"],"properties":{
"owner":{"type":"string","description":"The account owner of the repository.","examples":["octocat"]},
"title":{"type":"string"},
"body":{"type":"string","nullable":true},
"milestone":{"type":"integer","minimum":1,"default":3},
"state":{"type":"string","enum":["open","closed"]},
"draft":{"type":"boolean","default":false},
"labels":{"type":"array","items":{"type":"string"}},
"due":{"oneOf":[{"type":"string","format":"date"},{"type":"object","properties":{"year":{"type":"integer"}}}]},
"extra":{"type":"object"},
"attachment":{"type":"object","file_uploadable":true,"properties":{"name":{"type":"string"}}}}})";

} // namespace

void tst_InputPane::init()
{
    m_pane = std::make_unique<InputPane>(*m_theme);
    m_pane->resize(560, 1400);
    m_pane->setSchema(schema::Schema(issue));
    m_pane->setBytes("{}");
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    settle();
}

void tst_InputPane::choose(const char *field, const QString &action)
{
    press(QLatin1String(field) + QStringLiteral(".more.ToolButton"));
    auto *menu = m_pane->findChild<QMenu *>(QLatin1String(field) + QStringLiteral(".Menu"));
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    for (QAction *one : actions) {
        if (one->text() == action) {
            QVERIFY(one->isEnabled());
            one->trigger();
        }
    }
    menu->close();
    settle();
}

int tst_InputPane::editorCount() const { return int(m_pane->findChildren<FieldEditor *>().size()); }

void tst_InputPane::untouchedFieldsAreNotSent()
{
    QCOMPARE(text(), QByteArray("{}"));
    QTest::keyClicks(line("input.owner"), QStringLiteral("octocat"));
    QCOMPARE(text(), QByteArray("{\n  \"owner\": \"octocat\"\n}"));
    line("input.owner")->clear();
    QTest::keyClick(line("input.owner"), Qt::Key_A);
    QTest::keyClick(line("input.owner"), Qt::Key_Backspace);
    QVERIFY(!text().contains("owner"));
}

void tst_InputPane::typingChangesOnlyItsOwnBytes()
{
    const QByteArray odd = "{ \"zebra\" : 1E2,\r\n\t\"title\":\"T\" , \"zebra\":0.10,\"title\" : \"old\"  }  \r\n";
    m_pane->setBytes(odd);
    QCOMPARE(line("input.title")->text(), QStringLiteral("old"));
    typeBehind("input.title", QStringLiteral("er"));
    QCOMPARE(text(), QByteArray(odd).replace("\"old\"", "\"older\""));
    QSignalSpy edited(m_pane.get(), &InputPane::edited);
    QTest::keyClick(line("input.title"), Qt::Key_Backspace);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(text(), QByteArray(odd).replace("\"old\"", "\"olde\""));
}

void tst_InputPane::numbersKeepTheirSpelling()
{
    QLineEdit *milestone = line("input.milestone");
    QCOMPARE(milestone->placeholderText(), QStringLiteral("3 by default"));
    QTest::keyClicks(milestone, QStringLiteral("1e2"));
    QCOMPARE(text(), QByteArray("{\n  \"milestone\": 1e2\n}"));
    QTest::keyClicks(milestone, QStringLiteral("x"));
    QCOMPARE(text(), QByteArray("{\n  \"milestone\": 1e2\n}")); // what is no number stays in the field
    QCOMPARE(milestone->text(), QStringLiteral("1e2x"));
    QVERIFY(milestone->property("problem").toBool());
    QTest::keyClick(milestone, Qt::Key_Backspace);
    QVERIFY(!milestone->property("problem").toBool());
}

void tst_InputPane::threeStatesAreTold()
{
    choose("input.body", QStringLiteral("Send &null"));
    QCOMPARE(text(), QByteArray("{\n  \"body\": null\n}"));
    choose("input.body", QStringLiteral("Send &Empty Text"));
    QCOMPARE(text(), QByteArray("{\n  \"body\": \"\"\n}"));
    choose("input.body", QStringLiteral("&Unset"));
    QCOMPARE(text(), QByteArray("{\n}"));
    choose("input.milestone", QStringLiteral("Reset to &Default"));
    QCOMPARE(text(), QByteArray("{\n  \"milestone\": 3\n}"));
}

void tst_InputPane::textEditedElsewhereIsFollowed()
{
    m_pane->setBytes(R"({"owner":"a","body":"line\nline"})");
    settle();
    QCOMPARE(line("input.owner")->text(), QStringLiteral("a"));
    QCOMPARE(part<QPlainTextEdit>(QStringLiteral("input.body.PlainTextEdit"))->toPlainText(), QStringLiteral("line\nline"));
    line("input.owner")->setFocus();
    m_pane->editor()->applyEdit({10, 1, "bc"});
    QCOMPARE(line("input.owner")->text(), QStringLiteral("bc"));
    QVERIFY(line("input.owner")->hasFocus());
}

void tst_InputPane::undoIsOneHistory()
{
    m_pane->setBytes(R"({"owner":"a"})");
    typeBehind("input.owner", QStringLiteral("b"));
    press(QStringLiteral("input.draft.true.ToolButton"));
    QCOMPARE(text(), QByteArray(R"({"owner":"ab","draft":true})"));
    line("input.owner")->setFocus();
    QTest::keyClick(line("input.owner"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text(), QByteArray(R"({"owner":"ab"})"));
    QTest::keyClick(line("input.owner"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text(), QByteArray(R"({"owner":"a"})"));
    QCOMPARE(line("input.owner")->text(), QStringLiteral("a"));
    QTest::keyClick(line("input.owner"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text(), QByteArray(R"({"owner":"ab"})"));
}

void tst_InputPane::listsGrowAndShrink()
{
    press(QStringLiteral("input.labels.add.ToolButton"));
    settle();
    QLineEdit *first = line("input.labels.0");
    QVERIFY(first->hasFocus());
    QTest::keyClicks(first, QStringLiteral("bug"));
    press(QStringLiteral("input.labels.add.ToolButton"));
    settle();
    QTest::keyClicks(line("input.labels.1"), QStringLiteral("ui"));
    QCOMPARE(text(), QByteArray("{\n  \"labels\": [\"bug\", \"ui\"]\n}"));
    choose("input.labels.0", QStringLiteral("Move D&own"));
    QCOMPARE(text(), QByteArray("{\n  \"labels\": [\"ui\", \"bug\"]\n}"));
    choose("input.labels.1", QStringLiteral("&Remove Item"));
    QVERIFY2(text().contains("[\"ui\"]") || text().contains("[\"bug\"]"), text().constData());
}

void tst_InputPane::choicesAndSwitches()
{
    auto *state = part<QComboBox>(QStringLiteral("input.state.ComboBox"));
    QCOMPARE(state->currentText(), QStringLiteral("Not set"));
    QTest::keyClick(state, Qt::Key_Down);
    QCOMPARE(text(), QByteArray("{\n  \"state\": \"open\"\n}"));
    m_pane->setBytes(R"({"state":"half"})");
    QCOMPARE(state->currentText(), QStringLiteral("\"half\"")); // kept, though it is no choice
    press(QStringLiteral("input.draft.false.ToolButton"));
    QCOMPARE(text(), QByteArray(R"({"state":"half","draft":false})"));
    press(QStringLiteral("input.draft.unset.ToolButton"));
    QCOMPARE(text(), QByteArray(R"({"state":"half"})"));
}

void tst_InputPane::aVariantIsPicked()
{
    auto *kind = part<QComboBox>(QStringLiteral("input.due.variant.ComboBox"));
    QCOMPARE(kind->currentText(), QStringLiteral("Text"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    settle();
    QTest::keyClicks(line("input.due.year"), QStringLiteral("2026"));
    QCOMPARE(text(), QByteArray("{\n  \"due\": {\n    \"year\": 2026\n  }\n}"));
}

void tst_InputPane::aBreakIsShownAndNothingIsLost()
{
    m_pane->setBytes(R"({"owner":"a",title":"t"})");
    settle();
    QVERIFY(part<QLabel>(QStringLiteral("formBreakLabel"))->text().contains(QStringLiteral("stops being JSON")));
    QVERIFY(line("input.title")->isReadOnly());
    QVERIFY(!line("input.owner")->isReadOnly());
    typeBehind("input.owner", QStringLiteral("b"));
    QCOMPARE(text(), QByteArray(R"({"owner":"ab",title":"t"})"));
    m_pane->setBytes(R"({"owner":"ab","title":"t"})");
    QVERIFY(!line("input.title")->isReadOnly());
}

void tst_InputPane::aProblemStandsAtItsFieldWithTheWayOut()
{
    const QByteArray wrong = R"({"owner":"o", "title":7,"labels":["a",true]})";
    m_pane->setBytes(wrong);
    const auto fix = [this](const char *name) {
        return m_pane->findChild<QToolButton *>(QLatin1String(name) + QStringLiteral(".fix.ToolButton"));
    };
    QTRY_VERIFY(fix("input.title") && fix("input.title")->isVisible());
    QVERIFY(line("input.title")->accessibleDescription().contains(QStringLiteral("title")));
    QCOMPARE(line("input.title")->property("problem").toBool(), true);
    QVERIFY(!fix("input.owner"));
    QCOMPARE(problems(), QStringLiteral("2 Problems"));
    fix("input.title")->click();
    if (auto *menu = m_pane->findChild<QMenu *>(QStringLiteral("input.title.fix.Menu")))
        QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(text(), QByteArray(wrong).replace("7", "\"7\""));
    QTRY_VERIFY(!fix("input.title") || !fix("input.title")->isVisible());
    QTRY_COMPARE(problems(), QStringLiteral("1 Problem"));
    QCOMPARE(line("input.title")->property("problem").toBool(), false);
    m_pane->editor()->undo(); // the fix is one step
    QCOMPARE(text(), wrong);
}

void tst_InputPane::problemsAreReachedByKeys()
{
    m_pane->setBytes(R"({"milestone":0,"extra":{}})");
    line("input.owner")->setFocus();
    QTRY_COMPARE(problems(), QStringLiteral("3 Problems"));
    settle();
    QTest::keyClick(line("input.owner"), Qt::Key_F8);
    QVERIFY(line("input.title")->hasFocus());
    QTest::keyClick(line("input.title"), Qt::Key_F8);
    QVERIFY(line("input.milestone")->hasFocus());
    QTest::keyClick(line("input.milestone"), Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(line("input.title")->hasFocus());
    QTest::keyClick(line("input.title"), Qt::Key_Return, Qt::AltModifier);
    auto *menu = m_pane->findChild<QMenu *>(QStringLiteral("input.title.fix.Menu"));
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY2(text().contains("\"title\""), text().constData());
    QVERIFY(!text().contains("\"owner\""));
}

void tst_InputPane::aLongValueShowsItsStart()
{
    const QString longText(400, QLatin1Char('x'));
    m_pane->setBytes("{\"owner\":\"" + longText.toUtf8() + "\"}");
    QCOMPARE(line("input.owner")->cursorPosition(), 0);
    typeBehind("input.owner", QStringLiteral("y"));
    QCOMPARE(line("input.owner")->cursorPosition(), 401);
    line("input.title")->setFocus(Qt::TabFocusReason);
    QCOMPARE(line("input.owner")->cursorPosition(), 0);
    QVERIFY(text().contains("xy\""));
}

void tst_InputPane::aLargeValueIsOnlyShown()
{
    const QByteArray large(300'000, 'x');
    m_pane->setBytes("{\"title\":\"" + large + "\",\"owner\":\"o\"}");
    QTRY_VERIFY(m_pane->findChild<QPlainTextEdit *>(QStringLiteral("input.title.PlainTextEdit")));
    auto *field = part<QPlainTextEdit>(QStringLiteral("input.title.PlainTextEdit"));
    QTRY_VERIFY(field->isReadOnly());
    QVERIFY(field->toPlainText().startsWith(QStringLiteral("\"xxx")) && field->toPlainText().size() < 10'000);
    typeBehind("input.owner", QStringLiteral("p"));
    QVERIFY(text().endsWith(R"("owner":"op"})"));
    QVERIFY(text().contains(large));
    m_pane->setBytes(R"({"title":"t"})"); // small again
    QTRY_COMPARE(line("input.title")->text(), QStringLiteral("t"));
    QVERIFY(!line("input.title")->isReadOnly());
}

void tst_InputPane::tabGoesFromFieldToField()
{
    line("input.owner")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), line("input.title"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), line("input.milestone"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), line("input.title"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(!m_pane->form()->view()->viewport()->isAncestorOf(QApplication::focusWidget()));
}

void tst_InputPane::searchAndFilters()
{
    FormView *view = m_pane->form()->view();
    QCOMPARE(view->rowCount(), 10);
    QTest::keyClicks(part<QLineEdit>(QStringLiteral("formSearchLineEdit")), QStringLiteral("account owner"));
    QCOMPARE(view->rowCount(), 1);
    QCOMPARE(view->hitCount(), 1);
    part<QLineEdit>(QStringLiteral("formSearchLineEdit"))->clear();
    press(QStringLiteral("onlyRequiredToolButton"));
    QCOMPARE(view->rowCount(), 2);
    press(QStringLiteral("onlyRequiredToolButton"));
    press(QStringLiteral("onlySetToolButton"));
    QCOMPARE(view->rowCount(), 0);
    m_pane->editor()->applyEdit({1, 0, R"("state":"open")"});
    QTRY_COMPARE(view->rowCount(), 1);
}

void tst_InputPane::viewsAreSwitched()
{
    QSignalSpy chosen(m_pane.get(), &InputPane::viewChosen);
    press(QStringLiteral("jsonViewToolButton"));
    QVERIFY(!m_pane->form()->isVisible());
    QVERIFY(m_pane->editor()->isVisible());
    press(QStringLiteral("formViewToolButton"));
    QVERIFY(m_pane->form()->isVisible());
    QVERIFY(!m_pane->editor()->isVisible());
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("form"));
}

void tst_InputPane::aLowPageShowsOneOfTheTwo()
{
    m_pane->resize(1000, 300);
    QVERIFY(m_pane->editor()->isVisible()); // beside the form
    QVERIFY(m_pane->minimumSizeHint().width() < 500);
    m_pane->resize(500, 300);
    QVERIFY(m_pane->form()->isVisible());
    QVERIFY(!m_pane->editor()->isVisible());
    QVERIFY(!part<QToolButton>(QStringLiteral("bothViewToolButton"))->isEnabled());
    m_pane->revealEditor();
    QVERIFY(m_pane->editor()->isVisible());
    m_pane->setView(QStringLiteral("both"));
    m_pane->resize(500, 900);
    QVERIFY(m_pane->form()->isVisible());
    QVERIFY(m_pane->editor()->isVisible());
}

void tst_InputPane::withoutSchemaThereIsTheJsonAlone()
{
    QSignalSpy requested(m_pane.get(), &InputPane::schemaRequested);
    m_pane->setView(QStringLiteral("form"));
    m_pane->showNoSchema(QStringLiteral("Nobody knows."), QStringLiteral("The service answered 404."), QStringLiteral("Load Schema"));
    QVERIFY(m_pane->editor()->isVisible());
    QVERIFY(!m_pane->form()->isVisible());
    QTest::mouseClick(part<QPushButton>(QStringLiteral("loadSchemaPushButton")), Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(text(), QByteArray("{}"));
}

void tst_InputPane::aFileIsAskedFor()
{
    QSignalSpy asked(m_pane.get(), &InputPane::fileChosen);
    QTest::mouseClick(part<QPushButton>(QStringLiteral("input.attachment.file.PushButton")), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    const auto path = asked.first().first().value<json::Path>();
    QCOMPARE(path, (json::Path {{QStringLiteral("attachment")}}));
    m_pane->setValue(path, R"({"name":"a.txt","mimetype":"text/plain","s3key":"k"})");
    QVERIFY(text().contains(R"("attachment": {"name":"a.txt","mimetype":"text/plain","s3key":"k"})"));
}

void tst_InputPane::thousandsOfFieldsMakeFewEditors()
{
    QByteArray properties;
    for (int i = 0; i < 2907; ++i) {
        properties += (i ? ",\"settings__s" : "\"settings__s") + QByteArray::number(i)
            + R"(":{"type":"string","description":"When set, the setting applies.","examples":["true"]})";
    }
    m_pane->resize(560, 860);
    m_pane->setSchema(schema::Schema(R"({"type":"object","properties":{)" + properties + "}}"));
    settle();
    FormView *view = m_pane->form()->view();
    QCOMPARE(view->rowCount(), 2908); // and the group around them
    const int visible = view->viewport()->height() / 30 + 2;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the rows of the form before
    QVERIFY2(editorCount() <= visible, qPrintable(QString::number(editorCount())));
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(editorCount() <= visible, qPrintable(QString::number(editorCount())));
    QTest::keyClicks(line("input.settings__s2906"), QStringLiteral("x"));
    QCOMPARE(text(), QByteArray("{\n  \"settings__s2906\": \"x\"\n}"));
}

void tst_InputPane::everyControlHasItsNames()
{
    const QList<QWidget *> all = m_pane->form()->view()->viewport()->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool asks = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget);
        const bool isInside = qobject_cast<const QComboBox *>(widget->parentWidget());
        if (asks && !isInside)
            QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(tst_InputPane)
#include "tst_inputpane.moc"
