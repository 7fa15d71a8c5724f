// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/findbar.h"

#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

QString countText(const Finder::State &state)
{
    const QLocale locale;
    const QString count = locale.toString(state.count);
    if (state.isSearching)
        return state.percent > 0 ? FindBar::tr("%1, searching… %2 %").arg(count).arg(state.percent)
                                 : QString();
    if (state.current > 0)
        return FindBar::tr("%1 of %2").arg(locale.toString(state.current), count);
    return state.count > 0 ? count : FindBar::tr("Not found");
}

} // namespace

FindBar::FindBar(const ThemeService &theme, QWidget *parent)
    : QFrame(parent)
    , m_needle(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_trouble(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setLook(this, Look::Bar);
    m_needle->setObjectName(QStringLiteral("findLineEdit"));
    m_needle->setAccessibleName(tr("Find in the answer"));
    m_needle->setPlaceholderText(tr("Find in the answer"));
    m_needle->setMinimumWidth(120);
    m_count->setObjectName(QStringLiteral("findCountLabel"));
    m_count->setFont(ThemeService::smallFont());
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setLook(m_count, Look::Muted);
    m_trouble->setObjectName(QStringLiteral("findTroubleLabel"));
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(spacing::small, spacing::hair, spacing::small, 0);
    m_trouble->hide();
    setLook(m_trouble, Look::Bad);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trouble);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setContentsMargins(spacing::small, spacing::hair, spacing::small, spacing::hair);
    row->setSpacing(spacing::hair);
    row->addWidget(m_needle, 2);
    m_case = addOption(row, QStringLiteral("findCaseToolButton"), QStringLiteral("Aa"), tr("Match case"));
    m_word = addOption(row, QStringLiteral("findWordToolButton"), QStringLiteral("W"), tr("Whole words"));
    m_expression = addOption(
        row, QStringLiteral("findExpressionToolButton"), QStringLiteral(".*"), tr("Regular expression"));
    m_previous
        = addStep(row, QStringLiteral("findPreviousToolButton"), Qt::UpArrow, tr("Previous (Shift+F3)"));
    m_next = addStep(row, QStringLiteral("findNextToolButton"), Qt::DownArrow, tr("Next (F3)"));
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    row->addSpacing(spacing::hair);
    row->addWidget(m_count, 1);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("findCloseToolButton"));
    close->setIcon(themedIcon(theme, QStringLiteral("close")));
    close->setIconSize({16, 16});
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Escape)"));
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    connect(m_needle, &QLineEdit::textChanged, this, &FindBar::wishChanged);
    setFocusProxy(m_needle);
}

QToolButton *FindBar::addOption(
    QHBoxLayout *row, const QString &name, const QString &text, const QString &meaning)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(meaning);
    button->setToolTip(meaning);
    button->setCheckable(true);
    row->addWidget(button);
    connect(button, &QToolButton::toggled, this, &FindBar::wishChanged);
    return button;
}

QToolButton *FindBar::addStep(
    QHBoxLayout *row, const QString &name, Qt::ArrowType arrow, const QString &meaning)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setArrowType(arrow);
    button->setAccessibleName(meaning);
    button->setToolTip(meaning);
    row->addWidget(button);
    return button;
}

void FindBar::open()
{
    show();
    m_needle->setFocus();
    m_needle->selectAll();
}

QString FindBar::needle() const { return m_needle->text(); }

PatternOptions FindBar::options() const
{
    return {m_case->isChecked(), m_word->isChecked(), m_expression->isChecked()};
}

void FindBar::showState(const Finder::State &state)
{
    const bool isWrong = !state.trouble.isEmpty();
    const bool isMissing = !state.isSearching && state.count == 0 && !needle().isEmpty();
    m_trouble->setText(state.trouble);
    m_trouble->setVisible(isWrong && !needle().isEmpty());
    // A search that broke off has found something all the same.
    m_count->setText(needle().isEmpty() || (isWrong && state.count == 0) ? QString() : countText(state));
    setStyleFlag(m_needle, "problem", isWrong || isMissing);
    m_previous->setEnabled(state.count > 0 && !state.isSearching);
    m_next->setEnabled(m_previous->isEnabled());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isReturn && event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT previousRequested();
    else if (isReturn && !event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT nextRequested();
    else
        QFrame::keyPressEvent(event);
}

} // namespace actionscope::ui
