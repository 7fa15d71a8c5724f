// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/catalogfile.h"

#include "app/json/writer.h"

namespace actionscope::catalog {

namespace {

// Writes the fields of an item in their order.
class Fields final
{
public:
    void add(const QString &text) { m_fields.addString(text); }
    void add(const QStringList &texts)
    {
        json::ArrayWriter list;
        for (const QString &text : texts)
            list.addString(text);
        m_fields.addRaw(list.finished());
    }
    void add(bool flag) { m_fields.addRaw(flag ? "1" : "0"); }
    void add(qint64 number) { m_fields.addRaw(QByteArray::number(number)); }
    void add(const QDateTime &time) { add(time.isValid() ? time.toMSecsSinceEpoch() : qint64(-1)); }
    void add(const SchemaPlace &place)
    {
        add(place.at);
        add(place.size);
    }
    [[nodiscard]] QByteArray finished() const { return m_fields.finished(); }

private:
    json::ArrayWriter m_fields;
};

// Reads them back in the same order. One of another type makes the whole item wrong; fields that a later program adds
// at the end are passed over.
class FieldReader final
{
public:
    explicit FieldReader(const json::Value &item)
        : m_field(item.firstChild())
        , m_isGood(item.isArray())
    {
    }

    void read(QString *text)
    {
        m_isGood = m_isGood && m_field.isString();
        *text = m_field.toString();
        advance();
    }
    void read(QStringList *texts)
    {
        m_isGood = m_isGood && m_field.isArray();
        for (json::Value text = m_field.firstChild(); text.isValid(); text = text.nextSibling())
            texts->append(text.toString());
        advance();
    }
    void read(qint64 *number)
    {
        const auto value = m_field.toInteger();
        m_isGood = m_isGood && value.has_value();
        *number = value.value_or(0);
        advance();
    }
    void read(bool *flag)
    {
        qint64 number = 0;
        read(&number);
        *flag = number == 1;
    }
    void read(QDateTime *time)
    {
        qint64 number = 0;
        read(&number);
        if (number >= 0)
            *time = QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
    }
    void read(SchemaPlace *place)
    {
        read(&place->at);
        read(&place->size);
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    void advance()
    {
        if (m_field.isValid())
            m_field = m_field.nextSibling();
    }

    json::Value m_field;
    bool m_isGood;
};

// The order of the fields, told once for both ways.
template <typename Visitor, typename App> void visitApp(Visitor visit, App &app)
{
    visit(app.key);
    visit(app.name);
    visit(app.description);
    visit(app.categories);
    visit(app.tags);
    visit(app.authSchemes);
    visit(app.isNoAuth);
}

template <typename Visitor, typename Action> void visitAction(Visitor visit, Action &action)
{
    visit(action.id);
    visit(action.name);
    visit(action.description);
    visit(action.appKey);
    visit(action.tags);
    visit(action.version);
    visit(action.availableVersions);
    visit(action.isNoAuth);
    visit(action.isDeprecated);
    visit(action.successor);
}

template <typename Visitor, typename Account> void visitAccount(Visitor visit, Account &account)
{
    visit(account.id);
    visit(account.appKey);
    visit(account.userId);
    visit(account.statusWord);
    visit(account.statusReason);
    visit(account.labels);
    visit(account.authScheme);
    visit(account.isDisabled);
    visit(account.createdAt);
    visit(account.updatedAt);
}

} // namespace

QByteArray headerLine(const FileHeader &header)
{
    json::ObjectWriter line;
    line.addInteger("actionscopeCatalog", header.writtenFormat);
    line.addString("stamp", header.stamp);
    line.addString("baseUrl", header.baseUrl);
    line.addInteger("listBytes", header.listBytes);
    line.addInteger("schemaBytes", header.schemaBytes);
    return line.finished() + '\n';
}

std::optional<FileHeader> headerFromLine(const QByteArray &line)
{
    const json::Document document = json::Document::parse(line);
    const json::Value root = document.root();
    const auto format = root.member(u"actionscopeCatalog").toInteger();
    const auto listBytes = root.member(u"listBytes").toInteger();
    const auto schemaBytes = root.member(u"schemaBytes").toInteger();
    if (!document.isValid() || !line.endsWith('\n') || !format)
        return {};
    FileHeader header;
    header.writtenFormat = int(*format);
    if (header.writtenFormat > FileHeader::format)
        return header; // what else stands there only the later program knows
    if (*format < 1 || !listBytes || *listBytes < 0 || !schemaBytes || *schemaBytes < 0)
        return {};
    header.stamp = root.member(u"stamp").toString();
    header.baseUrl = root.member(u"baseUrl").toString();
    header.listBytes = *listBytes;
    header.schemaBytes = *schemaBytes;
    return header;
}

QByteArray listsToJson(const Catalog &catalog, const QList<SchemaPlaces> &places)
{
    json::ArrayWriter apps;
    for (const api::AppInfo &app : catalog.apps()) {
        Fields fields;
        visitApp([&fields](const auto &field) { fields.add(field); }, app);
        apps.addRaw(fields.finished());
    }
    json::ArrayWriter actions;
    for (qsizetype i = 0; i < catalog.actions().size(); ++i) {
        Fields fields;
        visitAction([&fields](const auto &field) { fields.add(field); }, catalog.actions()[i]);
        fields.add(places[i].parameters);
        fields.add(places[i].response);
        actions.addRaw(fields.finished());
    }
    json::ArrayWriter accounts;
    for (const api::ConnectedAccount &account : catalog.accounts()) {
        Fields fields;
        visitAccount([&fields](const auto &field) { fields.add(field); }, account);
        accounts.addRaw(fields.finished());
    }
    json::ObjectWriter lists;
    lists.addString("syncedAt", catalog.syncedAt().toString(Qt::ISODateWithMs));
    lists.addRaw("apps", apps.finished());
    lists.addRaw("accounts", accounts.finished());
    lists.addRaw("actions", actions.finished());
    return lists.finished() + '\n';
}

std::optional<FileLists> listsFromJson(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    const json::Value root = document.root();
    if (!document.isValid() || !root.member(u"apps").isArray() || !root.member(u"actions").isArray()
        || !root.member(u"accounts").isArray())
        return {};
    bool isGood = true;
    FileLists lists;
    QList<api::AppInfo> apps;
    for (json::Value item = root.member(u"apps").firstChild(); item.isValid(); item = item.nextSibling()) {
        FieldReader fields(item);
        visitApp([&fields](auto &field) { fields.read(&field); }, apps.emplaceBack());
        isGood = isGood && fields.isGood();
    }
    const json::Value actionItems = root.member(u"actions");
    QList<api::ActionInfo> actions;
    actions.reserve(actionItems.count());
    lists.places.reserve(actionItems.count());
    for (json::Value item = actionItems.firstChild(); item.isValid(); item = item.nextSibling()) {
        FieldReader fields(item);
        visitAction([&fields](auto &field) { fields.read(&field); }, actions.emplaceBack());
        SchemaPlaces places;
        fields.read(&places.parameters);
        fields.read(&places.response);
        lists.places.insert(actions.last().id.toLower(), places);
        isGood = isGood && fields.isGood();
    }
    QList<api::ConnectedAccount> accounts;
    for (json::Value item = root.member(u"accounts").firstChild(); item.isValid(); item = item.nextSibling()) {
        FieldReader fields(item);
        visitAccount([&fields](auto &field) { fields.read(&field); }, accounts.emplaceBack());
        accounts.last().status = api::accountStatus(accounts.last().statusWord);
        isGood = isGood && fields.isGood();
    }
    if (!isGood)
        return {};
    const QDateTime syncedAt = QDateTime::fromString(root.member(u"syncedAt").toString(), Qt::ISODateWithMs);
    lists.catalog = Catalog(std::move(apps), std::move(actions), std::move(accounts), syncedAt);
    return lists;
}

QByteArray actionToJson(const api::ActionInfo &action, const QString &baseUrl)
{
    Fields fields;
    visitAction([&fields](const auto &field) { fields.add(field); }, action);
    json::ObjectWriter object;
    object.addInteger("actionscopeAction", FileHeader::format);
    object.addString("baseUrl", baseUrl);
    object.addRaw("action", fields.finished());
    if (!action.parameters.isEmpty())
        object.addRaw("parameters", action.parameters);
    if (!action.response.isEmpty())
        object.addRaw("response", action.response);
    return object.finished() + '\n';
}

std::optional<api::ActionInfo> actionFromJson(const QByteArray &bytes, const QString &baseUrl)
{
    const json::Document document = json::Document::parse(bytes);
    const json::Value root = document.root();
    if (!document.isValid() || root.member(u"actionscopeAction").toInteger() != FileHeader::format
        || root.member(u"baseUrl").toString() != baseUrl)
        return {};
    api::ActionInfo action;
    FieldReader fields(root.member(u"action"));
    visitAction([&fields](auto &field) { fields.read(&field); }, action);
    action.parameters = root.member(u"parameters").raw().toByteArray();
    action.response = root.member(u"response").raw().toByteArray();
    return fields.isGood() ? std::optional(action) : std::nullopt;
}

} // namespace actionscope::catalog
