// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/reports/report.h"

#include <QPushButton>

namespace actionscope::ui {

// Saves what a page shows as one of the reports.
class ReportButton final : public QPushButton
{
    Q_OBJECT

public:
    // `name` is its objectName.
    explicit ReportButton(const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void reportRequested(actionscope::runner::ReportKind kind);
};

} // namespace actionscope::ui
