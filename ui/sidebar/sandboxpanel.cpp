// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/sandboxpanel.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/sidebar/faultpanel.h"
#include "ui/sidebar/requestlogpanel.h"
#include "ui/sidebar/sandboxoptionspanel.h"
#include "ui/widgets/copybutton.h"

#include <QGridLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>

namespace actionscope::ui {

SandboxPanel::SandboxPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QTabWidget(this))
    , m_requests(new RequestLogPanel(theme))
    , m_faults(new FaultPanel(theme, clipboard))
    , m_options(new SandboxOptionsPanel)
{
    setObjectName(QStringLiteral("sandboxPanel"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    m_address = makeLine(theme, clipboard, QStringLiteral("sandboxAddress"));
    m_address.text->setAccessibleName(tr("Address of the sandbox"));
    m_key = makeLine(theme, clipboard, QStringLiteral("sandboxKey"));
    m_key.text->setAccessibleName(tr("API key of the sandbox"));
    m_pages->setObjectName(QStringLiteral("sandboxTabWidget"));
    m_pages->setAccessibleName(tr("Sandbox"));
    setLook(m_pages, Look::Page); // the tabs in line with what is below
    m_pages->tabBar()->setObjectName(QStringLiteral("sandboxTabBar"));
    m_pages->tabBar()->setAccessibleName(tr("Pages of the sandbox"));
    m_pages->addTab(m_requests, tr("Requests"));
    m_pages->addTab(m_faults, tr("Faults"));
    m_pages->addTab(m_options, tr("Options"));
    const auto heading = [this](const QString &text) {
        auto *label = new QLabel(text, this);
        label->setFont(ThemeService::smallFont());
        setLook(label, Look::Muted);
        return label;
    };
    auto *grid = new QGridLayout;
    grid->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(heading(tr("Address")), 0, 0);
    grid->addWidget(m_address.text, 0, 1);
    grid->addWidget(m_address.copy, 0, 2);
    grid->addWidget(heading(tr("Key")), 1, 0);
    grid->addWidget(m_key.text, 1, 1);
    grid->addWidget(m_key.copy, 1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(grid);
    column->addWidget(m_pages, 1);
    m_address.text->setText(tr("starting…"));
}

SandboxPanel::Line SandboxPanel::makeLine(const ThemeService &theme, Clipboard &clipboard, const QString &name)
{
    Line line {new QLabel(this), new CopyButton(theme, clipboard, this)};
    line.text->setObjectName(name + QStringLiteral("Label"));
    line.text->setFont(ThemeService::monospaceFont());
    line.text->setTextFormat(Qt::PlainText);
    line.text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the panel may be narrower
    line.copy->setObjectName(name + QStringLiteral("CopyButton"));
    line.copy->setEnabled(false);
    return line;
}

// The key is no secret of anybody's: it opens this sandbox, on this machine, until it ends.
void SandboxPanel::setAddress(const QUrl &url, const QByteArray &apiKey)
{
    const QString address = url.toString();
    const QString key = QString::fromLatin1(apiKey);
    m_address.text->setText(address);
    m_address.text->setToolTip(address);
    m_address.copy->setCopied(address, tr("Copy the address, for another program"));
    m_key.text->setText(key);
    m_key.text->setToolTip(tr("The header x-api-key carries it. It is another one at each start."));
    m_key.copy->setCopied(key, tr("Copy the key, for another program"));
    for (CopyButton *button : {m_address.copy, m_key.copy})
        button->setEnabled(true);
}

void SandboxPanel::showFaults() { m_pages->setCurrentWidget(m_faults); }

void SandboxPanel::showOptions() { m_pages->setCurrentWidget(m_options); }

} // namespace actionscope::ui
