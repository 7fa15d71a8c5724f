// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/replaydialog.h"

#include "app/workspace/accountwords.h"
#include "ui/dialogs/serieschart.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace actionscope::ui {

namespace {

constexpr int mostTimes = 1000;

QLabel *wrappingLabel(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

// Keeps what was typed.
void setSuggestions(QComboBox *box, const QList<std::pair<QString, QString>> &suggestions)
{
    const QSignalBlocker blocker(box);
    const QString typed = box->currentText();
    box->clear();
    for (const auto &[value, explanation] : suggestions) {
        box->addItem(value);
        box->setItemData(box->count() - 1, explanation, Qt::ToolTipRole);
    }
    box->setEditText(typed);
}

} // namespace

ReplayDialog::ReplayDialog(const ThemeService &theme, QWidget *parent)
    : QDialog(parent)
    , m_title(wrappingLabel(this, "replayTitleLabel"))
    , m_consequence(wrappingLabel(this, "replayConsequenceLabel"))
    , m_state(wrappingLabel(this, "replayStateLabel"))
{
    setObjectName(QStringLiteral("replayDialog"));
    setWindowTitle(tr("Replay and Compare"));
    resize(640, 660);
    buildTerms();
    buildResult(theme);
    buildButtons();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(spacing::small);
    form->setHorizontalSpacing(spacing::large);
    form->addRow(tr("&Environment"), m_environment);
    form->addRow(QStringLiteral("entityId"), m_entity);
    form->addRow(QStringLiteral("connectedAccountId"), m_account);
    form->addRow(tr("&Times"), m_times);
    for (QComboBox *box : {m_entity, m_account})
        form->labelForField(box)->setFont(ThemeService::monospaceFont());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_title);
    column->addLayout(form);
    column->addWidget(m_consequence);
    column->addWidget(m_chart);
    column->addWidget(m_state);
    column->addWidget(m_words, 1);
    column->addWidget(m_buttons);
}

QComboBox *ReplayDialog::textBox(const char *name, const QString &accessibleName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setObjectName(QLatin1String(name) + QStringLiteral("LineEdit"));
    box->setAccessibleName(accessibleName);
    box->lineEdit()->setAccessibleName(accessibleName);
    box->lineEdit()->setFont(ThemeService::monospaceFont());
    connect(box, &QComboBox::editTextChanged, this, &ReplayDialog::termsChanged);
    return box;
}

void ReplayDialog::buildTerms()
{
    m_environment = new QComboBox(this);
    m_environment->setObjectName(QStringLiteral("replayEnvironmentComboBox"));
    m_environment->setAccessibleName(tr("Environment"));
    m_entity = textBox("replayEntityComboBox", tr("The entity that it is executed as"));
    m_account = textBox("replayAccountComboBox", tr("The connected account that is used"));
    m_account->lineEdit()->setPlaceholderText(tr("The service picks one"));
    m_times = new QSpinBox(this);
    m_times->setObjectName(QStringLiteral("replayTimesSpinBox"));
    m_times->setAccessibleName(tr("How many times it is sent, one after the other"));
    m_times->setRange(1, mostTimes);
    connect(m_environment, &QComboBox::currentTextChanged, this, &ReplayDialog::environmentPicked);
    connect(m_times, &QSpinBox::valueChanged, this, &ReplayDialog::termsChanged);
}

void ReplayDialog::buildResult(const ThemeService &theme)
{
    m_chart = new SeriesChart(theme, this);
    m_words = new QPlainTextEdit(this);
    m_words->setObjectName(QStringLiteral("replayWordsPlainTextEdit"));
    m_words->setAccessibleName(tr("What differs, and what the runs came to"));
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setFont(ThemeService::monospaceFont());
}

QPushButton *ReplayDialog::button(const QString &text, const char *name)
{
    QPushButton *made = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    made->setObjectName(QLatin1String(name));
    return made;
}

