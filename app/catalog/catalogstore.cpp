// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogstore.h"

#include "app/api/baseurl.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <chrono>

namespace actionscope::catalog {

namespace {

constexpr std::chrono::hours freshFor {24};

// A name as part of a file's name: no separators, no leading dot, not too long.
QString fileName(const QString &name)
{
    constexpr qsizetype longest = 120;
    QByteArray encoded = name.toUtf8().toPercentEncoding(" ", ".");
    if (encoded.size() > longest)
        encoded = encoded.first(longest) + '-' + QCryptographicHash::hash(encoded, QCryptographicHash::Sha1).toHex().first(12);
    return encoded.isEmpty() ? QStringLiteral("-") : QString::fromLatin1(encoded);
}

// The address as far as it tells services apart. On this machine the port does not: a sandbox has a new one each time.
QString placeOf(const QUrl &baseUrl)
{
    if (api::isOnThisMachine(baseUrl))
        return QStringLiteral("this machine") + baseUrl.path();
    return baseUrl.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

// Alike schemas are kept once.
class SchemaHeap final
{
public:
    SchemaPlace add(const QByteArray &schema)
    {
        if (schema.isEmpty())
            return {};
        const auto known = m_places.constFind(schema);
        if (known != m_places.cend())
            return *known;
        const SchemaPlace place {m_size, schema.size()};
        m_places.insert(schema, place);
        m_schemas.append(schema);
        m_size += schema.size();
        return place;
    }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool writeTo(QIODevice &file) const
    {
        return std::all_of(m_schemas.cbegin(), m_schemas.cend(),
            [&file](const QByteArray &schema) { return file.write(schema) == schema.size(); });
    }

private:
    QHash<QByteArray, SchemaPlace> m_places;
    QByteArrayList m_schemas;
    qint64 m_size = 0;
};

Catalog withoutSchemas(const Catalog &catalog)
{
    QList<api::ActionInfo> actions = catalog.actions();
    for (api::ActionInfo &action : actions) {
        action.parameters.clear();
        action.response.clear();
    }
    return {catalog.apps(), actions, catalog.accounts(), catalog.syncedAt()};
}

} // namespace

CatalogStore::CatalogStore(const QString &folder, const QString &name, const QUrl &baseUrl, api::ApiVersion version)
    : m_path(folder + QLatin1Char('/') + fileName(name) + QLatin1Char('.') + api::versionName(version)
        + QStringLiteral(".catalog"))
    , m_baseUrl(placeOf(baseUrl))
{
}

CatalogStore::Loaded CatalogStore::load()
{
    m_header = {};
    m_places.clear();
    m_versions.clear();
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        return {.trouble
            = Tr::tr("The stored catalogue %1 could not be read: %2.").arg(m_path, file.errorString())};
    }
    const auto header = headerFromLine(file.readLine(FileHeader::longestLine));
    if (header && header->writtenFormat > FileHeader::format) {
        m_header = *header;
        return {.trouble = Tr::tr("The stored catalogue %1 is of a later version of this program; it is left alone.").arg(m_path)};
    }
    const Loaded damaged {
        .trouble = Tr::tr("The stored catalogue %1 is damaged; the next refresh replaces it.").arg(m_path)};
    if (!header || file.size() != file.pos() + header->listBytes + header->schemaBytes)
        return damaged;
    if (header->baseUrl != m_baseUrl)
        return {};
    auto lists = listsFromJson(file.read(header->listBytes));
    if (!lists)
        return damaged;
    m_header = *header;
    m_places = std::move(lists->places);
    for (const api::ActionInfo &action : lists->catalog.actions())
        m_versions.insert(action.id.toLower(), action.version);
    return {.catalog = lists->catalog};
}

Result<Catalog> CatalogStore::save(const Catalog &catalog)
{
    if (m_header.writtenFormat > FileHeader::format) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("The stored catalogue %1 is of a later version of this program; it is left alone.").arg(m_path));
    }
    QFile earlier(m_path);
    const bool hasEarlier = openKnown(earlier).has_value();
    SchemaHeap heap;
    QList<SchemaPlaces> places;
    places.reserve(catalog.actions().size());
    for (const api::ActionInfo &action : catalog.actions()) {
        QByteArray parameters = action.parameters;
        QByteArray response = action.response;
        if (hasEarlier && parameters.isEmpty())
            takeOver(action, earlier, &parameters, &response);
        places.append({heap.add(parameters), heap.add(response)});
    }
    const QByteArray lists = listsToJson(catalog, places);
    FileHeader header;
    header.stamp = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.baseUrl = m_baseUrl;
    header.listBytes = lists.size();
    header.schemaBytes = heap.size();
    const auto written = writeFileAtomically(m_path, [&](QIODevice &file) {
        const QByteArray line = headerLine(header);
        return file.write(line) == line.size() && file.write(lists) == lists.size() && heap.writeTo(file);
    });
    if (!written)
        return Failure(written.error());
    m_header = header;
    m_places.clear();
    m_versions.clear();
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QString id = catalog.actions()[i].id.toLower();
        m_places.insert(id, places[i]);
        m_versions.insert(id, catalog.actions()[i].version);
    }
    return withoutSchemas(catalog);
}

