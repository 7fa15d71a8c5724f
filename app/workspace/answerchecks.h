// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/expectationcheck.h"
#include "app/runner/variables.h"
#include "app/workspace/runrecord.h"

#include <QHash>
#include <QObject>

namespace actionscope::workspace {

class CatalogKeeper;
class OpenDrafts;
class Workspace;

// Holds each answer against what its open request expects of it, also while another request is in front.
class AnswerChecks final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Workspace *workspace = nullptr;
        OpenDrafts *openDrafts = nullptr;
        CatalogKeeper *catalog = nullptr; // for the schemas of answers; may be null
    };

    explicit AnswerChecks(const Parts &parts, QObject *parent = nullptr);

    using Outcomes = QList<runner::ExpectationOutcome>;
    // What the last answer of an open request came to, by its id. Nothing where there is none, or where `expect` is not
    // what it was held against.
    [[nodiscard]] std::optional<Outcomes> outcomesOf(quint64 tab, const QByteArray &expect) const;
    // The request in front expects something else now: holds the answer that it shows against that.
    void holdAgain(const RunRecord &record, const QByteArray &body);

Q_SIGNALS:
    void changed(quint64 tab);

private:
    struct Known
    {
        QByteArray expect;
        Outcomes outcomes;
    };
    // An answer about to be held against the expectations of the request it is for.
    struct Answer
    {
        quint64 tab = 0;
        quint64 number = 0;
        QString actionId;
        api::Exchange exchange;
        QByteArray typed; // what the request expects, as it stands there
        QByteArray expect; // with its names replaced
        QByteArray capture;
        QString folder; // from where snapshots count
    };

    void begin();
    void hold(int index, const RunRecord &record, const QByteArray &body, const runner::Variables &variables);
    [[nodiscard]] bool awaitsSchema(const Answer &answer);
    void settle(const QString &actionId);
    void check(const Answer &answer);

    Parts m_parts;
    runner::Variables m_sentWith; // what names stood for when the newest execution began
    QHash<quint64, Known> m_known;
    std::optional<Answer> m_waiting; // for its action to be described
    QHash<quint64, quint64> m_newest; // number of what is held for a request; what comes late is dropped
    quint64 m_count = 0;
};

} // namespace actionscope::workspace
