// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/formpane.h"

#include "ui/request/formview.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

FormPane::FormPane(const ThemeService &theme, models::FormModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_search(new QLineEdit(this))
    , m_hits(new QLabel(this))
    , m_problems(new QToolButton(this))
    , m_required(new QToolButton(this))
    , m_set(new QToolButton(this))
    , m_break(new MessageStrip(theme, QStringLiteral("formBreak"), this))
    , m_empty(new QLabel(this))
    , m_view(new FormView(theme, model, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::hair);
    buildBar(theme);
    m_break->hide();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    setLook(m_empty, Look::Muted);
    column->addWidget(m_break);
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    connect(m_view, &FormView::rowsChanged, this, &FormPane::showHits);
    connect(model, &models::FormModel::breakChanged, this, &FormPane::showBreak);
    connect(model, &models::FormModel::textRead, this, [this] {
        if (m_model->breakInText())
            showBreak();
    });
    connect(m_break, &MessageStrip::actionTriggered, this, [this] {
        if (const auto error = m_model->breakInText())
            Q_EMIT breakShown(error->offset);
    });
    connect(model, &models::FormModel::problemsChanged, this, &FormPane::showProblems);
    connect(model, &models::FormModel::breakChanged, this, &FormPane::showProblems);
    connect(m_problems, &QToolButton::clicked, this, [this] { m_view->goToProblem(1); });
    showHits();
    showProblems();
}

void FormPane::buildBar(const ThemeService &theme)
{
    m_search->setObjectName(QStringLiteral("formSearchLineEdit"));
    m_search->setAccessibleName(tr("Search the fields"));
    m_search->setPlaceholderText(tr("Search names and descriptions"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(theme, QStringLiteral("search"), int(ColorRole::Muted)), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(96);
    m_hits->setFont(ThemeService::smallFont());
    setLook(m_hits, Look::Muted);
    m_required->setObjectName(QStringLiteral("onlyRequiredToolButton"));
    m_required->setText(tr("Only Required"));
    m_set->setObjectName(QStringLiteral("onlySetToolButton"));
    m_set->setText(tr("Only Set"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::hair);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_hits);
    m_problems->setObjectName(QStringLiteral("formProblemsToolButton"));
    m_problems->setIcon(themedIcon(theme, QStringLiteral("alert-triangle"), int(ColorRole::Warn)));
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIconSize({16, 16});
    m_problems->setFocusPolicy(Qt::TabFocus);
    m_problems->setFont(ThemeService::smallFont());
    m_problems->setToolTip(tr("Go to the next field with a problem (F8); Alt+Return there offers the ways out"));
    bar->addWidget(m_problems);
    for (QToolButton *button : {m_required, m_set}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(ThemeService::smallFont());
        bar->addWidget(button);
        connect(button, &QToolButton::toggled, this, &FormPane::applyFilter);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_search, &QLineEdit::textChanged, this, &FormPane::applyFilter);
}

void FormPane::focusSearch() { m_search->setFocus(Qt::ShortcutFocusReason); }

void FormPane::applyFilter()
{
    m_view->setFilter({m_search->text(), m_required->isChecked(), m_set->isChecked()});
}

void FormPane::showHits()
{
    const bool isFiltered = !m_search->text().trimmed().isEmpty() || m_required->isChecked() || m_set->isChecked();
    const int count = int(isFiltered ? m_view->hitCount() : m_model->node({})->fieldCount());
    if (isFiltered)
        m_hits->setText(count == 1 ? tr("1 hit") : tr("%L1 hits").arg(count));
    else
        m_hits->setText(count == 1 ? tr("1 field") : tr("%L1 fields").arg(count));
    const bool isEmpty = m_view->rowCount() == 0;
    m_empty->setText(isFiltered ? tr("No field is like that.") : tr("This action takes no input."));
    m_empty->setVisible(isEmpty);
}

void FormPane::showProblems()
{
    const int count = m_model->breakInText() ? 0 : m_model->problemCount();
    m_problems->setText(count == 1 ? tr("1 Problem") : tr("%L1 Problems").arg(count));
    m_problems->setVisible(count > 0);
}

void FormPane::showBreak()
{
    const auto error = m_model->breakInText();
    if (!error) {
        m_break->hide();
        return;
    }
    m_break->showMessage(MessageStrip::Kind::Warning,
        tr("The input stops being JSON: %1. What follows keeps its value and can be edited again when that is mended.")
            .arg(error->reason),
        tr("Show"));
}

} // namespace actionscope::ui
