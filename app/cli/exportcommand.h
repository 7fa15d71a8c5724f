// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/commonoptions.h"
#include "app/cli/exportforms.h"
#include "app/exchange/code/codetargets.h"
#include "app/exchange/imported.h"

namespace actionscope::cli {

// `export`: a saved request or a run as code for developers, or for a colleague, a ticket or another program. Sends nothing;
// the key is never in it.
class ExportCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExportCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "export"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<void> readForm(const QByteArray &form);
    [[nodiscard]] Result<exchange::CodeRequest> readSource();
    void sayNote(const QString &note);
    [[nodiscard]] ExitCode writeCode();
    [[nodiscard]] ExitCode writeForm();
    [[nodiscard]] Result<void> setDestination(exchange::CodeRequest &code);
    [[nodiscard]] Result<exchange::CodeRequest> readForeign(const exchange::ImportedDraft &draft);

    Console *m_console = nullptr;
    CommonOptions m_options;
    QString m_source;
    const exchange::CodeTarget *m_target = nullptr; // code, or else:
    QByteArray m_form;
    RedactionWish m_wish;
    bool m_isPreview = false;
    bool m_isQuiet = false;
};

} // namespace actionscope::cli
