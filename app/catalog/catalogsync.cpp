// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogsync.h"

#include "app/base/clock.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"

#include <QtConcurrentRun>

#include <array>

namespace actionscope::catalog {

using api::ListKind;

namespace {

// What is short comes first, so that there is something while the actions are still on their way.
constexpr std::array lists {ListKind::Apps, ListKind::Accounts, ListKind::Actions};
constexpr qint64 pagesBeyondTotal = 10; // things may be added while the list is read

// Where the next list would fail alike. A key that may not read one list (403) may read the others.
bool isHopeless(const api::Exchange &exchange)
{
    using api::FaultKind;
    if (exchange.fault) {
        const FaultKind kind = exchange.fault->kind;
        return kind == FaultKind::ConnectionRefused || kind == FaultKind::HostNotFound || kind == FaultKind::TlsFailed
            || kind == FaultKind::ProxyFailed || kind == FaultKind::Redirected || kind == FaultKind::Cancelled;
    }
    const int status = exchange.answer.status;
    return status == 401 || status == 410;
}

} // namespace

CatalogSync::CatalogSync(executor::Executor *executor, const executor::Destination &destination,
    api::ApiVersion version, const Catalog &known, const SyncOptions &options, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
    , m_destination(destination)
    , m_version(version)
    , m_known(known)
    , m_options(options)
{
    m_partialTimer.setSingleShot(true);
    connect(&m_partialTimer, &QTimer::timeout, this, &CatalogSync::tellPartial);
}

void CatalogSync::start() { beginList(); }

void CatalogSync::cancel()
{
    if (m_isOver || m_result.isCancelled)
        return;
    m_result.isCancelled = true;
    if (m_read)
        m_read->cancel(); // else a page is being read, and the worker's word is waited for
}

void CatalogSync::beginList()
{
    if (m_list == qsizetype(lists.size())) {
        conclude();
        return;
    }
    m_place = {};
    m_cursors.clear();
    m_listTroubles = {};
    m_total = 0;
    tell();
    readPage();
}

void CatalogSync::readPage()
{
    if (m_result.isCancelled) {
        conclude();
        return;
    }
    const api::HttpRequest request = api::listRequest(lists[m_list], m_place, m_version);
    auto *read = new ServiceRead(request, m_destination, m_options.policy, m_executor, this);
    m_read = read;
    connect(read, &ServiceRead::pausing, this, [this](std::chrono::milliseconds pause) { tell(pause); });
    connect(read, &ServiceRead::finished, this, &CatalogSync::takeAnswer);
    connect(read, &ServiceRead::finished, read, &QObject::deleteLater);
    read->start();
}

void CatalogSync::takeAnswer(const api::Exchange &exchange)
{
    m_read = nullptr;
    if (m_result.isCancelled) {
        conclude();
        return;
    }
    const QString what = Tr::tr("The list of %1").arg(api::listName(lists[m_list]));
    if (const auto error = readError(exchange, what)) {
        takeRefusal(exchange, *error);
        return;
    }
    const QByteArray body = exchange.answer.body;
    switch (lists[m_list]) {
    case ListKind::Apps:
        interpret(body, &m_apps, &api::readApps);
        break;
    case ListKind::Actions:
        interpret(body, &m_actions, &api::readActions);
        break;
    case ListKind::Accounts:
        interpret(body, &m_accounts, &api::readAccounts);
        break;
    }
}

void CatalogSync::takeRefusal(const api::Exchange &exchange, const Error &error)
{
    addTrouble(error);
    if (!exchange.fault)
        m_result.refusedStatus = exchange.answer.status;
    if (!isHopeless(exchange)) {
        endList(false);
        return;
    }
    m_result.troubles += m_listTroubles.sentences(lists[m_list]);
    QStringList unread;
    for (qsizetype i = m_list + 1; i < qsizetype(lists.size()); ++i)
        unread.append(api::listName(lists[i]));
    if (!unread.isEmpty())
        m_result.troubles += Tr::tr("Not asked for after that: %1.").arg(unread.join(QStringLiteral(", ")));
    conclude();
}

template <typename T>
void CatalogSync::interpret(const QByteArray &body, Gathering<T> *gathering,
    Result<api::ListPage<T>> (*read)(const QByteArray &, const api::PagePlace &, api::ApiVersion))
{
    const auto work = [body, read, place = m_place, version = m_version] { return read(body, place, version); };
    whenReady(QtConcurrent::run(work), this,
        [this, gathering](const Result<api::ListPage<T>> &page) { takePage(page, gathering); });
}

template <typename T> void CatalogSync::takePage(const Result<api::ListPage<T>> &page, Gathering<T> *gathering)
{
    if (!page) {
        addTrouble(page.error());
        endList(false);
        return;
    }
    const qsizetype fresh = gathering->add(page->items);
    m_listTroubles.add(page->troubles);
    if (m_place.page == 1)
        m_total = page->totalItems > 0 ? page->totalItems : page->totalPages * page->items.size();
    if (!page->next)
        m_total = gathering->items().size();
    tell();
    if (fresh > 0 && !m_partialTimer.isActive()) {
        m_partialTimer.start();
        m_partialTimer.setInterval(m_options.partialEvery); // from the second time on
    }
    if (!page->next) {
        m_listTroubles.add(gathering->troubles());
        endList(true);
        return;
    }
    const QString circle = circleIn(*page->next, fresh, page->totalPages);
    if (!circle.isEmpty()) {
        m_result.troubles += circle;
        endList(false);
        return;
    }
    m_cursors.insert(m_place.cursor);
    m_place = *page->next;
    readPage();
}

QString CatalogSync::circleIn(const api::PagePlace &next, qsizetype fresh, qint64 totalPages) const
{
    const QString name = api::listName(lists[m_list]);
    if (!next.cursor.isEmpty() && (next.cursor == m_place.cursor || m_cursors.contains(next.cursor)))
        return Tr::tr("The list of %1 leads back to a page that was read already; page %2 is the last one used.").arg(name).arg(m_place.page);
    if (fresh == 0)
        return Tr::tr("The list of %1 goes on, but page %2 brought nothing new.").arg(name).arg(m_place.page);
    const bool isBeyond = totalPages > 0 && m_place.page >= totalPages + pagesBeyondTotal;
    if (isBeyond || m_place.page >= m_options.mostPages)
        return Tr::tr("The list of %1 does not end: %2 pages were read.").arg(name).arg(m_place.page);
    return {};
}

// A service that suddenly has no apps and actions at all is out of order; that a person has no accounts is common.
bool CatalogSync::isSuddenlyEmpty() const
{
    const ListKind list = lists[m_list];
    return (list == ListKind::Apps && m_apps.items().isEmpty() && !m_known.apps().isEmpty())
        || (list == ListKind::Actions && m_actions.items().isEmpty() && !m_known.actions().isEmpty());
}

void CatalogSync::endList(bool isComplete)
{
    if (isComplete && isSuddenlyEmpty()) {
        m_result.troubles
            += Tr::tr("The list of %1 came empty; what was known before is kept.").arg(api::listName(lists[m_list]));
    } else if (isComplete) {
        m_result.complete.insert(lists[m_list]);
    }
    m_result.troubles += m_listTroubles.sentences(lists[m_list]);
    ++m_list;
    beginList();
}

// What is known is joined with what came on a worker: with twenty thousand actions it takes a while.
void CatalogSync::conclude()
{
    m_isOver = true;
    const bool isEmpty = m_apps.items().isEmpty() && m_actions.items().isEmpty() && m_accounts.items().isEmpty();
    if (m_result.complete.size() == qsizetype(lists.size()))
        m_result.end = SyncResult::End::Complete;
    else if (!isEmpty || !m_result.complete.isEmpty())
        m_result.end = SyncResult::End::Partial;
    else
        m_result.catalog = m_known;
    if (m_result.end == SyncResult::End::Nothing) {
        Q_EMIT finished(m_result);
        return;
    }
    whenReady(joined(), this, [this](const Catalog &catalog) {
        m_result.catalog = catalog;
        Q_EMIT finished(m_result);
    });
}

void CatalogSync::tellPartial()
{
    whenReady(joined(), this, [this](const Catalog &catalog) {
        if (!m_isOver)
            Q_EMIT partial(catalog);
    });
}

QFuture<Catalog> CatalogSync::joined() const
{
    const auto join = [known = m_known, apps = m_apps, actions = m_actions, accounts = m_accounts, complete = m_result.complete] {
        const bool isWhole = complete.size() == qsizetype(lists.size());
        return Catalog(complete.contains(ListKind::Apps) ? apps.items() : apps.withEarlier(known.apps()),
            complete.contains(ListKind::Actions) ? actions.items() : actions.withEarlier(known.actions()),
            complete.contains(ListKind::Accounts) ? accounts.items() : accounts.withEarlier(known.accounts()),
            isWhole ? systemClock()() : known.syncedAt());
    };
    return QtConcurrent::run(join);
}

void CatalogSync::tell(std::chrono::milliseconds pause)
{
    SyncProgress told;
    told.list = lists[m_list];
    told.pause = pause;
    told.total = m_total;
    switch (told.list) {
    case ListKind::Apps:
        told.done = m_apps.items().size();
        break;
    case ListKind::Actions:
        told.done = m_actions.items().size();
        break;
    case ListKind::Accounts:
        told.done = m_accounts.items().size();
        break;
    }
    Q_EMIT progress(told);
}

void CatalogSync::addTrouble(const Error &error)
{
    m_result.troubles += error.hint.isEmpty() ? error.sentence : error.sentence + QLatin1Char(' ') + error.hint;
}

} // namespace actionscope::catalog
