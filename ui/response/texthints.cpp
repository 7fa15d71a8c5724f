// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/texthints.h"

#include "ui/response/textview.h"

#include <QHelpEvent>
#include <QToolTip>

namespace actionscope::ui {

TextHints::TextHints(TextView *view)
    : QObject(view)
    , m_view(view)
{
    view->viewport()->installEventFilter(this);
}

bool TextHints::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_finder)
        return QObject::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype offset = m_view->offsetAt(help->pos());
    QToolTip::showText(help->globalPos(), offset < 0 ? QString() : m_finder(offset), m_view->viewport());
    return true;
}

} // namespace actionscope::ui
