// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/responsepage.h"

#include "ui/response/textview.h"
#include "ui/response/timingview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace actionscope;
using namespace actionscope::ui;

namespace {

class RememberingClipboard final : public Clipboard
{
public:
    void setText(const QString &newText) override { text = newText; }
    QString text;
};

api::Exchange exchange(int status, const QByteArray &body)
{
    api::Exchange made;
    made.request = {"POST", "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute",
        {{"x-request-id", "sent-id"}, {"x-api-key", "‹redacted:apiKey›"}}, R"({"input":{"n":1.10}})"};
    if (status > 0)
        made.answer
            = {status, status < 400 ? "OK" : "Bad Request", {{"Content-Type", "application/json"}}, body};
    made.timings = {400, 1200, -1, 1900, 139000, 143200, 143300};
    return made;
}

workspace::RunRecord recordOf(const api::Exchange &made)
{
    workspace::RunRecord record;
    record.entry.startedAt = QDateTime(QDate(2026, 5, 20), QTime(12, 0, 7));
    record.entry.environment = QStringLiteral("sandbox");
    record.entry.baseUrl = QStringLiteral("http://127.0.0.1:41233");
    record.entry.exchange = made;
    record.judgement = diagnosis::judge(made);
    record.entry.verdict = record.judgement.verdict;
    record.entry.sentence = record.judgement.sentence;
    return record;
}

api::TransportFault fault(api::FaultKind kind, const char *sentence, bool hadLeft)
{
    return {kind, QString::fromLatin1(sentence), {}, hadLeft};
}

} // namespace

class TestResponsePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsCalm();
    void showsTheRunning();
    void showsTheRate();
    void showsWhatArrives();
    void findsInTheText();
    void findsInTheTree();
    void saysWhatIsNotFound();
    void followsAPath();
    void opensToALevel();
    void showsAWholeValueInTheText();
    void saysWhereAPathIsWrong();
    void showsEachVerdict_data();
    void showsEachVerdict();
    void showsFiguresAndIds();
    void prefersTheServicesRequestId();
    void explainsARefusal();
    void cutsNoWordsInASmallWindow();
    void aLongExplanationLeavesRoomForTheAnswer();
    void notesHowSuccessWasTold_data();
    void notesHowSuccessWasTold();
    void showsTheTreeAndTheText();
    void showsTheBodyAsItCame();
    void showsABodyThatIsNoJson();
    void showsInvalidUtf8();
    void showsAPart();
    void showsTheRequestWithItsKeyMasked();
    void showsHeadersAndTiming();
    void keepsTheChosenTab();
    void saysWhenItIsFromTheHistory();
    void saysWhenABodyWasNotKept();
    void showsTrouble();
    void offersItsTools();
    void copiesFromTheTree();
    void copiesLargeValuesAside();
    void opensLevelsAtOnce();
    void revealsTheLastOfMillions();
    void followsTheTheme();
    void staysAliveUnderTwentyMegabytes();

private:
    void run(const api::Exchange &made) { m_page->showRun(recordOf(made), made.answer.body); }
    [[nodiscard]] QLabel *label(const char *name) const
    {
        return m_page->findChild<QLabel *>(QLatin1String(name));
    }
    [[nodiscard]] QString shown(const char *name) const
    {
        return label(name)->isVisible() ? label(name)->text() : QString();
    }
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_page->findChild<QToolButton *>(QLatin1String(name));
    }
    [[nodiscard]] TextView *text(const char *name) const
    {
        return m_page->findChild<TextView *>(QLatin1String(name));
    }
    [[nodiscard]] QTabWidget *tabs() const
    {
        return m_page->findChild<QTabWidget *>(QStringLiteral("responseTabWidget"));
    }
    [[nodiscard]] QTreeView *treeView() const
    {
        return m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    }
    [[nodiscard]] QAbstractItemModel *tree() const { return treeView()->model(); }

    std::unique_ptr<ThemeService> m_theme;
    RememberingClipboard m_clipboard;
    SystemFileDialog m_files;
    SystemMessageBox m_questions;
    std::unique_ptr<ResponsePage> m_page;
};

