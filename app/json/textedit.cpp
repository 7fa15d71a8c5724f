// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/textedit.h"

#include "app/json/bytescan.h"
#include "app/json/orderededit.h"
#include "app/json/writer.h"

#include <QHash>

namespace actionscope::json {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

qsizetype endOf(const Value &value) { return value.begin() + value.raw().size(); }

// Where a child of a container begins, its name counted.
qsizetype startOf(const QByteArray &bytes, const Value &child)
{
    return child.hasKey() ? child.rawKey().data() - bytes.constData() : child.begin();
}

bool isBlank(QByteArrayView bytes) { return endOfSpace(bytes.begin(), bytes.end()) == bytes.end(); }

QList<Value> childrenOf(const Value &container)
{
    QList<Value> children;
    children.reserve(container.count());
    for (Value child = container.firstChild(); child.isValid(); child = child.nextSibling())
        children.append(child);
    return children;
}

// One step down; invalid where it leads nowhere. Says whether the way is open at all.
struct Stepped
{
    Value value = {};
    bool isOpen = false;
};

Stepped stepped(const Value &container, const PathStep &step)
{
    if (step.position < 0)
        return {container.member(step.name), container.isObject()};
    if (!container.isArray() || step.position > container.count())
        return {};
    return {step.position < container.count() ? container.at(step.position) : Value(), true};
}

// Writes new members and items the way the text around them is written.
class Insertion final
{
public:
    explicit Insertion(const Document &document)
        : m_bytes(document.bytes())
        , m_root(document.root())
    {
        m_lineEnd = m_bytes.contains("\r\n") ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
        const Value first = m_root.firstChild();
        if (first.isValid()) {
            const QByteArray space = spaceBefore(startOf(m_bytes, first));
            if (space.contains('\n'))
                m_unit = space.sliced(space.lastIndexOf('\n') + 1);
        }
        m_colon = colonOfFirstMember();
    }

    // What stands in an otherwise blank text.
    [[nodiscard]] QByteArray freshValue(const Path &path, QByteArrayView json) const
    {
        return wrapped(path, json, {}, true);
    }

    // A new child of a container, at its place in `order` or behind the last; `rest` leads from the container to the new
    // value.
    [[nodiscard]] TextEdit into(
        const Value &container, const Path &rest, QByteArrayView json, const QStringList &order) const
    {
        const QList<Value> children = childrenOf(container);
        if (children.isEmpty())
            return intoEmpty(container, rest, json);
        const qsizetype place = container.isObject() ? placeIn(children, rest.first().name, order) : children.size();
        if (place == children.size())
            return behind(children, rest, json);
        return place == 0 ? before(children, rest, json) : between(children, place, rest, json);
    }

    // Behind the last of these, the first children of a container.
    [[nodiscard]] TextEdit behind(const QList<Value> &children, const Path &rest, QByteArrayView json) const
    {
        const Value &last = children.last();
        const qsizetype start = startOf(m_bytes, last);
        const QByteArray space = spaceBefore(start);
        const bool hasLines = space.contains('\n');
        const QByteArray colon = last.hasKey() ? colonOf(last) : m_colon;
        QByteArray separator = hasLines ? ',' + space : commaBeside(colon);
        if (children.size() > 1) {
            const qsizetype previousEnd = endOf(children[children.size() - 2]);
            separator = m_bytes.sliced(previousEnd, start - previousEnd);
        }
        const QByteArray indent = hasLines ? space.sliced(space.lastIndexOf('\n') + 1) : QByteArray();
        return {endOf(last), 0, separator + child(rest, json, colon, indent, hasLines)};
    }

private:
    [[nodiscard]] QByteArray spaceBefore(qsizetype offset) const
    {
        qsizetype begin = offset;
        while (begin > 0 && isBlank(QByteArrayView(m_bytes).sliced(begin - 1, 1)))
            --begin;
        return m_bytes.sliced(begin, offset - begin);
    }

