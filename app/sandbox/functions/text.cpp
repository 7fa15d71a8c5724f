// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/function.h"

#include "app/json/document.h"
#include "app/json/writer.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <array>

namespace actionscope::sandbox {

namespace {

using Arguments = QList<QByteArray>;

QByteArray lower(const QByteArray &subject, const Arguments &)
{
    return json::quoted(textOf(subject).toLower());
}

QByteArray upper(const QByteArray &subject, const Arguments &)
{
    return json::quoted(textOf(subject).toUpper());
}

QByteArray trim(const QByteArray &subject, const Arguments &)
{
    return json::quoted(textOf(subject).trimmed());
}

QByteArray text(const QByteArray &subject, const Arguments &)
{
    return json::quoted(textOf(subject));
}

QByteArray replace(const QByteArray &subject, const Arguments &arguments)
{
    return json::quoted(textOf(subject).replace(textOf(arguments[0]), textOf(arguments[1])));
}

QByteArray prefix(const QByteArray &subject, const Arguments &arguments)
{
    return json::quoted(textOf(arguments[0]) + textOf(subject));
}

// The value that a text spells as JSON; absent when it spells none.
QByteArray parsed(const QByteArray &subject, const Arguments &)
{
    const QByteArray spelled = textOf(subject).toUtf8();
    return json::Document::parse(spelled).isValid() ? spelled.trimmed() : QByteArray();
}

QByteArray split(const QByteArray &subject, const Arguments &arguments)
{
    json::ArrayWriter parts;
    for (const QString &part : textOf(subject).split(textOf(arguments[0]), Qt::SkipEmptyParts))
        parts.addString(part.trimmed());
    return parts.finished();
}

// The whole match, or its first group when the pattern has one.
QByteArray capture(const QByteArray &subject, const Arguments &arguments)
{
    const QRegularExpression pattern(textOf(arguments[0]), QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(textOf(subject));
    const int group = int(integerOf(arguments.value(1), pattern.captureCount() > 0 ? 1 : 0));
    return match.hasMatch() ? json::quoted(match.captured(group)) : QByteArray();
}

QByteArray pad(const QByteArray &subject, const Arguments &arguments)
{
    return json::quoted(textOf(subject).rightJustified(integerOf(arguments[0]), u'0'));
}

QByteArray base64(const QByteArray &subject, const Arguments &)
{
    return '"' + textOf(subject).toUtf8().toBase64() + '"';
}

// Absent when it is no Base64.
QByteArray unbase64(const QByteArray &subject, const Arguments &)
{
    const auto result
        = QByteArray::fromBase64Encoding(textOf(subject).toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return result ? json::quoted(QString::fromUtf8(*result)) : QByteArray();
}

// Hexadecimal digits that are the same for the same text.
QByteArray digest(const QByteArray &subject, const Arguments &arguments)
{
    const QByteArray hash = QCryptographicHash::hash(textOf(subject).toUtf8(), QCryptographicHash::Sha256).toHex();
    return '"' + hash.first(qBound(qint64(1), integerOf(arguments.value(0), 64), qint64(hash.size()))) + '"';
}

constexpr std::array table {
    Function {"lower", Subject::Needed, 0, 0, lower},
    Function {"upper", Subject::Needed, 0, 0, upper},
    Function {"trim", Subject::Needed, 0, 0, trim},
    Function {"text", Subject::Needed, 0, 0, text},
    Function {"replace", Subject::Needed, 2, 2, replace},
    Function {"prefix", Subject::Needed, 1, 1, prefix},
    Function {"parsed", Subject::Needed, 0, 0, parsed},
    Function {"split", Subject::Needed, 1, 1, split},
    Function {"capture", Subject::Needed, 1, 2, capture},
    Function {"pad", Subject::Needed, 1, 1, pad},
    Function {"base64", Subject::Needed, 0, 0, base64},
    Function {"unbase64", Subject::Needed, 0, 0, unbase64},
    Function {"digest", Subject::Needed, 0, 1, digest},
};

} // namespace

std::span<const Function> textFunctions()
{
    return table;
}

} // namespace actionscope::sandbox
