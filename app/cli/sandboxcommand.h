// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/sandbox/sandbox.h"

namespace actionscope::cli {

// `sandbox`: the embedded server in the foreground, until somebody interrupts it.
class SandboxCommand final : public Command
{
    Q_OBJECT

public:
    explicit SandboxCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "sandbox"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    void serve();
    void announce(const sandbox::SandboxAddress &address);

    Console *m_console = nullptr;
    sandbox::SandboxOptions m_options;
    QString m_snapshot; // where the state goes at the end; empty for nowhere
    sandbox::Sandbox *m_sandbox = nullptr; // none until it is known what key the model takes
};

} // namespace actionscope::cli