    // The colon with the space around it, as it stands between a name and its value.
    [[nodiscard]] QByteArray colonOf(const Value &member) const
    {
        const qsizetype nameEnd = startOf(m_bytes, member) + member.rawKey().size();
        return m_bytes.sliced(nameEnd, member.begin() - nameEnd);
    }

    [[nodiscard]] QByteArray colonOfFirstMember() const
    {
        Value value = m_root;
        while (value.isArray())
            value = value.firstChild();
        value = value.firstChild();
        if (!value.isValid())
            return QByteArrayLiteral(": ");
        const QByteArray colon = colonOf(value);
        return colon.contains('\n') ? QByteArrayLiteral(": ") : colon;
    }

    // Where no neighbour shows how it is written.
    static QByteArray commaBeside(const QByteArray &colon)
    {
        return colon.endsWith(':') ? QByteArrayLiteral(",") : QByteArrayLiteral(", ");
    }

    // The white space that the line of this offset begins with.
    [[nodiscard]] QByteArray indentAt(qsizetype offset) const
    {
        const qsizetype begin = offset > 0 ? m_bytes.lastIndexOf('\n', offset - 1) + 1 : 0;
        qsizetype end = begin;
        while (end < offset && (m_bytes[end] == ' ' || m_bytes[end] == '\t'))
            ++end;
        return m_bytes.sliced(begin, end - begin);
    }

    // The containers that the steps ask for, around `json`, which stays as it is.
    [[nodiscard]] QByteArray wrapped(
        const Path &path, QByteArrayView json, const QByteArray &indent, bool hasLines) const
    {
        if (path.isEmpty())
            return json.toByteArray();
        const PathStep &step = path.first();
        const bool isItem = step.position >= 0;
        const QByteArray inner = indent + m_unit;
        QByteArray text = isItem ? QByteArrayLiteral("[") : QByteArrayLiteral("{");
        if (hasLines)
            text += m_lineEnd + inner;
        if (!isItem)
            text += quoted(step.name) + m_colon;
        text += wrapped(path.sliced(1), json, inner, hasLines);
        if (hasLines)
            text += m_lineEnd + indent;
        return text + (isItem ? ']' : '}');
    }

    // A child as it stands in its container: with its name, where it has one.
    [[nodiscard]] QByteArray child(const Path &rest, QByteArrayView json, const QByteArray &colon,
        const QByteArray &indent, bool hasLines) const
    {
        const QByteArray value = wrapped(rest.sliced(1), json, indent, hasLines);
        return rest.first().position >= 0 ? value : quoted(rest.first().name) + colon + value;
    }

    // Which child the new one goes in front of; as many as there are: behind the last.
    [[nodiscard]] static qsizetype placeIn(const QList<Value> &children, const QString &name, const QStringList &order)
    {
        const qsizetype own = order.indexOf(name);
        if (own < 0)
            return children.size();
        QHash<QString, qsizetype> places;
        for (qsizetype i = 0; i < order.size(); ++i)
            places.insert(order[i], i);
        qsizetype nearestBefore = -1;
        qsizetype nearestBehind = order.size();
        qsizetype place = children.size();
        qsizetype placeInFront = children.size();
        for (qsizetype i = 0; i < children.size(); ++i) {
            const qsizetype at = places.value(children[i].key(), -1);
            if (at >= 0 && at < own && at >= nearestBefore) {
                nearestBefore = at;
                place = i + 1;
            } else if (at > own && at < nearestBehind) {
                nearestBehind = at;
                placeInFront = i;
            }
        }
        return nearestBefore >= 0 ? place : placeInFront;
    }