void TestResponsePage::init()
{
    m_page.reset();
    m_theme = std::make_unique<ThemeService>();
    m_page = std::make_unique<ResponsePage>(*m_theme, m_clipboard, m_files, m_questions);
    m_page->resize(640, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_clipboard.text.clear();
}

void TestResponsePage::beginsCalm()
{
    QVERIFY(shown("emptyAnswerLabel").contains(QStringLiteral("Ctrl+Return")));
    QVERIFY(!label("verdictLabel")->isVisible());
    run(exchange(200, R"({"data":{},"successful":true})"));
    QVERIFY(label("verdictLabel")->isVisible());
    m_page->showEmpty();
    QVERIFY(!label("verdictLabel")->isVisible());
    QCOMPARE(m_page->body(), QByteArray());
}

void TestResponsePage::showsTheRunning()
{
    run(exchange(200, R"({"data":{},"successful":true})"));
    m_page->showRunning();
    QCOMPARE(shown("verdictLabel"), QStringLiteral("Running"));
    QVERIFY(!tabs()->isVisible());
    QCOMPARE(shown("requestIdLabel"), QString());
    m_page->showProgress({executor::Phase::AwaitingAnswer, 10, 10, 0, -1}, 3240);
    QCOMPARE(shown("statusLabel"), QStringLiteral("Waiting for the answer"));
    QCOMPARE(shown("timeLabel"), QStringLiteral("3.2 s"));
    QCOMPARE(shown("sizeLabel"), QString());
    m_page->showProgress({executor::Phase::Receiving, 10, 10, 8'400'000, 20'000'000}, 63'000);
    QCOMPARE(shown("statusLabel"), QStringLiteral("Receiving the answer"));
    QCOMPARE(shown("timeLabel"), QStringLiteral("1 min 3 s"));
    QCOMPARE(shown("sizeLabel"), QStringLiteral("8.4 MB of 20.0 MB"));
}

void TestResponsePage::showsTheRate()
{
    m_page->showRunning();
    m_page->showProgress({executor::Phase::Receiving, 10, 10, 1'000'000, -1}, 3000);
    QCOMPARE(shown("sizeLabel"), QStringLiteral("1.0 MB"));
    m_page->showProgress({executor::Phase::Receiving, 10, 10, 8'000'000, -1}, 5000);
    QCOMPARE(shown("sizeLabel"), QStringLiteral("8.0 MB, 4.0 MB/s"));
}

void TestResponsePage::showsWhatArrives()
{
    run(exchange(200, R"({"data":"the run before","successful":true})"));
    QByteArray body = "{\"data\":[";
    for (int i = 0; i < 2000; ++i)
        body += QByteArray::number(i) + ',';
    m_page->showRunning();
    m_page->showArriving(body.first(4000));
    QVERIFY(tabs()->isVisible());
    QCOMPARE(shown("verdictLabel"), QStringLiteral("Running"));
    QTRY_COMPARE(tree()->rowCount(), 1);
    QTRY_COMPARE(tree()->index(0, 0).data().toString(), QStringLiteral("data"));
    tabs()->setCurrentIndex(1);
    QTRY_VERIFY(text("bodyTextView")->visibleText().startsWith(QStringLiteral("{\n  \"data\": [\n    0,")));
    QVERIFY(!text("requestTextView")->text().lines);
    // The place stays while more comes.
    text("bodyTextView")->goToLine(300);
    const QString before = text("bodyTextView")->visibleText().left(60);
    const QSignalSpy changed(text("bodyTextView"), &TextView::textChanged);
    m_page->showArriving(body);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(text("bodyTextView")->visibleText().left(60), before);
    body += "null],\"successful\":true}";
    run(exchange(200, body));
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(text("bodyTextView")->visibleText().left(60), before);
    QCOMPARE(m_page->body(), body);
    // The next run begins at its beginning.
    run(exchange(200, body));
    QTRY_VERIFY(text("bodyTextView")->visibleText().startsWith(QLatin1Char('{')));
}

void TestResponsePage::findsInTheText()
{
    QByteArray body = "{\"data\":[";
    for (int i = 0; i < 3000; ++i)
        body
            += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"Name " + QByteArray::number(i % 10) + "\"},";
    body += "null]}";
    run(exchange(200, body));
    tabs()->setCurrentIndex(1);
    QTRY_VERIFY(!text("bodyTextView")->visibleText().isEmpty());
    text("bodyTextView")->setFocus();
    QTest::keyClick(text("bodyTextView"), Qt::Key_F, Qt::ControlModifier);
    auto *needle = m_page->findChild<QLineEdit *>(QStringLiteral("findLineEdit"));
    QVERIFY(needle->isVisible());
    QTest::keyClicks(needle, QStringLiteral("name 7"));
    QTRY_COMPARE(shown("findCountLabel"), QStringLiteral("1 of 300"));
    QCOMPARE(text("bodyTextView")->selectedBytes(), QByteArray("Name 7"));
    QTest::keyClick(needle, Qt::Key_Return);
    QCOMPARE(shown("findCountLabel"), QStringLiteral("2 of 300"));
    QTest::keyClick(needle, Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(needle, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown("findCountLabel"), QStringLiteral("300 of 300"));
    QVERIFY(text("bodyTextView")->visibleText().contains(QStringLiteral("2997")));
    QTest::mouseClick(m_page->findChild<QToolButton *>(QStringLiteral("findCaseToolButton")), Qt::LeftButton);
    QTRY_COMPARE(shown("findCountLabel"), QStringLiteral("Not found"));
    QTest::keyClick(needle, Qt::Key_Escape);
    QVERIFY(!needle->isVisible());
    QVERIFY(text("bodyTextView")->hasFocus());
}

void TestResponsePage::findsInTheTree()
{
    QByteArray body = "{\"data\":[";
    for (int i = 0; i < 5000; ++i)
        body += "{\"id\":" + QByteArray::number(i) + "},";
    body += "{\"caf\\u00e9\":[1,{\"x\":\"here\"}]}]}";
    run(exchange(200, body));
    auto *view = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    auto *needle = m_page->findChild<QLineEdit *>(QStringLiteral("findLineEdit"));
    QTest::keyClicks(needle, QStringLiteral("HERE"));
    QTRY_COMPARE(shown("findCountLabel"), QStringLiteral("1 of 1"));
    QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("x"));
    needle->setText(QString::fromUtf8("café"));
    QTRY_COMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), QString::fromUtf8("café"));
    QCOMPARE(view->currentIndex().parent().data().toString(), QStringLiteral("5000"));
    // The text stands at the same place.
    tabs()->setCurrentIndex(1);
    QTRY_VERIFY(text("bodyTextView")->visibleText().contains(QStringLiteral("caf\\u00e9")));
}

