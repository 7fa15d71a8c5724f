// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/tr.h"
#include "app/exchange/bundle.h"
#include "app/exchange/bundlefields.h"
#include "app/exchange/transportjson.h"
#include "app/exchange/draftbuilder.h"
#include "app/json/document.h"

#include <QSet>

#include <array>

namespace actionscope::exchange {

namespace {

// Takes members of the types it expects, and complains with the place of each that is of another.
class BundleReader final
{
public:
    explicit BundleReader(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_document(json::Document::parse(bytes))
    {
    }

    ReadBundle run()
    {
        const json::Value root = m_document.root();
        if (const auto error = m_document.error())
            complain(Tr::tr("The bundle is no JSON from here on: %1. What stands before was taken.").arg(error->reason), error->offset);
        if (!root.isValid() || !root.isObject()) {
            complain(Tr::tr("A bundle is a JSON object; this is none."), 0);
            return m_read;
        }
        if (root.member(u"actionscopeBundle").toInteger().value_or(1) > bundleFormat) {
            m_read.isReadOnly = true;
            m_read.troubles.append({Tr::tr("A newer version of this program wrote the bundle. It can be looked at; what is new in it is not shown.")});
        }
        readHead(root);
        readRequest(object(root, u"request"));
        readExchange(root);
        m_read.bundle.account = json(root, u"account");
        m_read.bundle.action = json(root, u"action");
        m_read.bundle.diagnosis = json(root, u"diagnosis");
        nameStrangers(root);
        for (const json::Value &object : {root, root.member(u"request"), root.member(u"sent"), root.member(u"received"), root.member(u"environment")})
            nameTwins(object);
        return m_read;
    }

private:
    void complain(const QString &sentence, qsizetype offset)
    {
        const json::Place place = json::placeOf(m_bytes, offset);
        m_read.troubles.append({Tr::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(sentence), {}, offset});
    }

    void complainType(const json::Value &value, const QString &what)
    {
        complain(Tr::tr("“%1” should be %2; it was left out.").arg(value.key(), what), value.begin());
    }

    // A member that breaks off with the text has been complained about already, and what it says may be wrong.
    [[nodiscard]] bool isWhole(const json::Value &value) const
    {
        const auto error = m_document.error();
        return !error || value.begin() + value.raw().size() < error->offset;
    }

    QString text(const json::Value &parent, QStringView name)
    {
        const json::Value value = parent.member(name);
        if (!value.isValid() || value.isNull() || !isWhole(value))
            return {};
        if (!value.isString())
            complainType(value, Tr::tr("a text"));
        return value.toString();
    }

    std::optional<qint64> integer(const json::Value &parent, QStringView name)
    {
        const json::Value value = parent.member(name);
        if (!value.isValid() || value.isNull() || !isWhole(value))
            return {};
        const std::optional<qint64> read = value.toInteger();
        if (!read)
            complainType(value, Tr::tr("a whole number"));
        return read;
    }

    json::Value object(const json::Value &parent, QStringView name)
    {
        const json::Value value = parent.member(name);
        if (!value.isValid() || value.isObject())
            return value;
        complainType(value, Tr::tr("an object"));
        return {};
    }

    QByteArray json(const json::Value &parent, QStringView name)
    {
        const json::Value value = parent.member(name);
        return value.isValid() && isWhole(value) ? value.raw().toByteArray() : QByteArray();
    }

    QDateTime time(const json::Value &parent, QStringView name)
    {
        const json::Value value = parent.member(name);
        const QDateTime read = QDateTime::fromString(text(parent, name), Qt::ISODateWithMs);
        if (value.isString() && !read.isValid())
            complainType(value, Tr::tr("a time such as 2026-01-31T12:00:00.000Z"));
        return read;
    }

    void readHead(const json::Value &root)
    {
        Bundle &bundle = m_read.bundle;
        bundle.createdAt = time(root, u"createdAt");
        bundle.createdBy = text(root, u"createdBy");
        bundle.startedAt = time(root, u"startedAt");
        bundle.sentence = text(root, u"sentence");
        bundle.notes = text(root, u"notes");
        bundle.verdict = api::verdictFromName(text(root, u"verdict"));
        if (root.member(u"verdict").isString() && !bundle.verdict)
            complain(Tr::tr("“%1” is no verdict that is known here.").arg(root.member(u"verdict").toString()), root.member(u"verdict").begin());
        const json::Value environment = object(root, u"environment");
        bundle.environment = text(environment, u"name");
        bundle.baseUrl = text(environment, u"baseUrl");
        bundle.apiVersion = api::versionFromName(text(environment, u"apiVersion"));
        if (environment.member(u"apiVersion").isString() && !bundle.apiVersion)
            complainType(environment.member(u"apiVersion"), Tr::tr("v2, v3 or v3.1"));
    }

    void readRequest(const json::Value &request)
    {
        for (const BundleText &field : bundleTexts)
            m_read.bundle.request.*(field.field) = text(request, QString::fromLatin1(field.name));
        for (const BundleJson &field : bundleJson) {
            const json::Value value = request.member(QString::fromLatin1(field.name));
            if (value.isValid() && !value.isNull() && isWhole(value))
                m_read.bundle.request.*(field.field) = value.isString() ? value.toString().toUtf8() : value.raw().toByteArray();
        }
    }

    void readExchange(const json::Value &root)
    {
        api::Exchange &exchange = m_read.bundle.exchange;
        const json::Value sent = object(root, u"sent");
        exchange.request = {text(sent, u"method").toLatin1(), text(sent, u"path").toUtf8(), headers(sent), body(sent)};
        const json::Value received = object(root, u"received");
        exchange.answer = {int(integer(received, u"status").value_or(0)), text(received, u"reason").toUtf8(), headers(received), body(received)};
        const json::Value timings = object(root, u"timings");
        for (const BundleTime &time : bundleTimes)
            exchange.timings.*(time.field) = integer(timings, QString::fromLatin1(time.name)).value_or(-1);
        const json::Value fault = object(root, u"fault");
        if (fault.isValid()) {
            exchange.fault = api::TransportFault {api::faultFromName(text(fault, u"kind")).value_or(api::FaultKind::Other), text(fault, u"sentence"),
                text(fault, u"detail"), fault.member(u"requestHadLeft").toBool().value_or(false)};
        }
    }

    api::HeaderList headers(const json::Value &side)
    {
        api::HeaderList list;
        const json::Value all = side.member(u"headers");
        if (all.isValid() && !all.isArray()) {
            complainType(all, Tr::tr("a list of objects with name and value"));
            return list;
        }
        for (json::Value one = all.firstChild(); one.isValid(); one = one.nextSibling())
            list.append({text(one, u"name").toUtf8(), text(one, u"value").toUtf8()});
        return list;
    }

    QByteArray body(const json::Value &side)
    {
        if (side.member(u"json").isValid())
            return json(side, u"json");
        const json::Value packed = side.member(u"base64");
        if (!packed.isValid())
            return text(side, u"text").toUtf8();
        const auto bytes = QByteArray::fromBase64Encoding(text(side, u"base64").toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            complain(Tr::tr("The body is no Base64; it was left out."), packed.begin());
        return bytes ? *bytes : QByteArray();
    }

    void nameStrangers(const json::Value &root)
    {
        constexpr std::array known {u"actionscopeBundle", u"createdAt", u"createdBy", u"request", u"environment", u"startedAt", u"verdict",
            u"sentence", u"sent", u"received", u"timings", u"fault", u"account", u"action", u"diagnosis", u"notes"};
        for (json::Value member = root.firstChild(); member.isValid(); member = member.nextSibling()) {
            const QString name = member.key();
            const bool isKnown = std::any_of(known.begin(), known.end(), [&](const char16_t *each) { return name == QStringView(each); });
            if (!isKnown)
                complain(Tr::tr("“%1” means nothing to this program and was left out.").arg(name), member.begin());
        }
    }

    // Of two members with one name one counts, and nobody could tell which was meant.
    void nameTwins(const json::Value &object)
    {
        QSet<QString> seen;
        for (json::Value member = object.firstChild(); object.isObject() && member.isValid(); member = member.nextSibling()) {
            const QString name = member.key();
            if (seen.contains(name))
                complain(Tr::tr("“%1” stands here for the second time; %2 was taken.").arg(name, object.member(name) == member ? Tr::tr("this one") : Tr::tr("another")), member.begin());
            seen.insert(name);
        }
    }

    QByteArray m_bytes;
    json::Document m_document;
    ReadBundle m_read;
};

} // namespace

bool isBundle(const QByteArray &bytes)
{
    const json::Document document = json::Document::parse(bytes);
    return document.root().isValid() && document.root().member(u"actionscopeBundle").isValid();
}

ReadBundle readBundle(const QByteArray &bytes) { return BundleReader(bytes).run(); }

std::optional<api::ActionInfo> describedAction(const Bundle &bundle)
{
    const json::Document document = json::Document::parse(bundle.action);
    const json::Value root = document.root();
    const json::Value parameters = root.member(u"parameters");
    if (!document.isValid() || !parameters.isObject())
        return {};
    api::ActionInfo action;
    action.id = root.member(u"id").toString();
    action.version = root.member(u"version").toString();
    action.isDeprecated = root.member(u"isDeprecated").toBool().value_or(false);
    action.parameters = parameters.raw().toByteArray();
    if (const json::Value response = root.member(u"response"); response.isObject())
        action.response = response.raw().toByteArray();
    return action.id.isEmpty() ? std::nullopt : std::optional(action);
}

Imported importBundle(const QByteArray &bytes)
{
    const ReadBundle read = readBundle(bytes);
    DraftBuilder builder(ImportForm::Bundle, {});
    builder.imported().isReadOnly = read.isReadOnly;
    builder.imported().troubles = read.troubles;
    ImportedDraft draft;
    draft.request = read.bundle.request;
    draft.baseUrl = read.bundle.baseUrl;
    draft.apiVersion = read.bundle.apiVersion;
    draft.receivedAt = read.bundle.startedAt;
    draft.notes = read.bundle.notes;
    if (read.bundle.exchange.answer.status != 0 || read.bundle.exchange.fault)
        draft.recorded = read.bundle.exchange;
    if (!(draft.request == api::ExecuteRequest {}) || draft.recorded)
        builder.addDraft(draft);
    return builder.finished();
}

} // namespace actionscope::exchange
