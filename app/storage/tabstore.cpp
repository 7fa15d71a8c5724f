// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/tabstore.h"

#include "app/api/authconfig.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/format.h"
#include "app/json/writer.h"
#include "app/storage/damagedfile.h"
#include "app/storage/draftstore.h"
#include "app/storage/entryredaction.h"

#include <QCryptographicHash>

#include <utility>

namespace actionscope::storage {

namespace {

// Empty where it cannot be told what is in it.
QByteArray withoutSecrets(const QByteArray &text)
{
    Result<SavedRequest> request = readSavedRequest(text, {});
    if (!request)
        return {};
    request->request.authConfig = api::redactedAuthConfig(request->request.authConfig);
    return writeSavedRequest(*request);
}

QByteArray tabToJson(const StoredTab &tab)
{
    const SavedRequest request = withoutSecrets(tab.request);
    json::ArrayWriter tags;
    for (const QString &tag : request.tags)
        tags.addString(tag);
    json::ObjectWriter object;
    object.addString("path", tab.path);
    object.addString("name", request.name);
    object.addBool("edited", tab.isEdited);
    object.addString("fileHash", QString::fromLatin1(tab.fileHash));
    object.addRaw("draft", draftToJson({request.request, request.timeoutSeconds.value_or(0)}));
    object.addString("expect", QString::fromUtf8(request.expect));
    object.addString("capture", QString::fromUtf8(request.capture));
    if (!request.text.isEmpty())
        object.addString("offer", QString::fromUtf8(withoutSecrets(request.text)));
    object.addRaw("tags", tags.finished());
    object.addString("notes", request.notes);
    object.addInteger("retry", request.retries.value_or(0));
    object.addBool("hasTimeout", request.timeoutSeconds.has_value());
    object.addBool("hasRetry", request.retries.has_value());
    return object.finished();
}

std::optional<StoredTab> tabFromJson(const json::Value &value)
{
    const std::optional<Draft> draft = draftFromJson(value.member(u"draft").raw().toByteArray());
    if (!draft)
        return {};
    StoredTab tab;
    tab.path = value.member(u"path").toString();
    tab.isEdited = value.member(u"edited").toBool().value_or(false);
    tab.fileHash = value.member(u"fileHash").toString().toLatin1();
    SavedRequest &request = tab.request;
    request.name = value.member(u"name").toString();
    request.request = draft->request;
    request.expect = value.member(u"expect").toString().toUtf8();
    request.capture = value.member(u"capture").toString().toUtf8();
    request.text = value.member(u"offer").toString().toUtf8();
    request.notes = value.member(u"notes").toString();
    for (json::Value tag = value.member(u"tags").firstChild(); tag.isValid(); tag = tag.nextSibling())
        request.tags.append(tag.toString());
    if (value.member(u"hasTimeout").toBool().value_or(false))
        request.timeoutSeconds = draft->timeoutSeconds;
    if (value.member(u"hasRetry").toBool().value_or(false))
        request.retries = int(value.member(u"retry").toInteger().value_or(0));
    return tab;
}

} // namespace

QByteArray fileHash(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray tabsToJson(const StoredTabs &tabs)
{
    json::ArrayWriter items;
    for (const StoredTab &tab : tabs.tabs)
        items.addRaw(tabToJson(tab));
    json::ObjectWriter object;
    object.addInteger("actionscope", 1);
    object.addInteger("current", tabs.current);
    object.addRaw("tabs", items.finished());
    return json::prettyPrinted(object.finished()) + '\n';
}

std::optional<StoredTabs> tabsFromJson(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    const json::Value root = document.root();
    if (!document.isValid() || root.member(u"actionscope").toInteger() != 1 || !root.member(u"tabs").isArray())
        return {};
    StoredTabs tabs;
    for (json::Value item = root.member(u"tabs").firstChild(); item.isValid(); item = item.nextSibling()) {
        const std::optional<StoredTab> tab = tabFromJson(item);
        if (!tab)
            return {};
        tabs.tabs.append(*tab);
    }
    tabs.current = int(root.member(u"current").toInteger().value_or(0));
    return tabs;
}

TabStore::TabStore(const QString &configFolder, Clock clock)
    : m_path(configFolder + QStringLiteral("/tabs.json"))
    , m_clock(std::move(clock))
{
}

TabStore::~TabStore() = default;

QFuture<Result<void>> TabStore::save(const StoredTabs &tabs)
{
    {
        const std::lock_guard guard(m_waitingMutex);
        m_waiting = tabs;
    }
    return m_jobs.add<Result<void>>([this] { return writeNewest(); });
}

QFuture<Result<std::optional<StoredTabs>>> TabStore::load()
{
    return m_jobs.add<Result<std::optional<StoredTabs>>>([this] { return read(); });
}

Result<void> TabStore::writeNewest()
{
    std::optional<StoredTabs> tabs;
    {
        const std::lock_guard guard(m_waitingMutex);
        tabs = std::exchange(m_waiting, std::nullopt);
    }
    return tabs ? writeFileAtomically(m_path, tabsToJson(*tabs)) : Result<void>();
}

Result<std::optional<StoredTabs>> TabStore::read()
{
    const Result<QByteArray> bytes = readFile(m_path);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return std::optional<StoredTabs>();
    if (bytes) {
        if (const std::optional<StoredTabs> tabs = tabsFromJson(*bytes))
            return tabs;
    }
    const QString reason
        = bytes ? Tr::tr("The saved tabs in %1 are damaged.").arg(m_path) : bytes.error().sentence;
    const Result<QString> aside = moveDamagedFileAside(m_path, m_clock());
    if (!aside)
        return failure(ErrorCode::Unreadable, reason, aside.error().sentence);
    return failure(ErrorCode::Unreadable, Tr::tr("%1 They were moved to %2.").arg(reason, *aside));
}

} // namespace actionscope::storage