void TestResponsePage::saysWhatIsNotFound()
{
    run(exchange(200, "{\"data\":{}}"));
    auto *view = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    auto *needle = m_page->findChild<QLineEdit *>(QStringLiteral("findLineEdit"));
    QTest::mouseClick(
        m_page->findChild<QToolButton *>(QStringLiteral("findExpressionToolButton")), Qt::LeftButton);
    QTest::keyClicks(needle, QStringLiteral("da(ta"));
    QTRY_VERIFY2(
        shown("findTroubleLabel").contains(QStringLiteral("character 6")), qPrintable(shown("findTroubleLabel")));
    QTest::keyClicks(needle, QStringLiteral(")"));
    QTRY_COMPARE(shown("findCountLabel"), QStringLiteral("1 of 1"));
    // The next answer is searched for the same.
    run(exchange(200, "{\"data\":{\"data\":1}}"));
    QTRY_COMPARE(shown("findCountLabel"), QStringLiteral("2"));
}

void TestResponsePage::opensToALevel()
{
    QByteArray body = "{\"data\":[";
    for (int i = 0; i < 500; ++i)
        body += "{\"user\":{\"login\":{\"x\":1}}},";
    run(exchange(200, body + "null]}"));
    auto *view = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    Q_EMIT view->customContextMenuRequested({5, 5});
    m_page->findChild<QAction *>(QStringLiteral("openToLevel4Action"))->trigger();
    const QModelIndex user = view->model()
                                 ->index(499, 0, view->model()->index(0, 0))
                                 .model()
                                 ->index(0, 0, view->model()->index(499, 0, view->model()->index(0, 0)));
    QCOMPARE(user.data().toString(), QStringLiteral("user"));
    QVERIFY(view->isExpanded(user));
    QVERIFY(!view->isExpanded(view->model()->index(0, 0, user)));
    Q_EMIT view->customContextMenuRequested({5, 5});
    const QList<QAction *> levels = m_page->findChildren<QAction *>(QStringLiteral("openToLevel1Action"));
    levels.last()->trigger();
    QVERIFY(!view->isExpanded(view->model()->index(0, 0)));
}

void TestResponsePage::showsAWholeValueInTheText()
{
    const QByteArray longText = '"' + QByteArray(5000, 'x') + "the end\"";
    run(exchange(200, "{\"data\":" + longText + "}"));
    auto *view = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    view->setCurrentIndex(view->model()->index(0, 0));
    Q_EMIT view->customContextMenuRequested({5, 5});
    m_page->findChild<QAction *>(QStringLiteral("showInTextAction"))->trigger();
    QCOMPARE(tabs()->currentIndex(), 1);
    QTRY_COMPARE(text("bodyTextView")->selectedBytes(), longText);
}

