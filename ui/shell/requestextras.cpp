// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/requestextras.h"

#include "app/json/valuepaths.h"
#include "app/json/writer.h"
#include "app/workspace/answerchecks.h"
#include "app/workspace/opendrafts.h"
#include "ui/request/checkstab.h"
#include "ui/request/notestab.h"
#include "ui/request/requestpage.h"
#include "ui/response/responsepage.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/shell/answerkeeper.h"

#include <QLabel>
#include <QMenu>

namespace actionscope::ui {

namespace {

constexpr int highestNotes = 120; // pixels above the form
constexpr int heldAfter = 300; // milliseconds without a keystroke

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
    , m_answers(new workspace::AnswerChecks({parts.workspace, parts.openDrafts, parts.catalog}, this))
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
    connect(m_checks, &ChecksTab::edited, &m_typing, qOverload<>(&QTimer::start));
    m_typing.setSingleShot(true);
    m_typing.setInterval(heldAfter);
    connect(&m_typing, &QTimer::timeout, this, &RequestExtras::holdAgain);
    connect(m_notes, &NotesTab::edited, this, tell);
    connect(m_answers, &workspace::AnswerChecks::changed, this, [this](quint64 tab) {
        if (tab == m_parts.openDrafts->current().id)
            showOutcomes();
    });
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
    m_checks->setTexts(request.expect, request.capture);
    showOutcomes();
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

// What is expected now, of the answer that is there.
void RequestExtras::holdAgain()
{
    const workspace::TabAnswer *answer = m_keeper ? m_keeper->answer() : nullptr;
    if (answer)
        m_answers->holdAgain(answer->record, answer->body);
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

void RequestExtras::showOutcomes()
{
    if (const auto outcomes = m_answers->outcomesOf(m_parts.openDrafts->current().id, m_checks->expect()))
        m_checks->showOutcomes(*outcomes);
    else
        m_checks->clearOutcomes();
}

void RequestExtras::followAnswers(ResponsePage *response, AnswerKeeper *keeper)
{
    m_keeper = keeper;
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
