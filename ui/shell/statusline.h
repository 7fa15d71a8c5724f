// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/secretstore.h"

#include <QWidget>

class QLabel;

namespace actionscope::workspace {
class CatalogKeeper;
}

namespace actionscope::ui {

class CatalogStatus;
class ThemeService;

// Slow facts at the foot of the window; never an error.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const ThemeService &theme, QWidget *parent = nullptr);

    void setSandbox(const QString &text);
    // `reason` is why there is no keychain, shown as tooltip and description.
    void setSecretStore(storage::SecretStore::Kind kind, const QString &reason);
    void setHistoryCount(int count);
    void followCatalog(workspace::CatalogKeeper *catalog);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addLabel(const QString &objectName);

    const ThemeService &m_theme;
    QLabel *m_sandbox = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_history = nullptr;
    CatalogStatus *m_catalog = nullptr;
};

} // namespace actionscope::ui
