// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioneffect.h"
#include "app/api/actioninfo.h"
#include "app/api/appinfo.h"
#include "app/api/connectedaccount.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <memory>

namespace actionscope::catalog {

// What one environment's service offers: apps, actions, connected accounts, and as of when. A value; cheap to copy.
class Catalog final
{
public:
    Catalog() = default;
    Catalog(QList<api::AppInfo> apps, QList<api::ActionInfo> actions, QList<api::ConnectedAccount> accounts,
        QDateTime syncedAt);

    [[nodiscard]] bool isEmpty() const { return !m_parts; }
    [[nodiscard]] const QList<api::AppInfo> &apps() const;
    [[nodiscard]] const QList<api::ActionInfo> &actions() const;
    [[nodiscard]] const QList<api::ConnectedAccount> &accounts() const;
    [[nodiscard]] QDateTime syncedAt() const; // UTC; invalid when it never was

    // Null where there is none. Ids and keys are compared without case. Valid as long as a copy of the catalogue lives.
    [[nodiscard]] const api::AppInfo *app(const QString &key) const;
    [[nodiscard]] const api::ActionInfo *action(const QString &id) const;
    [[nodiscard]] const api::ConnectedAccount *account(const QString &id) const;
    // Newest first, those of every user.
    [[nodiscard]] QList<api::ConnectedAccount> accountsOf(const QString &appKey) const;

    // The same with one action described anew, or added.
    [[nodiscard]] Catalog with(const api::ActionInfo &action) const;

private:
    struct Parts;
    std::shared_ptr<const Parts> m_parts;
};

// What executing an action would do: by the tags in the catalogue, else by its name.
[[nodiscard]] api::ActionEffect effectIn(const Catalog &catalog, const QString &actionId);

} // namespace actionscope::catalog