void TestResponsePage::followsAPath()
{
    run(exchange(200, "{\"data\":[{\"id\":1,\"ok\":true},{\"id\":2},{\"id\":3,\"ok\":true}]}"));
    auto *path = m_page->findChild<QLineEdit *>(QStringLiteral("pathLineEdit"));
    auto *list = m_page->findChild<QTableView *>(QStringLiteral("pathResultTableView"));
    auto *view = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    QTRY_VERIFY(path->isVisible());
    QTest::keyClicks(path, QStringLiteral("$.data[?@.ok].id"));
    QTRY_COMPARE(shown("pathCountLabel"), QStringLiteral("2 values"));
    QVERIFY(list->isVisible());
    QTest::keyClick(path, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("3"));
    // The next answer is asked the same.
    run(exchange(200, "{\"data\":[{\"id\":7,\"ok\":null}]}"));
    QTRY_COMPARE(shown("pathCountLabel"), QStringLiteral("1 value"));
    QTest::keyClick(list, Qt::Key_Escape);
    QTest::keyClick(path, Qt::Key_Escape);
    QTRY_VERIFY(!list->isVisible());
    QCOMPARE(path->text(), QString());
}

void TestResponsePage::saysWhereAPathIsWrong()
{
    run(exchange(200, "{\"data\":[]}"));
    auto *path = m_page->findChild<QLineEdit *>(QStringLiteral("pathLineEdit"));
    QTRY_VERIFY(path->isVisible());
    QTest::keyClicks(path, QStringLiteral("$.data[?"));
    QTRY_VERIFY2(shown("pathFaultLabel").startsWith(QStringLiteral("Character 9: ")),
        qPrintable(shown("pathFaultLabel")));
    path->setText(QStringLiteral("data"));
    QTRY_COMPARE(shown("pathFaultLabel"), QStringLiteral("A path begins with $, such as $.data."));
    path->setText(QStringLiteral("$.nothing"));
    QTRY_COMPARE(shown("pathCountLabel"), QStringLiteral("Leads nowhere"));
}

void TestResponsePage::showsEachVerdict_data()
{
    QTest::addColumn<api::Exchange>("made");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("cause");

    const auto broken = [](api::FaultKind kind, const char *sentence, bool hadLeft) {
        api::Exchange made = exchange(0, {});
        made.fault = fault(kind, sentence, hadLeft);
        return made;
    };
    QTest::newRow("successful") << exchange(200, R"({"data":{},"successful":true})") << "Successful"
                                << QString();
    QTest::newRow("action refused") << exchange(
        200, R"({"data":{},"successful":false,"error":"No such repository"})")
                                    << "The action said no"
                                    << "No such repository";
    QTest::newRow("service refused") << exchange(404, R"({"message":"Unknown action"})")
                                     << "The service refused"
                                     << "Unknown action";
    QTest::newRow("no usable answer") << exchange(200, "<html>Sign in</html>") << "No usable answer"
                                      << "web page";
    QTest::newRow("nothing came") << broken(api::FaultKind::ConnectionRefused, "Nothing answers there.",
        false) << "No usable answer"
                                  << "Nothing answers there.";
    QTest::newRow("outcome unknown") << broken(api::FaultKind::TimedOut, "It took too long.", true)
                                     << "Outcome unknown"
                                     << "the action may have run";
    QTest::newRow("cancelled") << broken(api::FaultKind::Cancelled, "It was cancelled.", false) << "Cancelled"
                               << "It was cancelled.";
}

