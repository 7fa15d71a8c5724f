// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionfile.h"

#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/json/textedit.h"
#include "app/json/writer.h"
#include "app/storage/jsonplace.h"

#include <algorithm>

namespace actionscope::storage {

namespace {

Result<VariableList> variablesMember(const json::Document &document)
{
    const json::Value value = document.root().member(u"variables");
    if (!value.isValid() || value.isNull())
        return VariableList();
    if (!value.isObject())
        return failureAt(document.bytes(), value.begin(), Tr::tr("variables must be a JSON object, written in braces."));
    VariableList variables;
    for (json::Value member = value.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString name = member.key();
        const auto sameName = [&](const Variable &other) { return other.name == name; };
        if (std::any_of(variables.cbegin(), variables.cend(), sameName)) {
            return failureAt(
                document.bytes(), member.begin(), Tr::tr("the variable “%1” is there more than once.").arg(name));
        }
        variables.append({name, member.raw().toByteArray()});
    }
    return variables;
}

Result<bool> flagMember(const json::Document &document, const QString &name)
{
    const json::Value value = document.root().member(name);
    if (!value.isValid() || value.isNull())
        return false;
    if (!value.isBool())
        return failureAt(document.bytes(), value.begin(), Tr::tr("%1 must be true or false.").arg(name));
    return value.toBool().value_or(false);
}

Result<api::ApiVersion> versionMember(const json::Document &document)
{
    const Result<QString> name = textMember(document, QStringLiteral("api"));
    if (!name)
        return Failure(name.error());
    if (name->isEmpty())
        return api::ApiVersion::V31;
    if (const auto version = api::versionFromName(*name))
        return *version;
    return failureAt(document.bytes(), document.root().member(u"api").begin(),
        Tr::tr("api must be v2, v3 or v3.1, not “%1”.").arg(*name));
}

// Carries a text from edit to edit; each sees what the one before made.
class Editor final
{
public:
    explicit Editor(const QByteArray &text)
        : m_text(text.trimmed().isEmpty() ? QByteArrayLiteral("{\n  \"actionscope\": 1\n}\n") : text)
    {
    }

    void set(const json::Path &path, const QByteArray &json)
    {
        if (const auto edit = json::settingValue(json::Document::parse(m_text), path, json))
            m_text = json::applied(m_text, *edit);
    }
    void remove(const json::Path &path)
    {
        m_text = json::applied(m_text, json::removingValue(json::Document::parse(m_text), path));
    }

    void setText(const QString &name, const QString &before, const QString &after)
    {
        if (before != after)
            set({{name}}, json::quoted(after));
    }
    void setTexts(const QString &name, const QStringList &before, const QStringList &after);
    void setVariables(const VariableList &before, const VariableList &after);

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

// One line an item, so that two people's additions meet in git only where they touch the same line.
void Editor::setTexts(const QString &name, const QStringList &before, const QStringList &after)
{
    if (before == after)
        return;
    json::ArrayWriter items;
    for (const QString &item : after)
        items.addString(item);
    QByteArray pretty = json::prettyPrinted(items.finished());
    pretty.replace("\n", "\n  ");
    set({{name}}, pretty);
}

void Editor::setVariables(const VariableList &before, const VariableList &after)
{
    const QString variables = QStringLiteral("variables");
    const auto find = [](const VariableList &list, const QString &name) {
        return std::find_if(list.cbegin(), list.cend(), [&](const Variable &each) { return each.name == name; });
    };
    for (const Variable &old : before) {
        if (find(after, old.name) == after.cend())
            remove({{variables}, {old.name}});
    }
    for (const Variable &wanted : after) {
        const auto old = find(before, wanted.name);
        if (old == before.cend() || old->json != wanted.json)
            set({{variables}, {wanted.name}}, wanted.json);
    }
}

} // namespace

Result<CollectionHead> readCollectionHead(const QByteArray &text)
{
    const Result<json::Document> document = objectDocument(text);
    if (!document)
        return Failure(document.error());
    if (const Result<void> format = checkFormat(*document); !format)
        return Failure(format.error());
    const Result<QString> name = textMember(*document, QStringLiteral("name"));
    const Result<VariableList> variables = variablesMember(*document);
    const Result<QStringList> order = textListMember(*document, QStringLiteral("order"));
    if (!name)
        return Failure(name.error());
    if (!variables)
        return Failure(variables.error());
    if (!order)
        return Failure(order.error());
    return CollectionHead {*name, *variables, *order, isNewerThanThis(*document)};
}

Result<CollectionEnvironment> readCollectionEnvironment(const QByteArray &text, const QString &name)
{
    const Result<json::Document> document = objectDocument(text);
    if (!document)
        return Failure(document.error());
    const Result<QString> baseUrl = textMember(*document, QStringLiteral("baseUrl"));
    const Result<api::ApiVersion> version = versionMember(*document);
    const Result<VariableList> variables = variablesMember(*document);
    const Result<QStringList> secrets = textListMember(*document, QStringLiteral("secrets"));
    const Result<bool> isProtected = flagMember(*document, QStringLiteral("protected"));
    if (!baseUrl)
        return Failure(baseUrl.error());
    if (!version)
        return Failure(version.error());
    if (!variables)
        return Failure(variables.error());
    if (!secrets)
        return Failure(secrets.error());
    if (!isProtected)
        return Failure(isProtected.error());
    return CollectionEnvironment {name, *baseUrl, *version, *variables, *secrets, *isProtected, text};
}

QByteArray writeCollectionHead(const QByteArray &text, const CollectionHead &head)
{
    const CollectionHead before = text.trimmed().isEmpty() ? CollectionHead() : readCollectionHead(text).value_or(head);
    Editor editor(text);
    editor.setText(QStringLiteral("name"), before.name, head.name);
    editor.setVariables(before.variables, head.variables);
    editor.setTexts(QStringLiteral("order"), before.order, head.order);
    return editor.text();
}

QByteArray writeCollectionEnvironment(const CollectionEnvironment &environment)
{
    const QByteArray &text = environment.text;
    CollectionEnvironment before;
    if (!text.trimmed().isEmpty())
        before = readCollectionEnvironment(text, environment.name).value_or(environment);
    Editor editor(text);
    editor.setText(QStringLiteral("baseUrl"), before.baseUrl, environment.baseUrl);
    if (before.apiVersion != environment.apiVersion || before.text.isEmpty())
        editor.set({{QStringLiteral("api")}}, json::quoted(api::versionName(environment.apiVersion)));
    editor.setVariables(before.variables, environment.variables);
    editor.setTexts(QStringLiteral("secrets"), before.secrets, environment.secrets);
    if (before.isProtected != environment.isProtected)
        editor.set({{QStringLiteral("protected")}}, environment.isProtected ? "true" : "false");
    return editor.text();
}

} // namespace actionscope::storage
