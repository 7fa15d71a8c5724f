// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/wire/common.h"

#include "app/json/writer.h"

#include <QUuid>

namespace actionscope::sandbox {

namespace {

constexpr QUuid appNames {0xc1b5d7e4, 0x0f2a, 0x4c63, 0x8e, 0x17, 0x39, 0xa4, 0x6b, 0xd2, 0x05, 0xf1};

QString uuidFor(const QString &name)
{
    return QUuid::createUuidV5(appNames, name).toString(QUuid::WithoutBraces);
}

} // namespace

Reply resultReply(const Outcome &outcome, const QByteArray &rest)
{
    Reply reply;
    reply.body = QByteArrayLiteral("{\"data\":");
    reply.body += outcome.data.isEmpty() && !outcome.stream ? QByteArrayLiteral("{}") : outcome.data;
    reply.stream = outcome.stream;
    reply.tail = ',' + rest.sliced(1);
    return reply;
}

QByteArray stringsJson(const QStringList &texts)
{
    json::ArrayWriter array;
    for (const QString &text : texts)
        array.addString(text);
    return array.finished();
}

QByteArray outputSchemaJson()
{
    return R"({"type":"object","title":"Response","properties":{"data":{"type":"object","title":"Data"},)"
           R"("error":{"type":"string","title":"Error","nullable":true,"default":null},)"
           R"("successful":{"type":"boolean","title":"Successful"}},"required":["data","successful"]})";
}

QString maskedKey(const QByteArray &apiKey)
{
    return QString::fromLatin1(apiKey.first(qMin<qsizetype>(4, apiKey.size() / 2))) + QChar(0x2026);
}

QString appUuid(const App &app)
{
    return uuidFor(QLatin1String("app/") + app.key);
}

QString integrationUuid(const QString &appKey)
{
    return uuidFor(QLatin1String("integration/") + appKey);
}

QString readyMadeTime()
{
    return QStringLiteral("2026-01-05T09:30:00.000Z");
}

} // namespace actionscope::sandbox