void TestResponsePage::showsEachVerdict()
{
    QFETCH(api::Exchange, made);
    QFETCH(QString, verdict);
    QFETCH(QString, cause);
    const QPoint place = (m_page->showRunning(), label("verdictLabel")->mapTo(m_page.get(), QPoint()));
    run(made);
    QCOMPARE(shown("verdictLabel"), verdict);
    QVERIFY2(shown("causeLabel").contains(cause), qPrintable(shown("causeLabel")));
    QCOMPARE(label("causeLabel")->isVisible(), !cause.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(label("verdictLabel")->mapTo(m_page.get(), QPoint()).x(), place.x());
    QVERIFY(tabs()->isVisible());
}

void TestResponsePage::showsFiguresAndIds()
{
    run(exchange(200, R"({"data":{},"successful":true,"logId":"log_8f2k"})"));
    QCOMPARE(shown("statusLabel"), QStringLiteral("200 OK"));
    QCOMPARE(shown("timeLabel"), QStringLiteral("143 ms"));
    QCOMPARE(shown("sizeLabel"), QStringLiteral("48 bytes"));
    QCOMPARE(shown("requestIdLabel"), QStringLiteral("sent-id"));
    QCOMPARE(shown("logIdLabel"), QStringLiteral("log_8f2k"));
    button("logIdCopyButton")->click();
    QCOMPARE(m_clipboard.text, QStringLiteral("log_8f2k"));
    run(exchange(200, R"({"data":{},"successful":true})"));
    QVERIFY(!label("logIdLabel")->isVisible());
}

void TestResponsePage::prefersTheServicesRequestId()
{
    api::Exchange made = exchange(200, R"({"data":{},"successful":true})");
    made.answer.headers.append(api::Header {"X-Request-Id", "their-id"});
    run(made);
    QCOMPARE(shown("requestIdLabel"), QStringLiteral("their-id"));
    button("requestIdCopyButton")->click();
    QCOMPARE(m_clipboard.text, QStringLiteral("their-id"));
}

void TestResponsePage::explainsARefusal()
{
    run(exchange(400,
        R"({"error":{"message":"No account","code":1812,"slug":"Account_NotFound","suggested_fix":"Connect one.",)"
        R"("errors":["input.title: is required"]}})"));
    QCOMPARE(shown("causeLabel"), QStringLiteral("No account"));
    QCOMPARE(shown("suggestedFixLabel"), QStringLiteral("Connect one."));
    QCOMPARE(shown("errorCodeLabel"), QStringLiteral("Account_NotFound · code 1812"));
    QCOMPARE(shown("errorDetailsLabel"), QStringLiteral("input.title: is required"));
    QByteArray many = R"({"message":"No","details":[)";
    for (int i = 0; i < 30; ++i)
        many += "\"x\",";
    many.back() = ']';
    run(exchange(400, many + "}"));
    QVERIFY2(shown("errorDetailsLabel").contains(QStringLiteral("and 24 more")),
        qPrintable(shown("errorDetailsLabel")));
    QCOMPARE(shown("suggestedFixLabel"), QString());
}

void TestResponsePage::cutsNoWordsInASmallWindow()
{
    api::Exchange made = exchange(0, {});
    const QByteArray sentence = QByteArray("The request had left, so the action may have run. ").repeated(9);
    made.fault = fault(api::FaultKind::Cancelled, sentence.constData(), true);
    run(made);
    m_page->resize(360, 1); // as small as it lets itself be made
    const QLabel *cause = label("causeLabel");
    QTRY_VERIFY2(cause->height() >= cause->heightForWidth(cause->width()), qPrintable(cause->text()));
}

void TestResponsePage::aLongExplanationLeavesRoomForTheAnswer()
{
    m_page->setMinimumHeight(220); // as the window lets it be
    m_page->resize(520, 300);
    run(exchange(404, R"({"type":"NotFoundError","name":"ActionNotFoundError","status":404,)"
                      R"("message":"There is no such action here, and a great many words say so once more in full.",)"
                      R"("suggestions":["GITHUB_CREATE_AN_ISSUE","GITHUB_CREATE_A_PULL_REQUEST","GITHUB_LIST_ISSUES"]})"));
    auto *banner = m_page->findChild<QScrollArea *>(QStringLiteral("verdictBannerScroll"));
    QTRY_VERIFY(banner->verticalScrollBar()->maximum() > 0); // the rest of it can be reached
    QVERIFY(banner->height() > 80);
    QVERIFY(tabs()->height() > 80);
    const QRect above(banner->mapTo(m_page.get(), QPoint()), banner->size());
    const QRect below(tabs()->mapTo(m_page.get(), QPoint()), tabs()->size());
    QVERIFY(!above.intersects(below));
    m_page->resize(520, 1200);
    QTRY_COMPARE(banner->verticalScrollBar()->maximum(), 0);
}

void TestResponsePage::notesHowSuccessWasTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("note");

    QTest::newRow("plainly") << QByteArray(R"({"data":{},"successful":true,"successfull":true})")
                             << QString();
    QTest::newRow("contradicting") << QByteArray(R"({"data":{},"successful":false,"successfull":true})")
                                   << QStringLiteral("“successful” says false and “successfull” says true");
    QTest::newRow("misspelt only") << QByteArray(R"({"data":{},"successfull":true})")
                                   << QStringLiteral("“successfull” decided");
    QTest::newRow("not at all") << QByteArray(R"({"data":{}})")
                                << QStringLiteral("because it names no error");
}

void TestResponsePage::notesHowSuccessWasTold()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, note);
    run(exchange(200, body));
    QVERIFY2(shown("answerNotesLabel").contains(note), qPrintable(shown("answerNotesLabel")));
    QCOMPARE(label("answerNotesLabel")->isVisible(), !note.isEmpty());
}

