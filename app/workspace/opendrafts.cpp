// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/opendrafts.h"

#include "app/base/tr.h"
#include "app/storage/entryredaction.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

using Outside = OpenDraft::Outside;

// An offer's text holds what the form does not show. After a start, the text of any other request is not there yet.
bool isOffer(const OpenDraft &draft)
{
    const bool isBack = !draft.saved || draft.saved->text.isEmpty();
    return isBack ? !draft.request.text.isEmpty() : !draft.request.replaces.isEmpty();
}

// The file stands behind the request that a person works on, or the offer that was made for it.
void putBehind(OpenDraft *draft, const storage::SavedRequest &file, bool keepsOffer)
{
    if (keepsOffer) {
        draft->request.replaces = file.text;
    } else {
        draft->request.text = file.text;
        draft->request.replaces.clear();
    }
    draft->request.isReadOnly = file.isReadOnly;
    draft->saved = file;
}

// Secrets were left out of what was stored; where the file has the same but for them, it has them still.
void fillInSecrets(storage::SavedRequest *request, const storage::SavedRequest &file)
{
    const storage::SavedRequest kept = storage::withoutSecrets(file);
    const auto fillIn = [](auto &mine, const auto &theirs, const auto &theirsWhenKept) {
        if (mine == theirsWhenKept)
            mine = theirs;
    };
    api::ExecuteRequest &mine = request->request;
    for (const auto field : {&api::ExecuteRequest::input, &api::ExecuteRequest::authConfig, &api::ExecuteRequest::sessionInfo})
        fillIn(mine.*field, file.request.*field, kept.request.*field);
    for (const auto field : {&api::ExecuteRequest::text, &api::ExecuteRequest::systemPrompt, &api::ExecuteRequest::customDescription})
        fillIn(mine.*field, file.request.*field, kept.request.*field);
    fillIn(request->expect, file.expect, kept.expect);
    fillIn(request->capture, file.capture, kept.capture);
    fillIn(request->notes, file.notes, kept.notes);
}

} // namespace

bool OpenDraft::isDirty() const
{
    if (path.isEmpty())
        return isEdited;
    const bool isOffered = !request.replaces.isEmpty(); // which may change only what the file remembers
    return outside == Outside::Removed || isOffered || !saved || !storage::saysTheSame(request, *saved);
}

QString OpenDraft::title() const
{
    if (!path.isEmpty())
        return request.name;
    return request.request.actionId.isEmpty() ? Tr::tr("New request") : request.request.actionId;
}

OpenDrafts::OpenDrafts(QObject *parent)
    : QObject(parent)
    , m_drafts {fresh()}
{
}

OpenDraft OpenDrafts::fresh()
{
    OpenDraft draft;
    draft.id = ++m_newest;
    return draft;
}

int OpenDrafts::indexOf(const QString &path) const
{
    const auto at = std::find_if(m_drafts.cbegin(), m_drafts.cend(),
        [&](const OpenDraft &draft) { return !path.isEmpty() && draft.path == path; });
    return at == m_drafts.cend() ? -1 : int(at - m_drafts.cbegin());
}

int OpenDrafts::indexOf(quint64 id) const
{
    const auto at = std::find_if(
        m_drafts.cbegin(), m_drafts.cend(), [&](const OpenDraft &draft) { return draft.id == id; });
    return at == m_drafts.cend() ? -1 : int(at - m_drafts.cbegin());
}

QStringList OpenDrafts::paths() const
{
    QStringList paths;
    for (const OpenDraft &draft : m_drafts) {
        if (!draft.path.isEmpty())
            paths.append(draft.path);
    }
    return paths;
}

void OpenDrafts::openFile(const QString &path, const storage::SavedRequest &request)
{
    if (const int index = indexOf(path); index >= 0) {
        activate(index);
        return;
    }
    OpenDraft draft = fresh();
    draft.request = request;
    draft.path = path;
    draft.saved = request;
    add(std::move(draft));
}

void OpenDrafts::openNew(const storage::SavedRequest &request)
{
    OpenDraft draft = fresh();
    draft.request = request;
    add(std::move(draft));
}