    // In the spacing of the two it comes to stand between.
    [[nodiscard]] TextEdit between(
        const QList<Value> &children, qsizetype place, const Path &rest, QByteArrayView json) const
    {
        const qsizetype previousEnd = endOf(children[place - 1]);
        const qsizetype start = startOf(m_bytes, children[place]);
        const QByteArray separator = m_bytes.sliced(previousEnd, start - previousEnd);
        const Spacing spacing = spacingOf(children[place]);
        return {previousEnd, 0, separator + child(rest, json, spacing.colon, spacing.indent, spacing.hasLines)};
    }

    [[nodiscard]] TextEdit before(const QList<Value> &children, const Path &rest, QByteArrayView json) const
    {
        const qsizetype start = startOf(m_bytes, children.first());
        const Spacing spacing = spacingOf(children.first());
        QByteArray separator = spacing.hasLines ? ',' + spaceBefore(start) : commaBeside(spacing.colon);
        if (children.size() > 1) {
            const qsizetype firstEnd = endOf(children.first());
            separator = m_bytes.sliced(firstEnd, startOf(m_bytes, children[1]) - firstEnd);
        }
        return {start, 0, child(rest, json, spacing.colon, spacing.indent, spacing.hasLines) + separator};
    }

    struct Spacing
    {
        QByteArray colon;
        QByteArray indent;
        bool hasLines = false;
    };

    [[nodiscard]] Spacing spacingOf(const Value &child) const
    {
        const QByteArray space = spaceBefore(startOf(m_bytes, child));
        const bool hasLines = space.contains('\n');
        return {child.hasKey() ? colonOf(child) : m_colon,
            hasLines ? space.sliced(space.lastIndexOf('\n') + 1) : QByteArray(), hasLines};
    }

    // The root counts as one that does, too.
    [[nodiscard]] bool standsOnItsLine(const Value &container) const
    {
        const Value around = container.parent();
        return !around.isValid() || spaceBefore(startOf(m_bytes, around.firstChild())).contains('\n');
    }

    [[nodiscard]] TextEdit intoEmpty(const Value &container, const Path &rest, QByteArrayView json) const
    {
        const qsizetype begin = container.begin() + 1;
        const QByteArray space = m_bytes.sliced(begin, container.raw().size() - 2);
        const bool hasLines = space.contains('\n') || (space.isEmpty() && standsOnItsLine(container));
        if (!hasLines)
            return {begin + space.size(), 0, child(rest, json, m_colon, {}, false) + space};
        const QByteArray outer = indentAt(container.begin());
        const QByteArray text = m_lineEnd + outer + m_unit + child(rest, json, m_colon, outer + m_unit, true);
        return {begin, 0, space.isEmpty() ? text + m_lineEnd + outer : text};
    }

    QByteArray m_bytes;
    Value m_root;
    QByteArray m_lineEnd;
    QByteArray m_unit = QByteArrayLiteral("  "); // one step of indentation
    QByteArray m_colon;
};

// Nothing to ask about in a text that is blank, or that ends in the middle.
bool isWhole(const Document &document) { return document.isValid(); }

// The container that holds the last step of a path.
Value containerAt(const Document &document, const Path &path)
{
    return path.isEmpty() || !isWhole(document) ? Value() : valueAtPath(document, path.first(path.size() - 1));
}

// Consecutive children that go, with the comma that goes with them.
TextEdit cut(const QByteArray &bytes, const QList<Value> &children, qsizetype first, qsizetype last)
{
    const qsizetype start = startOf(bytes, children[first]);
    if (last + 1 < children.size())
        return {start, startOf(bytes, children[last + 1]) - start, {}};
    if (first > 0) {
        const qsizetype before = endOf(children[first - 1]);
        return {before, endOf(children[last]) - before, {}};
    }
    // The only ones: the white space in front goes with them, the one behind keeps the bracket where it is.
    const qsizetype open = children[first].parent().begin() + 1;
    return {open, endOf(children[last]) - open, {}};
}

} // namespace

QByteArray applied(QByteArray text, const TextEdit &edit)
{
    return text.replace(edit.begin, edit.length, edit.text);
}