void TestResponsePage::showsTheTreeAndTheText()
{
    const QByteArray body = R"({"data":{"id":12345678901234567890,"score":1.10},"successful":true})";
    run(exchange(200, body));
    const QModelIndex data = tree()->index(0, 0);
    QCOMPARE(data.data().toString(), QStringLiteral("data"));
    QCOMPARE(tree()->index(0, 1, data).data().toString(), QStringLiteral("12345678901234567890"));
    QVERIFY(treeView()->isExpanded(data));
    tabs()->setCurrentIndex(1);
    QTRY_COMPARE(text("bodyTextView")->visibleText(),
        QStringLiteral("{\n  \"data\": {\n    \"id\": 12345678901234567890,\n    \"score\": 1.10\n  },\n  "
                       "\"successful\": true\n}"));
    button("asReceivedToolButton")->click();
    QTRY_COMPARE(text("bodyTextView")->visibleText(), QString::fromUtf8(body));
    button("prettyToolButton")->click();
    QTRY_VERIFY(text("bodyTextView")->visibleText().startsWith(QStringLiteral("{\n  \"data\"")));
}

// The record keeps no secret, the page shows what came.
void TestResponsePage::showsTheBodyAsItCame()
{
    const QByteArray raw = R"({"data":{"token":"s3cret"},"successful":true})";
    api::Exchange made = exchange(200, QByteArray(raw).replace("s3cret", "‹redacted:t›"));
    m_page->showRun(recordOf(made), raw);
    QTRY_COMPARE(tree()->rowCount(), 2);
    QCOMPARE(tree()->index(0, 1, tree()->index(0, 0)).data().toString(), QStringLiteral("s3cret"));
    button("copyBodyToolButton")->click();
    QCOMPARE(m_clipboard.text, QString::fromUtf8(raw));
}

void TestResponsePage::showsABodyThatIsNoJson()
{
    run(exchange(502, "<html>\n<h1>Bad gateway</h1>"));
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("Text"));
    QTRY_COMPARE(text("bodyTextView")->visibleText(), QStringLiteral("<html>\n<h1>Bad gateway</h1>"));
    tabs()->setCurrentIndex(0);
    QVERIFY(shown("noTreeLabel").contains(QStringLiteral("not JSON")));
}

void TestResponsePage::showsInvalidUtf8()
{
    constexpr char bytes[] = "{\"data\":{\"a\":1},\"x\":\"\xFF\xFE\0\"}";
    const QByteArray body(bytes, sizeof bytes - 1);
    run(exchange(200, body));
    QCOMPARE(shown("verdictLabel"), QStringLiteral("No usable answer"));
    QCOMPARE(tree()->index(0, 0).data().toString(), QStringLiteral("data"));
    tabs()->setCurrentIndex(1);
    QTRY_VERIFY(text("bodyTextView")->visibleText().contains(QString::fromUtf8("\"��·\"")));
    QVERIFY2(shown("bodyDescriptionLabel").startsWith(QStringLiteral("Byte 21: ")),
        qPrintable(shown("bodyDescriptionLabel")));
    QCOMPARE(m_page->body(), body);
}

void TestResponsePage::showsAPart()
{
    api::Exchange made = exchange(200, R"({"data":{"items":[1,2,)");
    made.fault = fault(api::FaultKind::ConnectionClosed, "The connection was closed.", true);
    run(made);
    QCOMPARE(shown("verdictLabel"), QStringLiteral("Outcome unknown"));
    QVERIFY(shown("answerNotesLabel").contains(QStringLiteral("not complete; below are the 22 bytes")));
    QCOMPARE(tree()->index(0, 0).data().toString(), QStringLiteral("data"));
}

void TestResponsePage::showsTheRequestWithItsKeyMasked()
{
    run(exchange(200, R"({"data":{},"successful":true})"));
    m_page->setCurrentTab(QStringLiteral("request"));
    QTRY_COMPARE(text("requestTextView")->visibleText(),
        QStringLiteral("POST http://127.0.0.1:41233/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute\n"
                       "x-request-id: sent-id\nx-api-key: ‹redacted:apiKey›\n\n{\"input\":{\"n\":1.10}}"));
}

void TestResponsePage::showsHeadersAndTiming()
{
    run(exchange(200, R"({"data":{},"successful":true})"));
    auto *headers = m_page->findChild<QTableView *>(QStringLiteral("headersTableView"));
    QCOMPARE(headers->model()->rowCount(), 1);
    QCOMPARE(headers->model()->index(0, 0).data().toString(), QStringLiteral("Content-Type"));
    m_page->setCurrentTab(QStringLiteral("headers"));
    headers->setFocus();
    headers->selectRow(0);
    QTest::keyClick(headers, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(m_clipboard.text, QStringLiteral("Content-Type: application/json"));
    auto *timing = m_page->findChild<TimingView *>(QStringLiteral("timingView"));
    QCOMPARE(timing->accessibleDescription(),
        QStringLiteral("Queued 0.4 ms; Connecting 0.8 ms; Sending 0.7 ms; Waiting 137 ms; Receiving 4.2 ms; "
                       "Total 143 ms"));
}

void TestResponsePage::keepsTheChosenTab()
{
    run(exchange(200, "<html>"));
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("Text"));
    run(exchange(200, R"({"data":{},"successful":true})"));
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("Tree"));
    m_page->setCurrentTab(QStringLiteral("headers"));
    run(exchange(200, R"({"data":{},"successful":true})"));
    QCOMPARE(tabs()->tabText(tabs()->currentIndex()), QStringLiteral("Headers"));
}

