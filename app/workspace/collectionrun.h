// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/runlog.h"
#include "app/runner/runner.h"
#include "app/storage/collectionsecrets.h"
#include "app/workspace/preparedrun.h"

#include <QElapsedTimer>

#include <deque>
#include <memory>

namespace actionscope::workspace {

class CatalogKeeper;
class Workspace;

// One run of saved requests from the window, on the environment that is chosen when it starts. Ends once, in failed()
// before anything was sent, or in finished(). Keeps the results in a file, and as many exchanges in memory as a person
// may want to look at.
class CollectionRun final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype keptBytes = qsizetype(64) << 20; // of exchanges; the oldest go first

    CollectionRun(Workspace *workspace, CatalogKeeper *catalog, QObject *parent = nullptr);

    void start(const RunWish &wish, const PreparedRun &prepared);
    // Nothing more begins and what is under way is cut off; what is done stays.
    void cancel();

    [[nodiscard]] const RunWish &wish() const { return m_wish; }
    [[nodiscard]] const runner::RunSummary &summary() const { return m_summary; }
    [[nodiscard]] qint64 elapsedMs() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }
    [[nodiscard]] bool isOver() const { return m_isOver; }
    // Whole only where logTrouble() is empty.
    [[nodiscard]] std::shared_ptr<runner::RunLog> log() const { return m_log; }
    [[nodiscard]] QString logTrouble() const { return m_logTrouble; }
    [[nodiscard]] const storage::Environment &environment() const { return m_environment; }
    // Of a matrix, in their order; empty where it is none.
    [[nodiscard]] QStringList labels() const;
    // Of the result that came as the `number`th, from 0; null where it is not kept, or nothing was sent.
    [[nodiscard]] const api::Exchange *exchange(qint64 number) const;

Q_SIGNALS:
    void failed(const actionscope::Error &error);
    void begun();
    void requestFinished(const actionscope::runner::RunResult &result);
    void finished();

private:
    // An environment with all it takes to send there.
    struct Place
    {
        storage::Environment environment;
        executor::Destination destination = {};
        QList<runner::Variables> variables = {}; // by collection
        Redactor redactor = {};
    };
    void makePlaces();
    void readSecretsOf(int place, int collection);
    void takeSecrets(int place, int collection, const QList<storage::SecretValue> &secrets);
    void findDestination(int place);
    [[nodiscard]] runner::RequestSettings settingsOf(const Place &place) const;
    [[nodiscard]] QList<runner::Variant> variants() const;
    void gatherSchemas();
    void send();
    void take(const runner::RunResult &result);
    void fail(const Error &error);

    Workspace *m_workspace;
    CatalogKeeper *m_catalog;
    RunWish m_wish;
    PreparedRun m_prepared;
    storage::Environment m_environment;
    std::vector<Place> m_places; // never empty; several only for a matrix
    QSet<QString> m_awaited; // actions whose schemas are on their way, in lower case
    runner::Runner *m_runner = nullptr;
    runner::RunSummary m_summary;
    std::shared_ptr<runner::RunLog> m_log = std::make_shared<runner::RunLog>();
    QString m_logTrouble;
    QElapsedTimer m_clock;
    std::optional<api::Exchange> m_answered; // of the result that comes next
    std::deque<std::pair<qint64, api::Exchange>> m_exchanges; // by number
    qsizetype m_exchangeBytes = 0;
    bool m_isOver = false;
};

} // namespace actionscope::workspace
