// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/requesttabs.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QToolButton>

namespace actionscope::ui {

RequestTabs::RequestTabs(const ThemeService &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_bar(new QTabBar(this))
    , m_add(new QToolButton(this))
{
    setObjectName(QStringLiteral("requestTabs"));
    setLook(this, Look::Bar);
    m_bar->setObjectName(QStringLiteral("openRequestsTabBar"));
    m_bar->setAccessibleName(tr("Open requests"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setMovable(true);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setUsesScrollButtons(true);
    m_bar->setContextMenuPolicy(Qt::CustomContextMenu);
    m_bar->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("newRequestToolButton"));
    m_add->setAccessibleName(tr("New request"));
    m_add->setToolTip(tr("New request (Ctrl+T)"));
    m_add->setIcon(themedIcon(theme, QStringLiteral("plus")));
    m_add->setIconSize({16, 16});
    m_add->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::small, 0, spacing::small, 0);
    row->setSpacing(spacing::hair);
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch(1);
    connect(m_add, &QToolButton::clicked, this, &RequestTabs::newRequested);
    connect(m_bar, &QWidget::customContextMenuRequested, this, &RequestTabs::showMenu);
    connect(m_bar, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            Q_EMIT clicked();
    });
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_isFollowing && index >= 0)
            Q_EMIT chosen(index);
    });
    connect(m_bar, &QTabBar::tabMoved, this, [this](int from, int to) {
        if (!m_isFollowing)
            Q_EMIT moved(from, to);
    });
}

void RequestTabs::insert(int index, const Label &label)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_bar->insertTab(index, QString());
    addCloseButton(index);
    setLabel(index, label);
}

// The style's own is a picture in one colour, which a dark theme would hide.
void RequestTabs::addCloseButton(int index)
{
    auto *close = new QToolButton(m_bar);
    close->setObjectName(QStringLiteral("closeTabToolButton"));
    close->setAccessibleName(tr("Close the tab"));
    close->setToolTip(tr("Close the tab (Ctrl+W)"));
    close->setIcon(themedIcon(m_theme, QStringLiteral("close"), int(ColorRole::Muted)));
    close->setIconSize({12, 12});
    close->setFocusPolicy(Qt::NoFocus);
    m_bar->setTabButton(index, QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, close] {
        for (int each = 0; each < m_bar->count(); ++each) {
            if (m_bar->tabButton(each, QTabBar::RightSide) == close) {
                Q_EMIT closeRequested(each);
                return;
            }
        }
    });
}

void RequestTabs::remove(int index)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_bar->removeTab(index);
}

void RequestTabs::move(int from, int to)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_bar->moveTab(from, to);
}

void RequestTabs::setLabel(int index, const Label &label)
{
    QString title = label.title;
    title.replace(QLatin1Char('&'), QLatin1String("&&"));
    m_bar->setTabText(index, label.isDirty ? title + QStringLiteral(" ●") : title);
    QIcon icon;
    if (label.isInConflict)
        icon = themedIcon(m_theme, QStringLiteral("alert-triangle"), int(ColorRole::Warn));
    else if (label.isExecuted)
        icon = themedIcon(m_theme, QStringLiteral("clock"), int(ColorRole::Running));
    m_bar->setTabIcon(index, icon);
    QString state = label.isDirty ? tr("%1, not saved").arg(label.title) : label.title;
    if (label.isExecuted)
        state = tr("%1, running").arg(state);
    m_bar->setAccessibleTabName(index, state);
    m_bar->setTabToolTip(index, label.path.isEmpty() ? tr("Not saved to a file yet") : label.path);
}

void RequestTabs::setCurrent(int index)
{
    const QScopedValueRollback following(m_isFollowing, true);
    m_bar->setCurrentIndex(index);
}

bool RequestTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_bar && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = m_bar->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            Q_EMIT closeRequested(index);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void RequestTabs::showMenu(const QPoint &at)
{
    const int index = m_bar->tabAt(at);
    if (index < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("requestTabMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Save"), this, [this, index] { Q_EMIT saveRequested(index); });
    menu->addSeparator();
    menu->addAction(tr("Close"), this, [this, index] { Q_EMIT closeRequested(index); });
    QAction *others = menu->addAction(tr("Close Others"), this, [this, index] {
        for (int other = m_bar->count() - 1; other >= 0; --other) {
            if (other != index)
                Q_EMIT closeRequested(other);
        }
    });
    others->setEnabled(m_bar->count() > 1);
    menu->popup(m_bar->mapToGlobal(at));
}

} // namespace actionscope::ui
