// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/workspace/catalogkeeper.h"

#include <QPushButton>
#include <QTimer>

namespace actionscope::ui {

// How many actions are known and as of when; a click reads them anew, or stops that.
class CatalogStatus final : public QPushButton
{
    Q_OBJECT

public:
    explicit CatalogStatus(QWidget *parent = nullptr, const Clock &clock = systemClock());

    // Until a keeper is there the line is empty. It outlives this.
    void follow(workspace::CatalogKeeper *catalog);

private:
    void press();
    void showProgress(const workspace::CatalogKeeper::Progress &progress);
    void showRest();
    void say(const QString &text, const QString &more);

    workspace::CatalogKeeper *m_catalog = nullptr;
    Clock m_clock;
    QTimer m_ageTimer;
};

// "just now", "3 min ago", "5 h ago", "2 days ago"
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);

} // namespace actionscope::ui
