// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/actionlistmodel.h"

#include <QColor>
#include <QFont>

class QPainter;
class QRect;

namespace actionscope::ui {

// One line of text some letters of which stand out. What does not fit is left out of its middle, the marks with it.
struct MarkedText
{
    QString text;
    QList<catalog::LetterRange> marks;
    QFont font;
    QColor color;
    QColor markColor;

    // Fewer letters where there is no room for all; as it is otherwise.
    [[nodiscard]] MarkedText elided(int width) const;
    // Returns how wide it was.
    int draw(QPainter *painter, const QRect &area) const;
};

} // namespace actionscope::ui
