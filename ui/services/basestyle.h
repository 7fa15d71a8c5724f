// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace actionscope::ui {

// Fusion, but letters to press with Alt are underlined only while Alt is down, a dialog's buttons are words alone,
// and the current row of a view is framed and not filled.
class BaseStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    BaseStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returned) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUnderlining(bool on);

    bool m_underlines = false;
};

} // namespace actionscope::ui
