// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/recordedrun.h"
#include "app/api/wirereader.h"
#include "app/json/document.h"
#include "app/sandbox/refusal.h"

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace actionscope::sandbox {

// The recorded run that answers a request, and how well it fits.
struct ReplayPick
{
    api::RecordedRun run;
    qsizetype differences = 0; // between what is asked and what was; 0: the same
    qsizetype turn = 1; // which of the runs that were asked the same
    qsizetype turns = 1;
};

// Recorded runs, to be asked by what they executed. A run answers in the API version it was recorded over (v3 and v3.1
// are one to it), because an answer is given back byte for byte and never rewritten. What was asked several times is
// answered in that order, and then from the beginning.
class ReplayBook final
{
public:
    explicit ReplayBook(const QList<api::RecordedRun> &runs);

    // The same action with an equal input, else the nearest input; the same user and account where there is a choice.
    [[nodiscard]] tl::expected<ReplayPick, Refusal> execution(const api::ReadExecution &asked);
    // What executes nothing is answered where the very same was asked; nothing for what was not.
    [[nodiscard]] std::optional<ReplayPick> other(
        const QByteArray &method, const QByteArray &pathAndQuery, const QByteArray &body);

    [[nodiscard]] const QStringList &actions() const { return m_actions; }

private:
    // Runs that were asked the same, in their order.
    struct Group
    {
        api::ReadExecution asked;
        json::Document words; // what is compared
        size_t hash = 0; // of the words
        api::HttpRequest request; // for what is no execution
        QList<api::RecordedRun> runs;
        qsizetype next = 0;
    };
    enum class Versions { Same, Related };

    void addExecution(const api::ReadExecution &read, const api::RecordedRun &run);
    void addOther(const api::RecordedRun &run);
    [[nodiscard]] static ReplayPick pick(Group &group, qsizetype differences);
    [[nodiscard]] std::vector<Group *> candidates(const api::ReadExecution &asked, Versions versions);
    [[nodiscard]] Refusal notRecorded(const api::ReadExecution &asked) const;

    std::vector<Group> m_executions;
    std::vector<Group> m_others;
    QStringList m_actions;
};

} // namespace actionscope::sandbox
