// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/jsoneditor.h"
#include "ui/request/requestpage.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

storage::Draft fullDraft()
{
    storage::Draft draft;
    draft.request.actionId = QStringLiteral("GMAIL_SEND_EMAIL");
    draft.request.appName = QStringLiteral("gmail");
    draft.request.entityId = QStringLiteral("default");
    draft.request.connectedAccountId = QStringLiteral("acc-1");
    draft.request.input = "{\r\n \"n\": 1.10, \"n\": 12345678901234567890,\"e\":\"\xF0\x9F\x98\x80\"}";
    draft.request.text = QStringLiteral("Write to Ann\nand Bob");
    draft.request.systemPrompt = QStringLiteral("Be short.");
    draft.request.customDescription = QStringLiteral("Sends");
    draft.request.authConfig = "{ \"parameters\": [] }";
    draft.request.sessionInfo = "{oops";
    draft.request.version = QStringLiteral("20260115_00");
    draft.timeoutSeconds = 7;
    return draft;
}

} // namespace

class tst_RequestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeService>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_page.reset(); }

    void draftComesBackAsItWas();
    void typingFillsTheDraft();
    void freshPageHoldsAnEmptyDraft();
    void executeByClickAndByKeys();
    void executeBecomesCancel();
    void doubleClickDoesNotCancel();
    void progressIsTold_data();
    void progressIsTold();
    void problemsAreNamedMarkedAndFound();
    void emptyActionIsFocused();
    void problemOutsideTheFormOpensItsTab();
    void editingTakesTheStripAway();
    void noticesComeAndGo();
    void tabsSayWhatTheyHold();
    void destinationIsTold();
    void executeSaysWhatItDoes_data();
    void executeSaysWhatItDoes();
    void everyControlHasItsNames();
    void tabKeyWalksTheForm();
    void nothingIsCutOffWhenNarrow();

private:
    template <typename T> T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    void press(const char *name) { QTest::mouseClick(part<QWidget>(name), Qt::LeftButton); }

    std::unique_ptr<ThemeService> m_theme;
    std::unique_ptr<RequestPage> m_page;
    QPushButton *m_execute = nullptr;
    QTabWidget *m_tabs = nullptr;
};