void TestResponsePage::saysWhenItIsFromTheHistory()
{
    m_page->showRemembered(recordOf(exchange(200, R"({"data":{},"successful":true})")));
    QCOMPARE(shown("originLabel"), QStringLiteral("From the history · 20 May 2026, 12:00:07 · sandbox"));
    QCOMPARE(tree()->rowCount(), 2);
    run(exchange(200, R"({"data":{},"successful":true})"));
    QCOMPARE(shown("originLabel"), QString());
}

void TestResponsePage::saysWhenABodyWasNotKept()
{
    workspace::RunRecord record = recordOf(exchange(200, R"({"data":{},"successful":true})"));
    record.entry.exchange.answer.body.clear();
    record.entry.bodyLeftOut = 200'000'000;
    m_page->showRemembered(record);
    QCOMPARE(shown("verdictLabel"), QStringLiteral("Successful"));
    QCOMPARE(shown("answerNotesLabel"),
        QStringLiteral("The body of 200.0 MB was too large for the history and was not kept."));
}

void TestResponsePage::showsTrouble()
{
    auto *strip = m_page->findChild<MessageStrip *>();
    m_page->showTrouble({ErrorCode::Unreadable, QStringLiteral("The entry could not be read."), {},
        QStringLiteral("Its file is gone.")});
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), QStringLiteral("The entry could not be read. Its file is gone."));
    m_page->showRunning();
    QVERIFY(!strip->isVisible());
    workspace::RunRecord record = recordOf(exchange(200, R"({"data":{},"successful":true})"));
    record.historyTrouble = QStringLiteral("the disk is full");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QVERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(QStringLiteral("the disk is full")));
}

void TestResponsePage::offersItsTools()
{
    const QSignalSpy curl(m_page.get(), &ResponsePage::copyAsCurlRequested);
    const QSignalSpy save(m_page.get(), &ResponsePage::saveBodyRequested);
    run(exchange(200, R"({"data":{},"successful":true})"));
    QTest::mouseClick(button("copyCurlToolButton"), Qt::LeftButton);
    QTest::mouseClick(button("saveBodyToolButton"), Qt::LeftButton);
    QCOMPARE(curl.count(), 1);
    QCOMPARE(save.count(), 1);
    api::Exchange nothing = exchange(0, {});
    nothing.fault = fault(api::FaultKind::ConnectionRefused, "Nothing answers there.", false);
    run(nothing);
    QVERIFY(button("copyCurlToolButton")->isVisible());
    QVERIFY(!button("saveBodyToolButton")->isVisible());
    QVERIFY(!button("copyBodyToolButton")->isVisible());
}

void TestResponsePage::copiesFromTheTree()
{
    run(exchange(200, R"({"data":{"odd key":["a\nb"]},"successful":true})"));
    auto *view = treeView();
    const QModelIndex list = tree()->index(0, 0, tree()->index(0, 0));
    view->setCurrentIndex(tree()->index(0, 0, list));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(m_clipboard.text, QStringLiteral("a\nb"));
    const auto choose = [this, view](const QModelIndex &index, const char *action) {
        view->setCurrentIndex(index);
        view->findChild<QAction *>(QLatin1String(action))->trigger();
        return m_clipboard.text;
    };
    const QModelIndex item = tree()->index(0, 0, list);
    QCOMPARE(choose(item, "copyPathAction"), QStringLiteral("$.data['odd key'][0]"));
    QCOMPARE(choose(item, "copyPointerAction"), QStringLiteral("/data/odd key/0"));
    QCOMPARE(choose(item, "copyJsonAction"), QStringLiteral("\"a\\nb\""));
    QCOMPARE(choose(list, "copyKeyAction"), QStringLiteral("odd key"));
    QCOMPARE(choose(list, "copyJsonAction"), QStringLiteral("[\"a\\nb\"]"));
}