// A tab nobody has used gives its place to what is opened.
bool OpenDrafts::canBeReplaced(int index) const
{
    const OpenDraft &draft = m_drafts.at(index);
    return draft.path.isEmpty() && !draft.isEdited && draft.request == storage::SavedRequest();
}

void OpenDrafts::add(OpenDraft draft)
{
    if (canBeReplaced(m_current)) {
        m_drafts[m_current] = std::move(draft);
        Q_EMIT changed(m_current);
        Q_EMIT replaced(m_current);
    } else {
        const int index = m_current + 1;
        m_drafts.insert(index, std::move(draft));
        Q_EMIT opened(index);
        activate(index);
    }
    Q_EMIT edited();
}

void OpenDrafts::activate(int index)
{
    if (index == m_current || index < 0 || index >= count())
        return;
    m_current = index;
    Q_EMIT activated(index);
    Q_EMIT edited();
}

void OpenDrafts::close(int index)
{
    if (count() == 1) {
        m_drafts[0] = fresh();
        Q_EMIT changed(0);
        Q_EMIT replaced(0);
    } else {
        const bool wasCurrent = index == m_current;
        m_drafts.removeAt(index);
        if (index < m_current || m_current == count())
            --m_current;
        Q_EMIT closed(index);
        if (wasCurrent)
            Q_EMIT activated(m_current);
    }
    Q_EMIT edited();
}

void OpenDrafts::move(int from, int to)
{
    if (from == to)
        return;
    m_drafts.move(from, to);
    if (m_current == from)
        m_current = to;
    else if (from < m_current && to >= m_current)
        --m_current;
    else if (from > m_current && to <= m_current)
        ++m_current;
    Q_EMIT moved(from, to);
    Q_EMIT edited();
}

void OpenDrafts::edit(const storage::SavedRequest &request)
{
    OpenDraft &draft = m_drafts[m_current];
    const QString title = draft.title();
    const bool wasDirty = draft.isDirty();
    const QByteArray text = draft.request.text;
    draft.request = request;
    draft.request.text = text;
    draft.isEdited = true;
    if (title != draft.title() || wasDirty != draft.isDirty())
        Q_EMIT changed(m_current);
    Q_EMIT edited();
}

void OpenDrafts::offer(const storage::SavedRequest &request)
{
    OpenDraft &draft = m_drafts[m_current];
    draft.request = request;
    if (draft.saved)
        draft.request.replaces = draft.saved->text;
    draft.isEdited = true;
    Q_EMIT changed(m_current);
    Q_EMIT replaced(m_current);
    Q_EMIT edited();
}

void OpenDrafts::markSaved(int index, const QString &path, const QByteArray &text)
{
    OpenDraft &draft = m_drafts[index];
    draft.path = path;
    draft.request.name = path.section(QLatin1Char('/'), -1);
    if (draft.request.name.endsWith(QStringView(storage::savedRequestSuffix)))
        draft.request.name.chop(QStringView(storage::savedRequestSuffix).size());
    draft.request.text = text;
    draft.request.replaces.clear();
    // What was typed while it was written is not saved yet.
    draft.saved = storage::readSavedRequest(text, draft.request.name).value_or(draft.request);
    draft.theirs.reset();
    draft.outside = Outside::Nothing;
    draft.isEdited = false;
    Q_EMIT changed(index);
    Q_EMIT edited();
}

void OpenDrafts::noticeFile(const QString &path, const Result<storage::SavedRequest> &now)
{
    const int index = indexOf(path);
    if (index < 0)
        return;
    OpenDraft &draft = m_drafts[index];
    if (!now) { // one half written is read again when it is whole
        if (now.error().code == ErrorCode::NotFound && draft.outside != Outside::Removed) {
            draft.outside = Outside::Removed;
            Q_EMIT changed(index);
        }
        return;
    }
    const bool isBack = !draft.saved || draft.saved->text.isEmpty(); // after a start
    if (isBack)
        fillInSecrets(&draft.request, *now);
    const bool isAsItWas
        = isBack ? draft.knownHash == storage::fileHash(now->text) : draft.saved->text == now->text;
    const bool isOffered = isOffer(draft);
    const bool hasWork = isOffered || (isBack ? draft.isEdited : !storage::saysTheSame(draft.request, *draft.saved));
    const bool isSame = storage::saysTheSame(draft.request, *now);
    if (isAsItWas || isSame || !hasWork) {
        if (!hasWork)
            draft.request = *now;
        putBehind(&draft, *now, isOffered && isAsItWas);
        draft.theirs.reset();
        draft.outside = Outside::Nothing;
        Q_EMIT changed(index);
        if (!isSame && !hasWork)
            Q_EMIT replaced(index);
        return;
    }
    draft.theirs = *now;
    draft.outside = Outside::Changed;
    Q_EMIT changed(index);
}

