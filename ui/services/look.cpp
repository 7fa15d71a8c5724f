// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/services/look.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>

namespace actionscope::ui {

namespace {

constexpr std::array lookNames {"", "primary", "cancel", "link", "quietLink", "problem", "chip", "card", "bar", "page",
    "popup", "field", "line", "neutral", "good", "bad", "warn", "info", "running", "muted", "guard"};

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    // A style sheet looks at properties when a widget is polished; one never shown has that before it.
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return;
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

void setLook(QWidget *widget, Look look)
{
    setStyleProperty(widget, "look", QString::fromLatin1(lookNames[std::size_t(look)]));
}

void setStyleFlag(QWidget *widget, const char *name, bool on) { setStyleProperty(widget, name, on); }

} // namespace actionscope::ui
