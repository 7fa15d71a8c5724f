// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpathevaluator.h"

#include "app/json/decimal.h"

#include <algorithm>

namespace actionscope::json::path {

namespace {

void addSlice(const SliceSelector &slice, const Value &array, QList<Value> &found)
{
    if (!array.isArray() || slice.step == 0)
        return;
    QList<Value> items;
    items.reserve(array.count());
    for (Value item = array.firstChild(); item.isValid(); item = item.nextSibling())
        items.append(item);
    const qint64 size = items.size();
    const auto placed = [size](qint64 index) { return index < 0 ? index + size : index; };
    if (slice.step > 0) {
        const qint64 from = std::clamp<qint64>(placed(slice.start.value_or(0)), 0, size);
        const qint64 to = std::clamp<qint64>(slice.end ? placed(*slice.end) : size, 0, size);
        for (qint64 i = from; i < to; i += slice.step)
            found.append(items[i]);
    } else {
        const qint64 from = std::clamp<qint64>(slice.start ? placed(*slice.start) : size - 1, -1, size - 1);
        const qint64 to = std::clamp<qint64>(slice.end ? placed(*slice.end) : -1, -1, size - 1);
        for (qint64 i = from; i > to; i += slice.step)
            found.append(items[i]);
    }
}

// Equal as JSON: numbers by value, objects without regard to order.
bool areEqual(const Value &left, const Value &right)
{
    std::vector<std::pair<Value, Value>> open {{left, right}};
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        if (!a.isValid() || !b.isValid() || a.type() != b.type() || a.count() != b.count())
            return false;
        if (a.isNumber() && Decimal(a.raw()) != Decimal(b.raw()))
            return false;
        if (a.isString() && a.raw() != b.raw() && a.toString() != b.toString())
            return false;
        Value other = b.firstChild();
        for (Value child = a.firstChild(); child.isValid(); child = child.nextSibling()) {
            open.emplace_back(child, a.isObject() ? b.member(child.key()) : other);
            other = other.nextSibling();
        }
    }
    return true;
}

// Only numbers with numbers and strings with strings; strings by code points.
bool isLess(const Value &left, const Value &right)
{
    if (left.isNumber() && right.isNumber())
        return Decimal(left.raw()) < Decimal(right.raw());
    if (!left.isString() || !right.isString())
        return false;
    const QList<uint> a = left.toString().toUcs4();
    const QList<uint> b = right.toString().toUcs4();
    return std::lexicographical_compare(a.cbegin(), a.cend(), b.cbegin(), b.cend());
}

// RFC 9485 lets a dot match everything but the two line breaks.
QString withPlainDots(const QString &pattern)
{
    QString result;
    bool isInClass = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\') {
            result += pattern.sliced(i, qMin<qsizetype>(2, pattern.size() - i));
            ++i;
            continue;
        }
        isInClass = c == u'[' || (isInClass && c != u']');
        result += c == u'.' && !isInClass ? QStringLiteral("[^\\n\\r]") : QString(c);
    }
    return result;
}

} // namespace

QList<Value> PathEvaluator::run(const Query &query, const Value &current)
{
    QList<Value> values {query.isFromCurrent ? current : m_root};
    for (const Segment &segment : query.segments) {
        QList<Value> found;
        for (const Value &start : std::as_const(values)) {
            if (isCancelled())
                return found;
            if (!segment.isDescendant) {
                select(segment, start, found);
                continue;
            }
            std::vector<Value> open {start};
            while (!open.empty() && !isCancelled()) {
                const Value value = open.back();
                open.pop_back();
                select(segment, value, found);
                if (const Value sibling = value.nextSibling(); sibling.isValid() && value != start)
                    open.push_back(sibling);
                if (const Value child = value.firstChild(); child.isValid())
                    open.push_back(child);
            }
        }
        values = std::move(found);
    }
    return values;
}

