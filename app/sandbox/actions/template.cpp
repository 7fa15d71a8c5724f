// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/template.h"

#include "app/json/writer.h"

namespace actionscope::sandbox {

namespace {

QString asText(const QByteArray &json)
{
    return json.startsWith('"') ? json::decodedString(json) : QString::fromUtf8(json);
}

QByteArray renderedString(const json::Value &pattern, const Scope &scope)
{
    const QString text = pattern.toString();
    qsizetype open = text.indexOf(u"{{");
    if (open < 0)
        return pattern.raw().toByteArray();
    const qsizetype firstClose = text.indexOf(u"}}", open);
    if (open == 0 && firstClose == text.size() - 2)
        return scope.resolve(QStringView(text).sliced(2, firstClose - 2));
    QString result;
    qsizetype plainFrom = 0;
    while (open >= 0) {
        const qsizetype close = text.indexOf(u"}}", open);
        if (close < 0)
            break;
        result += QStringView(text).sliced(plainFrom, open - plainFrom);
        result += asText(scope.resolve(QStringView(text).sliced(open + 2, close - open - 2)));
        plainFrom = close + 2;
        open = text.indexOf(u"{{", plainFrom);
    }
    result += QStringView(text).sliced(plainFrom);
    return json::quoted(result);
}

} // namespace

QByteArray rendered(const json::Value &pattern, const Scope &scope)
{
    if (pattern.isString())
        return renderedString(pattern, scope);
    if (pattern.isObject()) {
        json::ObjectWriter object;
        for (json::Value member = pattern.firstChild(); member.isValid(); member = member.nextSibling()) {
            if (const QByteArray value = rendered(member, scope); !value.isEmpty())
                object.addRaw(member.key().toUtf8(), value);
        }
        return object.finished();
    }
    if (pattern.isArray()) {
        json::ArrayWriter array;
        for (json::Value item = pattern.firstChild(); item.isValid(); item = item.nextSibling()) {
            if (const QByteArray value = rendered(item, scope); !value.isEmpty())
                array.addRaw(value);
        }
        return array.finished();
    }
    return pattern.raw().toByteArray();
}

QString renderedText(const json::Value &pattern, const Scope &scope)
{
    const QByteArray value = pattern.isValid() ? rendered(pattern, scope) : QByteArray();
    return value == "null" ? QString() : asText(value);
}

std::optional<qint64> renderedInteger(const json::Value &pattern, const Scope &scope)
{
    bool good = false;
    const qint64 number = renderedText(pattern, scope).toLongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

} // namespace actionscope::sandbox
