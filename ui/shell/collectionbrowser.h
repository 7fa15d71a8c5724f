// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

namespace actionscope::ui {

class CollectionsPanel;
class TabKeeper;

// Joins the panel of saved requests to the collections on the disk and to the tabs.
class CollectionBrowser final : public QObject
{
    Q_OBJECT

public:
    CollectionBrowser(const MainWindowParts &parts, CollectionsPanel *panel, TabKeeper *tabs, QObject *parent = nullptr);

    // A file becomes a tab, a folder a collection.
    void open(const QStringList &paths);
    void openFolder();
    void newCollection();

Q_SIGNALS:
    void variablesRequested(const QString &folder);
    void failed(const actionscope::Error &error);

private:
    void connectPanel();
    void showCollections();
    void showCurrent();
    void newRequest(const QString &folder);
    void newFolder(const QString &folder);
    void rename(const QString &path, const QString &name);
    void move(const QString &path, const QString &folder, const QStringList &order);
    void trash(const QString &path, const QString &name);

    MainWindowParts m_parts;
    CollectionsPanel *m_panel;
    TabKeeper *m_tabs;
};

} // namespace actionscope::ui
