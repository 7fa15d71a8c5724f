// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/formrow.h"

#include "app/models/formvalue.h"
#include "ui/request/formrowparts.h"

#include <QPainter>
#include <QToolButton>

#include <algorithm>

// What of a row of the form is painted: its name, the exact JSON, and what is said of it.

namespace actionscope::ui {

using models::FormModel;
using models::FormNode;
using namespace formrow;

QString formrow::noteOf(const FormNode &node)
{
    if (node.kind == FormNode::Kind::Item || node.kind == FormNode::Kind::Group)
        return {};
    QStringList parts {models::boundsText(node.shown), node.field.description.simplified()};
    parts.removeAll(QString());
    return parts.join(QLatin1String(" · "));
}

QString FormRow::problem() const
{
    return m_trouble.isEmpty() ? m_index.data(FormModel::ProblemRole).toString() : m_trouble;
}

ColorRole FormRow::problemColor() const
{
    return m_trouble.isEmpty() && m_index.data(FormModel::WarningRole).toBool() ? ColorRole::Warn : ColorRole::Bad;
}

QRect FormRow::labelPlace() const
{
    const int indent = spacing::small + m_depth * step + foldSize;
    return {indent, pad, m_metrics.labels - indent - spacing::small, m_metrics.line};
}

void FormRow::paintEvent(QPaintEvent *)
{
    if (!m_index.isValid())
        return;
    QPainter painter(this);
    for (int level = 1; level <= m_depth; ++level) {
        const int x = spacing::small + level * step - step / 2 - 2;
        painter.fillRect(x, 0, 1, height(), m_theme.color(ColorRole::Line));
    }
    // A thread of colour tells what is sent from what is not, at a glance, and what is wrong from both.
    const bool isWrong = !problem().isEmpty();
    if (node().value.isValid() || isWrong)
        painter.fillRect(0, pad, 2, m_metrics.line, m_theme.color(isWrong ? problemColor() : ColorRole::Accent));
    paintLabel(painter);
    const int right = width() - spacing::small - moreSize;
    if (m_metrics.json > 0 && node().kind != FormNode::Kind::Group)
        paintJson(painter, QRect(right - m_metrics.json, pad, m_metrics.json - spacing::hair, m_metrics.line));
    paintNote(painter);
}

void FormRow::paintLabel(QPainter &painter) const
{
    const FormNode &node = this->node();
    const bool isGroup = node.kind == FormNode::Kind::Group;
    QRect place = labelPlace();
    QFont font = isGroup ? this->font() : ThemeService::monospaceFont();
    font.setWeight(isGroup || m_isHit ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(m_theme.color(node.isBehindBreak ? ColorRole::Muted : ColorRole::Text));
    const int star = node.field.isRequired ? painter.fontMetrics().horizontalAdvance(QLatin1Char('*')) + 4 : 0;
    const QString label = painter.fontMetrics().elidedText(
        m_index.data(FormModel::LabelRole).toString(), Qt::ElideMiddle, place.width() - star);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label);
    if (star == 0)
        return;
    painter.setPen(m_theme.color(m_index.data(FormModel::MissingRole).toBool() ? ColorRole::Bad : ColorRole::Muted));
    place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(label) + 4);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("*"));
}

// What is wrong, else how many rows below are wrong where those cannot be seen, and behind it what the field is for.
void FormRow::paintNote(QPainter &painter) const
{
    const int below = m_isUnfolded ? 0 : m_index.data(FormModel::ProblemsBelowRole).toInt();
    QString wrong = problem();
    if (wrong.isEmpty() && below > 0)
        wrong = below == 1 ? tr("1 problem below") : tr("%1 problems below").arg(below);
    QString note = noteOf(node());
    if (wrong.isEmpty() && note.isEmpty())
        return;
    const bool hasFix = m_fix && !m_fix->isHidden();
    const int high = hasFix ? m_metrics.fix : m_metrics.note;
    const int end = hasFix ? m_fix->x() - spacing::small : width() - spacing::small - moreSize;
    QRect under(m_metrics.labels + 2, height() - pad - high + 2, end - m_metrics.labels - 2, high);
    const QFontMetrics metrics(ThemeService::smallFont());
    painter.setFont(ThemeService::smallFont());
    if (!wrong.isEmpty()) {
        painter.setPen(m_theme.color(problem().isEmpty() ? ColorRole::Bad : problemColor()));
        painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(wrong, Qt::ElideRight, under.width()));
        under.setLeft(under.left() + metrics.horizontalAdvance(wrong));
        note.prepend(note.isEmpty() ? QString() : QStringLiteral("  ·  "));
    }
    painter.setPen(m_theme.color(ColorRole::Muted));
    if (under.width() > 2 * spacing::wide)
        painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(note, Qt::ElideRight, under.width()));
}

void FormRow::paintJson(QPainter &painter, const QRect &place) const
{
    const json::Value &value = node().value;
    QString text = QString::fromUtf8(value.raw().first(std::min<qsizetype>(value.raw().size(), 200))).simplified();
    ColorRole role = ColorRole::Muted;
    QFont font = ThemeService::monospaceFont();
    if (!value.isValid()) {
        const bool isMissing = m_index.data(FormModel::MissingRole).toBool();
        text = isMissing ? tr("required") : tr("not sent");
        role = isMissing ? ColorRole::Bad : ColorRole::Muted;
        font = ThemeService::smallFont();
        font.setItalic(true);
    } else if (value.isString()) {
        role = ColorRole::JsonString;
    } else if (value.isNumber()) {
        role = ColorRole::JsonNumber;
    } else if (value.isNull() || value.isBool()) {
        role = ColorRole::JsonWord;
    }
    painter.setFont(font);
    painter.setPen(m_theme.color(node().isBehindBreak ? ColorRole::Muted : role));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace actionscope::ui
