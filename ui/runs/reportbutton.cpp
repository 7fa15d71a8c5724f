// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/reportbutton.h"

#include "ui/services/look.h"

#include <QMenu>

namespace actionscope::ui {

using runner::ReportKind;

ReportButton::ReportButton(const QString &name, QWidget *parent)
    : QPushButton(tr("Save Report"), parent)
{
    setObjectName(name);
    auto *kinds = new QMenu(this);
    kinds->addAction(tr("As a Page (HTML)…"), this, [this] { Q_EMIT reportRequested(ReportKind::Html); });
    kinds->addAction(tr("As JUnit XML…"), this, [this] { Q_EMIT reportRequested(ReportKind::Junit); });
    kinds->addAction(tr("As JSON…"), this, [this] { Q_EMIT reportRequested(ReportKind::Json); });
    setStyleFlag(this, "opensMenu", true);
    setMenu(kinds);
}

} // namespace actionscope::ui
