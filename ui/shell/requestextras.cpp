// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/requestextras.h"

#include "app/base/redaction.h"
#include "app/base/whenready.h"
#include "app/json/valuepaths.h"
#include "app/json/writer.h"
#include "app/runner/answercheck.h"
#include "app/runner/capture.h"
#include "app/runner/substitution.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"
#include "ui/request/checkstab.h"
#include "ui/request/notestab.h"
#include "ui/request/requestpage.h"
#include "ui/response/responsepage.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QtConcurrentRun>

namespace actionscope::ui {

namespace {

constexpr int highestNotes = 120; // pixels above the form

QByteArray expectationFrom(const QString &path, const json::Value &value)
{
    json::ObjectWriter object;
    object.addString("path", path);
    if (value.isContainer())
        object.addString("is", value.isArray() ? u"array" : u"object");
    else
        object.addRaw("equals", value.raw());
    return object.finished();
}

} // namespace

RequestExtras::RequestExtras(const MainWindowParts &parts, RequestPage *page, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(page)
    , m_checks(new ChecksTab(*parts.theme))
    , m_notes(new NotesTab)
    , m_above(new QLabel)
{
    m_above->setObjectName(QStringLiteral("notesLabel"));
    m_above->setTextFormat(Qt::MarkdownText);
    m_above->setWordWrap(true);
    m_above->setMaximumHeight(highestNotes);
    m_above->setAlignment(Qt::AlignTop);
    m_above->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(m_above, Look::Muted);
    page->addExtras(m_above, {{m_checks, tr("Checks")}, {m_notes, tr("Notes")}});
    const auto tell = [this] {
        markTabs();
        showNotes();
        Q_EMIT edited();
    };
    connect(m_checks, &ChecksTab::edited, this, tell);
    connect(m_notes, &NotesTab::edited, this, tell);
    connect(parts.workspace, &workspace::Workspace::runStarted, m_checks, &ChecksTab::clearOutcomes);
    connect(parts.workspace, &workspace::Workspace::runFinished, this, &RequestExtras::check);
    showNotes();
}

storage::SavedRequest RequestExtras::readInto(storage::SavedRequest request) const
{
    request.expect = m_checks->expect();
    request.capture = m_checks->capture();
    // A text field turns line ends into its own; only what a person changed counts.
    if (m_notes->notes() != QString(m_shown.notes).replace(QLatin1String("\r\n"), QLatin1String("\n")))
        request.notes = m_notes->notes();
    request.tags = m_notes->tags();
    return request;
}

void RequestExtras::show(const storage::SavedRequest &request)
{
    m_shown = request;
    m_path = m_parts.openDrafts->current().path;
    ++m_newest;
    m_checks->setTexts(request.expect, request.capture);
    m_notes->setNotes(request.notes, request.tags);
    markTabs();
    showNotes();
}

void RequestExtras::setVariables(const QHash<QString, QString> &names) { m_checks->setVariables(names); }

void RequestExtras::showNotes()
{
    m_above->setText(m_notes->notes());
    m_above->setVisible(!m_notes->notes().trimmed().isEmpty());
}

void RequestExtras::markTabs()
{
    const auto title = [](const QString &name, bool holds) { return holds ? name + QStringLiteral(" •") : name; };
    m_page->setExtraTitle(m_checks,
        title(tr("Checks"), !m_checks->expect().trimmed().isEmpty() || !m_checks->capture().trimmed().isEmpty()));
    m_page->setExtraTitle(
        m_notes, title(tr("Notes"), !m_notes->notes().isEmpty() || !m_notes->tags().isEmpty()));
}

void RequestExtras::check(const workspace::RunRecord &record, const QByteArray &body)
{
    const runner::Variables &variables = m_parts.workspace->variables();
    // As in the body, secrets are not in the sentences either.
    Redactor redactor;
    for (const runner::Binding &secret : variables.secrets())
        redactor.addSecret(secret.name.toUtf8(), json::decodedString(secret.json).toUtf8());
    const QByteArray expect = redactor.redacted(
        runner::substitutedJson(m_checks->expect(), variables, QStringLiteral("expect")).result);
    if (expect.trimmed().isEmpty())
        return;
    const auto work = [exchange = record.entry.exchange, body, expect, capture = m_checks->capture(),
                          folder = QFileInfo(m_path).absolutePath()]() mutable {
        exchange.answer.body = body;
        const runner::ExpectationReading reading = runner::readExpectations(expect);
        QList<runner::ExpectationOutcome> outcomes;
        for (const runner::ExpectationProblem &problem : reading.problems)
            outcomes.append({false, problem.sentence, {}});
        const auto checked
            = runner::checkAnswer(exchange, reading.expectations, runner::readCaptures(capture).captures, {{}, folder});
        return outcomes + checked.outcomes;
    };
    whenReady(QtConcurrent::run(work), this,
        [this, asked = ++m_newest](const QList<runner::ExpectationOutcome> &outcomes) {
            if (asked == m_newest)
                m_checks->showOutcomes(outcomes);
        });
}

void RequestExtras::goTo(const json::Path &path, const QString &sentence)
{
    const QString member = path.isEmpty() ? QString() : path.first().name;
    const json::Path inside = path.mid(1);
    if (member == QLatin1String("expect") || member == QLatin1String("capture")) {
        m_page->showExtra(m_checks);
        const bool isExpect = member == QLatin1String("expect");
        m_checks->showProblemAt(isExpect ? ChecksTab::Part::Expect : ChecksTab::Part::Capture, inside, sentence);
    } else if (member == QLatin1String("notes") || member == QLatin1String("tags")) {
        m_page->showExtra(m_notes);
        m_page->showProblemAt({}, {}, sentence);
    } else {
        m_page->showProblemAt(member, inside, sentence);
    }
}

void RequestExtras::followAnswers(ResponsePage *response)
{
    connect(response, &ResponsePage::valueMenuAboutToShow, this, &RequestExtras::addTo);
}

void RequestExtras::addTo(QMenu *menu, const json::Value &value)
{
    const QString path = json::ValuePaths().pathOf(value);
    menu->addSeparator();
    menu->addAction(tr("Make an Expectation from This Value"), this,
            [this, json = expectationFrom(path, value)] {
                m_checks->addExpectation(json);
                m_page->showExtra(m_checks);
            })
        ->setObjectName(QStringLiteral("makeExpectationAction"));
    const QString name = value.hasKey() ? value.key() : QStringLiteral("value");
    menu->addAction(tr("Capture This Value"), this,
            [this, name, path] {
                m_checks->addCapture(name, path);
                m_page->showExtra(m_checks);
            })
        ->setObjectName(QStringLiteral("captureValueAction"));
}

} // namespace actionscope::ui
