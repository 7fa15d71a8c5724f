// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/bodykind.h"

#include "app/api/headerfield.h"
#include "app/base/tr.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace actionscope::api {

using namespace std::string_view_literals;

namespace {

constexpr qsizetype looked = 4096;

struct Known
{
    BodyForm form;
    const char *type; // the Content-Type it goes under; more in declaredForm()
    const char *suffix;
    const char *name;
};

constexpr std::array known = std::to_array<Known>({
    {BodyForm::Empty, "", "txt", QT_TRANSLATE_NOOP("Actionscope", "empty")},
    {BodyForm::Json, "application/json", "json", QT_TRANSLATE_NOOP("Actionscope", "JSON")},
    {BodyForm::Html, "text/html", "html", QT_TRANSLATE_NOOP("Actionscope", "HTML")},
    {BodyForm::Xml, "application/xml", "xml", QT_TRANSLATE_NOOP("Actionscope", "XML")},
    {BodyForm::Csv, "text/csv", "csv", QT_TRANSLATE_NOOP("Actionscope", "CSV")},
    {BodyForm::Text, "text/plain", "txt", QT_TRANSLATE_NOOP("Actionscope", "plain text")},
    {BodyForm::Png, "image/png", "png", QT_TRANSLATE_NOOP("Actionscope", "a PNG image")},
    {BodyForm::Jpeg, "image/jpeg", "jpg", QT_TRANSLATE_NOOP("Actionscope", "a JPEG image")},
    {BodyForm::Gif, "image/gif", "gif", QT_TRANSLATE_NOOP("Actionscope", "a GIF image")},
    {BodyForm::Webp, "image/webp", "webp", QT_TRANSLATE_NOOP("Actionscope", "a WebP image")},
    {BodyForm::Svg, "image/svg+xml", "svg", QT_TRANSLATE_NOOP("Actionscope", "an SVG image")},
    {BodyForm::Bmp, "image/bmp", "bmp", QT_TRANSLATE_NOOP("Actionscope", "a BMP image")},
    {BodyForm::Ico, "image/x-icon", "ico", QT_TRANSLATE_NOOP("Actionscope", "an icon image")},
    {BodyForm::Pdf, "application/pdf", "pdf", QT_TRANSLATE_NOOP("Actionscope", "a PDF document")},
    {BodyForm::Zip, "application/zip", "zip", QT_TRANSLATE_NOOP("Actionscope", "a zip archive")},
    {BodyForm::Gzip, "application/gzip", "gz", QT_TRANSLATE_NOOP("Actionscope", "gzip-compressed data")},
    {BodyForm::Binary, "application/octet-stream", "bin", QT_TRANSLATE_NOOP("Actionscope", "binary data")},
});

const Known &knownOf(BodyForm form)
{
    return *std::find_if(known.begin(), known.end(), [form](const Known &each) { return each.form == form; });
}

// Nothing for a type that says nothing, or that we do not know.
std::optional<BodyForm> declaredForm(const QByteArray &type)
{
    if (type.isEmpty() || type == knownOf(BodyForm::Binary).type)
        return {};
    for (const Known &each : known) {
        if (type == each.type)
            return each.form;
    }
    if (type == "text/json" || type.endsWith("+json") || type == "application/x-ndjson")
        return BodyForm::Json;
    if (type == "application/xhtml+xml")
        return BodyForm::Html;
    if (type == "text/xml" || type.endsWith("+xml"))
        return BodyForm::Xml;
    if (type == "image/jpg")
        return BodyForm::Jpeg;
    if (type == "image/vnd.microsoft.icon")
        return BodyForm::Ico;
    if (type == "application/x-gzip")
        return BodyForm::Gzip;
    return type.startsWith("text/") ? std::optional(BodyForm::Text) : std::nullopt;
}

// Two letters are not enough for a picture: the size of the second header must be one that exists.
bool isBmp(QByteArrayView body)
{
    constexpr std::array<quint8, 7> headerSizes {12, 40, 52, 56, 64, 108, 124};
    return body.startsWith("BM") && body.size() >= 18 && body.sliced(15, 3) == QByteArrayView("\0\0\0", 3)
        && std::find(headerSizes.begin(), headerSizes.end(), quint8(body[14])) != headerSizes.end();
}

bool isIco(QByteArrayView body)
{
    return body.size() >= 22 && body.startsWith(QByteArrayView("\0\0\1\0", 4)) && body[4] != 0 && body[5] == 0
        && body[9] == 0;
}

std::optional<BodyForm> formByMagic(QByteArrayView body)
{
    struct Magic
    {
        BodyForm form;
        std::string_view bytes;
    };
    constexpr std::array magics = std::to_array<Magic>({
        {BodyForm::Png, "\x89PNG\r\n\x1a\n"sv},
        {BodyForm::Jpeg, "\xff\xd8\xff"sv},
        {BodyForm::Gif, "GIF87a"sv},
        {BodyForm::Gif, "GIF89a"sv},
        {BodyForm::Pdf, "%PDF-"sv},
        {BodyForm::Zip, "PK\3\4"sv},
        {BodyForm::Zip, "PK\5\6"sv}, // with nothing in it
        {BodyForm::Gzip, "\x1f\x8b\x08"sv},
    });
    for (const Magic &each : magics) {
        if (body.startsWith(QByteArrayView(each.bytes)))
            return each.form;
    }
    if (body.startsWith("RIFF") && body.size() >= 12 && body.sliced(8, 4) == QByteArrayView("WEBP"))
        return BodyForm::Webp;
    if (isBmp(body))
        return BodyForm::Bmp;
    return isIco(body) ? std::optional(BodyForm::Ico) : std::nullopt;
}

QByteArray charsetOf(QByteArrayView body, const HeaderField &type)
{
    if (const auto marked = QStringConverter::encodingForData(body))
        return QByteArray(QStringConverter::nameForEncoding(*marked)).toLower();
    const auto declared = headerValue(type.parameters, "charset");
    return declared && !declared->isEmpty() ? declared->trimmed().toLower() : QByteArrayLiteral("utf-8");
}

// The beginning as text, in lower case, without what stands before the first sign.
QString beginning(QByteArrayView body, const QByteArray &charset)
{
    const auto encoding = QStringConverter::encodingForName(charset.constData());
    QStringDecoder decoder(encoding.value_or(QStringConverter::Latin1));
    return QString(decoder(body.first(std::min(body.size(), looked)))).trimmed().toLower();
}

bool holdsControls(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar each) {
        return each.unicode() < 0x20 && each != u'\t' && each != u'\n' && each != u'\r' && each != u'\f'
            && each != u'\b' && each != u'\x1b'; // a terminal's colours are text
    });
}

