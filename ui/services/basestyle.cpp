// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/basestyle.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace actionscope::ui {

BaseStyle::BaseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
    qApp->installEventFilter(this);
}

int BaseStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    if (hint == SH_UnderlineShortcut)
        return m_underlines ? 1 : 0;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // Qt would bring its own coloured ones
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

// Fusion fills the current row of a view with a gradient. A tree does not say that it is the one who draws.
void BaseStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element != PE_FrameFocusRect || (widget && !qobject_cast<const QAbstractItemView *>(widget)))
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    painter->save();
    painter->setPen(option->palette.color(QPalette::Highlight));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

bool BaseStyle::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setUnderlining(type == QEvent::KeyPress);
    } else if (type == QEvent::ApplicationStateChange) {
        // Alt+Tab takes the release of Alt to another window.
        setUnderlining(false);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void BaseStyle::setUnderlining(bool on)
{
    if (on == m_underlines)
        return;
    m_underlines = on;
    if (QWidget *window = QApplication::activeWindow()) {
        for (QWidget *widget : window->findChildren<QWidget *>())
            widget->update();
    }
}

} // namespace actionscope::ui
