// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/catalogcommand.h"

namespace actionscope::cli {

// `apps`: which apps a service offers.
class AppsCommand final : public CatalogCommand
{
    Q_OBJECT

public:
    explicit AppsCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "apps"; }
    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QList<Verb> verbs() const override;
    [[nodiscard]] Result<void> readWords(const QByteArray &verb, const Arguments &arguments) override;
    [[nodiscard]] api::ListKind list() const override { return api::ListKind::Apps; }
    [[nodiscard]] Result<Answer> answer() override;

private:
    bool m_noAuthOnly = false;
};

} // namespace actionscope::cli
