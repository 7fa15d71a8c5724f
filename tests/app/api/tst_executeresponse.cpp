// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/executeresponse.h"

#include <QTest>

using namespace actionscope;
using api::SuccessSource;

// What counts as success (contract §5), whatever the HTTP status was.
class TestExecuteResponse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesSuccess_data();
    void decidesSuccess();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void readsTheOtherFields_data();
    void readsTheOtherFields();
    void pointsIntoTheBytes();
};

void TestExecuteResponse::decidesSuccess_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("success");
    QTest::addColumn<int>("decidedBy");
    const auto row = [](const char *name, const QByteArray &body, bool success, SuccessSource source) {
        QTest::newRow(name) << body << success << int(source);
    };
    row("both true", R"({"data":{},"successful":true,"successfull":true,"error":null})", true, SuccessSource::Successful);
    row("false", R"({"data":{},"successful":false,"error":"no"})", false, SuccessSource::Successful);
    row("false without an error", R"({"data":{},"successful":false})", false, SuccessSource::Successful);
    row("true beside an error", R"({"data":{},"successful":true,"error":"odd"})", true, SuccessSource::Successful);
    row("twins disagree", R"({"successful":false,"successfull":true})", false, SuccessSource::Successful);
    row("only the twin, true", R"({"data":{},"successfull":true})", true, SuccessSource::Successfull);
    row("only the twin, false", R"({"data":{},"successfull":false,"error":null})", false, SuccessSource::Successfull);
    row("twin as text true", R"({"data":{},"successfull":"true"})", true, SuccessSource::Successfull);
    row("twin as text false", R"({"data":{},"successfull":"False"})", false, SuccessSource::Successfull);
    row("null, then the twin", R"({"data":{},"successful":null,"successfull":false})", false, SuccessSource::Successfull);
    row("neither, no error", R"({"data":{}})", true, SuccessSource::ErrorField);
    row("neither, null error", R"({"data":{},"error":null})", true, SuccessSource::ErrorField);
    row("neither, empty error", R"({"data":{},"error":""})", true, SuccessSource::ErrorField);
    row("neither, error", R"({"data":{},"error":"broken"})", false, SuccessSource::ErrorField);
    row("neither, error object", R"({"data":{},"error":{"message":"x"}})", false, SuccessSource::ErrorField);
    row("oldest shape", R"({"data":{"execution_details":{"executed":true},"response_data":{}},"error":null})", true,
        SuccessSource::ErrorField);
}

void TestExecuteResponse::decidesSuccess()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, success);
    QFETCH(int, decidedBy);
    const auto response = api::readExecuteResponse(json::Document::parse(body));
    QVERIFY(response);
    QCOMPARE(response->success, success);
    QCOMPARE(int(response->decidedBy), decidedBy);
}

void TestExecuteResponse::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "[]", "\"x\"", "{}", "{\"message\":\"hello\"}", "{\"data\":{},\"successful\":true",
             "<html></html>", "{\"logId\":\"x\"}"})
        QTest::newRow(*body ? body : "empty") << QByteArray(body);
}

void TestExecuteResponse::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, body);
    QVERIFY(!api::readExecuteResponse(json::Document::parse(body)));
}

void TestExecuteResponse::readsTheOtherFields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("logId");
    QTest::addColumn<QByteArray>("sessionInfo");
    QTest::newRow("v2") << QByteArray(R"({"data":{},"error":"e\n\u00e9","logId":"l","sessionInfo":{"a":1.0}})")
                        << QStringLiteral("e\n\u00e9") << QStringLiteral("l") << QByteArray("{\"a\":1.0}");
    QTest::newRow("v3") << QByteArray(R"({"data":{},"error":null,"log_id":"l3","session_info":null})") << QString()
                        << QStringLiteral("l3") << QByteArray("null");
    QTest::newRow("error object") << QByteArray(R"({"error":{ "m":1 }})") << QStringLiteral("{ \"m\":1 }") << QString()
                                  << QByteArray();
}

void TestExecuteResponse::readsTheOtherFields()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    QFETCH(QString, logId);
    QFETCH(QByteArray, sessionInfo);
    const auto response = api::readExecuteResponse(json::Document::parse(body));
    QVERIFY(response);
    QCOMPARE(response->error, error);
    QCOMPARE(response->logId, logId);
    QCOMPARE(response->sessionInfo.raw().toByteArray(), sessionInfo);
}

void TestExecuteResponse::pointsIntoTheBytes()
{
    const QByteArray body = R"({"data": { "n": 12345678901234567890 , "n": 1.10 }, "successful": true})";
    std::optional<api::ExecuteResponse> response = api::readExecuteResponse(json::Document::parse(body));
    const api::ExecuteResponse copy = *response;
    response.reset();
    QCOMPARE(copy.data.raw().toByteArray(), QByteArray("{ \"n\": 12345678901234567890 , \"n\": 1.10 }"));
}

QTEST_GUILESS_MAIN(TestExecuteResponse)
#include "tst_executeresponse.moc"
