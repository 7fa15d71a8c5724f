// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/catalogcommand.h"

namespace actionscope::cli {

// `catalog`: reads a service's catalogue and keeps it.
class SyncCommand final : public CatalogCommand
{
    Q_OBJECT

public:
    explicit SyncCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "catalog"; }
    [[nodiscard]] QString summary() const override;

protected:
    [[nodiscard]] QList<Verb> verbs() const override;
    [[nodiscard]] const QList<Option> &sharedOptions() const override;
    [[nodiscard]] Result<void> readWords(const QByteArray &verb, const Arguments &arguments) override;
    [[nodiscard]] api::ListKind list() const override { return api::ListKind::Actions; }
    [[nodiscard]] Result<Answer> answer() override;
    void proceed() override;
    void conclude(const catalog::SyncResult &result) override;

private:
    catalog::SyncResult m_result;
};

} // namespace actionscope::cli
