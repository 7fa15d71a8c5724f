// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/tabkeeper.h"

#include "app/base/whenready.h"
#include "app/storage/collectionfiles.h"
#include "app/storage/draftstore.h"
#include "app/storage/settings.h"
#include "app/workspace/collections.h"
#include "app/workspace/exampledraft.h"
#include "app/workspace/opendrafts.h"
#include "app/workspace/workspace.h"
#include "ui/dialogs/differencedialog.h"
#include "ui/request/conflictstrip.h"
#include "ui/request/requestpage.h"
#include "ui/request/requesttabs.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/shell/requestextras.h"

#include <QFileInfo>

#include <memory>
#include <utility>

namespace actionscope::ui {

namespace {

using workspace::OpenDraft;
using workspace::OpenDrafts;

constexpr int storedAfter = 300; // milliseconds without a keystroke
const QString suffix = QString::fromUtf16(storage::savedRequestSuffix);

} // namespace

TabKeeper::TabKeeper(const MainWindowParts &parts, RequestPage *page, RequestExtras *extras, RequestTabs *tabs,
    ConflictStrip *conflict, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(page)
    , m_extras(extras)
    , m_tabs(tabs)
    , m_conflict(conflict)
{
    for (int index = 0; index < parts.openDrafts->count(); ++index) {
        m_tabs->insert(index, {});
        showLabel(index);
    }
    m_storing.setSingleShot(true);
    m_storing.setInterval(storedAfter);
    connect(&m_storing, &QTimer::timeout, this, &TabKeeper::storeNow);
    connectParts();
}

void TabKeeper::connectParts()
{
    OpenDrafts *drafts = m_parts.openDrafts;
    connect(m_page, &RequestPage::draftEdited, this, &TabKeeper::takeForm);
    connect(m_extras, &RequestExtras::edited, this, &TabKeeper::takeForm);
    connect(drafts, &OpenDrafts::opened, this, [this](int index) {
        m_tabs->insert(index, {});
        showLabel(index);
    });
    connect(drafts, &OpenDrafts::closed, m_tabs, &RequestTabs::remove);
    connect(drafts, &OpenDrafts::activated, this, &TabKeeper::showCurrent);
    connect(drafts, &OpenDrafts::replaced, this, [this](int index) {
        if (index == m_parts.openDrafts->currentIndex())
            showCurrent();
    });
    connect(drafts, &OpenDrafts::changed, this, [this](int index) {
        showLabel(index);
        showConflict();
    });
    connect(drafts, &OpenDrafts::edited, this, [this] {
        m_storing.start();
        m_parts.collections->watchFiles(m_parts.openDrafts->paths());
    });
    using workspace::Workspace;
    const auto markRun = [this, drafts] {
        if (drafts->runIndex() >= 0)
            showLabel(drafts->runIndex());
    };
    connect(m_parts.workspace, &Workspace::runStarted, this, markRun);
    connect(m_parts.workspace, &Workspace::runFinished, this, markRun);
    connect(m_parts.workspace, &Workspace::executeFailed, this, markRun);
    connect(m_parts.collections, &workspace::Collections::filesChanged, this, &TabKeeper::readFiles);
    connect(m_tabs, &RequestTabs::chosen, this, [this, drafts](int index) {
        catchUp();
        drafts->activate(index);
    });
    connect(m_tabs, &RequestTabs::moved, drafts, &OpenDrafts::move);
    connect(m_tabs, &RequestTabs::newRequested, this, &TabKeeper::openNew);
    connect(m_tabs, &RequestTabs::closeRequested, this, &TabKeeper::close);
    connect(m_tabs, &RequestTabs::saveRequested, this, &TabKeeper::save);
    connect(m_conflict, &ConflictStrip::mineKept, this, [this] {
        const bool isGone = m_parts.openDrafts->current().outside == OpenDraft::Outside::Removed;
        m_parts.openDrafts->keepMine(m_parts.openDrafts->currentIndex());
        if (isGone)
            saveCurrent();
    });
    connect(m_conflict, &ConflictStrip::theirsTaken, this,
        [this] { m_parts.openDrafts->takeTheirs(m_parts.openDrafts->currentIndex()); });
    connect(m_conflict, &ConflictStrip::differenceRequested, this, &TabKeeper::showDifference);
}

int TabKeeper::defaultTimeout() const { return m_parts.settings->defaultTimeoutSeconds(); }

void TabKeeper::restore()
{
    whenReady(m_parts.tabs->load(), this, [this](const Result<std::optional<storage::StoredTabs>> &tabs) {
        if (!tabs)
            Q_EMIT failed(tabs.error());
        if (tabs && *tabs && !m_isTouched) {
            m_parts.openDrafts->restore(**tabs);
            readFiles();
            finishRestoring();
            return;
        }
        // What a version without tabs left, else the example.
        whenReady(m_parts.drafts->load(), this, [this](const Result<std::optional<storage::Draft>> &draft) {
            if (!m_isTouched) {
                m_page->setDraft(draft && *draft ? **draft : workspace::exampleDraft(defaultTimeout()));
                m_parts.openDrafts->restore(
                    {{{{}, workspace::withDraft({}, m_page->draft(), defaultTimeout()), false, {}}}, 0});
            }
            if (!draft)
                Q_EMIT failed(draft.error());
            finishRestoring();
        });
    });
}

void TabKeeper::finishRestoring()
{
    m_isRestored = true;
    Q_EMIT restored();
    for (const QString &path : std::exchange(m_waiting, {}))
        openFile(path);
}

void TabKeeper::takeForm()
{
    m_isTouched = true;
    m_shown = m_page->draft();
    const storage::SavedRequest &before = m_parts.openDrafts->current().request;
    m_parts.openDrafts->edit(m_extras->readInto(workspace::withDraft(before, m_shown, defaultTimeout())));
}

// A form may change without a person who types: an action fills in its example.
void TabKeeper::catchUp()
{
    if (m_page->draft() != m_shown)
        takeForm();
}

void TabKeeper::showCurrent()
{
    const OpenDraft &current = m_parts.openDrafts->current();
    m_tabs->setCurrent(m_parts.openDrafts->currentIndex());
    m_page->setDraft(workspace::draftOf(current.request, defaultTimeout()));
    m_shown = m_page->draft();
    m_extras->show(current.request);
    showConflict();
    Q_EMIT currentShown();
}

void TabKeeper::showLabel(int index)
{
    const OpenDraft &draft = m_parts.openDrafts->at(index);
    m_tabs->setLabel(
        index, {draft.title(), draft.path, draft.isDirty(), draft.outside != OpenDraft::Outside::Nothing,
                   m_parts.workspace->isRunning() && index == m_parts.openDrafts->runIndex()});
}

void TabKeeper::showConflict()
{
    const OpenDraft &current = m_parts.openDrafts->current();
    if (current.outside == OpenDraft::Outside::Changed)
        m_conflict->showChanged(current.title());
    else if (current.outside == OpenDraft::Outside::Removed)
        m_conflict->showRemoved(current.title());
    else
        m_conflict->hide();
}

void TabKeeper::showDifference()
{
    const OpenDraft &current = m_parts.openDrafts->current();
    if (!current.theirs)
        return;
    storage::SavedRequest mine = current.request;
    if (current.saved)
        mine.text = current.saved->text;
    auto *dialog = new DifferenceDialog(m_page->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Difference of “%1”").arg(current.title()));
    dialog->showDifference({tr("Mine"), storage::writeSavedRequest(mine)}, {tr("Theirs"), current.theirs->text});
    connect(dialog, &DifferenceDialog::leftChosen, m_conflict, &ConflictStrip::mineKept);
    connect(dialog, &DifferenceDialog::rightChosen, m_conflict, &ConflictStrip::theirsTaken);
    dialog->open();
}

void TabKeeper::readFiles()
{
    for (const QString &path : m_parts.openDrafts->paths()) {
        whenReady(m_parts.collections->readRequest(path), this,
            [this, path](const Result<storage::SavedRequest> &now) { m_parts.openDrafts->noticeFile(path, now); });
    }
}

void TabKeeper::openNew()
{
    m_parts.openDrafts->openNew({});
    m_page->focusAction();
}

void TabKeeper::openFile(const QString &path)
{
    if (!m_isRestored) {
        m_waiting.append(path);
        return;
    }
    whenReady(m_parts.collections->readRequest(path), this, [this, path](const Result<storage::SavedRequest> &request) {
        if (request)
            m_parts.openDrafts->openFile(path, *request);
        else
            Q_EMIT failed({request.error().code, tr("%1 cannot be opened. %2").arg(path, request.error().sentence)});
    });
}

void TabKeeper::saveCurrent() { save(m_parts.openDrafts->currentIndex()); }

void TabKeeper::saveCurrentAs() { saveAs(m_parts.openDrafts->currentIndex()); }

void TabKeeper::save(int index)
{
    catchUp();
    const OpenDraft &draft = m_parts.openDrafts->at(index);
    if (draft.path.isEmpty()) {
        saveAs(index);
        return;
    }
    if (draft.outside == OpenDraft::Outside::Changed) { // the strip asks what to do
        m_parts.openDrafts->activate(index);
        return;
    }
    write(index, draft.path, storage::Overwrite::Never);
}

void TabKeeper::saveAs(int index)
{
    catchUp();
    const OpenDraft &draft = m_parts.openDrafts->at(index);
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = tr("Save Request");
    question.filter = tr("Saved requests (*.action.json)");
    const auto &collections = m_parts.collections->all();
    QString folder = draft.path.isEmpty() ? QString() : QFileInfo(draft.path).absolutePath();
    if (folder.isEmpty() && !collections.isEmpty())
        folder = collections.first().collection.folder;
    question.suggestedName = (folder.isEmpty() ? QString() : folder + QLatin1Char('/')) + draft.title() + suffix;
    m_parts.openDrafts->activate(index);
    m_parts.fileDialog->ask(m_page->window(), question, [this](const QString &chosen) {
        QString path = chosen;
        if (!path.endsWith(suffix)) // what the dialog asked about has another name then
            path += path.endsWith(QLatin1String(".action")) ? QStringLiteral(".json") : suffix;
        const auto overwrite = path == chosen ? storage::Overwrite::Agreed : storage::Overwrite::Never;
        write(m_parts.openDrafts->currentIndex(), path, overwrite);
    });
}

void TabKeeper::write(int index, const QString &path, storage::Overwrite overwrite)
{
    const OpenDraft &draft = m_parts.openDrafts->at(index);
    storage::SavedRequest request = draft.request;
    if (path != draft.path && overwrite == storage::Overwrite::Never)
        request.text.clear();
    const auto text = std::make_shared<QByteArray>();
    const auto work = [path, request, overwrite, text] {
        return storage::saveRequestFile(path, request, overwrite).map([&](const QByteArray &written) {
            *text = written;
            return path;
        });
    };
    m_parts.collections->perform(work, [this, before = draft.path, path, text, index](const QString &) {
        const int known = before.isEmpty() ? index : m_parts.openDrafts->indexOf(before);
        if (known >= 0 && known < m_parts.openDrafts->count())
            m_parts.openDrafts->markSaved(known, path, *text);
    });
}

void TabKeeper::closeCurrent() { close(m_parts.openDrafts->currentIndex()); }

void TabKeeper::close(int index)
{
    catchUp();
    const OpenDraft &draft = m_parts.openDrafts->at(index);
    if (!draft.isDirty()) {
        m_parts.openDrafts->close(index);
        return;
    }
    Question question;
    question.title = tr("Close Request");
    question.text = tr("“%1” has changes that are not saved.").arg(draft.title());
    question.detail = tr("They will be lost.");
    question.acceptText = tr("Close without Saving");
    m_parts.openDrafts->activate(index);
    m_parts.messageBox->ask(m_page->window(), question,
        [this] { m_parts.openDrafts->close(m_parts.openDrafts->currentIndex()); });
}

void TabKeeper::storeNow()
{
    catchUp();
    m_storing.stop();
    m_parts.tabs->save(m_parts.openDrafts->stored());
}

} // namespace actionscope::ui
