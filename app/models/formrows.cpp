// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/formrows.h"

#include <algorithm>

namespace actionscope::models {

namespace {

constexpr int deepestSearch = 4;
constexpr int mostLoaded = 5000;

class Flattening final
{
public:
    FormRows result;

    Flattening(const FormModel &model, const FormFilter &filter, const std::function<bool(const QModelIndex &)> &isUnfolded)
        : m_model(model)
        , m_filter(filter)
        , m_words(filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        , m_isUnfolded(isUnfolded)
    {
        addBelow({}, 0);
    }

private:
    // True when something below is shown because it was found.
    bool addBelow(const QModelIndex &parent, int depth)
    {
        bool hasHit = false;
        const int count = m_model.rowCount(parent);
        for (int row = 0; row < count; ++row)
            hasHit |= add(m_model.index(row, 0, parent), depth);
        return hasHit;
    }

    bool add(const QModelIndex &index, int depth)
    {
        const bool isSearching = m_filter.isActive();
        const bool isHit = isSearching && matches(index);
        const qsizetype place = result.rows.size();
        result.rows.append({index, depth, isHit});
        result.hits += isHit;
        if (!isSearching) {
            if (m_isUnfolded(index))
                addBelow(index, depth + 1);
            return false;
        }
        const bool hasHitBelow = addBelow(index, depth + 1);
        if (!isHit && !hasHitBelow)
            result.rows.resize(place);
        return isHit || hasHitBelow;
    }

    [[nodiscard]] bool matches(const QModelIndex &index) const
    {
        const FormNode *node = m_model.node(index);
        if (node->kind == FormNode::Kind::Group)
            return false;
        if (m_filter.isOnlyRequired && !node->field.isRequired)
            return false;
        if (m_filter.isOnlySet && !node->value.isValid())
            return false;
        return std::all_of(m_words.begin(), m_words.end(), [node](const QString &word) {
            return node->field.name.contains(word, Qt::CaseInsensitive)
                || node->field.title.contains(word, Qt::CaseInsensitive)
                || node->field.description.contains(word, Qt::CaseInsensitive);
        });
    }

    const FormModel &m_model;
    const FormFilter &m_filter;
    QStringList m_words;
    const std::function<bool(const QModelIndex &)> &m_isUnfolded;
};

} // namespace

FormRows formRows(
    const FormModel &model, const FormFilter &filter, const std::function<bool(const QModelIndex &)> &isUnfolded)
{
    return Flattening(model, filter, isUnfolded).result;
}

void loadForSearch(FormModel &model)
{
    QList<QModelIndex> level {QModelIndex()};
    int loaded = 0;
    for (int depth = 0; depth < deepestSearch && !level.isEmpty(); ++depth) {
        QList<QModelIndex> next;
        for (const QModelIndex &index : std::as_const(level)) {
            if (model.canFetchMore(index) && loaded < mostLoaded)
                model.fetchMore(index);
            const int count = model.rowCount(index);
            loaded += count;
            for (int row = 0; row < count; ++row)
                next.append(model.index(row, 0, index));
        }
        level = next;
    }
}

} // namespace actionscope::models
