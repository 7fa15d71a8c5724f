// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/smallestinputdialog.h"

#include "ui/services/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

constexpr int fewest = 4; // three of them only check that the failure is steady
constexpr int largestMost = 10'000;

} // namespace

SmallestInputDialog::SmallestInputDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("smallestInputDialog"));
    setWindowTitle(tr("Find the Smallest Failing Input"));
    resize(600, 420);
    buildTexts();
    buildButtons();
    auto *options = new QFormLayout;
    options->addRow(tr("At most this many &executions"), m_most);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_sentence);
    column->addLayout(options);
    column->addWidget(m_bar);
    column->addWidget(m_count);
    column->addWidget(m_best, 1);
    column->addWidget(m_buttons);
}

void SmallestInputDialog::buildTexts()
{
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("smallestInputLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("smallestInputCountLabel"));
    m_count->setWordWrap(true);
    m_most = new QSpinBox(this);
    m_most->setObjectName(QStringLiteral("mostExecutionsSpinBox"));
    m_most->setRange(fewest, largestMost);
    m_most->setAccessibleName(tr("At most this many executions"));
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("smallestInputProgressBar"));
    m_bar->setAccessibleName(tr("Executions so far"));
    m_bar->setTextVisible(false);
    m_best = new QPlainTextEdit(this);
    m_best->setObjectName(QStringLiteral("smallestInputPlainTextEdit"));
    m_best->setAccessibleName(tr("The smallest input so far"));
    m_best->setReadOnly(true);
    m_best->setTabChangesFocus(true);
    m_best->setFont(ThemeService::monospaceFont());
}

QPushButton *SmallestInputDialog::button(const QString &text, const char *name)
{
    QPushButton *made = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    made->setObjectName(QLatin1String(name));
    return made;
}

void SmallestInputDialog::buildButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_start = button(tr("&Search"), "startSearchPushButton");
    m_stop = button(tr("S&top"), "stopSearchPushButton");
    m_apply = button(tr("&Apply to the Input"), "applyInputPushButton");
    m_close = button(tr("&Close"), "closeSearchPushButton");
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_isRunning = true;
        m_start->setEnabled(false);
        m_most->setEnabled(false);
        m_stop->setEnabled(true);
        m_bar->setRange(0, m_most->value());
        Q_EMIT startRequested(m_most->value());
    });
    connect(m_stop, &QPushButton::clicked, this, &SmallestInputDialog::stopRequested);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT applyRequested(m_found);
        accept();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void SmallestInputDialog::showBeginning(const QString &consequence, int most, int usualMost)
{
    m_isRunning = false;
    m_found.clear();
    m_sentence->setText(tr("The input is executed again and again, each time with less in it, to find the part that makes it fail. %1").arg(consequence));
    m_most->setValue(usualMost);
    m_count->setText(tr("It takes at most %1 executions, and can be stopped at any time.").arg(most));
    m_best->clear();
    m_bar->setRange(0, most);
    m_bar->setValue(0);
    m_start->setEnabled(true);
    m_most->setEnabled(true);
    m_stop->setEnabled(false);
    m_apply->setEnabled(false);
    m_start->setDefault(true);
}

void SmallestInputDialog::showProgress(int executions, int most, const QByteArray &best)
{
    m_bar->setRange(0, most);
    m_bar->setValue(executions);
    m_count->setText(tr("%1 of at most %2 executions; the smallest input so far has %3 bytes.").arg(executions).arg(most).arg(best.size()));
    const QString text = QString::fromUtf8(best);
    if (m_best->toPlainText() != text)
        m_best->setPlainText(text);
}

void SmallestInputDialog::showOutcome(const QString &sentence, int executions, const QByteArray &best, bool canBeApplied)
{
    m_isRunning = false;
    m_found = best;
    m_sentence->setText(sentence);
    m_count->setText(tr("%1 executions; the smallest input has %2 bytes.").arg(executions).arg(best.size()));
    m_bar->setValue(m_bar->maximum());
    m_best->setPlainText(QString::fromUtf8(best));
    m_stop->setEnabled(false);
    m_apply->setEnabled(canBeApplied);
    (canBeApplied ? m_apply : m_close)->setFocus();
}

void SmallestInputDialog::showTrouble(const QString &sentence)
{
    m_isRunning = false;
    m_sentence->setText(sentence);
    m_stop->setEnabled(false);
    m_start->setEnabled(true);
    m_most->setEnabled(true);
}

// Closed in the middle, nothing goes on executing.
void SmallestInputDialog::done(int result)
{
    if (m_isRunning)
        Q_EMIT stopRequested();
    QDialog::done(result);
}

} // namespace actionscope::ui
