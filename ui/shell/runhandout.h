// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/runrecord.h"
#include "ui/dialogs/bundledialog.h"
#include "ui/shell/mainwindowparts.h"

#include <QObject>

class QAction;
class QWidget;

namespace actionscope::ui {

class ActionRegistry;

// Hands the run that is shown to somebody else: as lines for support, as a ticket, as a bundle. Never with a secret.
class RunHandout final : public QObject
{
    Q_OBJECT

public:
    RunHandout(const MainWindowParts &parts, QWidget *window);

    // Adds the commands; for the window's menu.
    [[nodiscard]] QList<QAction *> buildActions(ActionRegistry *registry);
    void setRun(const workspace::RunRecord &record);

Q_SIGNALS:
    // The run that is shown shall be sent again.
    void replayRequested(const actionscope::storage::HistoryEntry &run);
    void failed(const actionscope::Error &error);

private:
    void copy(QByteArray (*write)(const exchange::Bundle &bundle));
    void offerBundle();
    void editRedaction();
    void preview(BundleDialog *dialog);
    void save(const exchange::Bundle &bundle, BundleDialog::Format format);

    MainWindowParts m_parts;
    QWidget *m_window;
    workspace::RunRecord m_record;
    quint64 m_newest = 0; // of the previews that were asked for
};

} // namespace actionscope::ui