// What a person copies is made on another thread, so it is not there yet when the click is done.
void TestResponsePage::copiesLargeValuesAside()
{
    const QByteArray large = '[' + QByteArray(3'000'000, ' ') + ']';
    const QByteArray body = "{\"data\":" + large + ",\"text\":\"" + QByteArray(2'000'000, 'x') + "\"}";
    run(exchange(200, body));
    const auto waitFor = [this](const QByteArray &text) {
        QVERIFY(m_clipboard.text.isEmpty());
        QTRY_COMPARE(m_clipboard.text.size(), text.size());
        QCOMPARE(m_clipboard.text.toUtf8(), text);
        m_clipboard.text.clear();
    };
    m_clipboard.text.clear();
    m_page->findChild<QToolButton *>(QStringLiteral("copyBodyToolButton"))->click();
    waitFor(body);
    treeView()->setCurrentIndex(tree()->index(0, 0));
    treeView()->findChild<QAction *>(QStringLiteral("copyJsonAction"))->trigger();
    waitFor(large);
    treeView()->setCurrentIndex(tree()->index(1, 0));
    treeView()->findChild<QAction *>(QStringLiteral("copyValueAction"))->trigger();
    waitFor(QByteArray(2'000'000, 'x'));
}

void TestResponsePage::opensLevelsAtOnce()
{
    QByteArray body = "[";
    for (int i = 0; i < 30'000; ++i)
        body += "{\"a\":{\"b\":[1,2]},\"c\":3},";
    body.back() = ']';
    run(exchange(200, body));
    auto *view = treeView();
    while (tree()->canFetchMore({}))
        tree()->fetchMore({});
    Q_EMIT view->customContextMenuRequested({5, 5});
    QElapsedTimer clock;
    clock.start();
    m_page->findChild<QAction *>(QStringLiteral("openToLevel4Action"))->trigger();
    view->viewport()->repaint();
    // About 20 ms; where the view laid itself out for each row it opens, over 20 seconds.
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(view->isExpanded(tree()->index(5000, 0)));
}

void TestResponsePage::revealsTheLastOfMillions()
{
    QByteArray body = "[";
    for (int i = 0; i < 3'000'000; ++i)
        body += "[],";
    body += "{\"last\":true}]";
    run(exchange(200, body));
    auto *path = m_page->findChild<QLineEdit *>(QStringLiteral("pathLineEdit"));
    auto *list = m_page->findChild<QTableView *>(QStringLiteral("pathResultTableView"));
    QTRY_VERIFY(path->isVisible());
    path->setText(QStringLiteral("$[-1].last"));
    QTRY_COMPARE(shown("pathCountLabel"), QStringLiteral("1 value"));
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(path, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    // A few milliseconds; with a row for each item before it, over a second.
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(treeView()->currentIndex().data(Qt::ToolTipRole).toString(), QStringLiteral("$[3000000].last"));
}

void TestResponsePage::followsTheTheme()
{
    m_theme->setChoice(ThemeChoice::Light);
    run(exchange(200, R"({"data":{"a":1},"successful":true})"));
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        tabs()->setCurrentIndex(tab);
        m_theme->setChoice(ThemeChoice::Light);
        const QImage light = m_page->grab().toImage();
        QVERIFY(qGray(light.pixel(light.width() / 2, light.height() - 40)) > 128);
        m_theme->setChoice(ThemeChoice::Dark);
        const QImage dark = m_page->grab().toImage();
        QVERIFY(qGray(dark.pixel(dark.width() / 2, dark.height() - 40)) < 128);
    }
}

void TestResponsePage::staysAliveUnderTwentyMegabytes()
{
    QByteArray body = R"({"successful":true,"data":[)";
    while (body.size() < 20'000'000)
        body
            += R"({"id":12345678901234567890,"title":"Found a bug","labels":["bug","help wanted"],"score":1.10},)";
    body.back() = ']';
    body += '}';
    const workspace::RunRecord record = recordOf(exchange(200, body));
    qint64 longest = 0;
    QElapsedTimer sinceTick;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
    ticker.start(1);
    sinceTick.start();
    m_page->showRun(record, body);
    tabs()->setCurrentIndex(1);
    QTRY_COMPARE(text("bodyTextView")->text().form, TextForm::Pretty);
    QTest::keyClick(text("bodyTextView"), Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(text("bodyTextView")->visibleText().endsWith(QStringLiteral("  ]\n}")));
    tabs()->setCurrentIndex(0);
    auto *view = treeView();
    view->expand(tree()->index(1, 0));
    QTest::keyClick(view, Qt::Key_End);
    QTest::keyClick(view, Qt::Key_End);
    QCoreApplication::processEvents();
    longest = std::max(longest, sinceTick.elapsed());
    QVERIFY2(longest < 100, qPrintable(QStringLiteral("the event loop stood still for %1 ms").arg(longest)));
}

QTEST_MAIN(TestResponsePage)
#include "tst_responsepage.moc"
