// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/literals.h"

#include "app/json/document.h"
#include "app/json/writer.h"

#include <QLocale>

#include <cmath>
#include <utility>

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

// A number as its digits without zeros around them and the power of ten behind them: equal for equal values.
std::pair<QByteArray, qint64> decimalOf(QByteArray number)
{
    const qsizetype mark = std::max(number.indexOf('e'), number.indexOf('E'));
    qint64 power = mark < 0 ? 0 : number.sliced(mark + 1).toLongLong();
    QByteArray digits = mark < 0 ? number : number.first(mark);
    if (const qsizetype point = digits.indexOf('.'); point >= 0) {
        power -= digits.size() - point - 1;
        digits.remove(point, 1);
    }
    const bool isNegative = digits.startsWith('-');
    qsizetype begin = isNegative ? 1 : 0;
    while (begin < digits.size() && digits[begin] == '0')
        ++begin;
    digits = digits.sliced(begin);
    while (digits.endsWith('0')) {
        digits.chop(1);
        ++power;
    }
    return digits.isEmpty() ? std::pair(digits, qint64(0)) : std::pair((isNegative ? "-" : "") + digits, power);
}

// What a double makes of a number, as it would be sent; empty where its value stays.
QByteArray changedBy64Bits(const QByteArray &number)
{
    bool isInRange = false;
    const double value = number.toDouble(&isInRange);
    if (!std::isfinite(value) || (!isInRange && decimalOf(number).second > 0))
        return "an infinite number";
    const QByteArray sent = QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    return decimalOf(sent) == decimalOf(number) ? QByteArray() : sent;
}

void addLosses(const json::Value &value, const Style &style, const QByteArray &comment, QByteArray &text)
{
    for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
        addLosses(child, style, comment, text);
    if (!value.isNumber())
        return;
    const QByteArray number = value.raw().toByteArray();
    const bool isInteger = !number.contains('.') && !number.contains('e') && !number.contains('E');
    const QByteArray sent = style.isPython && isInteger ? QByteArray() : changedBy64Bits(number);
    if (!sent.isEmpty())
        text += comment + number + " cannot be carried by this language: " + sent + " would be sent. The code without an SDK sends it as it is.\n";
}

QByteArray losses(const QByteArray &json, const Style &style, const QByteArray &comment)
{
    const json::Document document = json::Document::parse(json);
    QByteArray text;
    addLosses(document.root(), style, comment, text);
    return text;
}

} // namespace

QByteArray pythonLosses(const QByteArray &json) { return losses(json, {{}, {}, {}, true}, "# "); }
QByteArray scriptLosses(const QByteArray &json) { return losses(json, {{}, {}, {}, false}, "// "); }

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
