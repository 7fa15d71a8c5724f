// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/runner/reports/report.h"

namespace actionscope::cli {

// `report merge`: the JSON reports of the shards of a run as one, in any form. `report compare`: a run beside an earlier
// one.
class ReportCommand final : public Command
{
    Q_OBJECT

public:
    explicit ReportCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "report"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;

    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<ExitCode> merge();
    [[nodiscard]] Result<ExitCode> compare();

    Console *m_console = nullptr;
    bool m_isComparison = false;
    QStringList m_files;
    QList<runner::ReportTarget> m_reports;
    bool m_isQuiet = false;
};

} // namespace actionscope::cli
