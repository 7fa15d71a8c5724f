// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/embedded.h"

#include <QTest>

using namespace actionscope;

namespace {

QString described(const models::Embedded &found)
{
    QStringList parts;
    if (found.isJson)
        parts.append(QStringLiteral("json"));
    if (found.isBase64)
        parts.append(QStringLiteral("base64"));
    if (found.link)
        parts.append(QStringLiteral("link %1 from %2").arg(found.link->name, found.link->url.host()));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestEmbedded final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data();
    void recognises();
    void readsLittleOfALongText();
    void decodes_data();
    void decodes();
    void readsTheInnerDocument();
    void findsNestedResponseData_data();
    void findsNestedResponseData();
};

void TestEmbedded::recognises_data()
{
    QTest::addColumn<QByteArray>("member"); // of an object
    QTest::addColumn<QString>("found");
    const QByteArray encoded = QByteArray(90, 'x').toBase64();

    QTest::newRow("a number") << QByteArray("\"a\":1") << QString();
    QTest::newRow("a word") << QByteArray("\"a\":\"hello\"") << QString();
    QTest::newRow("an object in a text") << QByteArray("\"a\":\" {\\\"n\\\":1.10}\\n\"") << "json";
    QTest::newRow("an array in a text") << QByteArray("\"a\":\"[1,2]\"") << "json";
    QTest::newRow("only a bracket") << QByteArray("\"a\":\"[see below]\"") << QString();
    QTest::newRow("a number in a text") << QByteArray("\"a\":\"12\"") << QString();
    QTest::newRow("base64") << "\"a\":\"" + encoded + '"' << "base64";
    QTest::newRow("base64 in lines") << "\"a\":\"" + encoded.left(76) + "\\r\\n" + encoded.mid(76) + '"' << "base64";
    QTest::newRow("too short for base64") << QByteArray("\"a\":\"aGVsbG8gd29ybGQ=\"") << QString();
    QTest::newRow("a checksum") << "\"a\":\"" + QByteArray("0123456789abcdef").repeated(4) + '"' << QString();
    QTest::newRow("words are no base64") << "\"a\":\"" + QByteArray("some words here ").repeated(8) + '"' << QString();
    QTest::newRow("a data URL") << QByteArray("\"a\":\"data:image/png;base64,iVBORw0KGgo=\"") << "base64";
    QTest::newRow("an s3url") << QByteArray("\"name\":\"report.pdf\",\"a\":0,\"s3url\":\"https://files.example/k/1?x=1\"")
                              << "link report.pdf from files.example";
    QTest::newRow("a signed url")
        << QByteArray("\"url\":\"https://b.example/dir/photo.png?X-Amz-Signature=ab\"") << "link photo.png from b.example";
    QTest::newRow("any other url") << QByteArray("\"url\":\"https://b.example/dir/photo.png\"") << QString();
    QTest::newRow("no web address") << QByteArray("\"s3url\":\"file:///etc/passwd\"") << QString();
    QTest::newRow("a name with a folder") << QByteArray("\"name\":\"../../.bashrc\",\"s3url\":\"http://h.example/\"")
                                          << "link .bashrc from h.example";
    QTest::newRow("a file object")
        << QByteArray("\"a\":{\"name\":\"a.txt\",\"mimetype\":\"text/plain\",\"s3url\":\"https://h.example/x\"}")
        << "link a.txt from h.example";
}

void TestEmbedded::recognises()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, found);
    const json::Document document = json::Document::parse('{' + member + '}');
    QVERIFY(document.isValid());
    json::Value last;
    for (json::Value child = document.root().firstChild(); child.isValid(); child = child.nextSibling())
        last = child;
    QCOMPARE(described(models::embeddedIn(last)), found);
}

void TestEmbedded::readsLittleOfALongText()
{
    const json::Document document = json::Document::parse("[\"[" + QByteArray(50'000'000, '1') + "]\"]");
    QVERIFY(models::embeddedIn(document.root().firstChild()).isJson);
}

void TestEmbedded::decodes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes"); // null: not valid
    const QByteArray png("\x89PNG\r\n\x1A\n\0x", 10);
    QTest::newRow("by its first bytes") << "{\"icon\":\"" + png.toBase64() + "\"}" << "icon.png" << png;
    QTest::newRow("text") << "{\"t\":\"" + QByteArray("hello").toBase64() + "\"}" << "t.txt" << QByteArray("hello");
    QTest::newRow("bytes") << "{\"t\":\"" + QByteArray("\0\1", 2).toBase64() + "\"}" << "t.bin" << QByteArray("\0\1", 2);
    QTest::newRow("named beside it") << "{\"d\":\"" + png.toBase64() + "\",\"name\":\"a/b.dat\"}" << "b.dat" << png;
    QTest::newRow("a data URL") << "{\"d\":\"data:image/png;base64," + png.toBase64() + "\"}" << "d.png" << png;
    QTest::newRow("for URLs") << QByteArray("{\"d\":\"_-8\"}") << "d.bin" << QByteArray("\xFF\xEF");
    QTest::newRow("broken") << QByteArray("{\"d\":\"ab!c\"}") << QString() << QByteArray();
}

void TestEmbedded::decodes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const json::Document document = json::Document::parse(json);
    const auto part = models::decodedPart(document.root().firstChild());
    if (bytes.isNull()) {
        QVERIFY(!part);
        QCOMPARE(part.error().sentence, QStringLiteral("The text is not valid base64."));
        return;
    }
    QVERIFY(part.has_value());
    QCOMPARE(part->name, name);
    QCOMPARE(part->bytes, bytes);
}

void TestEmbedded::readsTheInnerDocument()
{
    const json::Document document = json::Document::parse("{\"a\":\"{\\\"n\\\":1.10,\\\"s\\\":\\\"\\\\u0041\\\"}\"}");
    QCOMPARE(models::innerDocument(document.root().firstChild()).bytes(), QByteArray("{\"n\":1.10,\"s\":\"\\u0041\"}"));
}

void TestEmbedded::findsNestedResponseData_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("nested");
    QTest::newRow("an object") << QByteArray("{\"data\":{\"response_data\":{\"a\":1}}}") << QByteArray("{\"a\":1}");
    QTest::newRow("a text") << QByteArray("{\"data\":{\"response_data\":\"[1]\"}}") << QByteArray("\"[1]\"");
    QTest::newRow("a word") << QByteArray("{\"data\":{\"response_data\":\"done\"}}") << QByteArray();
    QTest::newRow("none") << QByteArray("{\"data\":{}}") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]") << QByteArray();
}

void TestEmbedded::findsNestedResponseData()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, nested);
    const json::Document document = json::Document::parse(json);
    QCOMPARE(models::nestedResponseData(document).raw().toByteArray(), nested);
}

QTEST_GUILESS_MAIN(TestEmbedded)
#include "tst_embedded.moc"
