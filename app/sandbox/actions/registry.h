// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"

#include <QHash>
#include <QList>

#include <vector>

namespace actionscope::sandbox {

// All apps and actions there are. Filled once, before the first request; pointers into it stay valid.
class Registry final
{
public:
    // Reads every *.json of a folder, ":/sandbox/apps" for the built-in ones. What cannot be used is named in the
    // errors and left out. An action that is there already is replaced: a person's own wins over a built-in one.
    [[nodiscard]] QList<Error> addFolder(const QString &folder);

    [[nodiscard]] const Action *action(const QString &name, Qt::CaseSensitivity sensitivity) const;
    [[nodiscard]] const App *app(const QString &key) const; // compared without case
    // In the order of their names.
    [[nodiscard]] QList<const Action *> actions() const;
    [[nodiscard]] const std::vector<App> &apps() const { return m_apps; }
    // Names much like `name`, best first.
    [[nodiscard]] QStringList similarActions(const QString &name) const;

private:
    void add(Manifest manifest);

    std::vector<App> m_apps;
    QHash<QString, Action> m_actions; // by upper-case name
    std::vector<json::Document> m_documents;
};

} // namespace actionscope::sandbox