QByteArray applied(QByteArray text, const QList<TextEdit> &edits)
{
    for (const TextEdit &edit : edits)
        text.replace(edit.begin, edit.length, edit.text);
    return text;
}

Value valueAtPath(const Document &document, const Path &path)
{
    Value value = document.root();
    for (const PathStep &step : path)
        value = stepped(value, step).value;
    return value;
}

std::optional<TextEdit> settingValue(const Document &document, const Path &path, QByteArrayView json)
{
    return settingValue(document, path, json, {});
}

std::optional<TextEdit> settingValue(
    const Document &document, const Path &path, QByteArrayView json, const QStringList &order)
{
    const QByteArray bytes = document.bytes();
    const qsizetype textBegin = bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    if (isBlank(QByteArrayView(bytes).sliced(textBegin))) {
        for (const PathStep &step : path) {
            if (step.position > 0)
                return {};
        }
        return TextEdit {textBegin, 0, Insertion(document).freshValue(path, json)};
    }
    if (!isWhole(document))
        return {};
    Value value = document.root();
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        const Stepped next = stepped(value, path[depth]);
        if (!next.isOpen)
            return {};
        if (!next.value.isValid()) {
            for (const PathStep &step : path.sliced(depth + 1)) {
                if (step.position > 0)
                    return {};
            }
            return Insertion(document).into(value, path.sliced(depth), json, order);
        }
        value = next.value;
    }
    return TextEdit {value.begin(), value.raw().size(), json.toByteArray()};
}

std::optional<TextEdit> settingMemberBehind(
    const Document &document, const QString &neighbour, const QString &name, QByteArrayView json)
{
    const Value root = document.root();
    const bool isNew = isWhole(document) && root.isObject() && !root.member(name).isValid();
    QList<Value> children = isNew ? childrenOf(root) : QList<Value>();
    while (!children.isEmpty() && children.last().key() != neighbour)
        children.removeLast();
    if (children.isEmpty())
        return settingValue(document, {{name}}, json);
    return Insertion(document).behind(children, {{name}}, json);
}

QList<TextEdit> removingValue(const Document &document, const Path &path)
{
    const Value container = containerAt(document, path);
    if (!container.isContainer() || container.isArray() != (path.last().position >= 0))
        return {};
    const QList<Value> children = childrenOf(container);
    const QByteArray bytes = document.bytes();
    const auto isMeant = [&](qsizetype position) {
        return container.isArray() ? position == path.last().position : children[position].key() == path.last().name;
    };
    QList<TextEdit> edits;
    for (qsizetype i = 0; i < children.size(); ++i) {
        if (!isMeant(i))
            continue;
        const qsizetype first = i;
        while (i + 1 < children.size() && isMeant(i + 1))
            ++i;
        edits.prepend(cut(bytes, children, first, i));
    }
    return edits;
}

std::optional<TextEdit> movingItem(const Document &document, const Path &path, int by)
{
    const Value array = containerAt(document, path);
    if (!array.isArray() || path.last().position < 0)
        return {};
    const qsizetype position = std::min(path.last().position, path.last().position + by);
    if (position < 0 || position + 1 >= array.count())
        return {};
    const Value first = array.at(position);
    const Value second = first.nextSibling();
    const QByteArray between = document.bytes().sliced(endOf(first), second.begin() - endOf(first));
    return TextEdit {first.begin(), endOf(second) - first.begin(),
        second.raw().toByteArray() + between + first.raw().toByteArray()};
}

std::optional<TextEdit> renamingMember(const Document &document, const Path &path, const QString &name)
{
    const Value container = containerAt(document, path);
    if (!container.isObject() || path.last().position >= 0)
        return {};
    const Value member = container.member(path.last().name);
    if (!member.isValid())
        return {};
    return TextEdit {startOf(document.bytes(), member), member.rawKey().size(), quoted(name)};
}

} // namespace actionscope::json