void PathEvaluator::select(const Segment &segment, const Value &value, QList<Value> &found)
{
    const auto add = [&](const Value &one) {
        if (one.isValid())
            found.append(one);
    };
    for (const Selector &selector : segment.selectors) {
        if (const auto *name = std::get_if<NameSelector>(&selector)) {
            add(value.member(name->name));
        } else if (const auto *index = std::get_if<IndexSelector>(&selector)) {
            const qint64 at = index->index < 0 ? value.count() + index->index : index->index;
            if (value.isArray() && at >= 0)
                add(value.at(at));
        } else if (const auto *slice = std::get_if<SliceSelector>(&selector)) {
            addSlice(*slice, value, found);
        } else if (const auto *filtered = std::get_if<FilterSelector>(&selector)) {
            filter(*filtered->condition, value, found);
        } else {
            for (Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
                found.append(child);
        }
    }
}

void PathEvaluator::filter(const Expression &condition, const Value &value, QList<Value> &found)
{
    for (Value child = value.firstChild(); child.isValid() && !isCancelled(); child = child.nextSibling()) {
        if (isTrue(condition, child))
            found.append(child);
    }
}

bool PathEvaluator::isTrue(const Expression &expression, const Value &current)
{
    const auto holds = [&](const Expression &operand) { return isTrue(operand, current); };
    switch (expression.kind) {
    case Expression::Kind::Or:
        return std::any_of(expression.operands.cbegin(), expression.operands.cend(), holds);
    case Expression::Kind::And:
        return std::all_of(expression.operands.cbegin(), expression.operands.cend(), holds);
    case Expression::Kind::Not:
        return !holds(expression.operands.front());
    case Expression::Kind::Path:
        return !run(expression.query, current).isEmpty();
    case Expression::Kind::Call:
        return matches(expression, current);
    case Expression::Kind::Literal:
        return false;
    default:
        return compare(expression, current);
    }
}

// Nothing equals nothing, and is neither less nor greater than anything.
bool PathEvaluator::compare(const Expression &expression, const Value &current)
{
    const Operand leftOperand = operandOf(expression.operands[0], current);
    const Operand rightOperand = operandOf(expression.operands[1], current);
    const Value &left = leftOperand.value;
    const Value &right = rightOperand.value;
    const auto equal = [&] { return left.isValid() || right.isValid() ? areEqual(left, right) : true; };
    switch (expression.kind) {
    case Expression::Kind::Equal:
        return equal();
    case Expression::Kind::NotEqual:
        return !equal();
    case Expression::Kind::Less:
        return isLess(left, right);
    case Expression::Kind::LessOrEqual:
        return isLess(left, right) || equal();
    case Expression::Kind::Greater:
        return isLess(right, left);
    case Expression::Kind::GreaterOrEqual:
        return isLess(right, left) || equal();
    default:
        return false;
    }
}

bool PathEvaluator::matches(const Expression &call, const Value &current)
{
    const Operand text = operandOf(call.operands[0], current);
    const Operand pattern = operandOf(call.operands[1], current);
    if (!text.value.isString() || !pattern.value.isString())
        return false;
    return regex(pattern.value.toString(), call.function == Function::Match).match(text.value.toString()).hasMatch();
}

const QRegularExpression &PathEvaluator::regex(const QString &pattern, bool isWhole)
{
    QString full = withPlainDots(pattern);
    if (isWhole)
        full = QStringLiteral("\\A(?:%1)\\z").arg(full);
    auto known = m_regexes.find(full);
    if (known == m_regexes.end()) {
        known = m_regexes.insert(full, QRegularExpression(full));
        // A pattern that is none matches nothing, as the standard wants.
        if (!known->isValid())
            *known = QRegularExpression(QStringLiteral("(?!)"));
    }
    return *known;
}

PathEvaluator::Operand PathEvaluator::operandOf(const Expression &expression, const Value &current)
{
    if (expression.kind == Expression::Kind::Literal)
        return {expression.literal, expression.literal.root()};
    if (expression.kind == Expression::Kind::Path) {
        const QList<Value> values = run(expression.query, current);
        return {{}, values.isEmpty() ? Value() : values.first()};
    }
    return callResult(expression, current);
}

PathEvaluator::Operand PathEvaluator::callResult(const Expression &call, const Value &current)
{
    const auto number = [](qint64 value) -> Operand {
        const Document document = Document::parse(QByteArray::number(value));
        return {document, document.root()};
    };
    const Expression &argument = call.operands.front();
    if (call.function == Function::Length) {
        const Operand operand = operandOf(argument, current);
        if (operand.value.isString())
            return number(operand.value.toString().toUcs4().size());
        return operand.value.isContainer() ? number(operand.value.count()) : Operand {};
    }
    const QList<Value> values = run(argument.query, current);
    if (call.function == Function::Count)
        return number(values.size());
    return {{}, values.size() == 1 ? values.first() : Value()};
}

} // namespace actionscope::json::path
