// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/generatebar.h"

#include "ui/request/inputproposal.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/elapsedlabel.h"
#include "ui/widgets/messagestrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace actionscope::ui {

GenerateBar::GenerateBar(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_explanation(new QLabel(tr("Makes the input from the text without executing anything."), this))
    , m_elapsed(new ElapsedLabel(this))
    , m_button(new QPushButton(this))
    , m_trouble(new MessageStrip(theme, QStringLiteral("generateTrouble"), this))
    , m_proposal(new InputProposal(this))
{
    m_explanation->setWordWrap(true);
    m_explanation->setFont(ThemeService::smallFont());
    setLook(m_explanation, Look::Muted);
    m_elapsed->setObjectName(QStringLiteral("generateElapsedLabel"));
    setLook(m_elapsed, Look::Running);
    m_button->setObjectName(QStringLiteral("generatePushButton"));

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::medium);
    row->addWidget(m_explanation, 1);
    row->addWidget(m_elapsed);
    row->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::small, 0, 0);
    column->setSpacing(spacing::small);
    column->addLayout(row);
    column->addWidget(m_trouble);
    column->addWidget(m_proposal, 1);
    stop();

    connect(m_button, &QPushButton::clicked, this, &GenerateBar::press);
    connect(m_proposal, &InputProposal::accepted, this, &GenerateBar::accepted);
    connect(m_proposal, &InputProposal::proposed, this, &GenerateBar::answered);
    connect(m_proposal, &InputProposal::discarded, m_button, qOverload<>(&QWidget::setFocus));
}

void GenerateBar::press()
{
    if (m_isGenerating)
        Q_EMIT cancelRequested();
    else if (m_hasText)
        Q_EMIT generateRequested();
}

void GenerateBar::setReady(bool hasText)
{
    m_hasText = hasText;
    m_button->setEnabled(hasText || m_isGenerating);
}

void GenerateBar::setGenerating()
{
    m_isGenerating = true;
    m_trouble->hide();
    m_proposal->discard();
    m_button->setText(tr("Cancel"));
    m_button->setToolTip(tr("Stop waiting for the input"));
    m_elapsed->start();
    m_elapsed->show();
    setReady(m_hasText);
}

void GenerateBar::stop()
{
    m_isGenerating = false;
    m_button->setText(tr("Generate"));
    m_button->setToolTip(tr("Ask the service for an input that fits the text"));
    m_elapsed->stop();
    m_elapsed->hide();
    setReady(m_hasText);
}

void GenerateBar::showAnswer(const api::InputAnswer &answer, const QByteArray &present)
{
    stop();
    if (answer.verdict == api::Verdict::Successful)
        m_proposal->propose(present, answer.arguments, answer.source);
    else if (answer.verdict != api::Verdict::Cancelled)
        showTrouble(answer.sentence);
}

void GenerateBar::showTrouble(const QString &sentence)
{
    stop();
    m_trouble->showMessage(MessageStrip::Kind::Error, sentence);
    Q_EMIT answered();
}

void GenerateBar::reset()
{
    stop();
    m_trouble->hide();
    m_proposal->discard();
}

void GenerateBar::discardProposal() { m_proposal->discard(); }

void GenerateBar::setPresentInput(const QByteArray &present) { m_proposal->setPresent(present); }

} // namespace actionscope::ui
