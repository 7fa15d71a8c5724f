// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionindex.h"
#include "tests/bench/measure.h"
#include "tests/support/actionsample.h"

#include <QSortFilterProxyModel>
#include <QStringListModel>

#include <cstdio>
#include <vector>

using namespace actionscope;
using namespace actionscope::catalog;

// How long each key of a query takes until its rows are ready, over 20,000 actions, beside a QSortFilterProxyModel that
// looks for the same text in the same words.
namespace {

constexpr qsizetype actionCount = 20'000;
constexpr int rounds = 3;
constexpr double allowedMilliseconds = 2;

struct Query
{
    const char *typed;
    const char *id; // that must be the first row
};

// The first ones are found by the peer too: they stand like that in the id.
constexpr Query queries[] = {
    {"github_create_an_issue", "GITHUB_CREATE_AN_ISSUE"},
    {"gmail_send_email", "GMAIL_SEND_EMAIL"},
    {"googledrive_upload_file", "GOOGLEDRIVE_UPLOAD_FILE"},
    {"stripe_retrieve_balance", "STRIPE_RETRIEVE_BALANCE"},
    {"gh iss cr", "GITHUB_CREATE_AN_ISSUE"},
    {"create github issue", "GITHUB_CREATE_AN_ISSUE"},
    {"githib creat isue", "GITHUB_CREATE_AN_ISSUE"},
    {"google calender create event", "GOOGLECALENDAR_CREATE_EVENT"},
    {"gsheet batch upd", "GOOGLESHEETS_BATCH_UPDATE"},
    {"ghcriss", "GITHUB_CREATE_AN_ISSUE"},
    {"slack send message to a channel", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
    {"hackernews serch psots", "HACKERNEWS_SEARCH_POSTS"},
    {"retreive balance", "STRIPE_RETRIEVE_BALANCE"},
    {"github create qqqqq issue", "GITHUB_CREATE_AN_ISSUE"},
    {"notoin databse query", "NOTION_QUERY_DATABASE"},
    {"send a message to slack", "SLACK_SENDS_A_MESSAGE_TO_A_SLACK_CHANNEL"},
};
constexpr int peerFinds = 4;

void print(const char *name, std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) { return times[std::size_t(double(times.size() - 1) * share)]; };
    std::printf("%-32s p50 %8.3f ms   p99 %8.3f ms   worst %8.3f ms   %zu keys\n", name, at(0.5), at(0.99),
        times.back(), times.size());
}

// The shortest of the rounds for each key, so that what else the machine does is not counted.
template <typename Search> std::vector<double> timeKeys(int queryCount, Search search)
{
    std::vector<double> times;
    for (int number = 0; number < queryCount; ++number) {
        const QString typed = QString::fromUtf8(queries[number].typed);
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            const QString text = typed.first(length);
            times.push_back(bench::bestOf(rounds, [&] { search(text); }));
        }
    }
    return times;
}

bool findsAll(const ActionIndex &index, QSortFilterProxyModel &peer)
{
    bool isRight = true;
    for (int number = 0; number < int(std::size(queries)); ++number) {
        const Query &query = queries[number];
        const QString typed = QString::fromUtf8(query.typed);
        const QList<ActionHit> hits = index.search({.text = typed});
        bool finds = !hits.isEmpty() && index.actions()[hits.first().position].id == QLatin1String(query.id);
        if (number < peerFinds) {
            peer.setFilterFixedString(typed);
            bool peerHasIt = false;
            for (int row = 0; row < peer.rowCount(); ++row)
                peerHasIt = peerHasIt || peer.index(row, 0).data().toString().startsWith(QLatin1String(query.id));
            finds = finds && peerHasIt;
        }
        if (!finds)
            std::printf("%s does not find %s\n", query.typed, query.id);
        isRight = isRight && finds;
    }
    return isRight;
}

} // namespace

int main()
{
    const test::ActionSample sample = test::manyActions(actionCount);
    QElapsedTimer building;
    building.start();
    const ActionIndex index(sample.apps, sample.actions);
    std::printf("%lld actions: index built in %lld ms, %.1f MB\n", static_cast<long long>(index.actions().size()),
        static_cast<long long>(building.elapsed()), double(index.memory()) / 1e6);

    QStringList words;
    for (const api::ActionInfo &each : sample.actions)
        words.append(each.id + QLatin1Char('\n') + each.name + QLatin1Char('\n') + each.description);
    QStringListModel rows(words);
    QSortFilterProxyModel peer;
    peer.setFilterCaseSensitivity(Qt::CaseInsensitive);
    peer.setSourceModel(&rows);
    if (!findsAll(index, peer))
        return 1;

    qsizetype seen = 0;
    ActionSearch search {.favourites = {QStringLiteral("JIRA_CREATE_ISSUE")},
        .recents = {QStringLiteral("GMAIL_SEND_EMAIL"), QStringLiteral("LINEAR_CREATE_LINEAR_ISSUE")}};
    std::vector<double> ours = timeKeys(int(std::size(queries)), [&](const QString &text) {
        search.text = text;
        seen += index.search(search).size();
    });
    std::vector<double> theirs = timeKeys(peerFinds, [&](const QString &text) {
        peer.setFilterFixedString(text);
        seen += peer.rowCount();
    });
    print("index, all queries", ours);
    print("QSortFilterProxyModel, contains", theirs);
    const double worstOfNearlyAll = ours[std::size_t(double(ours.size() - 1) * 0.99)];
    std::printf("p99 %.3f ms of %.1f ms allowed; the peer's is %.1f times as long (%lld rows)\n", worstOfNearlyAll,
        allowedMilliseconds, theirs[std::size_t(double(theirs.size() - 1) * 0.99)] / worstOfNearlyAll,
        static_cast<long long>(seen));
    return 0;
}
