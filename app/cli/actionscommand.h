// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/actionselection.h"
#include "app/cli/catalogcommand.h"

namespace actionscope::cli {

// `actions`: finds actions as the window does, lists them, or shows one with its parameters.
class ActionsCommand final : public CatalogCommand
{
    Q_OBJECT

public:
    explicit ActionsCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "actions"; }
    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QList<Verb> verbs() const override;
    [[nodiscard]] Result<void> readWords(const QByteArray &verb, const Arguments &arguments) override;
    [[nodiscard]] api::ListKind list() const override { return api::ListKind::Actions; }
    [[nodiscard]] Result<Answer> answer() override;
    void proceed() override;
    void conclude(const catalog::SyncResult &result) override;

private:
    [[nodiscard]] Result<void> readActionId(const Arguments &arguments);
    void show(const api::ActionInfo &action, const Error &trouble, ExitCode code);
    void beUnknown();
    void refuseUnknown();

    bool m_isShow = false;
    ActionChoice m_choice;
    QString m_actionId;
    QString m_version;
};

} // namespace actionscope::cli
