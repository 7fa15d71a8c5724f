// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/draft.h"
#include "app/storage/tabstore.h"

#include <QObject>

#include <optional>

namespace actionscope::workspace {

// One request that is open: as it stands in the form and, where it has a file, as it stands there.
struct OpenDraft
{
    // What happened to the file since it was read.
    enum class Outside { Nothing, Changed, Removed };

    quint64 id = 0; // as long as it is open; another request in the same place has another one
    storage::SavedRequest request = {};
    QString path = {}; // empty: never saved
    std::optional<storage::SavedRequest> saved = {}; // as it was read or written last
    std::optional<storage::SavedRequest> theirs = {}; // what stands in the file now, where that is another thing
    Outside outside = Outside::Nothing;
    bool isEdited = false; // by a person since it was opened or saved
    QByteArray knownHash = {}; // of the file as it was before the program started anew

    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] QString title() const; // the file's name, else the action's
};

// Everything that is open, one of it in front; never nothing. Knows no widgets and no disk: who does tells it what
// happened there.
class OpenDrafts final : public QObject
{
    Q_OBJECT

public:
    explicit OpenDrafts(QObject *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_drafts.size()); }
    [[nodiscard]] const OpenDraft &at(int index) const { return m_drafts.at(index); }
    [[nodiscard]] int currentIndex() const { return m_current; }
    [[nodiscard]] const OpenDraft &current() const { return m_drafts.at(m_current); }
    [[nodiscard]] int indexOf(const QString &path) const; // -1 when it is not open
    [[nodiscard]] int indexOf(quint64 id) const;
    [[nodiscard]] QStringList paths() const;

    // Brings it to the front; one that is open already is not opened twice.
    void openFile(const QString &path, const storage::SavedRequest &request);
    void openNew(const storage::SavedRequest &request);
    void activate(int index);
    // The last one makes room for an empty one.
    void close(int index);
    void move(int from, int to);

    // The one in front is executed now; its answer is for it, whichever is in front by then.
    void noteRun() { m_run = current().id; }
    // The one that was executed last, -1 when it is closed or none was.
    [[nodiscard]] int runIndex() const { return indexOf(m_run); }

    // What a person did in the form or beside it.
    void edit(const storage::SavedRequest &request);

    // A change to the one in front that was not made in the form, which shows it then; `request.text` is what its file
    // would be. Unsaved until somebody saves it.
    void offer(const storage::SavedRequest &request);

    void markSaved(int index, const QString &path, const QByteArray &text);
    // A file was read again; the error's NotFound means it is gone. What nobody edited follows the file, what somebody
    // did is kept and the two stand against each other.
    void noticeFile(const QString &path, const Result<storage::SavedRequest> &now);
    void noticeRename(const QString &from, const QString &to); // of a file or a folder
    // The ways out of a conflict.
    void takeTheirs(int index);
    void keepMine(int index);

    [[nodiscard]] storage::StoredTabs stored() const;
    // What came back after a start; requests with a file stand against it until noticeFile() tells what is in it.
    void restore(const storage::StoredTabs &tabs);

Q_SIGNALS:
    void opened(int index);
    void closed(int index);
    void moved(int from, int to);
    void activated(int index); // another one is in front
    void replaced(int index); // not by the person: the form has to show it anew
    void changed(int index); // title, dirty, outside
    void edited(); // something is to be stored

private:
    [[nodiscard]] OpenDraft fresh();
    void add(OpenDraft draft);
    [[nodiscard]] bool canBeReplaced(int index) const;

    quint64 m_newest = 0; // id
    QList<OpenDraft> m_drafts;
    int m_current = 0;
    quint64 m_run = 0;
};

[[nodiscard]] storage::Draft draftOf(const storage::SavedRequest &request, int defaultTimeoutSeconds);
// The request with what a form holds; a timeout that is the default is no wish of its own.
[[nodiscard]] storage::SavedRequest withDraft(
    storage::SavedRequest request, const storage::Draft &draft, int defaultTimeoutSeconds);

} // namespace actionscope::workspace
