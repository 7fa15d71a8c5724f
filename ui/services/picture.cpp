// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr qsizetype longestSvg = 2 * 1024 * 1024;
// Each <use> may draw what others draw: n of them, nested, repeat a thing up to 3^(n/3) times.
constexpr int mostSvgUses = 16;
constexpr int deepestSvg = 200; // the renderer calls itself for each level
constexpr qint64 bytesAPixel = 4;

QString say(const char *text) { return QCoreApplication::translate("Picture", text); }

QSize fitted(QSize size)
{
    const QSize most(Picture::longestSide, Picture::longestSide);
    if (size.width() > most.width() || size.height() > most.height())
        size = size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
    return size;
}

Picture refused(const QSize &size, const QString &trouble) { return {{}, size, trouble}; }

Picture tooLarge(const QSize &size)
{
    return refused(size,
        say("The image has %1 × %2 pixels, too many to draw it here.").arg(size.width()).arg(size.height()));
}

bool isTooLarge(const QSize &size) { return qint64(size.width()) * size.height() > Picture::mostPixels; }

// Why the renderer must not see it; empty where it may. It would open files that an image in it names.
QString svgTrouble(const QByteArray &bytes)
{
    if (bytes.size() > longestSvg)
        return say("The drawing is larger than 2 MB and is not drawn here. The text tab shows it.");
    QXmlStreamReader reader(bytes);
    int uses = 0;
    int depth = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token == QXmlStreamReader::DTD && !reader.entityDeclarations().isEmpty())
            return say("The drawing declares entities of its own and is not drawn here. The text tab shows it.");
        if (token != QXmlStreamReader::StartElement)
            continue;
        uses += reader.name() == QLatin1String("use") ? 1 : 0;
        if (++depth > deepestSvg || uses > mostSvgUses)
            return say("The drawing is too deeply nested to draw it here. The text tab shows it.");
        const QXmlStreamAttributes attributes = reader.attributes();
        const bool namesAFile
            = std::any_of(attributes.begin(), attributes.end(), [](const QXmlStreamAttribute &each) {
                  return each.name() == QLatin1String("href") && !each.value().startsWith(u'#')
                      && !each.value().startsWith(u"data:");
              });
        if (namesAFile && reader.name() == QLatin1String("image"))
            return say("The drawing names files outside itself and is not drawn here. The text tab shows it.");
    }
    return reader.hasError() ? say("The drawing is broken: %1.").arg(reader.errorString()) : QString();
}

Picture decodedSvg(const QByteArray &bytes)
{
    if (const QString trouble = svgTrouble(bytes); !trouble.isEmpty())
        return refused({}, trouble);
    QSvgRenderer renderer(bytes);
    const QSize size = renderer.defaultSize();
    if (!renderer.isValid() || size.isEmpty())
        return refused({}, say("The drawing cannot be read."));
    QImage image(fitted(size), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.end();
    return {image, size, {}};
}

} // namespace

Picture decodedPicture(const QByteArray &bytes, const QByteArray &format)
{
    if (format == "svg")
        return decodedSvg(bytes);
    if (!QImageReader::supportedImageFormats().contains(format))
        return refused({}, say("Nothing on this computer draws %1 images. It can be saved.").arg(QString::fromLatin1(format.toUpper())));
    QImageReader::setAllocationLimit(int(Picture::mostPixels * bytesAPixel / (1024 * 1024)) + 1);
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false); // the bytes have said what they are; no other decoder sees them
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isEmpty() && isTooLarge(size))
        return tooLarge(size);
    if (!size.isEmpty() && fitted(size) != size)
        reader.setScaledSize(fitted(size));
    QImage image = reader.read();
    if (image.isNull())
        return refused(size, say("The image is broken or incomplete: %1.").arg(reader.errorString()));
    QSize shown = size.isEmpty() ? image.size() : size;
    if (reader.transformation().testFlag(QImageIOHandler::TransformationRotate90))
        shown.transpose();
    return {image.convertToFormat(QImage::Format_ARGB32_Premultiplied), shown, {}};
}

} // namespace actionscope::ui