// Another program may have written the file anew since; its places are others then.
std::optional<FileHeader> CatalogStore::openKnown(QFile &file) const
{
    if (m_header.stamp.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const auto header = headerFromLine(file.readLine(FileHeader::longestLine));
    return header == m_header ? header : std::nullopt;
}

QByteArray CatalogStore::schemaAt(QFile &file, const SchemaPlace &place) const
{
    const qint64 begin = headerLine(m_header).size() + m_header.listBytes;
    if (place.size <= 0 || place.at < 0 || place.at > m_header.schemaBytes - place.size || !file.seek(begin + place.at))
        return {};
    const QByteArray schema = file.read(place.size);
    const json::Document document = json::Document::parse(schema);
    return document.isValid() && document.root().isObject() ? schema : QByteArray();
}

void CatalogStore::takeOver(
    const api::ActionInfo &action, QFile &file, QByteArray *parameters, QByteArray *response) const
{
    const QString id = action.id.toLower();
    if (!m_places.contains(id) || m_versions.value(id) != action.version)
        return;
    const SchemaPlaces places = m_places.value(id);
    *parameters = schemaAt(file, places.parameters);
    if (response->isEmpty())
        *response = schemaAt(file, places.response);
}

std::optional<api::ActionInfo> CatalogStore::describe(const api::ActionInfo &listed) const
{
    api::ActionInfo action = listed;
    QFile file(m_path);
    if (openKnown(file))
        takeOver(action, file, &action.parameters, &action.response);
    if (!action.parameters.isEmpty())
        return action;
    const auto bytes = readFile(actionPath(listed.id));
    const auto alone = bytes ? actionFromJson(*bytes, m_baseUrl) : std::nullopt;
    const bool isWanted = alone && !alone->parameters.isEmpty() && alone->id.compare(listed.id, Qt::CaseInsensitive) == 0
        && (listed.version.isEmpty() || alone->version == listed.version);
    return isWanted ? alone : std::nullopt;
}

Catalog CatalogStore::withSchemas(const Catalog &catalog, const QString &actionId) const
{
    const api::ActionInfo *known = catalog.action(actionId);
    if (actionId.isEmpty() || (known && !known->parameters.isEmpty()))
        return catalog;
    api::ActionInfo listed;
    listed.id = actionId;
    const auto described = describe(known ? *known : listed);
    return described ? catalog.with(*described) : catalog;
}

Result<void> CatalogStore::remember(const api::ActionInfo &action) const
{
    return writeFileAtomically(actionPath(action.id), actionToJson(action, m_baseUrl));
}

QString CatalogStore::actionPath(const QString &actionId) const
{
    return m_path + QStringLiteral(".actions/") + fileName(actionId.toUpper()) + QStringLiteral(".json");
}

Catalog knowing(const QString &actionId, const Catalog &catalog, CatalogStore store)
{
    const api::ActionInfo *known = catalog.action(actionId);
    if (known && !known->parameters.isEmpty())
        return catalog;
    const Catalog kept = store.load().catalog; // also for the places of the schemas
    return store.withSchemas(catalog.isEmpty() ? kept : catalog, actionId);
}

bool isStale(const Catalog &catalog, const QDateTime &now)
{
    const QDateTime then = catalog.syncedAt();
    return !then.isValid() || then > now || then.addSecs(std::chrono::seconds(freshFor).count()) < now;
}

} // namespace actionscope::catalog
