// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/recorddiagnosis.h"
#include "ui/response/responsepage.h"
#include "ui/response/textview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
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

workspace::RunRecord recordOf(const QByteArray &sent, int status, const QByteArray &body)
{
    workspace::RunRecord record;
    record.entry.startedAt = QDateTime(QDate(2026, 5, 20), QTime(12, 0, 7));
    record.entry.baseUrl = QStringLiteral("http://127.0.0.1:41233");
    record.entry.draft.request.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    record.entry.exchange.request = {"POST", "/api/v3.1/tools/execute/GITHUB_CREATE_AN_ISSUE", {{"x-api-key", "‹redacted:apiKey›"}}, sent};
    record.entry.exchange.answer = {status, "Reason", {{"Content-Type", "application/json"}, {"Retry-After", "12"}}, body};
    record.judgement = diagnosis::judge(record.entry.exchange);
    record.entry.verdict = record.judgement.verdict;
    record.entry.sentence = record.judgement.sentence;
    record.diagnosis = workspace::diagnosisOf(record, diagnosis::KeyKind::Other, {});
    return record;
}

} // namespace

// The diagnosis on the result page: what is read, where its links lead, what its buttons ask for.
class TestDiagnosisView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhy();
    void leadsToTheField();
    void leadsToTheHeader();
    void leadsToTheRequest();
    void leadsToTheTiming();
    void leadsToAByte();
    void asksForATry();
    void saysNothingOfASuccess();
    void showsAReopenedRun();
    void fitsANarrowPage();

private:
    [[nodiscard]] QString shown(const char *name) const;
    // Follows the first link whose text holds this.
    void follow(const QString &text);
    [[nodiscard]] QString currentTab() const;

    std::unique_ptr<ThemeService> m_theme;
    NoClipboard m_clipboard;
    SystemFileDialog m_files;
    SystemMessageBox m_questions;
    std::unique_ptr<ResponsePage> m_page;
};

