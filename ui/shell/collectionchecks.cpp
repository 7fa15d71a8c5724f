// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/collectionchecks.h"

#include "app/base/whenready.h"
#include "app/workspace/collections.h"
#include "app/workspace/opendrafts.h"
#include "ui/runs/checkpage.h"
#include "ui/services/filedialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/collectionruns.h"
#include "ui/sidebar/collectionspanel.h"

#include <QAction>
#include <QFileInfo>
#include <QtConcurrent>

namespace actionscope::ui {

using workspace::CheckedFinding;
using workspace::CollectionCheck;

CollectionChecks::CollectionChecks(
    const MainWindowParts &parts, CollectionsPanel *panel, CollectionRuns *runs, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_panel(panel)
    , m_runs(runs)
    , m_window(window)
{
    connect(panel, &CollectionsPanel::checkRequested, this, [this](const QString &path) { check({path}); });
}

// Made with the first check.
void CollectionChecks::needPage()
{
    if (m_page)
        return;
    m_page = new CheckPage(*m_parts.theme, m_window);
    m_runs->addPage(m_page);
    connect(m_page, &CheckPage::checkRequested, this, [this] { check(m_paths); });
    connect(m_page, &CheckPage::findingActivated, this, &CollectionChecks::open);
    connect(m_page, &CheckPage::reportRequested, this, &CollectionChecks::saveReport);
    connect(m_page, &CheckPage::migrationRequested, this, &CollectionChecks::migrate);
    connect(m_page, &CheckPage::closeRequested, m_runs, &CollectionRuns::showRequest);
}

QList<QAction *> CollectionChecks::buildActions(ActionRegistry *registry)
{
    QAction *action = registry->add({QStringLiteral("collection.check"), tr("Chec&k the Collection"), {}, {}});
    connect(action, &QAction::triggered, this, &CollectionChecks::checkCommand);
    m_window->addAction(action);
    return {action};
}

void CollectionChecks::checkCommand()
{
    const QString folder = m_panel->currentFolder();
    if (folder.isEmpty())
        Q_EMIT failed({ErrorCode::NotFound, tr("There is no collection to check."), {}, tr("Open a folder of saved requests.")});
    else
        check({folder});
}

void CollectionChecks::check(const QStringList &paths)
{
    needPage();
    m_paths = paths;
    m_page->showChecking(QFileInfo(paths.first()).fileName());
    m_runs->showPage(m_page);
    auto *check = new CollectionCheck(m_parts.workspace, m_parts.catalog, this);
    connect(check, &CollectionCheck::finished, check, &QObject::deleteLater);
    connect(check, &CollectionCheck::failed, check, &QObject::deleteLater);
    connect(check, &CollectionCheck::finished, this,
        [this, asked = ++m_newest](const workspace::CheckedCollection &checked) {
            if (asked != m_newest)
                return;
            m_record = checked.record;
            m_page->showChecked(checked);
        });
    connect(check, &CollectionCheck::failed, this, [this, asked = m_newest](const Error &error) {
        if (asked == m_newest)
            m_page->showTrouble(error);
    });
    check->start(paths);
}

// The request, at the place that is meant; else the variables of its collection.
void CollectionChecks::open(const CheckedFinding &finding)
{
    if (finding.file.isEmpty()) {
        if (!finding.collection.isEmpty())
            Q_EMIT m_panel->variablesRequested(finding.collection);
        return;
    }
    whenReady(m_parts.collections->readRequest(finding.file), this,
        [this, finding](const Result<storage::SavedRequest> &request) {
            if (!request) {
                m_page->showTrouble(
                    {request.error().code, tr("%1 cannot be opened. %2").arg(finding.file, request.error().sentence)});
                return;
            }
            m_parts.openDrafts->openFile(finding.file, *request);
            m_runs->showRequest();
            Q_EMIT placeFound(finding.finding.place.path, finding.finding.sentence);
        });
}

// What was found, where a build or a colleague reads it.
void CollectionChecks::saveReport(runner::ReportKind kind)
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = tr("Save the Report");
    question.suggestedName = m_record.summary.title + suffixOf(kind);
    m_parts.fileDialog->ask(m_window, question, [this, kind](const QString &path) {
        const QFuture<Result<void>> written = QtConcurrent::run([record = m_record, kind, path]() -> Result<void> {
            runner::RunLog log;
            Result<void> kept;
            for (const runner::RunResult &result : record.results)
                kept = kept.and_then([&] { return log.append(result); });
            return kept.and_then([&] { return runner::writeReport({kind, path}, record.summary, log); });
        });
        whenReady(written, this, [this, path](const Result<void> &done) {
            if (done)
                m_page->showNote(tr("The report is in %1.").arg(path));
            else
                m_page->showTrouble(done.error());
        });
    });
}

// The request is opened with the change in it, to be looked at and saved, or closed. What changes nothing a person can
// see, only what the file remembers, is written at once.
void CollectionChecks::migrate(const CheckedFinding &finding)
{
    const QString name = QFileInfo(finding.file).fileName().remove(QString::fromUtf16(storage::savedRequestSuffix));
    const Result<storage::SavedRequest> migrated = storage::readSavedRequest(finding.migrated, name);
    whenReady(m_parts.collections->readRequest(finding.file), this,
        [this, finding, migrated](const Result<storage::SavedRequest> &now) {
            if (!now || !migrated) {
                m_page->showTrouble(!now ? now.error() : migrated.error());
                return;
            }
            m_parts.openDrafts->openFile(finding.file, *now);
            if (m_parts.openDrafts->current().isDirty()) {
                m_page->showTrouble({ErrorCode::InvalidInput,
                    tr("The request has changes that are not saved. Save them, then check again.")});
                m_runs->showPage(m_page);
                return;
            }
            if (now->text == m_parts.openDrafts->current().request.text)
                m_parts.openDrafts->offer(*migrated);
            m_runs->showRequest();
        });
}

} // namespace actionscope::ui
