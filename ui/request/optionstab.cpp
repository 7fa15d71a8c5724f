// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/optionstab.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace actionscope::ui {

namespace {

void addRow(QGridLayout *grid, const QString &label, QWidget *field, const QString &explanation)
{
    const int row = grid->rowCount();
    auto *name = new QLabel(label, field->parentWidget());
    name->setBuddy(field);
    setLook(name, Look::Muted);
    auto *what = new QLabel(explanation, field->parentWidget());
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    what->setFont(ThemeService::smallFont());
    setLook(what, Look::Muted);
    field->setAccessibleDescription(explanation);
    grid->addWidget(name, row, 0);
    grid->addWidget(field, row, 1, Qt::AlignLeft);
    grid->addWidget(what, row + 1, 1);
    grid->setRowMinimumHeight(row + 2, spacing::small);
}

} // namespace

OptionsTab::OptionsTab(QWidget *parent)
    : QWidget(parent)
    , m_timeout(new QSpinBox(this))
    , m_version(new QLineEdit(this))
{
    m_timeout->setObjectName(QStringLiteral("timeoutSpinBox"));
    m_timeout->setRange(1, 86'400);
    m_timeout->setValue(storage::Draft().timeoutSeconds);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setFixedWidth(160);
    m_version->setObjectName(QStringLiteral("versionLineEdit"));
    m_version->setPlaceholderText(QStringLiteral("latest"));
    m_version->setFont(ThemeService::monospaceFont());
    m_version->setFixedWidth(160);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, spacing::medium, 0, 0);
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::hair);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("&Timeout"), m_timeout,
        tr("How long to wait for the answer. The action may go on at the service after that."));
    addRow(grid, tr("Action &version"), m_version,
        tr("Which version of the action to run, such as 20260115_00 or latest. Empty: the service chooses."));
    grid->setRowStretch(grid->rowCount(), 1);

    connect(m_timeout, &QSpinBox::valueChanged, this, &OptionsTab::edited);
    connect(m_version, &QLineEdit::textEdited, this, &OptionsTab::edited);
}

void OptionsTab::readInto(storage::Draft &draft) const
{
    draft.timeoutSeconds = m_timeout->value();
    draft.request.version = m_version->text();
}

void OptionsTab::setDraft(const storage::Draft &draft)
{
    m_timeout->setValue(draft.timeoutSeconds);
    m_version->setText(draft.request.version);
}

bool OptionsTab::isDefault() const
{
    return m_version->text().isEmpty() && m_timeout->value() == storage::Draft().timeoutSeconds;
}

} // namespace actionscope::ui
