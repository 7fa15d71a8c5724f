// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/synccommand.h"

#include "app/base/tr.h"
#include "app/cli/jsontexts.h"

namespace actionscope::cli {

using End = catalog::SyncResult::End;

SyncCommand::SyncCommand(QObject *parent)
    : CatalogCommand(parent)
{
}

QString SyncCommand::summary() const { return Tr::tr("read the catalogue of a service and keep it"); }

QList<CatalogCommand::Verb> SyncCommand::verbs() const
{
    return {{"sync", QStringLiteral("sync"),
        Tr::tr("Reads apps, connected accounts and actions from the service. What cannot be read is named, and what was "
               "kept of it stays.")}};
}

const QList<Option> &SyncCommand::sharedOptions() const
{
    static const QList<Option> options {jsonOption()};
    return options;
}

Result<void> SyncCommand::readWords(const QByteArray &, const Arguments &arguments)
{
    return noMoreWords(arguments);
}

void SyncCommand::proceed() { beginSync(); }

void SyncCommand::conclude(const catalog::SyncResult &result)
{
    m_result = result;
    const bool isRefused = result.refusedStatus != 0;
    finish(result.end == End::Complete ? ExitCode::Success
                                       : (isRefused ? ExitCode::ServiceRefused : ExitCode::NoUsableAnswer));
}

Result<CatalogCommand::Answer> SyncCommand::answer()
{
    const catalog::Catalog &all = session().catalog();
    if (options().isJson) {
        json::ObjectWriter writer;
        writer.addString("environment", session().environment().name);
        writer.addBool("complete", m_result.end == End::Complete);
        writer.addInteger("apps", all.apps().size());
        writer.addInteger("actions", all.actions().size());
        writer.addInteger("accounts", all.accounts().size());
        addTime(writer, "syncedAt", all.syncedAt());
        writer.addRaw("troubles", jsonTexts(m_result.troubles));
        return Answer {writer.finished() + '\n'};
    }
    const QString counts = Tr::tr("Apps: %1, actions: %2, connected accounts: %3")
                               .arg(all.apps().size())
                               .arg(all.actions().size())
                               .arg(all.accounts().size());
    switch (m_result.end) {
    case End::Complete:
        return Answer {counts.toUtf8() + '\n'};
    case End::Partial:
        return Answer {counts.toUtf8() + '\n', Tr::tr("Not everything could be read; what was kept of the rest stays.")};
    case End::Nothing:
        break;
    }
    return Answer {{}, Tr::tr("Nothing could be read; what was kept stays.")};
}

} // namespace actionscope::cli
