// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/appscommand.h"

#include "app/base/tr.h"
#include "app/cli/jsontexts.h"
#include "app/cli/texttable.h"

#include <QHash>

#include <algorithm>

namespace actionscope::cli {

using Tone = TextTable::Tone;

namespace {

QHash<QString, int> actionCounts(const catalog::Catalog &catalog)
{
    QHash<QString, int> counts;
    for (const api::ActionInfo &action : catalog.actions())
        ++counts[action.appKey.toLower()];
    return counts;
}

QByteArray appArray(const QList<api::AppInfo> &apps, const QHash<QString, int> &counts)
{
    json::ArrayWriter writer;
    for (const api::AppInfo &app : apps) {
        json::ObjectWriter one;
        one.addString("appName", app.key);
        one.addString("name", app.name);
        one.addString("description", app.description);
        one.addRaw("categories", jsonTexts(app.categories));
        one.addRaw("tags", jsonTexts(app.tags));
        one.addRaw("authSchemes", jsonTexts(app.authSchemes));
        one.addBool("noAuth", app.isNoAuth);
        one.addInteger("actions", counts.value(app.key.toLower()));
        writer.addRaw(one.finished());
    }
    return writer.finished() + '\n';
}

QByteArray appTable(const QList<api::AppInfo> &apps, const QHash<QString, int> &counts, const Console::Looks &looks)
{
    TextTable table({Tr::tr("Key"), Tr::tr("Actions"), Tr::tr("Name"), Tr::tr("Signs in by"), Tr::tr("Categories")});
    for (const api::AppInfo &app : apps) {
        table.addRow({{app.key, Tone::Strong}, {QString::number(counts.value(app.key.toLower()))}, {app.name},
            {app.isNoAuth ? Tr::tr("nothing") : app.authSchemes.join(QStringLiteral(", "))},
            {app.categories.join(QStringLiteral(", "))}});
    }
    return table.text(looks);
}

} // namespace

AppsCommand::AppsCommand(QObject *parent)
    : CatalogCommand(parent)
{
}

QString AppsCommand::summary() const { return Tr::tr("list the apps of a service"); }

QList<CatalogCommand::Verb> AppsCommand::verbs() const
{
    return {{"list", QStringLiteral("list"), Tr::tr("Lists the apps that the service offers, by their keys."),
        {{"--no-auth", nullptr, QT_TRANSLATE_NOOP("Actionscope", "only apps that need no connected account")},
            limitOption()}}};
}

Result<void> AppsCommand::readWords(const QByteArray &, const Arguments &arguments)
{
    m_noAuthOnly = arguments.has("--no-auth");
    return noMoreWords(arguments);
}

Result<CatalogCommand::Answer> AppsCommand::answer()
{
    QList<api::AppInfo> apps = session().catalog().apps();
    apps.removeIf([this](const api::AppInfo &app) { return m_noAuthOnly && !app.isNoAuth; });
    std::sort(apps.begin(), apps.end(),
        [](const api::AppInfo &left, const api::AppInfo &right) { return left.key < right.key; });
    const QString things = countOf(apps, Tr::tr("1 app"), Tr::tr("%1 apps"));
    const QHash<QString, int> counts = actionCounts(session().catalog());
    return Answer {options().isJson ? appArray(apps, counts) : appTable(apps, counts, console().looks()), things};
}

} // namespace actionscope::cli
