// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/literals.h"

#include "app/json/document.h"
#include "app/json/writer.h"

namespace actionscope::exchange {

namespace {

constexpr int step = 4;

struct Style
{
    QByteArray yes;
    QByteArray no;
    QByteArray null;
    bool isPython;
};

QByteArray scalar(const json::Value &value, const Style &style)
{
    if (value.isString())
        return quotedText(value.toString());
    if (value.isNull())
        return style.null;
    if (const auto truth = value.toBool())
        return *truth ? style.yes : style.no;
    return value.raw().toByteArray();
}

// JavaScript has no whole numbers beyond 2^53; somebody should know before it is sent.
bool isRounded(const json::Value &value)
{
    const QByteArray digits = value.isNumber() ? value.raw().toByteArray() : QByteArray();
    const bool isWhole = !digits.isEmpty() && !digits.contains('.') && !digits.toLower().contains('e');
    return isWhole && QByteArray::number(digits.toDouble(), 'f', 0) != digits;
}

// In JavaScript a member that is called so would become the object's prototype.
QByteArray nameOf(const json::Value &member, const Style &style)
{
    const QByteArray name = quotedText(member.key());
    return !style.isPython && name == "\"__proto__\"" ? "[" + name + "]" : name;
}

void write(const json::Value &value, const Style &style, int indent, QByteArray &text)
{
    if (!value.isContainer()) {
        text += scalar(value, style);
        return;
    }
    if (value.count() == 0) {
        text += value.isObject() ? "{}" : "[]";
        return;
    }
    const QByteArray inner(indent + step, ' ');
    text += value.isObject() ? "{\n" : "[\n";
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
        text += inner;
        if (child.hasKey())
            text += nameOf(child, style) + ": ";
        write(child, style, indent + step, text);
        text += !style.isPython && isRounded(child) ? ", // JavaScript rounds it\n" : ",\n";
    }
    text += QByteArray(indent, ' ') + (value.isObject() ? '}' : ']');
}

QByteArray literal(const QByteArray &json, const Style &style, int indent)
{
    const json::Document document = json::Document::parse(json);
    QByteArray text;
    if (document.isValid())
        write(document.root(), style, indent, text);
    return text.isEmpty() ? QByteArrayLiteral("{}") : text;
}

} // namespace

QByteArray quotedText(const QString &text) { return json::quoted(text); }

QByteArray pythonLiteral(const QByteArray &json, int indent)
{
    return literal(json, {"True", "False", "None", true}, indent);
}

QByteArray scriptLiteral(const QByteArray &json, int indent)
{
    return literal(json, {"true", "false", "null", false}, indent);
}

} // namespace actionscope::exchange
