// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/api/actioninfo.h"
#include "app/api/appinfo.h"

#include <QList>

#include <memory>
#include <optional>

namespace actionscope::catalog {

struct ActionIndexParts;

// Which actions are looked at; what is left as it is lets all of them through.
struct ActionFilter
{
    QString appKey = {};
    QString tag = {};
    bool noAuthOnly = false;
    std::optional<api::ActionEffect> effect = {};
    bool withDeprecated = true;

    bool operator==(const ActionFilter &) const = default;
};

// Something looked for. Nothing typed: favourites, then recent ones, then the important ones, then the rest.
struct ActionSearch
{
    QString text = {};
    ActionFilter filter = {};
    QStringList favourites = {}; // ids
    QStringList recents = {}; // ids, newest first

    bool operator==(const ActionSearch &) const = default;
};

struct ActionHit
{
    qsizetype position = 0; // in actions()
    int score = 0; // comparable within one search
    bool isFavourite = false;
    bool isRecent = false;

    bool operator==(const ActionHit &) const = default;
};

// Letters that stand together.
struct LetterRange
{
    qsizetype from = 0;
    qsizetype length = 0;

    bool operator==(const LetterRange &) const = default;
};

// Which letters of an action were meant by what was typed.
struct ActionMarks
{
    QList<LetterRange> id = {};
    QList<LetterRange> name = {};
};

// Something to filter by, and how many actions have it.
struct ActionFacet
{
    QString key = {};
    QString name = {};
    int count = 0;
};

// Finds actions by what a person types: words in any order, their beginnings, short forms (gh, gcal), misspellings.
// A value, cheap to copy and never changed; building one takes a while and belongs on a worker. Searching costs
// less than a frame and may be done with every key.
class ActionIndex final
{
public:
    ActionIndex() = default;
    ActionIndex(const QList<api::AppInfo> &apps, const QList<api::ActionInfo> &actions);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const QList<api::ActionInfo> &actions() const;
    // -1 where there is none; capitals and separators do not matter.
    [[nodiscard]] qsizetype positionOf(const QString &id) const;
    // For people: "Google Calendar"; the key where the service names no such app.
    [[nodiscard]] QString appName(qsizetype position) const;
    [[nodiscard]] api::ActionEffect effect(qsizetype position) const;

    // The best first. Deprecated ones come after all others.
    [[nodiscard]] QList<ActionHit> search(const ActionSearch &search) const;
    [[nodiscard]] ActionMarks marks(const QString &text, qsizetype position) const;

    [[nodiscard]] const QList<ActionFacet> &apps() const; // by name
    [[nodiscard]] const QList<ActionFacet> &tags() const; // the most frequent first

    // Of the index itself, without the actions.
    [[nodiscard]] qsizetype memory() const;

private:
    std::shared_ptr<const ActionIndexParts> m_parts;
};

} // namespace actionscope::catalog
