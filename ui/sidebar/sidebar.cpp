// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/sidebar.h"

#include "ui/services/look.h"

#include <QTabBar>

namespace actionscope::ui {

Sidebar::Sidebar(QWidget *parent)
    : QTabWidget(parent)
{
    setObjectName(QStringLiteral("mainSidebar"));
    setAccessibleName(tr("Actions, saved requests and history"));
    tabBar()->setObjectName(QStringLiteral("sidebarTabBar"));
    tabBar()->setAccessibleName(tr("Actions and history"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    connect(this, &QTabWidget::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            Q_EMIT pageChosen(m_ids.at(index));
    });
    connect(this, &QTabWidget::currentChanged, this, [this](int index) {
        if (index >= 0 && isVisible())
            Q_EMIT pageChosen(m_ids.at(index));
    });
}

void Sidebar::addPage(const QString &id, const QString &title, QWidget *page)
{
    m_ids.append(id);
    addTab(page, title);
}

QString Sidebar::currentPage() const { return m_ids.value(currentIndex()); }

void Sidebar::setCurrentPage(const QString &id)
{
    const qsizetype index = m_ids.indexOf(id);
    if (index >= 0)
        setCurrentIndex(int(index));
}

} // namespace actionscope::ui
