// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/linefieldeditor.h"

#include "app/models/formvalue.h"
#include "ui/editor/plainnames.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace actionscope::ui {

using models::FormNode;
using schema::FieldKind;

namespace {

// The same text with another day; a time and a zone that are there stay.
QString withDay(const QString &text, const QDate &day, bool wantsTime)
{
    const QString date = day.toString(Qt::ISODate);
    const bool hasDay = QDate::fromString(text.left(10), Qt::ISODate).isValid();
    const QString rest = hasDay ? text.sliced(10) : QString();
    return date + (rest.isEmpty() && wantsTime ? QStringLiteral("T00:00:00Z") : rest);
}

} // namespace

LineFieldEditor::LineFieldEditor(const ThemeService &theme, const QString &name, QWidget *parent)
    : FieldEditor(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
{
    m_line->setObjectName(name + QStringLiteral(".LineEdit"));
    new PlainNames(theme, m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &LineFieldEditor::onEdited);
    connect(m_line, &QLineEdit::editingFinished, this, &LineFieldEditor::showStart);
}

QWidget *LineFieldEditor::focusTarget() const { return m_line; }

void LineFieldEditor::showNode(const FormNode &node, bool isEditable)
{
    m_field = node.shown;
    m_isItem = node.kind == FormNode::Kind::Item;
    const QByteArray json = node.value.raw().toByteArray();
    const bool isText = m_field.kind == FieldKind::String;
    m_line->setFont(isText ? font() : ThemeService::monospaceFont());
    m_line->setReadOnly(!isEditable || node.value.isContainer());
    showPlaceholder(node);
    showHelpers(node);
    if (json == m_json && (m_isPending || m_line->text() == models::typedOfJson(json)))
        return;
    m_json = json;
    if (m_isPending) {
        m_isPending = false;
        Q_EMIT troubleFound({});
    }
    const QString typed = node.value.isNull() ? QString() : models::typedOfJson(json);
    const bool isTheSame = models::jsonOfTyped(m_field, m_line->text()) == json;
    if (typed != m_line->text() && !(isTheSame && m_line->hasFocus())) {
        m_line->setText(typed);
        showStart();
    }
}

// A value that is too long for the field is known by how it begins.
void LineFieldEditor::showStart()
{
    if (!m_line->hasFocus())
        m_line->setCursorPosition(0);
}

void LineFieldEditor::showPlaceholder(const FormNode &node)
{
    QString hint;
    if (node.value.isNull())
        hint = QStringLiteral("null");
    else if (node.value.isString())
        hint = tr("Empty text");
    else if (!m_field.defaultValue.isEmpty() && m_field.defaultValue != "null")
        hint = tr("%1 by default").arg(models::typedOfJson(m_field.defaultValue));
    else if (!m_field.examples.isEmpty())
        hint = tr("such as %1").arg(models::typedOfJson(m_field.examples.first()));
    m_line->setPlaceholderText(hint);
}

void LineFieldEditor::showHelpers(const FormNode &node)
{
    const QString &format = node.shown.format;
    const bool isDate = format == QLatin1String("date-time") || format == QLatin1String("date");
    if (isDate && !m_calendar) {
        m_calendar = m_line->addAction(
            themedIcon(m_theme, QStringLiteral("calendar"), int(ColorRole::Muted)), QLineEdit::TrailingPosition);
        m_calendar->setToolTip(tr("Choose a day"));
        connect(m_calendar, &QAction::triggered, this, &LineFieldEditor::offerCalendar);
    }
    if (!isDate && !m_examples && !m_field.examples.isEmpty()) {
        m_examples = m_line->addAction(
            themedIcon(m_theme, QStringLiteral("chevron-down"), int(ColorRole::Muted)), QLineEdit::TrailingPosition);
        m_examples->setToolTip(tr("Examples"));
        connect(m_examples, &QAction::triggered, this, &LineFieldEditor::offerExamples);
    }
}

void LineFieldEditor::onEdited(const QString &typed)
{
    if (typed.isEmpty() && !(m_isItem && m_field.kind == FieldKind::String)) {
        m_isPending = m_isItem;
        Q_EMIT troubleFound(m_isItem ? tr("An item needs a value.") : QString());
        if (!m_isItem)
            Q_EMIT unsetChosen();
        return;
    }
    const auto json = models::jsonOfTyped(m_field, typed);
    m_isPending = !json;
    setStyleFlag(m_line, "problem", m_isPending);
    if (json) {
        Q_EMIT troubleFound({});
        Q_EMIT jsonChosen(*json);
        return;
    }
    const QString what = m_field.kind == FieldKind::Integer ? tr("This is not a whole number yet.")
                                                            : tr("This is not a number yet.");
    Q_EMIT troubleFound(m_json.isEmpty() ? what + QLatin1Char(' ') + tr("Nothing is set.")
                                         : what + QLatin1Char(' ')
                + tr("The input keeps %1.").arg(QString::fromUtf8(m_json.left(40))));
}

void LineFieldEditor::offerExamples()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QList<QByteArray> offered = m_field.examples;
    if (!m_field.defaultValue.isEmpty() && m_field.defaultValue != "null" && !offered.contains(m_field.defaultValue))
        offered.prepend(m_field.defaultValue);
    for (const QByteArray &json : std::as_const(offered)) {
        QString text = models::typedOfJson(json).left(80);
        QAction *action = menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, json] { Q_EMIT jsonChosen(json); });
    }
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
}

void LineFieldEditor::offerCalendar()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(menu);
    calendar->setObjectName(QStringLiteral("dayCalendarWidget"));
    calendar->setAccessibleName(tr("Day"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const QDate day = QDate::fromString(m_line->text().left(10), Qt::ISODate);
    if (day.isValid())
        calendar->setSelectedDate(day);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(calendar, &QCalendarWidget::clicked, this, [this, menu](const QDate &chosen) {
        const QString text = withDay(m_line->text(), chosen, m_field.format == QLatin1String("date-time"));
        menu->close();
        Q_EMIT jsonChosen(models::jsonOfTyped(m_field, text).value_or(QByteArray()));
    });
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
}

} // namespace actionscope::ui
