// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/embedded.h"

#include "app/base/tr.h"
#include "app/models/jsontext.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace actionscope::models {

namespace {

constexpr qsizetype shortestBase64 = 64; // below it, most words would pass
constexpr qsizetype lookedAt = 4096; // characters of a long text
constexpr qsizetype readAtOnce = 65536; // bytes of a text that is parsed to be sure
constexpr qsizetype membersLookedAt = 1000;
constexpr char16_t dataScheme[] = u"data:";

QString memberText(const json::Value &object, QStringView name)
{
    const json::Value member = object.count() <= membersLookedAt ? object.member(name) : json::Value();
    return member.isString() ? shortText(member, lookedAt).text : QString();
}

// Only the last part of what may be a path, and nothing that a file system takes amiss.
QString fileName(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1Char('/'));
    text = text.section(QLatin1Char('/'), -1).trimmed().left(120);
    for (QChar &c : text) {
        if (c.unicode() < 0x20 || QStringView(u"<>:\"|?*").contains(c))
            c = QLatin1Char('_');
    }
    return text == QLatin1String(".") || text == QLatin1String("..") ? QString() : text;
}

QString siblingName(const json::Value &object)
{
    for (const QStringView key : {QStringView(u"name"), QStringView(u"filename"), QStringView(u"file_name")}) {
        const QString name = fileName(memberText(object, key));
        if (!name.isEmpty())
            return name;
    }
    return {};
}

bool looksLikeJson(const json::Value &value, const QString &beginning)
{
    const QString text = beginning.trimmed();
    if (!text.startsWith(QLatin1Char('{')) && !text.startsWith(QLatin1Char('[')))
        return false;
    return value.raw().size() > readAtOnce || innerDocument(value).isValid();
}

bool isBase64Character(QChar c)
{
    const char16_t code = c.unicode();
    return code < 0x80
        && ((code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9')
            || QStringView(u"+/-_=\r\n").contains(c));
}

bool isHexCharacter(QChar c)
{
    return c.isDigit() || (c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f'));
}

bool looksLikeBase64(QStringView text)
{
    // A checksum or an id is written in hexadecimal digits alone.
    return text.size() >= shortestBase64 && std::all_of(text.begin(), text.end(), isBase64Character)
        && !std::all_of(text.begin(), text.end(), isHexCharacter);
}

bool isBase64Data(QStringView beginning)
{
    return beginning.startsWith(dataScheme) && beginning.left(200).contains(u";base64,");
}

// An address that carries its own permission, in the manner of one of the large stores.
bool isSigned(const QUrl &url)
{
    const QUrlQuery query(url);
    constexpr std::array<const char *, 4> signatures {"X-Amz-Signature", "X-Goog-Signature", "Signature", "sig"};
    return std::any_of(signatures.begin(), signatures.end(),
        [&](const char *name) { return query.hasQueryItem(QLatin1String(name)); });
}

std::optional<LinkedPart> linkIn(const json::Value &value)
{
    // An object that stands for a file names its link.
    if (value.isObject()) {
        const json::Value link = value.count() <= membersLookedAt ? value.member(u"s3url") : json::Value();
        return link.isString() ? linkIn(link) : std::nullopt;
    }
    if (!value.isString() || value.raw().size() > 2 * lookedAt)
        return {};
    const QUrl url(value.toString(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    if (value.key() != QLatin1String("s3url") && !isSigned(url))
        return {};
    LinkedPart part {url, siblingName(value.parent())};
    if (part.name.isEmpty())
        part.name = fileName(url.path());
    if (part.name.isEmpty())
        part.name = QStringLiteral("file");
    return part;
}

QString suffixOf(const QByteArray &bytes)
{
    struct Magic
    {
        QByteArrayView begin;
        const char *suffix;
    };
    static constexpr std::array<Magic, 9> known {{{"\x89PNG", "png"}, {"\xFF\xD8\xFF", "jpg"}, {"GIF8", "gif"},
        {"%PDF-", "pdf"}, {"PK\x03\x04", "zip"}, {"\x1F\x8B", "gz"}, {"BM", "bmp"}, {"ID3", "mp3"}, {"OggS", "ogg"}}};
    for (const Magic &magic : known) {
        if (bytes.startsWith(magic.begin))
            return QLatin1String(magic.suffix);
    }
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return QStringLiteral("webp");
    if (json::Document::parse(bytes).isValid())
        return QStringLiteral("json");
    return bytes.isValidUtf8() && !bytes.contains('\0') ? QStringLiteral("txt") : QStringLiteral("bin");
}

} // namespace

Embedded embeddedIn(const json::Value &value)
{
    Embedded found;
    found.link = linkIn(value);
    if (!value.isString())
        return found;
    const QString beginning = shortText(value, lookedAt).text;
    found.isJson = looksLikeJson(value, beginning);
    found.isBase64 = isBase64Data(beginning) || looksLikeBase64(beginning);
    return found;
}

Result<DecodedPart> decodedPart(const json::Value &value)
{
    QByteArray text = value.toString().toUtf8();
    if (text.startsWith("data:"))
        text = text.mid(text.indexOf(',') + 1);
    text.replace('\r', QByteArrayView()).replace('\n', QByteArrayView());
    const bool isForUrls = text.contains('-') || text.contains('_');
    const auto decoded = QByteArray::fromBase64Encoding(std::move(text),
        (isForUrls ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)
            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return failure(ErrorCode::InvalidInput, Tr::tr("The text is not valid base64."));
    DecodedPart part;
    part.bytes = *decoded;
    part.name = siblingName(value.parent());
    if (part.name.isEmpty()) {
        const QString base = fileName(value.key());
        part.name = (base.isEmpty() ? QStringLiteral("file") : base) + QLatin1Char('.') + suffixOf(part.bytes);
    }
    return part;
}

json::Document innerDocument(const json::Value &value)
{
    return json::Document::parse(value.isString() ? value.toString().toUtf8() : value.raw().toByteArray());
}

json::Value nestedResponseData(const json::Document &document)
{
    const auto member = [](const json::Value &object, QStringView name) {
        return object.count() <= membersLookedAt ? object.member(name) : json::Value();
    };
    const json::Value nested = member(member(document.root(), u"data"), u"response_data");
    return nested.isContainer() || (nested.isString() && embeddedIn(nested).isJson) ? nested : json::Value();
}

} // namespace actionscope::models
