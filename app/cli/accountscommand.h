// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/catalogcommand.h"

namespace actionscope::cli {

// `accounts`: which connected accounts there are, whose they are and whether they can be used.
class AccountsCommand final : public CatalogCommand
{
    Q_OBJECT

public:
    explicit AccountsCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "accounts"; }
    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QList<Verb> verbs() const override;
    [[nodiscard]] Result<void> readWords(const QByteArray &verb, const Arguments &arguments) override;
    [[nodiscard]] api::ListKind list() const override { return api::ListKind::Accounts; }
    [[nodiscard]] Result<Answer> answer() override;

private:
    [[nodiscard]] Result<void> findApp();
    [[nodiscard]] bool isChosen(const api::ConnectedAccount &account) const;

    QString m_app;
    QString m_entity;
    QString m_status;
};

} // namespace actionscope::cli
