// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountscommand.h"

#include "app/base/clock.h"
#include "app/base/tr.h"
#include "app/cli/jsontexts.h"
#include "app/cli/texttable.h"
#include "app/workspace/accountwords.h"

#include <algorithm>
#include <tuple>

namespace actionscope::cli {

using Tone = TextTable::Tone;

namespace {

QByteArray accountArray(const QList<api::ConnectedAccount> &accounts)
{
    json::ArrayWriter writer;
    for (const api::ConnectedAccount &account : accounts) {
        json::ObjectWriter one;
        one.addString("connectedAccountId", account.id);
        one.addString("appName", account.appKey);
        one.addString("entityId", account.userId);
        one.addString("status", account.statusWord);
        one.addString("statusReason", account.statusReason);
        one.addBool("usable", account.isUsable());
        one.addBool("disabled", account.isDisabled);
        one.addRaw("labels", jsonTexts(account.labels));
        one.addString("authScheme", account.authScheme);
        addTime(one, "createdAt", account.createdAt);
        addTime(one, "updatedAt", account.updatedAt);
        writer.addRaw(one.finished());
    }
    return writer.finished() + '\n';
}

QByteArray accountTable(const QList<api::ConnectedAccount> &accounts, const Console::Looks &looks)
{
    TextTable table({Tr::tr("Id"), Tr::tr("App"), Tr::tr("Entity"), Tr::tr("Status"), Tr::tr("Age"), Tr::tr("Labels")});
    const QDateTime now = systemClock()();
    for (const api::ConnectedAccount &account : accounts) {
        table.addRow({{account.id, Tone::Strong}, {account.appKey}, {account.userId},
            {workspace::stateWords(account), account.isUsable() ? Tone::Plain : Tone::Bad},
            {workspace::ageWords(account, now)}, {account.labels.join(QStringLiteral(", "))}});
    }
    return table.text(looks);
}

} // namespace

AccountsCommand::AccountsCommand(QObject *parent)
    : CatalogCommand(parent)
{
}

QString AccountsCommand::summary() const { return Tr::tr("list connected accounts and their states"); }

QList<CatalogCommand::Verb> AccountsCommand::verbs() const
{
    return {{"list", QStringLiteral("list"), Tr::tr("Lists connected accounts by app and entity. Credentials are never read."),
        {{"--app", "NAME", QT_TRANSLATE_NOOP("Actionscope", "only accounts of this app")},
            {"--entity", "ID", QT_TRANSLATE_NOOP("Actionscope", "only accounts of this entity")},
            {"--status", "WORD", QT_TRANSLATE_NOOP("Actionscope", "only accounts in this state, such as ACTIVE or EXPIRED")},
            limitOption()}}};
}

Result<void> AccountsCommand::readWords(const QByteArray &, const Arguments &arguments)
{
    const std::pair<const char *, QString *> fields[]
        = {{"--app", &m_app}, {"--entity", &m_entity}, {"--status", &m_status}};
    for (const auto &[name, field] : fields) {
        const auto text = arguments.text(name);
        if (!text)
            return Failure(text.error());
        *field = *text;
    }
    return noMoreWords(arguments);
}

bool AccountsCommand::isChosen(const api::ConnectedAccount &account) const
{
    return (m_app.isEmpty() || account.appKey.compare(m_app, Qt::CaseInsensitive) == 0)
        && (m_entity.isEmpty() || account.userId == m_entity)
        && (m_status.isEmpty() || account.statusWord.compare(m_status, Qt::CaseInsensitive) == 0);
}

// An app without accounts has an empty list; one that nobody knows is misspelt. Where the list of apps could not be read,
// nothing can be said.
Result<void> AccountsCommand::findApp()
{
    const catalog::Catalog &catalog = session().catalog();
    QStringList names;
    for (const api::AppInfo &app : catalog.apps())
        names.append(app.key);
    for (const api::ConnectedAccount &account : catalog.accounts())
        names.append(account.appKey);
    names.removeDuplicates();
    if (m_app.isEmpty() || catalog.apps().isEmpty() || names.contains(m_app, Qt::CaseInsensitive))
        return {};
    return failure(ErrorCode::NotFound, Tr::tr("There is no app “%1” on %2.").arg(m_app, session().environment().name), {},
        nearestHint(m_app, names));
}

Result<CatalogCommand::Answer> AccountsCommand::answer()
{
    QList<api::ConnectedAccount> accounts = session().catalog().accounts();
    if (!m_status.isEmpty() && api::accountStatus(m_status) == api::AccountStatus::Unknown) {
        QStringList words;
        for (const api::ConnectedAccount &account : std::as_const(accounts))
            words.append(account.statusWord.toUpper());
        words.removeDuplicates();
        if (!words.contains(m_status.toUpper())) {
            return failure(ErrorCode::InvalidInput, Tr::tr("No account is ever in the state “%1”.").arg(m_status), {},
                Tr::tr("States are ACTIVE, INITIATED, FAILED, EXPIRED, INACTIVE and REVOKED."));
        }
    }
    if (const auto known = findApp(); !known)
        return Failure(known.error());
    accounts.removeIf([this](const api::ConnectedAccount &account) { return !isChosen(account); });
    std::sort(accounts.begin(), accounts.end(), [](const api::ConnectedAccount &left, const api::ConnectedAccount &right) {
        return std::tie(left.appKey, left.userId, left.id) < std::tie(right.appKey, right.userId, right.id);
    });
    const QString things = countOf(accounts, Tr::tr("1 connected account"), Tr::tr("%1 connected accounts"));
    return Answer {options().isJson ? accountArray(accounts) : accountTable(accounts, console().looks()), things};
}

} // namespace actionscope::cli