void tst_RequestPage::init()
{
    m_page = std::make_unique<RequestPage>(*m_theme);
    m_page->resize(760, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_execute = part<QPushButton>("executePushButton");
    m_tabs = part<QTabWidget>("requestTabWidget");
}

void tst_RequestPage::draftComesBackAsItWas()
{
    QSignalSpy edited(m_page.get(), &RequestPage::draftEdited);
    const storage::Draft draft = fullDraft();
    m_page->setDraft(draft);
    QVERIFY(m_page->draft() == draft);
    QCOMPARE(m_page->draft().request.input, draft.request.input);
    QCOMPARE(edited.count(), 0);
    m_page->setDraft({});
    QVERIFY(m_page->draft() == storage::Draft());
}

void tst_RequestPage::typingFillsTheDraft()
{
    QSignalSpy edited(m_page.get(), &RequestPage::draftEdited);
    const auto type = [&](QWidget *widget, const QString &text) {
        edited.clear();
        QTest::keyClicks(widget, text);
        QVERIFY2(edited.count() > 0, qPrintable(widget->objectName()));
    };
    type(part<QLineEdit>("actionIdLineEdit"), QStringLiteral("SANDBOX_ECHO"));
    type(part<QLineEdit>("appNameLineEdit"), QStringLiteral("sandbox"));
    type(part<QLineEdit>("entityIdLineEdit"), QStringLiteral("ann"));
    type(part<QLineEdit>("connectedAccountIdLineEdit"), QStringLiteral("c1"));
    type(part<JsonEditor>("inputJsonEditor")->focusProxy(), QStringLiteral("{\"a\": 1.0}"));
    m_tabs->setCurrentIndex(1);
    type(part<QPlainTextEdit>("textPlainTextEdit"), QStringLiteral("t"));
    type(part<QPlainTextEdit>("systemPromptPlainTextEdit"), QStringLiteral("s"));
    type(part<QPlainTextEdit>("customDescriptionPlainTextEdit"), QStringLiteral("d"));
    m_tabs->setCurrentIndex(2);
    type(part<JsonEditor>("authConfigJsonEditor")->focusProxy(), QStringLiteral("{}"));
    m_tabs->setCurrentIndex(3);
    type(part<JsonEditor>("sessionInfoJsonEditor")->focusProxy(), QStringLiteral("{ }"));
    m_tabs->setCurrentIndex(4);
    QTest::keyClick(part<QSpinBox>("timeoutSpinBox"), Qt::Key_Up);
    type(part<QLineEdit>("versionLineEdit"), QStringLiteral("latest"));

    const storage::Draft draft = m_page->draft();
    QCOMPARE(draft.request.actionId, QStringLiteral("SANDBOX_ECHO"));
    QCOMPARE(draft.request.appName, QStringLiteral("sandbox"));
    QCOMPARE(draft.request.entityId, QStringLiteral("ann"));
    QCOMPARE(draft.request.connectedAccountId, QStringLiteral("c1"));
    QCOMPARE(draft.request.input, QByteArray("{\"a\": 1.0}"));
    QCOMPARE(draft.request.text, QStringLiteral("t"));
    QCOMPARE(draft.request.systemPrompt, QStringLiteral("s"));
    QCOMPARE(draft.request.customDescription, QStringLiteral("d"));
    QCOMPARE(draft.request.authConfig, QByteArray("{}"));
    QCOMPARE(draft.request.sessionInfo, QByteArray("{ }"));
    QCOMPARE(draft.request.version, QStringLiteral("latest"));
    QCOMPARE(draft.timeoutSeconds, 181);
}

void tst_RequestPage::freshPageHoldsAnEmptyDraft() { QVERIFY(m_page->draft() == storage::Draft()); }

void tst_RequestPage::executeByClickAndByKeys()
{
    QSignalSpy executed(m_page.get(), &RequestPage::executeRequested);
    press("executePushButton");
    QCOMPARE(executed.count(), 1);
    QVERIFY(m_execute->toolTip().contains(QStringLiteral("Ctrl+Return")));
    // From anywhere, the editor included.
    for (QWidget *focused : {static_cast<QWidget *>(part<QLineEdit>("entityIdLineEdit")),
             part<JsonEditor>("inputJsonEditor")->focusProxy()}) {
        focused->setFocus();
        QTest::keyClick(focused, Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(executed.count(), 3);
    QCOMPARE(m_page->draft().request.input, QByteArray());
}

void tst_RequestPage::executeBecomesCancel()
{
    QSignalSpy executed(m_page.get(), &RequestPage::executeRequested);
    QSignalSpy cancelled(m_page.get(), &RequestPage::cancelRequested);
    auto *elapsed = part<QLabel>("elapsedLabel");
    auto *line = part<QProgressBar>("runProgressBar");
    QCOMPARE(m_execute->text(), QStringLiteral("Execute"));
    QVERIFY(!elapsed->isVisible() && !line->isVisible());
    const QPoint tabs = m_tabs->pos();

    m_page->setRunning(RunState::Running);
    QCOMPARE(m_execute->text(), QStringLiteral("Cancel"));
    QVERIFY(elapsed->isVisible() && line->isVisible());
    QCOMPARE(elapsed->text(), QStringLiteral("0.0 s"));
    QTRY_VERIFY(elapsed->text() != QLatin1String("0.0 s"));
    press("executePushButton");
    QCOMPARE(executed.count(), 0);
    QCOMPARE(cancelled.count(), 1);
    QTest::keyClick(m_execute, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(cancelled.count(), 2);

    m_page->setRunning(RunState::Cancelling);
    QVERIFY(!m_execute->isEnabled());
    m_page->setRunning(RunState::Idle);
    QCOMPARE(m_execute->text(), QStringLiteral("Execute"));
    QVERIFY(m_execute->isEnabled());
    QVERIFY(!elapsed->isVisible() && !line->isVisible());
    // The page stood still meanwhile.
    QCOMPARE(m_tabs->pos(), tabs);
    press("executePushButton");
    QCOMPARE(executed.count(), 1);
}

// An action has effects; the second click of a double click must not abandon what the first sent.
void tst_RequestPage::doubleClickDoesNotCancel()
{
    connect(m_page.get(), &RequestPage::executeRequested, m_page.get(),
        [this] { m_page->setRunning(RunState::Running); });
    QSignalSpy cancelled(m_page.get(), &RequestPage::cancelRequested);
    QTest::mouseClick(m_execute, Qt::LeftButton);
    QTest::mouseDClick(m_execute, Qt::LeftButton);
    QTest::mouseRelease(m_execute, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 0);
    QTest::mouseClick(m_execute, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
}

void tst_RequestPage::progressIsTold_data()
{
    using executor::Phase;
    QTest::addColumn<executor::Progress>("progress");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("permille"); // -1 when unknown
    QTest::newRow("connecting") << executor::Progress {Phase::Connecting, 0, 0, 0, -1}
                                << QStringLiteral("Connecting") << -1;
    QTest::newRow("sending") << executor::Progress {Phase::Sending, 500, 2000, 0, -1}
                             << QStringLiteral("Sending 500 bytes of 2.0 kB") << 250;
    QTest::newRow("waiting") << executor::Progress {Phase::AwaitingAnswer, 5, 5, 0, -1}
                             << QStringLiteral("Waiting for the answer") << -1;
    QTest::newRow("receiving") << executor::Progress {Phase::Receiving, 5, 5, 5'000'000, 20'000'000}
                               << QStringLiteral("Receiving 5.0 MB of 20.0 MB") << 250;
    QTest::newRow("receiving without a length") << executor::Progress {Phase::Receiving, 5, 5, 1500, -1}
                                                << QStringLiteral("Receiving, 1.5 kB so far") << -1;
}

void tst_RequestPage::progressIsTold()
{
    QFETCH(executor::Progress, progress);
    QFETCH(QString, text);
    QFETCH(int, permille);
    m_page->setRunning(RunState::Running);
    m_page->setProgress(progress);
    QCOMPARE(part<QLabel>("destinationLabel")->text(), text);
    auto *line = part<QProgressBar>("runProgressBar");
    QCOMPARE(line->maximum() == 0 ? -1 : line->value(), permille);
}

void tst_RequestPage::problemsAreNamedMarkedAndFound()
{
    storage::Draft draft = fullDraft();
    draft.request.input = "{\n  \"a\": tru\n}";
    m_page->setDraft(draft);
    m_tabs->setCurrentIndex(4);
    const QList<api::FieldProblem> problems = api::findProblems(draft.request);
    QCOMPARE(problems.size(), 2);
    m_page->showProblems(problems);

    auto *strip = part<MessageStrip>("problemMessageStrip");
    QVERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(QStringLiteral("input is not valid JSON: line 2, column 8")));
    QVERIFY(strip->text().contains(QStringLiteral("sessionInfo")));
    // The first is in front, with the caret at its place; the other's tab is marked.
    QCOMPARE(m_tabs->currentIndex(), 0);
    auto *input = part<JsonEditor>("inputJsonEditor");
    QVERIFY(input->focusProxy()->hasFocus());
    QVERIFY(input->problemSentence().startsWith(QStringLiteral("Line 2, column 8")));
    QVERIFY(!m_tabs->tabIcon(0).isNull());
    QVERIFY(m_tabs->tabIcon(1).isNull());
    QVERIFY(!m_tabs->tabIcon(3).isNull());
    // Nothing typed was lost.
    QVERIFY(m_page->draft() == draft);
    QTest::keyClicks(input->focusProxy(), QStringLiteral("_"));
    QCOMPARE(m_page->draft().request.input, QByteArray("{\n  \"a\": _tru\n}"));
}

void tst_RequestPage::emptyActionIsFocused()
{
    part<QSpinBox>("timeoutSpinBox")->setFocus();
    m_page->showProblems(api::findProblems({}));
    auto *action = part<QLineEdit>("actionIdLineEdit");
    QVERIFY(action->hasFocus());
    QVERIFY(action->property("problem").toBool());
    QTest::keyClicks(action, QStringLiteral("A"));
    QVERIFY(!action->property("problem").toBool());
}

void tst_RequestPage::problemOutsideTheFormOpensItsTab()
{
    m_page->showProblems({{QStringLiteral("version"), QStringLiteral("The version is not known.")}});
    QCOMPARE(m_tabs->currentIndex(), 4);
    QVERIFY(part<QLineEdit>("versionLineEdit")->hasFocus());
    // The button of the strip leads back.
    m_tabs->setCurrentIndex(1);
    press("problemPushButton");
    QCOMPARE(m_tabs->currentIndex(), 4);
    // A problem of no field at all is still said.
    m_page->showProblems({{QStringLiteral("baseUrl"), QStringLiteral("The base URL has no scheme.")}});
    QCOMPARE(
        part<MessageStrip>("problemMessageStrip")->text(), QStringLiteral("The base URL has no scheme."));
}

void tst_RequestPage::editingTakesTheStripAway()
{
    m_page->showProblems(api::findProblems({}));
    QVERIFY(part<MessageStrip>("problemMessageStrip")->isVisible());
    QTest::keyClicks(part<QLineEdit>("appNameLineEdit"), QStringLiteral("x"));
    QVERIFY(!part<MessageStrip>("problemMessageStrip")->isVisible());
    m_page->showProblems(api::findProblems({}));
    press("problemCloseToolButton");
    QVERIFY(!part<MessageStrip>("problemMessageStrip")->isVisible());
    m_page->showProblems(api::findProblems({}));
    m_page->showProblems({});
    QVERIFY(!part<MessageStrip>("problemMessageStrip")->isVisible());
    QVERIFY(!part<QLineEdit>("actionIdLineEdit")->property("problem").toBool());
}

void tst_RequestPage::noticesComeAndGo()
{
    auto *strip = part<MessageStrip>("noticeMessageStrip");
    QVERIFY(!strip->isVisible());
    m_page->setNotices({QStringLiteral("One is not sent."), QStringLiteral("Two is not sent.")});
    QVERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(QStringLiteral("One")) && strip->text().contains(QStringLiteral("Two")));
    QVERIFY(strip->y() < m_execute->mapTo(m_page.get(), QPoint()).y());
    m_page->setNotices({});
    QVERIFY(!strip->isVisible());
}

void tst_RequestPage::tabsSayWhatTheyHold()
{
    const auto holding = [this] {
        QString marks;
        for (int tab = 0; tab < m_tabs->count(); ++tab)
            marks += QLatin1Char(m_tabs->tabText(tab).contains(u'•') ? '*' : '-');
        return marks;
    };
    QCOMPARE(holding(), QStringLiteral("-----"));
    m_page->setDraft(fullDraft());
    QCOMPARE(holding(), QStringLiteral("*****"));
    m_page->setDraft({});
    QCOMPARE(holding(), QStringLiteral("-----"));
    QTest::keyClicks(part<JsonEditor>("sessionInfoJsonEditor")->focusProxy(), QStringLiteral("{}"));
    part<QSpinBox>("timeoutSpinBox")->setValue(5);
    QCOMPARE(holding(), QStringLiteral("---**"));
}

void tst_RequestPage::destinationIsTold()
{
    m_page->setDestination(QStringLiteral("to Sandbox"));
    QCOMPARE(part<QLabel>("destinationLabel")->text(), QStringLiteral("Sends to Sandbox"));
    QVERIFY(m_execute->toolTip().contains(QStringLiteral("to Sandbox")));
    // It is there again after a run.
    m_page->setRunning(RunState::Running);
    m_page->setProgress({executor::Phase::Connecting, 0, 0, 0, -1});
    m_page->setRunning(RunState::Idle);
    QCOMPARE(part<QLabel>("destinationLabel")->text(), QStringLiteral("Sends to Sandbox"));
}

void tst_RequestPage::executeSaysWhatItDoes_data()
{
    QTest::addColumn<int>("effect");
    QTest::addColumn<QString>("protectedName");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMarked");
    using enum api::ActionEffect;
    QTest::newRow("reads") << int(Reads) << QString() << QStringLiteral("Execute") << false;
    QTest::newRow("unknown") << int(Unknown) << QString() << QStringLiteral("Execute") << false;
    QTest::newRow("changes") << int(Changes) << QString() << QStringLiteral("Execute · Changes") << true;
    QTest::newRow("sends") << int(Sends) << QString() << QStringLiteral("Execute · Sends") << true;
    QTest::newRow("deletes") << int(Deletes) << QString() << QStringLiteral("Execute · Deletes") << true;
    QTest::newRow("reads, protected") << int(Reads) << QStringLiteral("PRODUCTION")
                                      << QStringLiteral("Execute on PRODUCTION") << false;
    QTest::newRow("sends, protected") << int(Sends) << QStringLiteral("R&D")
                                      << QStringLiteral("Execute on R&&D · Sends") << true;
    QTest::newRow("long name") << int(Reads) << QStringLiteral("Production of the north, cluster 7")
                               << QStringLiteral("Execute on Production of the n…") << false;
}

void tst_RequestPage::executeSaysWhatItDoes()
{
    QFETCH(int, effect);
    QFETCH(QString, protectedName);
    QFETCH(QString, text);
    QFETCH(bool, isMarked);
    m_page->setEffect(api::ActionEffect(effect), protectedName);
    QCOMPARE(m_execute->text(), text);
    QCOMPARE(part<QWidget>("effectIconLabel")->isVisible(), isMarked);
    QCOMPARE(part<QWidget>("effectIconLabel")->accessibleName().isEmpty(), !isMarked);
    // While something runs, the button is Cancel and nothing else.
    m_page->setRunning(RunState::Running);
    QCOMPARE(m_execute->text(), QStringLiteral("Cancel"));
    QVERIFY(!part<QWidget>("effectIconLabel")->isVisible());
    m_page->setRunning(RunState::Idle);
    QCOMPARE(m_execute->text(), text);
}

void tst_RequestPage::everyControlHasItsNames()
{
    int seen = 0;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        // Qt's own parts inside its widgets are not ours to name.
        const bool isQtsOwn
            = name.startsWith(QLatin1String("qt_")) || qobject_cast<QTabBar *>(widget->parentWidget());
        if (widget->focusPolicy() == Qt::NoFocus || isQtsOwn)
            continue;
        ++seen;
        QString type
            = QString::fromLatin1(widget->metaObject()->className()).section(QLatin1String("::"), -1);
        if (type.startsWith(u'Q'))
            type.remove(0, 1);
        QVERIFY2(name.endsWith(type), qPrintable(type + u' ' + name));
        bool hasName = !widget->accessibleName().isEmpty();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            hasName = hasName || !button->text().isEmpty();
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            hasName = hasName || label->buddy() == widget;
        QVERIFY2(hasName || !widget->isVisible(), qPrintable(name));
    }
    QVERIFY(seen >= 15);
}

void tst_RequestPage::tabKeyWalksTheForm()
{
    m_page->focusAction();
    QStringList walked;
    for (int i = 0; i < 5; ++i) {
        walked.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(walked,
        QStringList({QStringLiteral("actionIdLineEdit"), QStringLiteral("appNameLineEdit"),
            QStringLiteral("entityIdLineEdit"), QStringLiteral("byEntityToolButton"),
            QStringLiteral("executePushButton")}));
}

void tst_RequestPage::nothingIsCutOffWhenNarrow()
{
    m_page->setDraft(fullDraft());
    m_page->resize(420, 560);
    QCoreApplication::processEvents();
    QCOMPARE(m_page->width(), 420);
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->width() == 0
            || qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()))
            continue;
        const QRect inPage(widget->mapTo(m_page.get(), QPoint()), widget->size());
        QVERIFY2(inPage.left() >= 0 && inPage.right() <= 420, qPrintable(widget->objectName()));
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->wordWrap() && label->buddy())
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }
}

QTEST_MAIN(tst_RequestPage)
#include "tst_requestpage.moc"
