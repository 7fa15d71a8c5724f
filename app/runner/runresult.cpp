// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/runresult.h"

#include "app/base/tr.h"
#include "app/json/writer.h"

#include <algorithm>
#include <array>

namespace actionscope::runner {

namespace {

constexpr std::array outcomes {
    std::pair {Outcome::Passed, "passed"},
    std::pair {Outcome::Failed, "failed"},
    std::pair {Outcome::NotSent, "notSent"},
    std::pair {Outcome::Skipped, "skipped"},
    std::pair {Outcome::Cancelled, "cancelled"},
};

QByteArray expectationsJson(const QList<ExpectationOutcome> &expectations)
{
    json::ArrayWriter list;
    for (const ExpectationOutcome &expectation : expectations) {
        json::ObjectWriter one;
        one.addBool("passed", expectation.passed);
        if (expectation.isWarning())
            one.addBool("warning", true);
        one.addString("path", expectation.path);
        one.addString("sentence", expectation.sentence);
        if (expectation.line > 0) {
            one.addInteger("line", expectation.line);
            one.addInteger("column", expectation.column);
        }
        list.addRaw(one.finished());
    }
    return list.finished();
}

QByteArray textsJson(const QStringList &texts)
{
    json::ArrayWriter list;
    for (const QString &text : texts)
        list.addString(text);
    return list.finished();
}

int intOf(const json::Value &value, int otherwise = 0)
{
    return int(value.toInteger().value_or(otherwise));
}

} // namespace

QString outcomeName(Outcome outcome)
{
    const auto at = std::find_if(outcomes.cbegin(), outcomes.cend(), [&](const auto &one) { return one.first == outcome; });
    return QLatin1String(at->second);
}

QString outcomeTitle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return Tr::tr("Passed");
    case Outcome::Failed:
        return Tr::tr("Failed");
    case Outcome::NotSent:
        return Tr::tr("Not sent");
    case Outcome::Skipped:
        return Tr::tr("Skipped");
    case Outcome::Cancelled:
        return Tr::tr("Cancelled");
    }
    return {};
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    const auto at = std::find_if(
        outcomes.cbegin(), outcomes.cend(), [&](const auto &one) { return name == QLatin1String(one.second); });
    return at == outcomes.cend() ? std::nullopt : std::optional(at->first);
}

QString titleOf(const RunResult &result)
{
    QStringList parts;
    if (!result.variant.isEmpty())
        parts.append(result.variant);
    if (result.row > 0)
        parts.append(Tr::tr("row %1").arg(result.row));
    if (result.repeat > 1)
        parts.append(Tr::tr("time %1").arg(result.repeat));
    return parts.isEmpty() ? result.name : QStringLiteral("%1 (%2)").arg(result.name, parts.join(QStringLiteral(", ")));
}

QByteArray toJson(const RunResult &result)
{
    json::ObjectWriter writer;
    writer.addString("path", result.path);
    writer.addString("name", result.name);
    writer.addString("actionId", result.actionId);
    if (!result.variant.isEmpty())
        writer.addString("variant", result.variant);
    writer.addInteger("repeat", result.repeat);
    writer.addInteger("row", result.row);
    writer.addString("outcome", outcomeName(result.outcome));
    writer.addInteger("exitClass", result.exitClass);
    writer.addString("verdict", api::verdictName(result.verdict));
    writer.addInteger("status", result.status);
    writer.addString("sentence", result.sentence);
    writer.addRaw("expectations", expectationsJson(result.expectations));
    writer.addRaw("captured", textsJson(result.captured));
    writer.addInteger("attempts", result.attempts);
    writer.addString("startedAt", result.startedAt.isValid() ? result.startedAt.toString(Qt::ISODateWithMs) : QString());
    writer.addInteger("microseconds", result.microseconds);
    writer.addInteger("bytes", result.bytes);
    writer.addString("requestId", result.requestId);
    if (!result.shape.isEmpty())
        writer.addUtf8("shape", result.shape);
    if (!result.sent.isEmpty())
        writer.addString("sent", QString::fromUtf8(result.sent));
    if (!result.received.isEmpty())
        writer.addString("received", QString::fromUtf8(result.received));
    return writer.finished();
}

Result<RunResult> resultFromJson(const json::Value &value)
{
    RunResult result;
    const auto outcome = outcomeFromName(value.member(u"outcome").toString());
    const auto verdict = api::verdictFromName(value.member(u"verdict").toString());
    if (!outcome || !verdict || !value.member(u"path").isString())
        return failure(ErrorCode::InvalidInput, Tr::tr("This is not the result of a request of a run."));
    result.path = value.member(u"path").toString();
    result.name = value.member(u"name").toString();
    result.actionId = value.member(u"actionId").toString();
    result.variant = value.member(u"variant").toString();
    result.repeat = intOf(value.member(u"repeat"), 1);
    result.row = intOf(value.member(u"row"));
    result.outcome = *outcome;
    result.exitClass = intOf(value.member(u"exitClass"));
    result.verdict = *verdict;
    result.status = intOf(value.member(u"status"));
    result.sentence = value.member(u"sentence").toString();
    const json::Value expectations = value.member(u"expectations");
    for (json::Value one = expectations.firstChild(); one.isValid(); one = one.nextSibling()) {
        result.expectations.append({one.member(u"passed").toBool().value_or(false),
            one.member(u"sentence").toString(), one.member(u"path").toString(), intOf(one.member(u"line")),
            intOf(one.member(u"column"))});
    }
    const json::Value captured = value.member(u"captured");
    for (json::Value one = captured.firstChild(); one.isValid(); one = one.nextSibling())
        result.captured.append(one.toString());
    result.attempts = intOf(value.member(u"attempts"));
    result.startedAt = QDateTime::fromString(value.member(u"startedAt").toString(), Qt::ISODateWithMs);
    result.microseconds = value.member(u"microseconds").toInteger().value_or(-1);
    result.bytes = value.member(u"bytes").toInteger().value_or(0);
    result.requestId = value.member(u"requestId").toString();
    result.shape = value.member(u"shape").toString().toUtf8();
    result.sent = value.member(u"sent").toString().toUtf8();
    result.received = value.member(u"received").toString().toUtf8();
    return result;
}

} // namespace actionscope::runner
