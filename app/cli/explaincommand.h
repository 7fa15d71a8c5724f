// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/catalog/catalog.h"
#include "app/cli/command.h"
#include "app/cli/commonoptions.h"
#include "app/diagnosis/diagnosis.h"
#include "app/exchange/exchangereader.h"
#include "app/storage/environment.h"

namespace actionscope::cli {

class Arguments;

// `explain`: why an exchange that somebody handed over came to what it came to. Sends nothing.
class ExplainCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExplainCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "explain"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    enum class Print { Text, Report };

    [[nodiscard]] Result<void> readOptions(const Arguments &arguments);
    [[nodiscard]] ExitCode explain(const exchange::ReadExchange &read);
    // Where it took place, as far as the settings know; nothing where they do not.
    [[nodiscard]] std::optional<storage::Environment> environmentOf(const exchange::ReadExchange &read) const;
    [[nodiscard]] catalog::Catalog catalogFor(const exchange::ReadExchange &read);

    Console *m_console = nullptr;
    QByteArray m_name;
    exchange::ReadWish m_wish;
    CommonOptions m_common; // of it environment and folder
    std::optional<api::ApiVersion> m_version;
    Print m_print = Print::Text;
    bool m_isQuiet = false;
};

} // namespace actionscope::cli
