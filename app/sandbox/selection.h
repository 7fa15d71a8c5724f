// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/accountbook.h"
#include "app/sandbox/actions/registry.h"

#include <optional>

namespace actionscope::sandbox {

// Which actions of the list are asked for; what is empty does not restrict.
struct ActionWish
{
    QStringList apps = {};
    QStringList names = {};
    QStringList tags = {}; // one of them is enough
    QString words = {}; // each of three letters or more stands somewhere in name, title or description
    bool isImportantOnly = false;
};
// In the order of their names.
[[nodiscard]] QList<const Action *> chosenActions(const Registry &registry, const ActionWish &wish);

struct AppWish
{
    QStringList keys = {};
    QStringList categories = {};
    QString words = {};
};
[[nodiscard]] QList<const App *> chosenApps(const Registry &registry, const AppWish &wish);
// Sorted, each once.
[[nodiscard]] QStringList categoriesOf(const Registry &registry);

struct AccountWish
{
    QStringList apps = {};
    QStringList users = {};
    QStringList statuses = {};
    QStringList ids = {};
    QStringList configs = {}; // of auth configs, either id
    QStringList labels = {}; // one of them is enough
    QString onlyUser = {}; // whatever else is asked
    bool withDisabled = true;
    bool inNewWords = false; // statuses as v3 has them, with INACTIVE for what is disabled
};
// Never deleted ones.
[[nodiscard]] QList<const Account *> chosenAccounts(const AccountBook &book, const AccountWish &wish);

struct ConfigWish
{
    QStringList apps = {};
    QStringList schemes = {};
    QString words = {}; // in the name
    bool withDisabled = true;
    std::optional<bool> isManaged = {};
};
// Never deleted ones.
[[nodiscard]] QList<const AuthConfig *> chosenConfigs(const AccountBook &book, const ConfigWish &wish);

} // namespace actionscope::sandbox