// Passes over a prolog and comments, which may hold anything.
QStringView withoutProlog(QStringView text)
{
    for (;;) {
        const QStringView close = text.startsWith(u"<?") ? u"?>" : text.startsWith(u"<!--") ? u"-->" : u"";
        const qsizetype end = close.isEmpty() ? -1 : text.indexOf(close);
        if (end < 0)
            return text;
        text = text.sliced(end + close.size()).trimmed();
    }
}

BodyForm markupForm(const QString &text, std::optional<BodyForm> declared)
{
    constexpr std::array<QStringView, 12> htmlBegins {u"<!doctype html", u"<html", u"<head", u"<body", u"<title",
        u"<meta", u"<div", u"<p>", u"<h1", u"<table", u"<script", u"<center"};
    const QStringView begin = withoutProlog(text);
    if (begin.startsWith(u"<svg") || begin.startsWith(u"<!doctype svg"))
        return BodyForm::Svg;
    if (std::any_of(htmlBegins.begin(), htmlBegins.end(), [&](QStringView each) { return begin.startsWith(each); }))
        return BodyForm::Html;
    return declared == BodyForm::Html ? BodyForm::Html : BodyForm::Xml;
}

bool couldBeJson(const QString &text)
{
    return !text.isEmpty() && QStringView(u"{[\"-0123456789tfn").contains(text.front());
}

BodyForm textForm(const QString &text, std::optional<BodyForm> declared)
{
    const bool isPlain = declared == BodyForm::Text || declared == BodyForm::Csv;
    const bool isMarkup = text.size() > 2 && text[0] == u'<'
        && (text[1].isLetter() || text[1] == u'!' || text[1] == u'?');
    if (declared == BodyForm::Json && couldBeJson(text))
        return BodyForm::Json;
    if (isMarkup && !isPlain)
        return markupForm(text, declared);
    if (isPlain)
        return *declared;
    if (text.startsWith(u'{') || text.startsWith(u'['))
        return BodyForm::Json;
    return declared == BodyForm::Html ? BodyForm::Html : BodyForm::Text;
}

bool agree(BodyForm declared, BodyForm found)
{
    if (declared == found || found == BodyForm::Empty)
        return true;
    if (declared == BodyForm::Text)
        return isText(found) || found == BodyForm::Svg;
    return declared == BodyForm::Xml && (found == BodyForm::Svg || found == BodyForm::Html);
}

} // namespace

BodyKind bodyKind(const HeaderList &headers, const QByteArray &body)
{
    BodyKind kind;
    if (body.isEmpty())
        return kind;
    const HeaderField type = headerField(headerValue(headers, "content-type").value_or(QByteArray()));
    const std::optional<BodyForm> declared = declaredForm(type.value);
    if (const auto byMagic = formByMagic(body)) {
        kind.form = *byMagic;
    } else {
        const QByteArray charset = charsetOf(body, type);
        const QString text = beginning(body, charset);
        kind.form = holdsControls(text) ? BodyForm::Binary : textForm(text, declared);
        if (kind.form != BodyForm::Binary)
            kind.charset = charset;
    }
    if (declared && !agree(*declared, kind.form)) {
        kind.disagreement = Tr::tr("Content-Type says %1, the bytes are %2.")
                                .arg(QString::fromLatin1(type.value), nameOf(kind.form));
    }
    return kind;
}

bool isImage(BodyForm form) { return form >= BodyForm::Png && form <= BodyForm::Ico; }

bool isText(BodyForm form) { return form >= BodyForm::Json && form <= BodyForm::Text; }

QString nameOf(BodyForm form) { return Tr::tr(knownOf(form).name); }

QString suffixOf(BodyForm form) { return QLatin1String(knownOf(form).suffix); }

} // namespace actionscope::api
