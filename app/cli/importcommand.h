// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/exchange/imported.h"
#include "app/workspace/importedfiles.h"

namespace actionscope::cli {

class Arguments;

// `import`: other people's requests as files of a collection. Sends nothing, and writes over nothing.
class ImportCommand final : public Command
{
    Q_OBJECT

public:
    explicit ImportCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "import"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    enum class Print { Paths, Report };

    [[nodiscard]] Result<void> readOptions(const Arguments &arguments);
    [[nodiscard]] Result<exchange::Imported> read() const;
    [[nodiscard]] ExitCode conclude(const exchange::Imported &imported);
    void tell(const exchange::Imported &imported);

    Console *m_console = nullptr;
    QByteArray m_source;
    std::optional<exchange::ImportForm> m_form;
    QString m_folder;
    Print m_print = Print::Paths;
    bool m_isQuiet = false;
};

} // namespace actionscope::cli
