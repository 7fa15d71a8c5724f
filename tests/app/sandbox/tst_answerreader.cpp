// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/answerreader.h"

#include <QTest>

using namespace actionscope;
using sandbox::AnswerReader;
using State = sandbox::AnswerReader::State;

// Bytes of another service, read as one answer: whole and one by one, honest and not.
class TestAnswerReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void keepsHeaders();
    void stopsAtTheLimit_data();
    void stopsAtTheLimit();
};

void TestAnswerReader::reads_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state"); // after the other side has closed
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, State state, const QByteArray &body,
                         const QByteArray &method = "GET") { QTest::newRow(name) << method << bytes << state << body; };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("length", ok + "Content-Length: 5\r\n\r\nhello", State::Complete, "hello");
    row("nothing", ok + "Content-Length: 0\r\n\r\n", State::Complete, "");
    row("until close", ok + "\r\nhello", State::Complete, "hello");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", State::Complete, "hello");
    row("chunks", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", State::Complete, "hello");
    row("chunks with a trailer", ok + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\nx: y\r\n\r\n", State::Complete,
        "hello");
    row("no body by status", "HTTP/1.1 204 No Content\r\n\r\n", State::Complete, "");
    row("no body by method", ok + "Content-Length: 5\r\n\r\n", State::Complete, "", "HEAD");
    row("100 first", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 2\r\n\r\nhi", State::Complete, "hi");
    row("no reason", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", State::Complete, "hi");
    row("more than its length", ok + "Content-Length: 2\r\n\r\nhi there", State::Complete, "hi");
    row("cut in the head", ok + "Content-Le", State::Malformed, "");
    row("cut in the body", ok + "Content-Length: 5\r\n\r\nhel", State::Malformed, "hel");
    row("cut in a chunk", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel", State::Malformed, "hel");
    row("cut before the last chunk", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", State::Malformed, "hello");
    row("chunk of no size", ok + "Transfer-Encoding: chunked\r\n\r\nx\r\n", State::Malformed, "");
    row("negative chunk", ok + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n", State::Malformed, "");
    row("gzip coding", ok + "Transfer-Encoding: gzip\r\n\r\nhello", State::Malformed, "");
    row("length is no number", ok + "Content-Length: 5, 5\r\n\r\nhello", State::Malformed, "");
    row("negative length", ok + "Content-Length: -5\r\n\r\nhello", State::Malformed, "");
    row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", State::Malformed, "");
    row("HTTP/2", "HTTP/2 200\r\n\r\n", State::Malformed, "");
    row("no status", "HTTP/1.1 OK\r\n\r\n", State::Malformed, "");
    row("no header", ok + "hello\r\n\r\n", State::Malformed, "");
    row("silence", "", State::Malformed, "");
}

void TestAnswerReader::reads()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, bytes);
    QFETCH(State, state);
    QFETCH(QByteArray, body);
    AnswerReader whole(method, 1000);
    whole.feed(bytes);
    QCOMPARE(whole.close(), state);
    QCOMPARE(whole.answer().body, body);
    AnswerReader slow(method, 1000);
    for (const char byte : std::as_const(bytes))
        slow.feed(QByteArray(1, byte));
    QCOMPARE(slow.close(), state);
    QCOMPARE(slow.answer().body, body);
}

void TestAnswerReader::keepsHeaders()
{
    AnswerReader reader("GET", 1000);
    reader.feed("HTTP/1.1 429 Too Many Requests\r\nRetry-After:  7 \r\nX: a\r\nx: b\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(reader.answer().status, 429);
    QCOMPARE(reader.answer().reason, QByteArray("Too Many Requests"));
    QCOMPARE(reader.answer().headers,
        (api::HeaderList {{"Retry-After", "7"}, {"X", "a"}, {"x", "b"}, {"Content-Length", "0"}}));
}

void TestAnswerReader::stopsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray body(1001, 'x');
    QTest::newRow("length said") << QByteArray(ok + "Content-Length: 1001\r\n\r\n") << State::TooLarge;
    QTest::newRow("until close") << QByteArray(ok + "\r\n" + body) << State::TooLarge;
    QTest::newRow("chunks") << QByteArray(ok + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + body + "\r\n0\r\n\r\n")
                            << State::TooLarge;
    QTest::newRow("head without end") << QByteArray(ok + "x: " + QByteArray(AnswerReader::largestHead, 'x')) << State::Malformed;
    QTest::newRow("many headers") << QByteArray(ok + QByteArray("x: y\r\n").repeated(20000)) << State::Malformed;
}

void TestAnswerReader::stopsAtTheLimit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(State, state);
    AnswerReader reader("GET", 1000);
    for (qsizetype at = 0; at < bytes.size(); at += 100)
        reader.feed(bytes.sliced(at, std::min<qsizetype>(100, bytes.size() - at)));
    QCOMPARE(reader.state(), state);
    QVERIFY(reader.answer().body.size() <= 1000);
}

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "tst_answerreader.moc"
