// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"
#include "app/storage/collectionwatcher.h"
#include "app/storage/jobqueue.h"
#include "app/storage/requestsummaries.h"

#include <QObject>

#include <functional>

namespace actionscope::storage {
class Settings;
}

namespace actionscope::workspace {

// A collection that is open, as it was on the disk a moment ago.
struct OpenCollection
{
    storage::Collection collection;
    storage::RequestSummaries summaries; // come a little later than the tree
};

// The collections that are open. Reads them and works on their files on a thread of its own, and reads them again when
// anybody changed them.
class Collections final : public QObject
{
    Q_OBJECT

public:
    explicit Collections(storage::Settings *settings, QObject *parent = nullptr);
    ~Collections() override;

    // Those that were open the last time.
    void openRemembered();
    // Any folder will do; one that is open already is read again.
    void open(const QString &folder);
    void close(const QString &folder);
    [[nodiscard]] const QList<OpenCollection> &all() const { return m_all; }
    // Some that were asked for are not read yet.
    [[nodiscard]] bool isOpening() const { return m_wanted.size() > m_all.size(); }
    // The one that holds a file or folder; null for none.
    [[nodiscard]] const OpenCollection *holding(const QString &path) const;

    // Files outside of the trees that are of interest, too: open tabs.
    void watchFiles(const QStringList &files);

    // Does something on the disk and reads the collections again; `done` gets the path it made or changed.
    using Work = std::function<Result<QString>()>;
    void perform(const Work &work, const std::function<void(const QString &path)> &done = {});
    [[nodiscard]] QFuture<Result<storage::SavedRequest>> readRequest(const QString &path);

Q_SIGNALS:
    void opened(const QString &folder);
    void changed(const QString &folder); // tree, variables, environments or troubles
    void summarized(const QString &folder);
    void closed(const QString &folder);
    void filesChanged(); // on the disk, by anybody
    void failed(const actionscope::Error &error);

private:
    void readAgain();
    void read(const QString &folder);
    void take(const QString &folder, const Result<storage::Collection> &collection);
    void summarize(const QString &folder);
    void watch();
    void remember();
    [[nodiscard]] OpenCollection *find(const QString &folder);

    storage::Settings *m_settings;
    QList<OpenCollection> m_all;
    QStringList m_wanted; // folders that are open or about to be, in their order
    QStringList m_files;
    storage::CollectionWatcher m_watcher;
    std::atomic_bool m_isEnding = false;
    storage::JobQueue m_jobs; // last, so that it ends first
};

} // namespace actionscope::workspace
