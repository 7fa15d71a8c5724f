// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/json/structuraldiff.h"

#include <atomic>

namespace actionscope::cli {

class Arguments;

// `diff`: how two JSON files, or answers in the history, differ in structure.
class DiffCommand final : public Command
{
    Q_OBJECT

public:
    explicit DiffCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "diff"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    // In the order of the words that --print takes.
    enum class Print { List, Report };

    [[nodiscard]] Result<void> readOptions(const Arguments &arguments);
    void conclude(const Result<json::Difference> &difference);

    Console *m_console = nullptr;
    QByteArrayList m_names; // of the two sides
    QString m_configFolder;
    json::DiffOptions m_options;
    Print m_print = Print::List;
    bool m_isQuiet = false;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace actionscope::cli
