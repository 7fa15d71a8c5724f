// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/answerchecks.h"

#include "app/base/redaction.h"
#include "app/base/whenready.h"
#include "app/runner/answercheck.h"
#include "app/runner/substitution.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace actionscope::workspace {

AnswerChecks::AnswerChecks(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.workspace, &Workspace::runStarted, this, &AnswerChecks::begin);
    connect(parts.workspace, &Workspace::runFinished, this, [this](const RunRecord &record, const QByteArray &body) {
        hold(m_parts.openDrafts->runIndex(), record, body, m_sentWith);
    });
    connect(parts.openDrafts, &OpenDrafts::closed, this, [this] {
        const auto isClosed = [this](const auto &each) { return m_parts.openDrafts->indexOf(each.key()) < 0; };
        m_known.removeIf(isClosed);
        m_newest.removeIf(isClosed);
    });
    if (!parts.catalog)
        return;
    connect(parts.catalog, &CatalogKeeper::actionDescribed, this,
        [this](const api::ActionInfo &action) { settle(action.id); });
    connect(parts.catalog, &CatalogKeeper::actionTrouble, this, &AnswerChecks::settle);
    connect(parts.workspace, &Workspace::environmentChosen, this, [this] { // its catalogue will not answer any more
        if (m_waiting)
            settle(m_waiting->actionId);
    });
}

std::optional<AnswerChecks::Outcomes> AnswerChecks::outcomesOf(quint64 tab, const QByteArray &expect) const
{
    const auto known = m_known.constFind(tab);
    if (known == m_known.cend() || known->expect != expect)
        return {};
    return known->outcomes;
}

void AnswerChecks::begin()
{
    m_waiting.reset();
    m_sentWith = m_parts.workspace->variables();
    const quint64 tab = m_parts.openDrafts->current().id;
    m_newest.insert(tab, ++m_count);
    m_known.remove(tab);
    Q_EMIT changed(tab);
}

void AnswerChecks::holdAgain(const RunRecord &record, const QByteArray &body)
{
    hold(m_parts.openDrafts->currentIndex(), record, body, m_parts.workspace->variables());
}

void AnswerChecks::hold(
    int index, const RunRecord &record, const QByteArray &body, const runner::Variables &variables)
{
    if (index < 0) // closed meanwhile
        return;
    const OpenDraft &sent = m_parts.openDrafts->at(index);
    Answer answer;
    answer.tab = sent.id;
    answer.number = ++m_count;
    m_newest.insert(answer.tab, answer.number);
    answer.actionId = record.entry.draft.request.actionId;
    answer.exchange = record.entry.exchange;
    answer.exchange.answer.body = body;
    answer.typed = sent.request.expect;
    answer.capture = sent.request.capture;
    answer.folder = QFileInfo(sent.path).absolutePath();
    // As in the body, secrets are not in the sentences either.
    Redactor redactor;
    for (const runner::Binding &secret : variables.secrets())
        redactor.addSecret(secret.name.toUtf8(), json::decodedString(secret.json).toUtf8());
    answer.expect = redactor.redacted(
        runner::substitutedJson(answer.typed, variables, QStringLiteral("expect")).result);
    if (answer.expect.trimmed().isEmpty())
        return;
    if (awaitsSchema(answer)) {
        m_waiting = answer;
        m_parts.catalog->describe(answer.actionId);
    } else {
        check(answer);
    }
}

bool AnswerChecks::awaitsSchema(const Answer &answer)
{
    const auto expectations = runner::readExpectations(answer.expect).expectations;
    const bool isWanted = std::any_of(expectations.cbegin(), expectations.cend(),
        [](const runner::Expectation &one) { return one.wantsActionSchema(); });
    if (!isWanted || !m_parts.catalog)
        return false;
    const api::ActionInfo *known = m_parts.catalog->catalog().action(answer.actionId);
    return !known || known->response.isEmpty();
}

void AnswerChecks::settle(const QString &actionId)
{
    if (m_waiting && m_waiting->actionId.compare(actionId, Qt::CaseInsensitive) == 0)
        check(*std::exchange(m_waiting, std::nullopt));
}

void AnswerChecks::check(const Answer &answer)
{
    runner::CheckContext context;
    context.folder = answer.folder;
    const api::ActionInfo *action
        = m_parts.catalog ? m_parts.catalog->catalog().action(answer.actionId) : nullptr;
    if (action)
        context.actionSchema = action->response;
    const auto work = [answer, context] {
        const runner::ExpectationReading reading = runner::readExpectations(answer.expect);
        Outcomes outcomes;
        for (const runner::ExpectationProblem &problem : reading.problems)
            outcomes.append({false, problem.sentence, {}});
        const auto captures = runner::readCaptures(answer.capture).captures;
        return outcomes + runner::checkAnswer(answer.exchange, reading.expectations, captures, context).outcomes;
    };
    whenReady(QtConcurrent::run(work), this,
        [this, number = answer.number, tab = answer.tab, typed = answer.typed](const Outcomes &outcomes) {
            if (m_newest.value(tab) != number)
                return;
            m_known.insert(tab, {typed, outcomes});
            Q_EMIT changed(tab);
        });
}

} // namespace actionscope::workspace
