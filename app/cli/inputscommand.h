// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/inputgeneration.h"
#include "app/cli/command.h"
#include "app/cli/commonoptions.h"

#include <QPointer>

namespace actionscope::executor {
class Executor;
}
namespace actionscope::workspace {
class InputGeneration;
}

namespace actionscope::cli {

class DestinationFinder;

// `inputs`: asks the service for the input that a text would make, and prints it. Nothing is executed.
class InputsCommand final : public Command
{
    Q_OBJECT

public:
    explicit InputsCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "inputs"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    void conclude(const api::InputAnswer &answer);
    void refuse(const Error &error);

    Console *m_console = nullptr;
    CommonOptions m_common;
    api::InputRequest m_request;
    DestinationFinder *m_finder = nullptr;
    executor::Executor *m_executor = nullptr;
    QPointer<workspace::InputGeneration> m_generation;
};

} // namespace actionscope::cli