void ReplayDialog::buildButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_start = button(tr("E&xecute"), "startReplayPushButton");
    m_stop = button(tr("&Stop"), "stopReplayPushButton");
    m_answer = button(tr("Show the &Answer"), "showReplayedPushButton");
    QPushButton *close = button(tr("&Close"), "closeReplayPushButton");
    m_start->setDefault(true);
    setLook(m_start, Look::Primary);
    m_stop->setEnabled(false);
    m_answer->setEnabled(false);
    connect(m_start, &QPushButton::clicked, this, [this] {
        m_words->clear();
        m_chart->setSeries({});
        setRunning(true);
        m_state->setText(tr("The first run is on its way…"));
        Q_EMIT startRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, &ReplayDialog::stopRequested);
    connect(m_answer, &QPushButton::clicked, this, &ReplayDialog::answerRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ReplayDialog::showSource(
    const workspace::ReplaySource &source, const QList<storage::Environment> &environments, const QString &chosen)
{
    const QSignalBlocker environmentBlocker(m_environment);
    const QSignalBlocker entityBlocker(m_entity);
    const QSignalBlocker accountBlocker(m_account);
    QStringList title {source.recorded ? tr("%1 is sent again and held against its recording.").arg(source.name)
                                       : tr("%1 is sent. Nothing was recorded to compare with.").arg(source.name)};
    m_title->setText((title + source.notes).join(QLatin1Char(' ')));
    m_environment->clear();
    for (const storage::Environment &environment : environments)
        m_environment->addItem(environment.name);
    m_environment->setCurrentText(chosen);
    m_entity->setEditText(source.request.entityId);
    m_account->setEditText(source.request.connectedAccountId);
}

QString ReplayDialog::environmentName() const { return m_environment->currentText(); }

workspace::ReplayTerms ReplayDialog::terms() const
{
    return {m_entity->currentText().trimmed(), m_account->currentText().trimmed(), m_times->value()};
}

void ReplayDialog::setAccount(const QString &id) { m_account->setEditText(id); }

void ReplayDialog::setConnections(const catalog::Catalog &catalog, const QString &appKey)
{
    const QList<api::ConnectedAccount> known = appKey.isEmpty() ? catalog.accounts() : catalog.accountsOf(appKey);
    QList<std::pair<QString, QString>> entities;
    QList<std::pair<QString, QString>> accounts;
    for (const api::ConnectedAccount &account : known) {
        const std::pair<QString, QString> entity {account.userId, tr("%1 has %2").arg(account.userId, account.id)};
        const bool isKnown = std::any_of(entities.cbegin(), entities.cend(), [&](const auto &each) { return each.first == entity.first; });
        if (!account.userId.isEmpty() && !isKnown)
            entities.append(entity);
        accounts.append({account.id, tr("%1: %2").arg(account.userId, workspace::stateWords(account))});
    }
    setSuggestions(m_entity, entities);
    setSuggestions(m_account, accounts);
}

void ReplayDialog::showConsequence(const QString &sentence, const QString &executeText, Asking asking)
{
    m_canStart = true;
    m_consequence->setText(sentence);
    setLook(m_consequence, asking == Asking::Yes ? Look::Warn : Look::Plain);
    m_start->setText(executeText);
    m_start->setEnabled(!m_isRunning);
}

void ReplayDialog::showTrouble(const QString &sentence)
{
    m_canStart = false;
    m_consequence->setText(sentence);
    setLook(m_consequence, Look::Bad);
    if (m_isRunning)
        m_state->clear();
    setRunning(false);
}

void ReplayDialog::showProgress(const workspace::Replay &replay)
{
    const workspace::ReplaySeries &series = replay.series();
    m_chart->setSeries(series);
    m_state->setText(tr("%1 of %2 runs.").arg(series.count()).arg(m_times->value()));
    QStringList words;
    if (const auto &comparison = replay.comparison()) {
        words = workspace::wordsOf(*comparison);
        if (series.count() > 1)
            words.append(tr("Runs that differ from the recording: %1 of %2").arg(replay.differingRuns()).arg(series.count()));
    }
    if (series.count() > 0)
        words += workspace::wordsOf(series);
    m_words->setPlainText(words.join(QLatin1Char('\n')));
}

void ReplayDialog::showEnd(const workspace::Replay &replay)
{
    showProgress(replay);
    const workspace::ReplaySeries &series = replay.series();
    QString state = replay.isCancelled() ? tr("Stopped after %1 of %2 runs.").arg(series.count()).arg(m_times->value())
                                         : tr("Runs that are in the history now: %1.").arg(series.count());
    if (series.isFlaky())
        state += QLatin1Char(' ') + tr("It is flaky: the same request came to %1 different outcomes.").arg(series.outcomes().size());
    m_state->setText(state);
    setLook(m_state, series.isFlaky() ? Look::Warn : Look::Plain);
    m_answer->setEnabled(series.count() > 0);
    setRunning(false);
}

void ReplayDialog::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    for (QWidget *term : std::initializer_list<QWidget *> {m_environment, m_entity, m_account, m_times})
        term->setEnabled(!isRunning);
    m_start->setEnabled(!isRunning && m_canStart);
    m_stop->setEnabled(isRunning);
    if (isRunning) {
        setLook(m_state, Look::Plain);
        m_answer->setEnabled(false);
        m_stop->setFocus();
    }
}

// Closed in the middle, nothing goes on executing.
void ReplayDialog::done(int result)
{
    if (m_isRunning)
        Q_EMIT stopRequested();
    QDialog::done(result);
}

} // namespace actionscope::ui
