// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/inputgeneration.h"
#include "app/executor/executionrun.h"

#include <QObject>
#include <QPointer>

namespace actionscope::workspace {
class InputGeneration;
class Workspace;
} // namespace actionscope::workspace

namespace actionscope::ui {

class GenerateBar;
class RequestPage;

// From the Generate button to the service and back. One question at a time; one that is given up says nothing
// more.
class InputMaking final : public QObject
{
    Q_OBJECT

public:
    InputMaking(workspace::Workspace *workspace, RequestPage *request, QObject *parent = nullptr);

private:
    void ask();
    void begin(const api::InputRequest &request, const executor::Destination &destination);
    void takeEdit();
    void giveUp();

    workspace::Workspace *m_workspace;
    RequestPage *m_request;
    GenerateBar *m_bar;
    QPointer<workspace::InputGeneration> m_generation;
    QString m_actionId; // that was asked for
    int m_attempt = 0; // tells a key that arrives late from the one being waited for
};

} // namespace actionscope::ui
