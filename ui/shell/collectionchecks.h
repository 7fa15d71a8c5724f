// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/textedit.h"
#include "app/runner/reports/report.h"
#include "app/workspace/collectioncheck.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

class QAction;

namespace actionscope::ui {

class ActionRegistry;
class CheckPage;
class CollectionRuns;
class CollectionsPanel;

// The doctor in the window: checks what a person points at, leads to the place, and offers the way to today's schema.
class CollectionChecks final : public QObject
{
    Q_OBJECT

public:
    CollectionChecks(const MainWindowParts &parts, CollectionsPanel *panel, CollectionRuns *runs, QWidget *window);

    // Adds the command; for the window's menu.
    [[nodiscard]] QList<QAction *> buildActions(ActionRegistry *registry);

Q_SIGNALS:
    // Of the request that was opened for it.
    void placeFound(const actionscope::json::Path &path, const QString &sentence);
    void failed(const actionscope::Error &error);

private:
    void needPage();
    void checkCommand();
    void check(const QStringList &paths);
    void open(const workspace::CheckedFinding &finding);
    void migrate(const workspace::CheckedFinding &finding);
    void saveReport(runner::ReportKind kind);

    MainWindowParts m_parts;
    CollectionsPanel *m_panel;
    CollectionRuns *m_runs;
    QWidget *m_window;
    CheckPage *m_page = nullptr;
    QStringList m_paths;
    runner::CheckRecord m_record; // of the last check, for a report
    quint64 m_newest = 0;
};

} // namespace actionscope::ui
