// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/markedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace actionscope::ui {

namespace {

QFont standingOut(QFont font)
{
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

MarkedText MarkedText::elided(int width) const
{
    const QFontMetrics metrics(marks.isEmpty() ? font : standingOut(font)); // wide enough either way
    if (metrics.horizontalAdvance(text) <= width)
        return *this;
    const auto cut = [this](qsizetype kept) {
        const qsizetype left = (kept + 1) / 2;
        return QStringView(text).first(left).toString() + QChar(u'…') + QStringView(text).last(kept - left).toString();
    };
    qsizetype kept = 0;
    for (qsizetype step = text.size(); step > 0; step /= 2) {
        while (kept + step < text.size() && metrics.horizontalAdvance(cut(kept + step)) <= width)
            kept += step;
    }
    MarkedText shorter = *this;
    shorter.text = cut(kept);
    shorter.marks.clear();
    const qsizetype left = (kept + 1) / 2;
    const qsizetype gone = text.size() - kept; // from `left` on; one sign stands for them
    for (const catalog::LetterRange &mark : marks) {
        const qsizetype end = mark.from + mark.length;
        if (mark.from < left)
            shorter.marks.append({mark.from, std::min(end, left) - mark.from});
        const qsizetype from = std::max(mark.from, left + gone);
        if (end > from)
            shorter.marks.append({from - gone + 1, end - from});
    }
    return shorter;
}

int MarkedText::draw(QPainter *painter, const QRect &area) const
{
    const MarkedText shown = elided(area.width());
    QTextLayout layout(shown.text, font);
    QList<QTextLayout::FormatRange> formats;
    for (const catalog::LetterRange &mark : shown.marks) {
        QTextLayout::FormatRange format;
        format.start = int(mark.from);
        format.length = int(mark.length);
        format.format.setForeground(markColor);
        format.format.setFontWeight(QFont::Bold);
        formats.append(format);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    painter->setPen(color);
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
    return qRound(line.naturalTextWidth());
}

} // namespace actionscope::ui
