// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/basestyle.h"

#include <QApplication>
#include <QKeyEvent>
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
