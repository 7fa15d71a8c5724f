// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/bodykind.h"

#include <QTest>

using namespace actionscope::api;

// What a body is, whatever its Content-Type claims, and that a claim that is wrong is named.
class TestBodyKind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheForm_data();
    void tellsTheForm();
    void namesADisagreement_data();
    void namesADisagreement();
    void tellsTheCharset_data();
    void tellsTheCharset();
    void everyFormHasANameAndASuffix();
};

namespace {

template <qsizetype size> QByteArray bytes(const char (&text)[size]) { return QByteArray(text, size - 1); }

BodyKind kindOf(const QByteArray &type, const QByteArray &body)
{
    return bodyKind(type.isEmpty() ? HeaderList() : HeaderList {{"content-type", type}}, body);
}

} // namespace

void TestBodyKind::tellsTheForm_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyForm>("form");
    const auto row = [](const char *name, const char *type, const QByteArray &body, BodyForm form) {
        QTest::newRow(name) << QByteArray(type) << body << form;
    };
    row("nothing", "application/json", "", BodyForm::Empty);
    row("json", "application/json; charset=utf-8", "{\"a\":1}", BodyForm::Json);
    row("json without a type", "", " [1]", BodyForm::Json);
    row("json with a mark", "", "\xef\xbb\xbf{}", BodyForm::Json);
    row("json number", "application/json", "42", BodyForm::Json);
    row("problem json", "application/problem+json", "{}", BodyForm::Json);
    row("html", "text/html", "<!DOCTYPE html><html></html>", BodyForm::Html);
    row("html without a type", "", "\n<!-- x --><HTML>", BodyForm::Html);
    row("html under text/html only", "text/html", "Gone.", BodyForm::Html);
    row("xml", "application/xml", "<?xml version=\"1.0\"?><Error/>", BodyForm::Xml);
    row("xml without a type", "", "<Error><Code>AccessDenied</Code></Error>", BodyForm::Xml);
    row("source stays plain", "text/plain", "<html></html>", BodyForm::Text);
    row("log line", "text/plain", "[12:01] started", BodyForm::Text);
    row("less than", "", "< 3 items", BodyForm::Text);
    row("csv", "text/csv", "a,b\n1,2\n", BodyForm::Csv);
    row("terminal colours", "text/plain", "\x1b[31mred\x1b[0m", BodyForm::Text);
    row("latin-1", "text/plain; charset=iso-8859-1", "caf\xe9", BodyForm::Text);
    row("utf-16", "text/plain", bytes("\xff\xfeh\0i\0"), BodyForm::Text);
    row("utf-16 by the header", "application/json; charset=utf-16be", bytes("\0{\0}"), BodyForm::Json);
    row("png", "image/png", bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), BodyForm::Png);
    row("jpeg", "", "\xff\xd8\xff\xe0", BodyForm::Jpeg);
    row("gif", "", "GIF89a", BodyForm::Gif);
    row("webp", "", bytes("RIFF\4\0\0\0WEBPVP8 "), BodyForm::Webp);
    row("sound is no webp", "", bytes("RIFF\4\0\0\0WAVEfmt "), BodyForm::Binary);
    row("svg", "image/svg+xml", "<?xml version=\"1.0\"?>\n<!-- x -->\n<svg/>", BodyForm::Svg);
    row("bmp", "", bytes("BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"), BodyForm::Bmp);
    row("a word is no bmp", "", "BMW and other makers of cars", BodyForm::Text);
    row("ico", "", bytes("\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\x68\4\0\0\x16\0\0\0"), BodyForm::Ico);
    row("pdf", "", "%PDF-1.7\n", BodyForm::Pdf);
    row("zip", "", "PK\3\4\x14", BodyForm::Zip);
    row("empty zip", "", bytes("PK\5\6\0\0"), BodyForm::Zip);
    row("gzip", "application/octet-stream", bytes("\x1f\x8b\x08\0"), BodyForm::Gzip);
    row("other", "application/octet-stream", bytes("\0\1\2\3"), BodyForm::Binary);
}

void TestBodyKind::tellsTheForm()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    const BodyKind kind = kindOf(type, body);
    QTEST(kind.form, "form");
    QCOMPARE(kind.disagreement, QString());
}

void TestBodyKind::namesADisagreement_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *type, const QByteArray &body, const char *sentence) {
        QTest::newRow(name) << QByteArray(type) << body << QString::fromLatin1(sentence);
    };
    row("a proxy's page", "application/json", "<html>502</html>",
        "Content-Type says application/json, the bytes are HTML.");
    row("a sentence", "application/json", "Gateway timed out",
        "Content-Type says application/json, the bytes are plain text.");
    row("an error for a picture", "image/png", "<?xml version=\"1.0\"?><Error/>",
        "Content-Type says image/png, the bytes are XML.");
    row("json for a page", "text/html; charset=utf-8", "{\"error\":1}",
        "Content-Type says text/html, the bytes are JSON.");
    row("another picture", "image/png", "\xff\xd8\xff\xe0",
        "Content-Type says image/png, the bytes are a JPEG image.");
    row("packed", "application/json", bytes("\x1f\x8b\x08\0"),
        "Content-Type says application/json, the bytes are gzip-compressed data.");
    row("no text at all", "text/plain", bytes("\0\1\2"), "Content-Type says text/plain, the bytes are binary data.");
    row("an office file is a zip", "application/vnd.oasis.opendocument.text", "PK\3\4", "");
    row("no claim", "application/octet-stream", "%PDF-1.4", "");
}

void TestBodyKind::namesADisagreement()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QTEST(kindOf(type, body).disagreement, "sentence");
}

void TestBodyKind::tellsTheCharset_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("charset");
    const auto row = [](const char *name, const char *type, const QByteArray &body, const char *charset) {
        QTest::newRow(name) << QByteArray(type) << body << QByteArray(charset);
    };
    row("none said", "text/plain", "a", "utf-8");
    row("said", "text/plain; charset=\"Windows-1252\"", "a", "windows-1252");
    row("the mark wins", "text/plain; charset=iso-8859-1", bytes("\xff\xfe" "a\0"), "utf-16le");
    row("mark of utf-8", "text/plain", "\xef\xbb\xbf" "a", "utf-8");
    row("big-endian mark", "text/plain", bytes("\xfe\xff\0a"), "utf-16be");
    row("not for what is no text", "image/png; charset=utf-8", "\xff\xd8\xff", "");
}

void TestBodyKind::tellsTheCharset()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QTEST(kindOf(type, body).charset, "charset");
}

void TestBodyKind::everyFormHasANameAndASuffix()
{
    for (int form = 0; form <= int(BodyForm::Binary); ++form) {
        QVERIFY(!nameOf(BodyForm(form)).isEmpty());
        QVERIFY(!suffixOf(BodyForm(form)).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestBodyKind)
#include "tst_bodykind.moc"