void OpenDrafts::noticeRename(const QString &from, const QString &to)
{
    for (int index = 0; index < count(); ++index) {
        OpenDraft &draft = m_drafts[index];
        if (draft.path == from) {
            draft.path = to;
            draft.request.name = to.section(QLatin1Char('/'), -1).chopped(QStringView(storage::savedRequestSuffix).size());
            if (draft.saved)
                draft.saved->name = draft.request.name;
        } else if (draft.path.startsWith(from + QLatin1Char('/'))) {
            draft.path = to + draft.path.sliced(from.size());
        } else {
            continue;
        }
        draft.outside = Outside::Nothing;
        Q_EMIT changed(index);
        Q_EMIT edited();
    }
}

void OpenDrafts::takeTheirs(int index)
{
    OpenDraft &draft = m_drafts[index];
    if (!draft.theirs)
        return;
    draft.request = *draft.theirs;
    draft.saved = draft.request;
    draft.theirs.reset();
    draft.outside = Outside::Nothing;
    Q_EMIT changed(index);
    Q_EMIT replaced(index);
    Q_EMIT edited();
}

// What stands in the file is what a save changes from now on, so that it keeps what others added there.
void OpenDrafts::keepMine(int index)
{
    OpenDraft &draft = m_drafts[index];
    if (draft.theirs) {
        putBehind(&draft, *draft.theirs, false);
        draft.theirs.reset();
    }
    draft.outside = Outside::Nothing;
    Q_EMIT changed(index);
    Q_EMIT edited();
}

storage::StoredTabs OpenDrafts::stored() const
{
    storage::StoredTabs tabs;
    for (const OpenDraft &draft : m_drafts) {
        storage::StoredTab tab {draft.path, draft.request, draft.isDirty(), {}};
        if (!isOffer(draft)) // else its file has the text
            tab.request.text.clear();
        tab.request.replaces.clear();
        const bool isBack = !draft.saved || draft.saved->text.isEmpty();
        tab.fileHash = isBack ? draft.knownHash : storage::fileHash(draft.saved->text);
        tabs.tabs.append(tab);
    }
    tabs.current = m_current;
    return tabs;
}

void OpenDrafts::restore(const storage::StoredTabs &tabs)
{
    if (tabs.tabs.isEmpty())
        return;
    const int before = count();
    for (int index = 0; index < tabs.tabs.size(); ++index) {
        const storage::StoredTab &tab = tabs.tabs[index];
        OpenDraft draft = fresh();
        draft.request = tab.request;
        draft.path = tab.path;
        draft.isEdited = tab.isEdited;
        if (!tab.path.isEmpty()) {
            draft.saved = tab.isEdited ? storage::SavedRequest() : tab.request;
            draft.knownHash = tab.fileHash;
        }
        if (index < before) {
            m_drafts[index] = draft;
            Q_EMIT changed(index);
        } else {
            m_drafts.append(draft);
            Q_EMIT opened(index);
        }
    }
    m_current = std::clamp(tabs.current, 0, count() - 1);
    Q_EMIT activated(m_current);
}

storage::Draft draftOf(const storage::SavedRequest &request, int defaultTimeoutSeconds)
{
    return {request.request, request.timeoutSeconds.value_or(defaultTimeoutSeconds)};
}

storage::SavedRequest withDraft(storage::SavedRequest request, const storage::Draft &draft, int defaultTimeoutSeconds)
{
    request.request = draft.request;
    if (request.timeoutSeconds || draft.timeoutSeconds != defaultTimeoutSeconds)
        request.timeoutSeconds = draft.timeoutSeconds;
    return request;
}

} // namespace actionscope::workspace
