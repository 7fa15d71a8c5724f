// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"

#include <QAbstractListModel>

#include <optional>

namespace actionscope::models {

// What was found in a catalogue, the best first. A view keeps its choice through a new search as long as the chosen
// action is still found.
class ActionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // QString
        NameRole, // QString, for people
        AppKeyRole, // QString
        AppNameRole, // QString, for people
        DescriptionRole, // QString
        IdMarksRole, // QList<catalog::LetterRange>: what was typed of the id
        NameMarksRole, // the same of the name
        EffectRole, // int of api::ActionEffect
        IsDeprecatedRole, // bool
        SuccessorRole, // QString, id; empty when it names none
        IsFavouriteRole, // bool
        IsRecentRole, // bool
        IsNoAuthRole, // bool
    };

    explicit ActionListModel(QObject *parent = nullptr);

    // Searches anew.
    void setIndex(const catalog::ActionIndex &index);
    void setSearch(const catalog::ActionSearch &search);
    [[nodiscard]] const catalog::ActionIndex &actionIndex() const { return m_index; }
    [[nodiscard]] const catalog::ActionSearch &search() const { return m_search; }
    // Only the first rows are kept; 0 for all of them.
    void setMostRows(qsizetype most) { m_mostRows = most; }
    // How many were found, those that are not kept among them.
    [[nodiscard]] qsizetype foundCount() const { return m_foundCount; }

    [[nodiscard]] const api::ActionInfo &action(int row) const;
    // -1 when it was not found.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void searchIn(const catalog::ActionIndex &index);
    void show(const catalog::ActionIndex &index, const QList<catalog::ActionHit> &hits);
    void arrange(const QList<catalog::ActionHit> &hits);
    [[nodiscard]] const catalog::ActionMarks &marks(qsizetype position) const;
    [[nodiscard]] QVariant textOf(const api::ActionInfo &action, int role) const;
    [[nodiscard]] QString spokenText(const catalog::ActionHit &hit) const;

    catalog::ActionIndex m_index;
    catalog::ActionSearch m_search;
    QList<catalog::ActionHit> m_hits;
    qsizetype m_mostRows = 0;
    qsizetype m_foundCount = 0;
    // Of the row drawn last, which asks for its id's and its name's.
    mutable std::optional<qsizetype> m_marked;
    mutable catalog::ActionMarks m_marks;
};

} // namespace actionscope::models

Q_DECLARE_METATYPE(actionscope::catalog::LetterRange)
