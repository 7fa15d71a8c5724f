// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/picture.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

#include <array>

using namespace actionscope::ui;

// An image out of any bytes: drawn where it can be, a sentence where it cannot, and nothing else opened for it.
class TestPicture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void makesLargeOnesSmaller();
    void refusesWithASentence_data();
    void refusesWithASentence();
    void survivesEveryTruncation();
};

namespace {

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// The checksum of a PNG chunk.
quint32 crc(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) ? (sum >> 1) ^ 0xEDB88320U : sum >> 1;
    }
    return ~sum;
}

// A PNG that claims to be far larger than its bytes.
QByteArray pngClaiming(quint32 side)
{
    QByteArray png = encoded({2, 2}, "PNG");
    qToBigEndian(side, png.data() + 16);
    qToBigEndian(side, png.data() + 20);
    qToBigEndian(crc(png.mid(12, 17)), png.data() + 29);
    return png;
}

const QByteArray drawing("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
                         "<rect width=\"40\" height=\"20\" fill=\"#ff0000\"/></svg>");

QByteArray drawingOf(const char *content)
{
    return QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                      "width=\"9\" height=\"9\">")
        + content + "</svg>";
}

} // namespace

void TestPicture::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QSize>("size");
    QTest::newRow("png") << encoded({30, 20}, "PNG") << QByteArray("png") << QSize(30, 20);
    QTest::newRow("jpeg") << encoded({30, 20}, "JPG") << QByteArray("jpg") << QSize(30, 20);
    QTest::newRow("bmp") << encoded({30, 20}, "BMP") << QByteArray("bmp") << QSize(30, 20);
    QTest::newRow("ico") << encoded({16, 16}, "ICO") << QByteArray("ico") << QSize(16, 16);
    QTest::newRow("svg") << drawing << QByteArray("svg") << QSize(40, 20);
    QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==")
                         << QByteArray("gif") << QSize(1, 1);
}

void TestPicture::decodes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, format);
    const Picture picture = decodedPicture(bytes, format);
    QCOMPARE(picture.trouble, QString());
    QTEST(picture.size, "size");
    QCOMPARE(picture.image.size(), picture.size);
    const QColor colour = picture.image.pixelColor(0, 0);
    QVERIFY2(colour.red() > 240 && colour.green() < 15, qPrintable(colour.name()));
}

void TestPicture::makesLargeOnesSmaller()
{
    const Picture picture = decodedPicture(encoded({4000, 1000}, "JPG"), "jpg");
    QCOMPARE(picture.size, QSize(4000, 1000));
    QCOMPARE(picture.image.size(), QSize(1600, 400));
}

void TestPicture::refusesWithASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("word"); // of the sentence
    const auto row = [](const char *name, const QByteArray &bytes, const char *format, const char *word) {
        QTest::newRow(name) << bytes << QByteArray(format) << QString::fromLatin1(word);
    };
    row("too many pixels", pngClaiming(100000), "png", "too many");
    row("more than there are", pngClaiming(5000), "png", "broken");
    row("cut in its head", encoded({30, 20}, "PNG").first(20), "png", "broken");
    row("not what it says", encoded({30, 20}, "JPG"), "png", "broken");
    row("no decoder", "x", "xyz", "Nothing on this computer draws XYZ images.");
    row("svg cut", drawing.first(80), "svg", "The drawing is broken");
    row("svg with a file", drawingOf("<image xlink:href=\"file:///etc/hostname\"/>"), "svg", "outside itself");
    row("svg with a path", drawingOf("<image href=\"/dev/zero\" width=\"9\" height=\"9\"/>"), "svg", "outside itself");
    row("svg with an address", drawingOf("<image href=\"http://127.0.0.1/x.png\"/>"), "svg", "outside itself");
    row("svg that repeats itself", drawingOf(QByteArray("<use href=\"#a\"/>").repeated(40).constData()), "svg",
        "too deeply nested");
    row("svg without an end", drawingOf(QByteArray("<g>").repeated(100000).constData()), "svg", "too deeply nested");
    row("svg with entities", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg",
        "entities");
    row("a long svg", drawingOf(QByteArray("<g/>").repeated(1000000).constData()), "svg", "larger than 2 MB");
}

void TestPicture::refusesWithASentence()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, format);
    QFETCH(const QString, word);
    const Picture picture = decodedPicture(bytes, format);
    QVERIFY(picture.image.isNull());
    QVERIFY2(picture.trouble.contains(word), qPrintable(picture.trouble));
}

void TestPicture::survivesEveryTruncation()
{
    for (const char *format : {"PNG", "JPG", "BMP", "ICO"}) {
        const QByteArray whole = encoded({16, 16}, format);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const Picture picture = decodedPicture(whole.first(size), QByteArray(format).toLower());
            QVERIFY(picture.image.isNull() != picture.trouble.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"
