// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace actionscope::workspace {
class CatalogKeeper;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class RequestPage;

// Keeps the request page's choice of a connection up to date with the catalogue and the environment.
class ConnectionGuide final : public QObject
{
    Q_OBJECT

public:
    ConnectionGuide(workspace::Workspace *workspace, workspace::CatalogKeeper *catalog, RequestPage *request,
        QObject *parent = nullptr);
};

} // namespace actionscope::ui
