// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/servicelogdialog.h"

#include "ui/services/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

ServiceLogDialog::ServiceLogDialog(QWidget *parent)
    : QDialog(parent)
    , m_sentence(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("serviceLogDialog"));
    setWindowTitle(tr("The Service's Own Log"));
    resize(640, 480);
    m_sentence->setObjectName(QStringLiteral("serviceLogLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("serviceLogPlainTextEdit"));
    m_text->setAccessibleName(tr("The service's own log"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(ThemeService::monospaceFont());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeServiceLogPushButton"));
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
}

void ServiceLogDialog::showReading()
{
    m_sentence->setText(tr("The log is being read…"));
    m_text->clear();
}

void ServiceLogDialog::showEntry(const QString &note, const QString &text)
{
    m_sentence->setText(note);
    m_text->setPlainText(text);
}

void ServiceLogDialog::showTrouble(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_text->clear();
}

} // namespace actionscope::ui