void TestDiagnosisView::init()
{
    m_page.reset();
    m_theme = std::make_unique<ThemeService>();
    m_page = std::make_unique<ResponsePage>(*m_theme, m_clipboard, m_files, m_questions);
    m_page->resize(640, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

QString TestDiagnosisView::shown(const char *name) const
{
    const auto *label = m_page->findChild<QLabel *>(QLatin1String(name));
    return label && label->isVisible() ? label->text() : QString();
}

void TestDiagnosisView::follow(const QString &text)
{
    const auto labels = m_page->findChildren<QLabel *>(QRegularExpression(QStringLiteral("^evidence\\d+Label$")));
    for (QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(text)) {
            Q_EMIT label->linkActivated(QStringLiteral("#"));
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no evidence says ") + text));
}

QString TestDiagnosisView::currentTab() const
{
    const auto *tabs = m_page->findChild<QTabWidget *>(QStringLiteral("responseTabWidget"));
    return tabs->tabText(tabs->currentIndex());
}

void TestDiagnosisView::tellsWhy()
{
    const auto record = recordOf(R"({"user_id":"alice","connected_account_id":"ca_1"})", 400,
        R"({"error":{"message":"<b>no</b>","code":1812,"slug":"ActionExecute_ConnectedAccountEntityIdMismatch","status":400}})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QCOMPARE(shown("diagnosisLabel"), QStringLiteral("The connected account belongs to another user than the request names."));
    QCOMPARE(shown("diagnosisConfidenceLabel"), QStringLiteral("Certain"));
    QVERIFY(shown("evidence1Label").contains(QStringLiteral("error.slug: ActionExecute_ConnectedAccountEntityIdMismatch")));
    QVERIFY(shown("evidence2Label").contains(QStringLiteral("&lt;b&gt;no&lt;/b&gt;"))); // a text, whatever it looks like
    QCOMPARE(shown("causeLabel"), QString()); // it stands among the evidence
    // The next failure takes its place.
    const auto other = recordOf("{}", 429, R"({"message":"Limit"})");
    m_page->showRun(other, other.entry.exchange.answer.body);
    QVERIFY(shown("diagnosisLabel").startsWith(QStringLiteral("The organisation has sent more requests")));
    QVERIFY(!shown("evidence1Label").contains(QStringLiteral("slug")));
}

void TestDiagnosisView::leadsToTheField()
{
    const auto record = recordOf("{}", 200, R"({"data":{"status_code":404,"message":"Not Found"},"error":"Not Found","successful":false})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    auto *tree = m_page->findChild<QTreeView *>(QStringLiteral("bodyTreeView"));
    QTRY_VERIFY(tree->model()->rowCount() > 0);
    m_page->setCurrentTab(QStringLiteral("timing"));
    follow(QStringLiteral("data.status_code: 404"));
    QCOMPARE(currentTab(), QStringLiteral("Tree"));
    QVERIFY(tree->currentIndex().siblingAtColumn(0).data().toString().contains(QStringLiteral("status_code")));
}

void TestDiagnosisView::leadsToTheHeader()
{
    const auto record = recordOf("{}", 429, R"({"message":"Limit"})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    follow(QStringLiteral("Retry-After: 12"));
    QCOMPARE(currentTab(), QStringLiteral("Headers"));
    const auto views = m_page->findChildren<QTableView *>();
    const bool isChosen = std::any_of(views.cbegin(), views.cend(), [](const QTableView *view) {
        const auto rows = view->selectionModel() ? view->selectionModel()->selectedRows() : QModelIndexList();
        return view->isVisible() && rows.size() == 1 && rows.first().data().toString() == QLatin1String("Retry-After");
    });
    QVERIFY(isChosen);
}

void TestDiagnosisView::leadsToTheRequest()
{
    const auto record = recordOf(R"({"user_id":"u","arguments":{"milestone":"3"}})", 400,
        R"({"error":{"message":"x","code":10400,"status":400,"errors":["payload.arguments.milestone: must be integer"]}})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    follow(QStringLiteral("sent arguments.milestone"));
    QCOMPARE(currentTab(), QStringLiteral("Request"));
    auto *text = m_page->findChild<TextView *>(QStringLiteral("requestTextView"));
    QTRY_COMPARE(text->selectedBytes(), QByteArray("\"3\""));
}

void TestDiagnosisView::leadsToTheTiming()
{
    auto record = recordOf("{}", 0, {});
    record.entry.exchange.answer = {};
    record.entry.exchange.fault = api::TransportFault {api::FaultKind::TimedOut, QStringLiteral("No connection to x within 3 seconds."), {}, false};
    record.judgement = diagnosis::judge(record.entry.exchange);
    record.entry.verdict = record.judgement.verdict;
    record.diagnosis = workspace::diagnosisOf(record, diagnosis::KeyKind::Other, {});
    m_page->showRun(record, {});
    follow(QStringLiteral("No connection"));
    QCOMPARE(currentTab(), QStringLiteral("Timing"));
}

void TestDiagnosisView::leadsToAByte()
{
    const auto record = recordOf("{}", 200, R"({"data":{"a":1},"x":oops})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QTRY_VERIFY(!shown("evidence1Label").isEmpty());
    follow(QStringLiteral("line 1, column 21"));
    QCOMPARE(currentTab(), QStringLiteral("Text"));
}

void TestDiagnosisView::asksForATry()
{
    const auto record = recordOf(R"({"user_id":"u","arguments":{"milestone":"3"}})", 400,
        R"({"error":{"message":"x","code":10400,"status":400,"errors":["payload.arguments.milestone: must be integer"]}})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QSignalSpy asked(m_page.get(), &ResponsePage::tryRequested);
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("try1PushButton"));
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Set milestone to 3"));
    QVERIFY(button->toolTip().contains(QStringLiteral("instead of")));
    button->click();
    QCOMPARE(asked.size(), 1);
    const auto wish = asked.first().first().value<diagnosis::Try>();
    QCOMPARE(wish.parameters.value(QStringLiteral("path")), QStringLiteral("/milestone"));
    QCOMPARE(asked.first().at(1).value<storage::Draft>().request.actionId, QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
}

void TestDiagnosisView::saysNothingOfASuccess()
{
    const auto record = recordOf("{}", 200, R"({"data":{"a":1},"error":null,"successful":true})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QCOMPARE(shown("diagnosisLabel"), QString());
    QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("diagnosisView"))->isVisible());
}

void TestDiagnosisView::showsAReopenedRun()
{
    const auto record = recordOf("{}", 401, R"({"message":"Invalid API key"})");
    m_page->showRemembered(record);
    QVERIFY(shown("diagnosisLabel").startsWith(QStringLiteral("The service does not take the API key")));
    QCOMPARE(shown("diagnosisConfidenceLabel"), QStringLiteral("Likely"));
}

// Long ids break; nothing is cut and the page does not grow wider.
void TestDiagnosisView::fitsANarrowPage()
{
    m_page->resize(320, 900);
    const auto simple = recordOf("{}", 400, R"({"error":{"message":"y","code":1812,"status":400}})");
    m_page->showRun(simple, simple.entry.exchange.answer.body);
    QTRY_VERIFY(!shown("diagnosisLabel").isEmpty());
    const int width = m_page->width();
    const auto record = recordOf(R"({"user_id":")" + QByteArray(200, 'x') + R"(","connected_account_id":"ca_1"})", 400,
        R"({"error":{"message":")" + QByteArray(300, 'y') + R"(","code":1812,"status":400}})");
    m_page->showRun(record, record.entry.exchange.answer.body);
    QTRY_COMPARE(m_page->width(), width);
    const auto labels = m_page->findChild<QWidget *>(QStringLiteral("diagnosisView"))->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->objectName()));
    }
}

QTEST_MAIN(TestDiagnosisView)
#include "tst_diagnosisview.moc"
