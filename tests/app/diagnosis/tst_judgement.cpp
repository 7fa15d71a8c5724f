// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/judgement.h"

#include <QTest>

using namespace actionscope;
using api::FaultKind;
using api::Verdict;

// One verdict and one sentence for every way an exchange can end.
class TestJudgement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAnswers_data();
    void judgesAnswers();
    void judgesFaults_data();
    void judgesFaults();
    void keepsTheBeginningOfABody();
};

void TestJudgement::judgesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, int status, const QByteArray &body, const char *verdict, const char *sentence) {
        QTest::newRow(name) << status << body << QString::fromUtf8(verdict) << QString::fromUtf8(sentence);
    };
    row("successful", 200, R"({"data":{},"successful":true,"error":null})", "successful", "");
    row("created", 201, R"({"data":{},"successful":true})", "successful", "");
    row("200 but false", 200, R"({"data":{},"successful":false,"error":"no such repository"})", "actionRefused",
        "no such repository");
    row("false, reason in data", 200, R"({"data":{"message":"Not Found","status_code":404},"successful":false})",
        "actionRefused", "Not Found");
    row("false without a reason", 200, R"({"data":{},"successful":false})", "actionRefused",
        "The action reports failure without giving a reason.");
    row("refused", 401, R"({"message":"Invalid API key"})", "serviceRefused", "Invalid API key");
    row("refused though it says successful", 500, R"({"data":{},"successful":true,"message":"no"})", "serviceRefused", "no");
    row("refused by a proxy", 502, "<html><title>Bad Gateway</title></html>", "serviceRefused", "Bad Gateway");
    row("empty body", 200, "", "noUsableAnswer", "The service answered 200 with an empty body.");
    row("no content", 204, "", "noUsableAnswer", "The service answered 204 with an empty body.");
    row("page with 200", 200, "<!DOCTYPE html><html></html>", "noUsableAnswer",
        "The answer is a web page, not the API's JSON. The base URL may point at a website or a login page.");
    row("a PDF", 200, "%PDF-1.7\n", "noUsableAnswer", "The answer is a PDF document, not the API's JSON.");
    row("bytes", 200, QByteArray("\0\1", 2), "noUsableAnswer", "The answer is binary data, not the API's JSON.");
    row("cut JSON", 200, "{\"data\":\n{\"a\":", "noUsableAnswer",
        "The answer is not valid JSON: line 2, column 6: the text ends where a value should stand.");
    row("invalid UTF-8", 200, "{\"data\":\"\xFF\"}", "noUsableAnswer",
        "The answer is not valid JSON: line 1, column 10: the bytes here are not valid UTF-8.");
    row("other JSON", 200, R"({"status":"ok"})", "noUsableAnswer",
        "The answer is JSON, but not the answer of an execution: it has none of data, successful and error.");
}

void TestJudgement::judgesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, verdict);
    QFETCH(QString, sentence);
    api::Exchange exchange;
    exchange.answer = {status, {}, {}, body};
    const diagnosis::Judgement judgement = diagnosis::judge(exchange);
    QCOMPARE(api::verdictName(judgement.verdict), verdict);
    QCOMPARE(judgement.sentence, sentence);
    QCOMPARE(judgement.error.has_value(), judgement.verdict == Verdict::ServiceRefused);
    QCOMPARE(judgement.document.bytes(), body);
}

void TestJudgement::judgesFaults_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<bool>("hadLeft");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<bool>("warns");
    const auto row = [](const char *name, FaultKind kind, bool hadLeft, Verdict verdict, bool warns) {
        QTest::newRow(name) << kind << hadLeft << api::verdictName(verdict) << warns;
    };
    row("refused connection", FaultKind::ConnectionRefused, false, Verdict::NoUsableAnswer, false);
    row("unknown host", FaultKind::HostNotFound, false, Verdict::NoUsableAnswer, false);
    row("TLS", FaultKind::TlsFailed, false, Verdict::NoUsableAnswer, false);
    row("timed out before sending", FaultKind::TimedOut, false, Verdict::NoUsableAnswer, false);
    row("timed out after sending", FaultKind::TimedOut, true, Verdict::OutcomeUnknown, true);
    row("closed before sending", FaultKind::ConnectionClosed, false, Verdict::NoUsableAnswer, false);
    row("closed after sending", FaultKind::ConnectionClosed, true, Verdict::OutcomeUnknown, true);
    row("redirected", FaultKind::Redirected, true, Verdict::NoUsableAnswer, false);
    row("too large", FaultKind::TooLarge, true, Verdict::NoUsableAnswer, false);
    row("cancelled before sending", FaultKind::Cancelled, false, Verdict::Cancelled, false);
    row("cancelled after sending", FaultKind::Cancelled, true, Verdict::Cancelled, true);
}

void TestJudgement::judgesFaults()
{
    QFETCH(FaultKind, kind);
    QFETCH(bool, hadLeft);
    QFETCH(QString, verdict);
    QFETCH(bool, warns);
    api::Exchange exchange;
    exchange.fault = api::TransportFault {kind, QStringLiteral("It broke."), {}, hadLeft};
    const diagnosis::Judgement judgement = diagnosis::judge(exchange);
    QCOMPARE(api::verdictName(judgement.verdict), verdict);
    const QString warning = QStringLiteral(" The request had already left, so the action may have run.");
    QCOMPARE(judgement.sentence, QStringLiteral("It broke.") + (warns ? warning : QString()));
}

void TestJudgement::keepsTheBeginningOfABody()
{
    api::Exchange exchange;
    exchange.answer = {200, {}, {}, R"({"data":{"a":[1,2,)"};
    exchange.fault = api::TransportFault {FaultKind::ConnectionClosed, QStringLiteral("It broke."), {}, true};
    const diagnosis::Judgement judgement = diagnosis::judge(exchange);
    QCOMPARE(judgement.document.root().member(u"data").member(u"a").count(), 2);
    QVERIFY(!judgement.response);
}

QTEST_GUILESS_MAIN(TestJudgement)
#include "tst_judgement.moc"
