// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusline.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/shell/catalogstatus.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace actionscope::ui {

StatusLine::StatusLine(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("statusLine"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::medium, spacing::hair, spacing::medium, spacing::hair);
    row->setSpacing(spacing::wide);
    m_sandbox = addLabel(QStringLiteral("sandboxStatusLabel"));
    m_keys = addLabel(QStringLiteral("secretStoreStatusLabel"));
    m_history = addLabel(QStringLiteral("historyStatusLabel"));
    m_catalog = new CatalogStatus(this);
    row->addWidget(m_catalog);
    row->addStretch(1);
}

QLabel *StatusLine::addLabel(const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    setLook(label, Look::Muted);
    label->setFont(ThemeService::smallFont());
    static_cast<QHBoxLayout *>(layout())->addWidget(label);
    return label;
}

void StatusLine::setSandbox(const QString &text) { m_sandbox->setText(text); }

void StatusLine::setSecretStore(storage::SecretStore::Kind kind, const QString &reason)
{
    const bool inKeychain = kind == storage::SecretStore::Kind::Keychain;
    m_keys->setText(inKeychain ? tr("Keys in the keychain") : tr("Keys in memory for this run"));
    m_keys->setToolTip(reason);
    m_keys->setAccessibleDescription(reason);
}

void StatusLine::setHistoryCount(int count) { m_history->setText(tr("Runs in the history: %1").arg(count)); }

void StatusLine::followCatalog(workspace::CatalogKeeper *catalog) { m_catalog->follow(catalog); }

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Sunken));
    painter.fillRect(0, 0, width(), 1, m_theme.color(ColorRole::Line));
}

} // namespace actionscope::ui
