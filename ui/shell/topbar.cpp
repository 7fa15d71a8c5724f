// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/topbar.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace actionscope::ui {

TopBar::TopBar(const ThemeService &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("topBar"));
    setLook(this, Look::Bar);
    m_environments = new QComboBox(this);
    m_environments->setObjectName(QStringLiteral("environmentComboBox"));
    m_environments->setAccessibleName(tr("Environment"));
    m_environments->setToolTip(tr("Where requests go"));
    m_environments->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_environments->setMinimumWidth(140);
    connect(m_environments, &QComboBox::activated, this,
        [this](int index) { Q_EMIT environmentPicked(m_environments->itemData(index).toString()); });

    m_protected = new QLabel(tr("PROTECTED"), this);
    m_protected->setObjectName(QStringLiteral("protectedLabel"));
    m_protected->setToolTip(tr("An action that changes something there asks first."));
    m_protected->setAccessibleName(tr("This environment is protected"));
    setLook(m_protected, Look::Guard);
    m_protected->hide();
    m_faults = addFlag(QStringLiteral("faultsPushButton"), tr("FAULTS ON"));
    connect(m_faults, &QPushButton::clicked, this, &TopBar::faultsRequested);
    m_replay = addFlag(QStringLiteral("replayPushButton"), tr("REPLAY"));
    connect(m_replay, &QPushButton::clicked, this, &TopBar::replayRequested);
    m_destination = new QLabel(this);
    m_destination->setObjectName(QStringLiteral("destinationLabel"));
    setLook(m_destination, Look::Muted);
    m_destination->setFont(ThemeService::monospaceFont());

    m_edit = addToolButton(QStringLiteral("environmentsToolButton"), tr("Edit environments"));
    connect(m_edit, &QToolButton::clicked, this, &TopBar::environmentsRequested);
    m_testKey = addToolButton(QStringLiteral("testKeyToolButton"), tr("Test the key of this environment"));
    connect(m_testKey, &QToolButton::clicked, this, &TopBar::keyTestRequested);
    m_look = addToolButton(QStringLiteral("themeToolButton"), tr("Switch between light and dark"));
    connect(m_look, &QToolButton::clicked, this, &TopBar::themeToggleRequested);
    m_menu = addToolButton(QStringLiteral("menuToolButton"), tr("All commands"));
    m_menu->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    row->setSpacing(spacing::small);
    row->addWidget(m_environments);
    row->addWidget(m_edit);
    row->addWidget(m_testKey);
    row->addSpacing(spacing::hair);
    row->addWidget(m_protected, 0, Qt::AlignVCenter);
    row->addWidget(m_faults, 0, Qt::AlignVCenter);
    row->addWidget(m_replay, 0, Qt::AlignVCenter);
    row->addWidget(m_destination, 1);
    row->addWidget(m_look);
    row->addWidget(m_menu);
    connect(&m_theme, &ThemeService::themeChanged, this, &TopBar::tintIcons);
    tintIcons();
}

// A word that stands out as long as something is not as usual, and leads to where it can be changed.
QPushButton *TopBar::addFlag(const QString &objectName, const QString &text)
{
    auto *flag = new QPushButton(text, this);
    flag->setObjectName(objectName);
    setLook(flag, Look::Guard);
    flag->hide();
    return flag;
}

void TopBar::setFaults(const QString &faults)
{
    m_faults->setVisible(!faults.isEmpty());
    m_faults->setToolTip(tr("The sandbox fails on purpose: %1").arg(faults));
    m_faults->setAccessibleDescription(m_faults->toolTip());
}

void TopBar::setReplay(const QString &summary)
{
    m_replay->setVisible(!summary.isEmpty());
    m_replay->setToolTip(tr("The sandbox answers from recorded runs and executes nothing. %1").arg(summary));
    m_replay->setAccessibleDescription(m_replay->toolTip());
}

QToolButton *TopBar::addToolButton(const QString &objectName, const QString &accessibleName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void TopBar::tintIcons()
{
    m_edit->setIcon(themedIcon(m_theme, QStringLiteral("settings")));
    m_testKey->setIcon(themedIcon(m_theme, QStringLiteral("key")));
    m_look->setIcon(
        themedIcon(m_theme, m_theme.theme().isDark ? QStringLiteral("sun") : QStringLiteral("moon")));
    m_menu->setIcon(themedIcon(m_theme, QStringLiteral("menu")));
    for (int i = 0; i < m_environments->count(); ++i)
        m_environments->setItemIcon(i,
            themedIcon(
                m_theme, i == 0 ? QStringLiteral("server") : QStringLiteral("globe"), int(ColorRole::Muted)));
}

void TopBar::setEnvironments(const QList<storage::Environment> &environments, const QString &current)
{
    m_environments->clear();
    for (const storage::Environment &each : environments)
        m_environments->addItem(each.isSandbox ? tr("Sandbox") : each.name, each.name);
    m_environments->setCurrentIndex(m_environments->findData(current));
    tintIcons();
}

void TopBar::setDestination(const QString &address, api::ApiVersion version)
{
    m_destination->setText(
        address.isEmpty() ? tr("starting…") : address + QStringLiteral(" · ") + api::versionName(version));
}

void TopBar::setProtected(bool isProtected)
{
    m_protected->setVisible(isProtected);
    setStyleFlag(this, "protected", isProtected);
}

void TopBar::setMenuActions(const QList<QList<QAction *>> &groups)
{
    auto *menu = new QMenu(m_menu);
    for (const QList<QAction *> &group : groups) {
        if (!menu->isEmpty())
            menu->addSeparator();
        menu->addActions(group);
    }
    m_menu->setMenu(menu);
}

} // namespace actionscope::ui
