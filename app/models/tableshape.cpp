// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/tableshape.h"

#include "app/json/pathtext.h"
#include "app/base/tr.h"
#include "app/models/jsontext.h"

#include <algorithm>

namespace actionscope::models {

namespace {

constexpr qsizetype rowsBetweenLooks = 4096; // at the watch

bool isStopped(json::ParseWatch *watch, qsizetype row)
{
    if (!watch || row % rowsBetweenLooks != 0)
        return false;
    watch->position = row;
    return watch->isCancelled;
}

// The member name of a value in UTF-8. Points into the document where it can. A name that is no text in any
// encoding (a lone surrogate) goes by its spelling, so that two of them stay two.
QByteArray keyOf(const json::Value &value)
{
    const QByteArrayView raw = value.rawKey();
    const QByteArrayView between = raw.size() < 2 ? QByteArrayView() : raw.sliced(1, raw.size() - 2);
    if (between.contains('\\')) {
        const QString name = value.key();
        if (name.isValidUtf16())
            return name.toUtf8();
    }
    return QByteArray::fromRawData(between.data(), between.size());
}

json::Value follow(json::Value value, const QByteArrayList &keys)
{
    for (const QByteArray &key : keys) {
        json::Value found;
        for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
            if (child.hasKey() && keyOf(child) == key)
                found = child;
        }
        value = found;
    }
    return value;
}

// The columns seen so far. Rows tend to repeat their names in the same order, so the next one is guessed first.
class ColumnCollector final
{
public:
    ColumnCollector(const QByteArrayList &keys, qsizetype room)
        : m_keys(keys)
        , m_room(room)
    {
    }

    void add(const json::Value &value)
    {
        const QByteArray key = keyOf(value);
        const qsizetype guess = m_last + 1;
        if (guess < m_names.size() && m_names[guess] == key)
            m_last = guess;
        else
            m_last = placeOf(key);
        if (m_last < m_result.columns.size())
            note(m_result.columns[m_last], value);
    }
    static void note(TableColumn &column, const json::Value &value)
    {
        (value.isObject() ? column.hasObjects : column.hasOthers) = true;
    }
    [[nodiscard]] TableColumns result() &&
    {
        m_result.leftOut = m_names.size() - m_result.columns.size();
        return std::move(m_result);
    }

private:
    qsizetype placeOf(const QByteArray &key)
    {
        if (const auto known = m_places.constFind(key); known != m_places.cend())
            return *known;
        const QByteArray own(key.constData(), key.size());
        const qsizetype place = m_names.size();
        m_places.insert(own, place);
        m_names.append(own);
        if (place < m_room)
            m_result.columns.append(TableColumn {m_keys + QByteArrayList {own}});
        return place;
    }

    QByteArrayList m_keys;
    qsizetype m_room;
    QByteArrayList m_names;
    QHash<QByteArray, qsizetype> m_places;
    qsizetype m_last = -1;
    TableColumns m_result;
};

} // namespace

QString TableColumn::title() const
{
    if (keys.isEmpty())
        return Tr::tr("value");
    QString text = QString::fromUtf8(keys.first());
    for (qsizetype i = 1; i < keys.size(); ++i)
        text += json::pathStep(QString::fromUtf8(keys[i]));
    return text;
}

QString TableColumn::path() const
{
    QString text;
    for (const QByteArray &key : keys)
        text += json::pathStep(QString::fromUtf8(key));
    return text;
}

TableRows rowsOf(const json::Value &array, json::ParseWatch *watch)
{
    auto rows = std::make_shared<std::vector<quint32>>();
    rows->reserve(std::size_t(array.count()));
    for (json::Value row = array.firstChild(); row.isValid(); row = row.nextSibling()) {
        if (isStopped(watch, qsizetype(rows->size())))
            break;
        rows->push_back(row.node());
    }
    return rows;
}

TableColumns columnsOf(const json::Document &document, const TableRows &rows, const QByteArrayList &keys, qsizetype room,
    json::ParseWatch *watch)
{
    ColumnCollector collector(keys, room);
    TableColumn plain;
    for (std::size_t row = 0; row < rows->size() && !isStopped(watch, qsizetype(row)); ++row) {
        const json::Value value = follow(document.value((*rows)[row]), keys);
        if (!value.isObject()) {
            plain.hasOthers = plain.hasOthers || value.isValid();
            continue;
        }
        for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
            collector.add(child);
    }
    TableColumns result = std::move(collector).result();
    if (keys.isEmpty() && plain.hasOthers)
        result.columns.prepend(plain);
    return result;
}

TableLocator::TableLocator(const QList<TableColumn> &columns)
    : m_columnCount(int(columns.size()))
{
    for (int column = 0; column < m_columnCount; ++column) {
        const QByteArrayList &keys = columns[column].keys;
        if (keys.isEmpty()) {
            m_plainColumn = column;
            continue;
        }
        int level = 0;
        for (const QByteArray &key : keys.first(keys.size() - 1)) {
            int next = m_levels[std::size_t(level)].targets.value(key).level;
            if (next < 0) {
                next = int(m_levels.size());
                m_levels[std::size_t(level)].targets[key].level = next;
                m_levels.emplace_back();
            }
            level = next;
        }
        m_levels[std::size_t(level)].targets[keys.last()].column = column;
    }
}

void TableLocator::locate(const json::Value &row, std::vector<json::Value> &cells) const
{
    cells.assign(std::size_t(m_columnCount), json::Value());
    if (!row.isObject()) {
        if (m_plainColumn >= 0)
            cells[std::size_t(m_plainColumn)] = row;
        return;
    }
    std::vector<json::Value> objects(m_levels.size()); // the one whose names each level holds
    objects[0] = row;
    // A level's object stands in a level before it, so one round finds them all.
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        if (!objects[level].isObject())
            continue;
        for (json::Value child = objects[level].firstChild(); child.isValid(); child = child.nextSibling()) {
            const auto target = m_levels[level].targets.constFind(keyOf(child));
            if (target == m_levels[level].targets.cend())
                continue;
            if (target->column >= 0)
                cells[std::size_t(target->column)] = child;
            if (target->level >= 0)
                objects[std::size_t(target->level)] = child;
        }
    }
}

} // namespace actionscope::models
