// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/listwire.h"
#include "app/catalog/catalog.h"
#include "app/catalog/gathering.h"
#include "app/catalog/serviceread.h"

#include <QFuture>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace actionscope::catalog {

struct SyncOptions
{
    ReadPolicy policy = {};
    int mostPages = 2000; // of one list; a service that has more is going round in circles
    std::chrono::milliseconds partialEvery = std::chrono::milliseconds(500);
};

struct SyncProgress
{
    api::ListKind list = api::ListKind::Apps;
    qsizetype done = 0;
    qsizetype total = 0; // 0 as long as the service has not said
    std::chrono::milliseconds pause = std::chrono::milliseconds(0); // the service is busy, this long
};

struct SyncResult
{
    enum class End { Complete, Partial, Nothing };

    End end = End::Nothing;
    bool isCancelled = false;
    int refusedStatus = 0; // of the last HTTP error answer, 0 when there was none
    // Where something could not be read: what was known before, with what came.
    Catalog catalog = {};
    QSet<api::ListKind> complete = {}; // read to their ends
    QStringList troubles = {}; // one sentence each
};

// Reads apps, connected accounts and actions, page after page. A list that cannot be read leaves what was known of it;
// a key that is refused ends it all at once, one that may not read a list only that list. Pages are read on a worker thread.
class CatalogSync final : public QObject
{
    Q_OBJECT

public:
    CatalogSync(executor::Executor *executor, const executor::Destination &destination, api::ApiVersion version,
        const Catalog &known, const SyncOptions &options = {}, QObject *parent = nullptr);

    void start();
    // finished() follows soon, with what was read until then. Harmless afterwards.
    void cancel();

Q_SIGNALS:
    void progress(const actionscope::catalog::SyncProgress &progress);
    // What was known, with what came so far; soon after the first page, then at most every so often.
    void partial(const actionscope::catalog::Catalog &catalog);
    // Exactly once.
    void finished(const actionscope::catalog::SyncResult &result);

private:
    void beginList();
    void readPage();
    void takeAnswer(const api::Exchange &exchange);
    void takeRefusal(const api::Exchange &exchange, const Error &error);
    template <typename T> void interpret(const QByteArray &body, Gathering<T> *gathering,
        Result<api::ListPage<T>> (*read)(const QByteArray &, const api::PagePlace &, api::ApiVersion));
    template <typename T> void takePage(const Result<api::ListPage<T>> &page, Gathering<T> *gathering);
    // Nothing when the list goes on.
    [[nodiscard]] QString circleIn(const api::PagePlace &next, qsizetype fresh, qint64 totalPages) const;
    [[nodiscard]] bool isSuddenlyEmpty() const;
    void endList(bool isComplete);
    void conclude();
    void tellPartial();
    [[nodiscard]] QFuture<Catalog> joined() const;
    void tell(std::chrono::milliseconds pause = std::chrono::milliseconds(0));
    void addTrouble(const Error &error);

    executor::Executor *m_executor;
    executor::Destination m_destination;
    api::ApiVersion m_version;
    Catalog m_known;
    SyncOptions m_options;
    QPointer<ServiceRead> m_read;
    qsizetype m_list = 0; // place in the order of lists
    api::PagePlace m_place;
    QSet<QString> m_cursors; // of this list, used already
    qsizetype m_total = 0; // items of this list
    Gathering<api::AppInfo> m_apps;
    Gathering<api::ActionInfo> m_actions;
    Gathering<api::ConnectedAccount> m_accounts;
    api::ListTroubles m_listTroubles;
    SyncResult m_result;
    QTimer m_partialTimer;
    bool m_isOver = false;
};

} // namespace actionscope::catalog
