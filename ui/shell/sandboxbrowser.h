// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/requestlog/loggedrequest.h"
#include "app/sandbox/sandbox.h"
#include "app/workspace/recordedruns.h"
#include "app/workspace/runrecord.h"
#include "ui/shell/mainwindowparts.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <functional>

namespace actionscope::ui {

class FaultSwitch;
class RequestFollower;
class SandboxPanel;
class Sidebar;
class TopBar;

// Joins the sandbox's panel to the sandbox inside the program: its requests, its faults, what it replays, its port.
class SandboxBrowser final : public QObject
{
    Q_OBJECT

public:
    // Keeps a place in the sidebar, which is its parent; the panel itself comes with follow().
    SandboxBrowser(const MainWindowParts &parts, TopBar *topBar, Sidebar *sidebar);

    // One that was started or is about to be. To be called once, when the window has been painted.
    void follow(sandbox::Sandbox *sandbox);
    void showAddress(const sandbox::SandboxAddress &address);

Q_SIGNALS:
    // A request out of the log, to be looked at, or to be sent again.
    void runRecalled(const actionscope::workspace::RunRecord &record);
    void draftRecalled(const actionscope::storage::Draft &draft);
    void failed(const actionscope::Error &error);

private:
    using Handler = std::function<void(const sandbox::LoggedRequest &request)>;
    void buildPanel();
    void wireRequests();
    void wireOptions();
    void withRequest(quint64 number, const Handler &handler);
    void show(const sandbox::LoggedRequest &request);
    void open(const sandbox::LoggedRequest &request);
    void saveRequests();
    void wireState();
    void chooseLog();
    void replay(const QString &path);
    void setReplay(const std::optional<workspace::RecordedRuns> &recorded);
    void tellState(const QFuture<Result<void>> &done, const QString &sentence);
    void showFaults(const sandbox::FaultSpec &spec);
    void showPage();

    MainWindowParts m_parts;
    TopBar *m_topBar;
    Sidebar *m_sidebar;
    QWidget *m_place;
    SandboxPanel *m_panel = nullptr;
    RequestFollower *m_follower = nullptr;
    FaultSwitch *m_faults = nullptr;
    QPointer<sandbox::Sandbox> m_sandbox;
    QUrl m_address;
};

} // namespace actionscope::ui
