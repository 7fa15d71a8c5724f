// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfields.h"

#include <QCryptographicHash>

#include <array>

namespace actionscope::storage {

namespace {

constexpr QLatin1String bodyLeftOutWord("bodyLeftOut");

const QString utf16Suffix = QStringLiteral(".utf16");

// Text that UTF-8 cannot carry there and back (half a surrogate pair, a leading byte order mark) goes as UTF-16.
void addText(HistoryFields &fields, const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    if (QString::fromUtf8(text.toUtf8()) == text) {
        fields.insert(name, text);
        return;
    }
    QByteArray utf16;
    for (const QChar c : text) {
        utf16 += char(c.unicode() >> 8);
        utf16 += char(c.unicode() & 0xFF);
    }
    fields.insert(name + utf16Suffix, utf16);
}

QString textIn(const HistoryFields &fields, const QString &name)
{
    const auto odd = fields.constFind(name + utf16Suffix);
    if (odd == fields.cend())
        return QString::fromUtf8(bytesOf(fields.value(name)));
    const QByteArray utf16 = bytesOf(*odd);
    QString text;
    for (qsizetype i = 0; i + 1 < utf16.size(); i += 2)
        text += QChar(char16_t((uchar(utf16[i]) << 8) | uchar(utf16[i + 1])));
    return text;
}

void addBytes(HistoryFields &fields, const QString &name, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        fields.insert(name, bytes);
}

QByteArray bytesIn(const HistoryFields &fields, const QString &name)
{
    return bytesOf(fields.value(name));
}

// Name, value, name, value: in order, duplicates kept. Header bytes are Latin-1 by definition.
void addHeaders(HistoryFields &fields, const QString &name, const api::HeaderList &headers)
{
    QStringList words;
    for (const api::Header &header : headers)
        words << QString::fromLatin1(header.name) << QString::fromLatin1(header.value);
    if (!words.isEmpty())
        fields.insert(name, words);
}

api::HeaderList headersIn(const HistoryFields &fields, const QString &name)
{
    const QStringList words = fields.value(name).toStringList();
    api::HeaderList headers;
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        headers.append({words[i].toLatin1(), words[i + 1].toLatin1()});
    return headers;
}

using TimingMember = qint64 api::Timings::*;
constexpr std::array<TimingMember, 7> timingMembers {&api::Timings::started, &api::Timings::connected,
    &api::Timings::encrypted, &api::Timings::requestSent, &api::Timings::firstByte, &api::Timings::lastByte,
    &api::Timings::finished};

void addTimings(HistoryFields &fields, const QString &name, const api::Timings &timings)
{
    QStringList words;
    for (const TimingMember member : timingMembers)
        words << QString::number(timings.*member);
    fields.insert(name, words);
}

api::Timings timingsIn(const HistoryFields &fields, const QString &name)
{
    const QStringList words = fields.value(name).toStringList();
    api::Timings timings;
    for (std::size_t i = 0; i < timingMembers.size() && qsizetype(i) < words.size(); ++i)
        timings.*timingMembers[i] = words[qsizetype(i)].toLongLong();
    return timings;
}

void addRequest(HistoryFields &fields, const Draft &draft)
{
    const api::ExecuteRequest &request = draft.request;
    addText(fields, QStringLiteral("actionId"), request.actionId);
    addText(fields, QStringLiteral("appName"), request.appName);
    addText(fields, QStringLiteral("entityId"), request.entityId);
    addText(fields, QStringLiteral("connectedAccountId"), request.connectedAccountId);
    addBytes(fields, QStringLiteral("input"), request.input);
    addText(fields, QStringLiteral("text"), request.text);
    addText(fields, QStringLiteral("systemPrompt"), request.systemPrompt);
    addText(fields, QStringLiteral("customDescription"), request.customDescription);
    addBytes(fields, QStringLiteral("authConfig"), request.authConfig);
    addBytes(fields, QStringLiteral("sessionInfo"), request.sessionInfo);
    addText(fields, QStringLiteral("version"), request.version);
    addText(fields, QStringLiteral("timeoutSeconds"), QString::number(draft.timeoutSeconds));
}

Draft draftIn(const HistoryFields &fields)
{
    Draft draft;
    api::ExecuteRequest &request = draft.request;
    request.actionId = textIn(fields, QStringLiteral("actionId"));
    request.appName = textIn(fields, QStringLiteral("appName"));
    request.entityId = textIn(fields, QStringLiteral("entityId"));
    request.connectedAccountId = textIn(fields, QStringLiteral("connectedAccountId"));
    request.input = bytesIn(fields, QStringLiteral("input"));
    request.text = textIn(fields, QStringLiteral("text"));
    request.systemPrompt = textIn(fields, QStringLiteral("systemPrompt"));
    request.customDescription = textIn(fields, QStringLiteral("customDescription"));
    request.authConfig = bytesIn(fields, QStringLiteral("authConfig"));
    request.sessionInfo = bytesIn(fields, QStringLiteral("sessionInfo"));
    request.version = textIn(fields, QStringLiteral("version"));
    draft.timeoutSeconds = textIn(fields, QStringLiteral("timeoutSeconds")).toInt();
    return draft;
}

void addExchange(HistoryFields &fields, const api::Exchange &exchange)
{
    addBytes(fields, QStringLiteral("requestMethod"), exchange.request.method);
    addBytes(fields, QStringLiteral("requestPath"), exchange.request.path);
    addHeaders(fields, QStringLiteral("requestHeaders"), exchange.request.headers);
    addBytes(fields, QStringLiteral("requestBody"), exchange.request.body);
    addText(fields, QStringLiteral("answerStatus"), QString::number(exchange.answer.status));
    addBytes(fields, QStringLiteral("answerReason"), exchange.answer.reason);
    addHeaders(fields, QStringLiteral("answerHeaders"), exchange.answer.headers);
    addBytes(fields, QStringLiteral("answerBody"), exchange.answer.body);
    addTimings(fields, QStringLiteral("timings"), exchange.timings);
    if (exchange.fault) {
        addText(fields, QStringLiteral("faultKind"), api::faultName(exchange.fault->kind));
        addText(fields, QStringLiteral("faultSentence"), exchange.fault->sentence);
        addText(fields, QStringLiteral("faultDetail"), exchange.fault->detail);
        if (exchange.fault->requestHadLeft)
            addText(fields, QStringLiteral("faultAfterRequestLeft"), QStringLiteral("yes"));
    }
}

api::Exchange exchangeIn(const HistoryFields &fields)
{
    api::Exchange exchange;
    exchange.request.method = bytesIn(fields, QStringLiteral("requestMethod"));
    exchange.request.path = bytesIn(fields, QStringLiteral("requestPath"));
    exchange.request.headers = headersIn(fields, QStringLiteral("requestHeaders"));
    exchange.request.body = bytesIn(fields, QStringLiteral("requestBody"));
    exchange.answer.status = textIn(fields, QStringLiteral("answerStatus")).toInt();
    exchange.answer.reason = bytesIn(fields, QStringLiteral("answerReason"));
    exchange.answer.headers = headersIn(fields, QStringLiteral("answerHeaders"));
    exchange.answer.body = bytesIn(fields, QStringLiteral("answerBody"));
    exchange.timings = timingsIn(fields, QStringLiteral("timings"));
    const QString faultKind = textIn(fields, QStringLiteral("faultKind"));
    if (!faultKind.isEmpty()) {
        exchange.fault = api::TransportFault {api::faultFromName(faultKind).value_or(api::FaultKind::Other),
            textIn(fields, QStringLiteral("faultSentence")), textIn(fields, QStringLiteral("faultDetail")),
            fields.contains(QStringLiteral("faultAfterRequestLeft"))};
    }
    return exchange;
}

} // namespace

HistoryFields fieldsOf(const HistoryEntry &entry)
{
    HistoryFields fields;
    addText(fields, QStringLiteral("startedAt"), entry.startedAt.toUTC().toString(Qt::ISODateWithMs));
    addText(fields, QStringLiteral("environment"), entry.environment);
    addText(fields, QStringLiteral("baseUrl"), entry.baseUrl);
    addText(fields, QStringLiteral("api"), api::versionName(entry.apiVersion));
    addRequest(fields, entry.draft);
    addExchange(fields, entry.exchange);
    addText(fields, QStringLiteral("verdict"), api::verdictName(entry.verdict));
    addText(fields, QStringLiteral("sentence"), entry.sentence);
    if (entry.bodyLeftOut > 0)
        addText(fields, QStringLiteral("bodyLeftOut"), QString::number(entry.bodyLeftOut));
    return fields;
}

HistoryEntry entryFromFields(const HistoryFields &fields)
{
    HistoryEntry entry;
    entry.startedAt = QDateTime::fromString(textIn(fields, QStringLiteral("startedAt")), Qt::ISODateWithMs);
    entry.environment = textIn(fields, QStringLiteral("environment"));
    entry.baseUrl = textIn(fields, QStringLiteral("baseUrl"));
    entry.apiVersion = api::versionFromName(textIn(fields, QStringLiteral("api"))).value_or(entry.apiVersion);
    entry.draft = draftIn(fields);
    entry.exchange = exchangeIn(fields);
    entry.verdict = api::verdictFromName(textIn(fields, QStringLiteral("verdict"))).value_or(entry.verdict);
    entry.sentence = textIn(fields, QStringLiteral("sentence"));
    entry.bodyLeftOut = textIn(fields, QStringLiteral("bodyLeftOut")).toLongLong();
    return entry;
}

QByteArray bytesOf(const QVariant &value)
{
    switch (value.metaType().id()) {
    case QMetaType::QByteArray:
        return value.toByteArray();
    case QMetaType::QStringList:
    case QMetaType::QVariantList: // what QSettings makes of a list in which some text holds a NUL or begins with @
        return value.toStringList().join(QChar::Null).toUtf8();
    default:
        return value.toString().toUtf8();
    }
}

QByteArray digestOf(const HistoryFields &fields)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        const QByteArray bytes = bytesOf(*field);
        hash.addData(field.key().toUtf8() + '=' + QByteArray::number(bytes.size()) + '\n');
        hash.addData(bytes);
    }
    return hash.result().toHex();
}

QStringList wordsOf(const HistorySummary &summary)
{
    QStringList words {summary.startedAt.toUTC().toString(Qt::ISODateWithMs), api::verdictName(summary.verdict),
        QString::number(summary.status), QString::number(summary.durationMicroseconds),
        QString::number(summary.bodySize), summary.environment, summary.actionId};
    if (!summary.isBodyKept)
        words.append(bodyLeftOutWord);
    return words;
}

std::optional<HistorySummary> summaryFromWords(const QString &id, const QStringList &words)
{
    if (words.size() < 7)
        return {};
    HistorySummary summary;
    summary.id = id;
    summary.startedAt = QDateTime::fromString(words[0], Qt::ISODateWithMs);
    summary.verdict = api::verdictFromName(words[1]).value_or(summary.verdict);
    summary.status = words[2].toInt();
    summary.durationMicroseconds = words[3].toLongLong();
    summary.bodySize = words[4].toLongLong();
    summary.environment = words[5];
    summary.actionId = words[6];
    summary.isBodyKept = !words.mid(7).contains(bodyLeftOutWord);
    return summary.startedAt.isValid() ? std::optional(summary) : std::nullopt;
}

} // namespace actionscope::storage
