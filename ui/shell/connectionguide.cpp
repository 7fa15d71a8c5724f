// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/connectionguide.h"

#include "app/workspace/catalogkeeper.h"
#include "app/workspace/workspace.h"
#include "ui/request/connectionpane.h"
#include "ui/request/requestpage.h"

namespace actionscope::ui {

ConnectionGuide::ConnectionGuide(
    workspace::Workspace *workspace, workspace::CatalogKeeper *catalog, RequestPage *request, QObject *parent)
    : QObject(parent)
{
    const auto tell = [workspace, catalog, request] {
        request->connection()->setCatalog(
            catalog ? catalog->catalog() : catalog::Catalog(), workspace->environment().apiVersion);
    };
    connect(workspace, &workspace::Workspace::environmentChosen, this, tell);
    if (catalog) {
        connect(catalog, &workspace::CatalogKeeper::catalogChanged, this, tell);
        connect(catalog, &workspace::CatalogKeeper::actionDescribed, this, tell);
    }
    tell();
}

} // namespace actionscope::ui
