// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sidebar/sandboxoptionspanel.h"

#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace actionscope::ui {

SandboxOptionsPanel::SandboxOptionsPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget)
    , m_column(new QVBoxLayout(m_page))
{
    setObjectName(QStringLiteral("sandboxOptionsScrollArea"));
    setAccessibleName(tr("Options of the sandbox"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_page->setObjectName(QStringLiteral("sandboxOptionsPanel"));
    m_page->setAttribute(Qt::WA_StyledBackground);
    setLook(m_page, Look::Page);
    m_column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    m_column->setSpacing(spacing::small);
    buildState();
    buildReplay();
    buildPort();
    m_column->addStretch(1);
    setWidget(m_page);
}

void SandboxOptionsPanel::addHeading(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(spacing::medium);
    auto *heading = new QLabel(text, m_page);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    m_column->addWidget(heading);
}

void SandboxOptionsPanel::addText(const QString &text)
{
    auto *label = new QLabel(text, m_page);
    label->setWordWrap(true);
    label->setFont(ThemeService::smallFont());
    setLook(label, Look::Muted);
    m_column->addWidget(label);
}

QPushButton *SandboxOptionsPanel::addButton(QBoxLayout *row, const QString &objectName, const QString &text)
{
    auto *button = new QPushButton(text, m_page);
    button->setObjectName(objectName);
    row->addWidget(button);
    return button;
}

void SandboxOptionsPanel::buildState()
{
    addHeading(tr("State"));
    addText(tr("Issues, mails and whatever else actions have made lie in memory until the program ends. A snapshot keeps "
               "them in a file."));
    QPushButton *save = addButton(m_column, QStringLiteral("saveStatePushButton"), tr("Save a Snapshot…"));
    QPushButton *restore = addButton(m_column, QStringLiteral("restoreStatePushButton"), tr("Restore a Snapshot…"));
    QPushButton *reset = addButton(m_column, QStringLiteral("resetStatePushButton"), tr("Reset the State…"));
    m_state = new QLabel(m_page);
    m_state->setObjectName(QStringLiteral("stateNoteLabel"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_column->addWidget(m_state);
    connect(save, &QPushButton::clicked, this, &SandboxOptionsPanel::stateSaveRequested);
    connect(restore, &QPushButton::clicked, this, &SandboxOptionsPanel::stateRestoreRequested);
    connect(reset, &QPushButton::clicked, this, &SandboxOptionsPanel::resetRequested);
    setStateNote({});
}

void SandboxOptionsPanel::setStateNote(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void SandboxOptionsPanel::buildReplay()
{
    addHeading(tr("Replay Recorded Runs"));
    addText(tr("Executions are answered as they were answered before, and nothing is executed: a failure can be rehearsed "
               "offline. The nearest run answers where none is the same."));
    QPushButton *history
        = addButton(m_column, QStringLiteral("replayHistoryPushButton"), tr("Replay the History"));
    QPushButton *log = addButton(m_column, QStringLiteral("replayLogPushButton"), tr("Replay a File…"));
    m_replay = new QLabel(m_page);
    m_replay->setObjectName(QStringLiteral("replayLabel"));
    m_replay->setWordWrap(true);
    m_replay->setTextFormat(Qt::PlainText);
    m_column->addWidget(m_replay);
    m_endReplay = addButton(m_column, QStringLiteral("endReplayPushButton"), tr("End the Replay"));
    connect(history, &QPushButton::clicked, this, &SandboxOptionsPanel::historyReplayRequested);
    connect(log, &QPushButton::clicked, this, &SandboxOptionsPanel::logReplayRequested);
    connect(m_endReplay, &QPushButton::clicked, this, &SandboxOptionsPanel::replayEndRequested);
    setReplay({});
}

void SandboxOptionsPanel::buildPort()
{
    addHeading(tr("Port"));
    m_port = new QSpinBox(m_page);
    m_port->setObjectName(QStringLiteral("sandboxPortSpinBox"));
    m_port->setAccessibleName(tr("Port of the sandbox"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("any free one"));
    m_usePort = new QPushButton(tr("Use This Port"), m_page);
    m_usePort->setObjectName(QStringLiteral("usePortPushButton"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(m_port, 1);
    row->addWidget(m_usePort);
    m_column->addLayout(row);
    addText(tr("A fixed port lets other programs find the sandbox again after a restart. It is taken at once and remembered; "
               "requests on their way are cut."));
    connect(m_port, &QSpinBox::valueChanged, this, [this](int port) { m_usePort->setEnabled(port != m_wishedPort); });
    connect(m_usePort, &QPushButton::clicked, this, [this] { Q_EMIT portChosen(m_port->value()); });
    m_usePort->setEnabled(false);
}

void SandboxOptionsPanel::setPort(int port)
{
    m_wishedPort = port;
    m_port->setValue(port);
    m_usePort->setEnabled(false);
}

void SandboxOptionsPanel::setReplay(const QString &summary)
{
    m_replay->setText(summary);
    m_replay->setVisible(!summary.isEmpty());
    m_endReplay->setVisible(!summary.isEmpty());
}

} // namespace actionscope::ui
