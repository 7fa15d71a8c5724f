// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/historyentry.h"

#include <QRandomGenerator>

namespace actionscope::storage::samples {

// Bytes that a text format is likely to lose: NUL, invalid UTF-8, quotes, separators, line breaks, digits after them.
[[nodiscard]] inline QByteArray awkwardBytes(QRandomGenerator &random, int size)
{
    static const QByteArray odd("\0\n\r\t\\\"';,=@%[] 0a7fF\x01\x1f\x7f\x80\xc3\xfe\xff\xed\xa0", 29);
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += random.bounded(3) == 0 ? char(random.bounded(256)) : odd[random.bounded(int(odd.size()))];
    return bytes;
}

[[nodiscard]] inline QString awkwardText(QRandomGenerator &random, int size)
{
    static const QString odd = QStringLiteral("\n\r\t\\\"';,=@%[] 0aZü€\U0001F600") + QChar(0) + QChar(0xFEFF);
    QString text;
    for (int i = 0; i < size; ++i)
        text += random.bounded(3) == 0 ? QChar(char16_t(random.bounded(0x10000)))
                                       : odd[random.bounded(int(odd.size()))];
    return text;
}

// An answer of about that size, as a service would write it.
[[nodiscard]] inline QByteArray jsonBody(int number, int size)
{
    QByteArray body = "{\"data\":{\"number\":" + QByteArray::number(number) + ",\"items\":[";
    while (body.size() < size - 40)
        body += "{\"name\": \"value " + QByteArray::number(body.size()) + "\"},";
    body += "null]},\"successful\":true}";
    return body;
}

// The same entry for the same number, in every process.
[[nodiscard]] inline HistoryEntry entry(int number, int bodySize = 2000)
{
    HistoryEntry entry;
    entry.startedAt = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + number, Qt::UTC);
    entry.environment = QStringLiteral("sandbox");
    entry.baseUrl = QStringLiteral("http://127.0.0.1:4711");
    entry.apiVersion = api::ApiVersion::V2;
    entry.draft.request.actionId = QStringLiteral("GITHUB_CREATE_AN_ISSUE");
    entry.draft.request.entityId = QStringLiteral("default");
    entry.draft.request.input = "{\"title\": \"number " + QByteArray::number(number) + "\"}";
    entry.exchange.request = {"POST", "/api/v2/actions/GITHUB_CREATE_AN_ISSUE/execute",
        {{"Content-Type", "application/json"}, {"x-api-key", "\u2039redacted:apiKey\u203a"}},
        "{\"entityId\":\"default\",\"input\":" + entry.draft.request.input + '}'};
    entry.exchange.answer = {200, "OK", {{"Content-Type", "application/json"}, {"X-Request-Id", "r1"}},
        jsonBody(number, bodySize)};
    entry.exchange.timings = {10, 200, -1, 300, 4000, 4100, 4200 + number};
    entry.verdict = api::Verdict::Successful;
    entry.sentence = QStringLiteral("Number %1").arg(number);
    return entry;
}

// A mixture of small bodies, some near the inline limit and some beside the segment.
[[nodiscard]] inline int bodySizeOf(int number)
{
    return number % 11 == 5 ? 200'000 : number % 7 == 3 ? 60 * 1024 : 2000;
}

// Every field filled, with what is hard to keep.
[[nodiscard]] inline HistoryEntry awkwardEntry(quint32 seed, int size)
{
    QRandomGenerator random(seed);
    const auto text = [&] { return awkwardText(random, random.bounded(size)); };
    const auto bytes = [&] { return awkwardBytes(random, random.bounded(size)); };
    HistoryEntry entry = samples::entry(int(seed));
    api::ExecuteRequest &request = entry.draft.request;
    request = {text(), text(), text(), text(), bytes(), text(), text(), text(), {}, bytes(), text()};
    request.authConfig = "{\"base_url\":\"https://api.example\"}";
    entry.draft.timeoutSeconds = 7;
    entry.environment = text();
    entry.baseUrl = text();
    entry.apiVersion = api::ApiVersion::V3;
    entry.exchange.request = {"POST", bytes(), {{bytes(), bytes()}, {"a", ""}, {"a", ""}, {"", "@b"}}, bytes()};
    entry.exchange.answer = {599, bytes(), {{"via", bytes()}, {"Via", bytes()}}, bytes()};
    entry.exchange.fault = api::TransportFault {api::FaultKind::TlsFailed, text(), text(), random.bounded(2) == 1};
    entry.verdict = api::Verdict::OutcomeUnknown;
    entry.sentence = text();
    return entry;
}

} // namespace actionscope::storage::samples
