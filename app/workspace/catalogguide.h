// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace actionscope::workspace {

class CatalogKeeper;
class KeyKeeper;
class Workspace;

// Leads the catalogue to the chosen environment, now and whenever the choice, its address or its key changes.
class CatalogGuide final : public QObject
{
    Q_OBJECT

public:
    CatalogGuide(Workspace *workspace, KeyKeeper *keys, CatalogKeeper *catalog, QObject *parent = nullptr);

private:
    void follow();

    Workspace *m_workspace;
    CatalogKeeper *m_catalog;
    int m_steps = 0; // tells a key that arrives late from the one that is waited for
};

} // namespace actionscope::workspace
