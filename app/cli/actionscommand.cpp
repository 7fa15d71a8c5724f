// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/actionscommand.h"

#include "app/api/executerequest.h"
#include "app/base/tr.h"
#include "app/cli/actionlookup.h"
#include "app/cli/actionprinter.h"
#include "app/schema/schema.h"
#include "app/storage/settings.h"

#include <algorithm>

namespace actionscope::cli {

namespace {

constexpr int usualSearchLimit = 20;

QString firstFound(const catalog::Catalog &catalog, const QString &text)
{
    constexpr qsizetype enough = 3;
    const catalog::ActionIndex index(catalog.apps(), catalog.actions());
    const QList<catalog::ActionHit> hits = index.search({.text = text});
    QStringList ids;
    for (const catalog::ActionHit &hit : hits.first(std::min(hits.size(), enough)))
        ids.append(index.actions()[hit.position].id);
    return ids.isEmpty() ? QString() : Tr::tr("Did you mean %1?").arg(ids.join(QStringLiteral(", ")));
}

} // namespace

ActionsCommand::ActionsCommand(QObject *parent)
    : CatalogCommand(parent)
{
}

QString ActionsCommand::summary() const { return Tr::tr("find actions and show what they take"); }

QList<CatalogCommand::Verb> ActionsCommand::verbs() const
{
    const QList<Option> filters = actionFilterOptions() + QList<Option> {limitOption()};
    const QList<Option> version {{"--tool-version", "V", QT_TRANSLATE_NOOP("Actionscope", "the action's version")}};
    return {
        {"search", QStringLiteral("search WORDS…"),
            Tr::tr("Finds actions by words in any order, their beginnings, short forms and misspellings, the best first."),
            filters, usualSearchLimit},
        {"list", QStringLiteral("list"), Tr::tr("Lists actions by their ids."), filters},
        {"show", QStringLiteral("show ACTION_ID"), Tr::tr("Shows one action with its parameters and an example."),
            version},
    };
}

Result<void> ActionsCommand::readWords(const QByteArray &verb, const Arguments &arguments)
{
    m_isShow = verb == "show";
    if (m_isShow)
        return readActionId(arguments);
    const auto choice = readActionChoice(arguments);
    if (!choice)
        return Failure(choice.error());
    m_choice = *choice;
    const auto text = textFromUtf8(arguments.positionals().join(' '), QStringLiteral("WORDS"));
    if (!text)
        return Failure(text.error());
    m_choice.text = text->simplified();
    const bool isSearch = verb == "search";
    if (isSearch && m_choice.text.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("What to search for is missing."), {},
            Tr::tr("Write it behind search, as in “actionscope-cli actions search gh iss cr”."));
    }
    if (!isSearch && !m_choice.text.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("“%1” is one word too many.").arg(m_choice.text), {},
            Tr::tr("“actions search” finds actions by words."));
    }
    return {};
}

Result<void> ActionsCommand::readActionId(const Arguments &arguments)
{
    const auto actionId = cli::readActionId(arguments,
        Tr::tr("Write it behind show, as in “actionscope-cli actions show GITHUB_CREATE_AN_ISSUE”."));
    const auto version = arguments.text("--tool-version");
    if (!actionId || !version)
        return Failure(actionId ? version.error() : actionId.error());
    const auto problems = api::findProblems(api::ExecuteRequest {.actionId = *actionId});
    if (!problems.isEmpty())
        return failure(ErrorCode::InvalidInput, problems.first().sentence);
    m_actionId = *actionId;
    m_version = *version;
    return {};
}

Result<CatalogCommand::Answer> ActionsCommand::answer()
{
    const catalog::ActionIndex index(session().catalog().apps(), session().catalog().actions());
    const storage::Settings settings(options().common.configFolder);
    const QString environment = session().environment().name;
    auto hits = chosenActions(
        index, m_choice, settings.favouriteActions(environment), settings.recentActions(environment));
    if (!hits)
        return Failure(hits.error());
    const QString things = countOf(*hits, Tr::tr("1 action"), Tr::tr("%1 actions"));
    return Answer {
        options().isJson ? actionArray(index, *hits) : actionTable(index, *hits, console().looks()), things};
}

void ActionsCommand::proceed()
{
    if (!m_isShow) {
        CatalogCommand::proceed();
        return;
    }
    auto *lookup = new ActionLookup(&session(), options().asking, m_actionId, m_version, this);
    connect(lookup, &ActionLookup::found, this, &ActionsCommand::show);
    connect(lookup, &ActionLookup::unknown, this, &ActionsCommand::beUnknown);
    connect(lookup, &ActionLookup::failed, this, [this](const Error &error, ExitCode code) { refuse(error, code); });
    lookup->start();
}

void ActionsCommand::show(const api::ActionInfo &action, const Error &trouble, ExitCode code)
{
    if (!trouble.sentence.isEmpty())
        console().sayError(trouble);
    QStringList troubles = schema::Schema(action.parameters).troubles();
    const api::AppInfo *app = session().catalog().app(action.appKey);
    QString cut;
    const QByteArray bytes = options().isJson
        ? actionObject(action)
        : actionPage(action, app ? app->name : QString(), console().looks(), &cut);
    if (!cut.isEmpty())
        troubles.append(cut);
    for (const QString &sentence : std::as_const(troubles))
        console().say(sentence);
    print({bytes}, code);
}

// The names that it may have meant stand in the catalogue; without one it is read for them.
void ActionsCommand::beUnknown()
{
    if (session().catalog().isEmpty())
        beginSync();
    else
        refuseUnknown();
}

void ActionsCommand::conclude(const catalog::SyncResult &result)
{
    if (m_isShow)
        refuseUnknown();
    else
        CatalogCommand::conclude(result);
}

void ActionsCommand::refuseUnknown()
{
    QStringList ids;
    for (const api::ActionInfo &action : session().catalog().actions())
        ids.append(action.id);
    const QString near = nearestHint(m_actionId, ids);
    const QString sentence = m_version.isEmpty()
        ? Tr::tr("There is no action %1 on %2.").arg(m_actionId, session().environment().name)
        : Tr::tr("There is no action %1 of version %3 on %2.").arg(m_actionId, session().environment().name, m_version);
    refuse({ErrorCode::NotFound, sentence, {}, near.isEmpty() ? firstFound(session().catalog(), m_actionId) : near});
}

} // namespace actionscope::cli
