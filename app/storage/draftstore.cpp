// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftstore.h"

#include "app/api/requestfields.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/format.h"
#include "app/json/writer.h"
#include "app/storage/damagedfile.h"
#include "app/storage/entryredaction.h"

#include <utility>

namespace actionscope::storage {

namespace {

using api::ExecuteRequest;

// What was typed need not be JSON, so it goes in as a string; and what is not even UTF-8 as {"base64": …}.
QByteArray typedBytes(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return json::quoted(text);
    json::ObjectWriter object;
    object.addString("base64", QString::fromLatin1(bytes.toBase64()));
    return object.finished();
}

QByteArray typedBytes(const json::Value &value)
{
    if (value.isObject())
        return QByteArray::fromBase64(value.member(u"base64").toString().toLatin1());
    return value.toString().toUtf8();
}

} // namespace

QByteArray draftToJson(const Draft &draft)
{
    const ExecuteRequest request = withoutSecrets(draft.request);
    json::ObjectWriter object;
    object.addInteger("actionscope", 1);
    for (const auto &[name, member] : api::textFields)
        object.addString(name, request.*member);
    for (const auto &[name, member] : api::jsonFields)
        object.addRaw(name, typedBytes(request.*member));
    object.addInteger("timeoutSeconds", draft.timeoutSeconds);
    return json::prettyPrinted(object.finished()) + '\n';
}

std::optional<Draft> draftFromJson(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    const json::Value root = document.root();
    if (!document.isValid() || !root.isObject() || root.member(u"actionscope").toInteger() != 1)
        return {};
    Draft draft;
    for (const auto &[name, member] : api::textFields)
        draft.request.*member = root.member(QString::fromLatin1(name)).toString();
    for (const auto &[name, member] : api::jsonFields)
        draft.request.*member = typedBytes(root.member(QString::fromLatin1(name)));
    draft.timeoutSeconds = int(root.member(u"timeoutSeconds").toInteger().value_or(draft.timeoutSeconds));
    return draft;
}

DraftStore::DraftStore(const QString &configFolder, Clock clock)
    : m_path(configFolder + QStringLiteral("/draft.json"))
    , m_clock(std::move(clock))
{
}

DraftStore::~DraftStore() = default;

QFuture<Result<void>> DraftStore::save(const Draft &draft)
{
    {
        const std::lock_guard guard(m_waitingMutex);
        m_waiting = draft;
    }
    return m_jobs.add<Result<void>>([this] { return writeNewest(); });
}

QFuture<Result<std::optional<Draft>>> DraftStore::load()
{
    return m_jobs.add<Result<std::optional<Draft>>>([this] { return read(); });
}

Result<void> DraftStore::flush()
{
    return writeNewest();
}

Result<void> DraftStore::writeNewest()
{
    const std::lock_guard writeGuard(m_writeMutex);
    std::optional<Draft> draft;
    {
        const std::lock_guard guard(m_waitingMutex);
        draft = std::exchange(m_waiting, std::nullopt);
    }
    if (draft)
        m_lastResult = writeFileAtomically(m_path, draftToJson(*draft));
    return m_lastResult;
}

Result<std::optional<Draft>> DraftStore::read()
{
    const std::lock_guard writeGuard(m_writeMutex);
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return std::optional<Draft>();
    if (bytes) {
        if (const std::optional<Draft> draft = draftFromJson(*bytes))
            return draft;
    }
    const QString reason = bytes ? Tr::tr("The saved draft %1 is damaged.").arg(m_path) : bytes.error().sentence;
    const Result<QString> aside = moveDamagedFileAside(m_path, m_clock());
    if (!aside)
        return failure(ErrorCode::Unreadable, reason, aside.error().sentence);
    return failure(ErrorCode::Unreadable, Tr::tr("%1 It was moved to %2.").arg(reason, *aside));
}

} // namespace actionscope::storage
