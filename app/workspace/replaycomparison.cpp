// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/replaycomparison.h"

#include "app/base/redaction.h"
#include "app/base/tr.h"
#include "app/diagnosis/rulebook.h"

#include <algorithm>

namespace actionscope::workspace {

namespace {

using json::Change;

constexpr qint64 perMillisecond = 1000;

qint64 millisecondsOf(const api::Exchange &exchange)
{
    return exchange.timings.finished < 0 ? -1 : exchange.timings.finished / perMillisecond;
}

bool isOfStructure(const Change &change)
{
    if (change.kind == Change::Kind::Moved)
        return false;
    const auto kindOf = [](const json::Value &value) { return value.isBool() ? json::Type::True : value.type(); };
    return change.kind != Change::Kind::Changed || kindOf(change.left) != kindOf(change.right);
}

// The recording says a placeholder there, which no answer does.
bool wasHidden(const Change &change)
{
    return change.kind == Change::Kind::Changed && change.left.isString() && holdsRedactedPlaceholder(change.left.raw());
}

void compareBodies(const QByteArray &before, const QByteArray &now, const json::DiffOptions &options, ReplayComparison &comparison)
{
    const json::Document left = json::Document::parse(before);
    const json::Document right = json::Document::parse(now);
    if (!left.isValid() || !right.isValid()) {
        comparison.areBodiesEqual = before == now;
        return;
    }
    comparison.difference = json::difference(left, right, options);
    auto &changes = comparison.difference.changes;
    const auto hidden = std::remove_if(changes.begin(), changes.end(), wasHidden);
    comparison.hidden = int(changes.end() - hidden);
    changes.erase(hidden, changes.end());
    comparison.structure = int(std::count_if(changes.begin(), changes.end(), isOfStructure));
    comparison.values = int(changes.size()) - comparison.structure;
    comparison.areBodiesEqual = changes.empty();
}

QString line(const QString &title, const QString &before, const QString &now)
{
    //: What is compared, what was, and what is.
    return before == now ? Tr::tr("%1: %2, as recorded").arg(title, now) : Tr::tr("%1: %2 → %3").arg(title, before, now);
}

QString statusWords(int status) { return status > 0 ? QString::number(status) : Tr::tr("none"); }
QString causeWords(const FailureMark &mark)
{
    const QString cause = mark.cause.isEmpty() ? mark.code : mark.cause;
    return cause.isEmpty() ? Tr::tr("none") : cause;
}

} // namespace

ReplayComparison compare(const api::Exchange &recorded, const RunRecord &now, const json::DiffOptions &options,
    const QString &baseUrl, const catalog::Catalog &catalog)
{
    ReplayComparison comparison;
    const diagnosis::Judgement judgement = diagnosis::judge(recorded);
    diagnosis::Surroundings around;
    around.baseUrl = baseUrl;
    around.apiVersion = now.entry.apiVersion;
    around.catalog = catalog;
    comparison.before = markOf(recorded, judgement, diagnosis::diagnose(recorded, judgement, around));
    comparison.now = markOf(now);
    comparison.millisecondsBefore = millisecondsOf(recorded);
    comparison.millisecondsNow = millisecondsOf(now.entry.exchange);
    compareBodies(recorded.answer.body, now.entry.exchange.answer.body, options, comparison);
    return comparison;
}

QStringList wordsOf(const ReplayComparison &comparison)
{
    const FailureMark &before = comparison.before;
    const FailureMark &now = comparison.now;
    QStringList lines {line(Tr::tr("Verdict"), api::verdictTitle(before.verdict), api::verdictTitle(now.verdict)),
        line(Tr::tr("Status"), statusWords(before.status), statusWords(now.status))};
    if (causeWords(before) != causeWords(now) || before.verdict != api::Verdict::Successful)
        lines.append(line(Tr::tr("Cause"), causeWords(before), causeWords(now)));
    if (before.places != now.places)
        lines.append(line(Tr::tr("Place in the request"), before.places.join(QStringLiteral(", ")), now.places.join(QStringLiteral(", "))));
    if (comparison.difference.left.isEmpty()) {
        lines.append(comparison.areBodiesEqual ? Tr::tr("Answer: the same bytes, as recorded") : Tr::tr("Answer: other bytes"));
    } else {
        lines.append(comparison.structure ? Tr::tr("Structure: %1 differences").arg(comparison.structure) : Tr::tr("Structure: as recorded"));
        lines.append(comparison.values ? Tr::tr("Values: %1 differences").arg(comparison.values) : Tr::tr("Values: as recorded"));
    }
    if (comparison.hidden > 0)
        lines.append(Tr::tr("Not compared, as the recording hides them: %1 values").arg(comparison.hidden));
    if (comparison.millisecondsBefore >= 0) {
        lines.append(Tr::tr("Time: %1 ms → %2 ms").arg(comparison.millisecondsBefore).arg(comparison.millisecondsNow));
    } else {
        lines.append(Tr::tr("Time: %1 ms; it was not recorded").arg(comparison.millisecondsNow));
    }
    return lines;
}

} // namespace actionscope::workspace
