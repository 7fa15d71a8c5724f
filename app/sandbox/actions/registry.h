// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"

#include <QHash>

#include <memory>
#include <vector>

namespace actionscope::sandbox {

// All apps and actions there are. Replaced as a whole when a file of a person's own changes: a pointer into it is good
// until the thread is back in its event loop. What must live longer, an Action say, is copied.
class Registry final
{
public:
    // In this order: an action that is there already is replaced, so a person's own wins over a built-in one.
    void assign(const std::vector<std::shared_ptr<const Manifest>> &manifests);

    [[nodiscard]] const Action *action(const QString &name, Qt::CaseSensitivity sensitivity) const;
    [[nodiscard]] const App *app(const QString &key) const; // compared without case
    // In the order of their names.
    [[nodiscard]] QList<const Action *> actions() const;
    [[nodiscard]] const std::vector<App> &apps() const { return m_apps; }
    // Names much like `name`, best first.
    [[nodiscard]] QStringList similarActions(const QString &name) const;

private:
    void add(const Manifest &manifest);

    std::vector<App> m_apps;
    QHash<QString, Action> m_actions;
};

} // namespace actionscope::sandbox
