// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/catalogguide.h"

#include "app/api/baseurl.h"
#include "app/base/whenready.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/keykeeper.h"
#include "app/workspace/workspace.h"

namespace actionscope::workspace {

CatalogGuide::CatalogGuide(Workspace *workspace, KeyKeeper *keys, CatalogKeeper *catalog, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalog(catalog)
{
    connect(workspace, &Workspace::environmentChosen, this, &CatalogGuide::follow);
    connect(keys, &KeyKeeper::applied, this, &CatalogGuide::follow);
    follow();
}

void CatalogGuide::follow()
{
    const storage::Environment environment = m_workspace->environment();
    whenReady(m_workspace->destination(), this,
        [this, environment, step = ++m_steps](const Result<executor::Destination> &found) {
            if (step != m_steps)
                return;
            // Without a key there is still the cache, and it belongs to the address.
            const auto baseUrl = api::parseBaseUrl(environment.baseUrl);
            const executor::Destination without {baseUrl && !environment.isSandbox ? baseUrl->url : QUrl(), {}};
            m_catalog->open(environment.name, found ? *found : without, environment.apiVersion);
        });
}

} // namespace actionscope::workspace
