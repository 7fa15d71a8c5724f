// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/actionindex.h"
#include "app/workspace/catalogkeeper.h"

#include <QObject>

namespace actionscope::storage {
class Settings;
}

namespace actionscope::workspace {
class Workspace;
}

namespace actionscope::ui {

class ActionsPanel;
class RequestPage;

// Joins the catalogue to those who search it: the panel and the action field. Builds the index on a worker whenever
// the catalogue changed, and keeps which actions are favourites and recent.
class CatalogBrowser final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        workspace::CatalogKeeper *catalog = nullptr;
        workspace::Workspace *workspace = nullptr;
        storage::Settings *settings = nullptr;
        ActionsPanel *panel = nullptr;
        RequestPage *request = nullptr;
    };

    // All of it outlives the browser.
    explicit CatalogBrowser(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    // The catalogue can be searched as it is now.
    void indexed();

private:
    void wireCatalog();
    void wireUse();
    void buildIndex();
    void takeIndex(const catalog::ActionIndex &index);
    void showUse();
    void showProgress(const workspace::CatalogKeeper::Progress &progress);
    void showRest();
    void fill(const QString &actionId);
    [[nodiscard]] QString environment() const;

    Parts m_parts;
    catalog::ActionIndex m_index;
    int m_build = 0; // the newest wins
};

} // namespace actionscope::ui
