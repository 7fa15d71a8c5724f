// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/catalogcommand.h"

#include "app/base/clock.h"
#include "app/base/tr.h"
#include "app/schema/nearness.h"

#include <QTimer>

#include <algorithm>

namespace actionscope::cli {

using catalog::SyncResult;

namespace {

constexpr std::chrono::milliseconds patience {200}; // a shorter read needs no words
constexpr qsizetype enoughNames = 3;

} // namespace

QString nearestHint(const QString &word, const QStringList &known)
{
    const QStringList near = schema::nearest(word, known);
    return near.isEmpty() ? QString() : Tr::tr("Did you mean %1?").arg(near.first(std::min(near.size(), enoughNames)).join(QStringLiteral(", ")));
}

QString CatalogCommand::help() const
{
    QString usages;
    QString tables;
    const QList<Verb> all = verbs();
    for (const Verb &verb : all) {
        const QString usage = QStringLiteral("%1 %2 [options]").arg(QString::fromLatin1(name()), verb.usage);
        usages += Tr::tr("Usage: actionscope-cli %1").arg(usage) + QStringLiteral("\n  ") + verb.summary
            + QStringLiteral("\n\n");
        const QString table = optionHelp(verb.options);
        if (!table.isEmpty() && !tables.endsWith(table + QLatin1Char('\n'))) // verbs may share theirs
            tables += table + QLatin1Char('\n');
    }
    return usages + tables + optionHelp(sharedOptions()) + QLatin1Char('\n') + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 the answer is whole, 2 bad usage or nothing of that name, 4 the service refused, 5 no "
                 "usable answer, 130 cancelled.")
        + QLatin1Char('\n');
}

Result<void> CatalogCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const QList<Verb> all = verbs();
    const QByteArray first = words.value(0);
    const auto verb = std::find_if(all.cbegin(), all.cend(), [&](const Verb &one) { return one.name == first; });
    if (verb == all.cend())
        return refusedVerb(first);
    const auto arguments = Arguments::read(words.sliced(1), verb->options + sharedOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    const auto read = readCatalogOptions(*arguments, verb->usualLimit);
    if (!read)
        return Failure(read.error());
    m_options = *read;
    console.setColor(m_options.common.color);
    return readWords(first, *arguments);
}

// Names the word that is wrong, where there is one, and the word that was meant.
Failure CatalogCommand::refusedVerb(const QByteArray &word) const
{
    const QString command = QString::fromLatin1(name());
    QStringList names;
    const QList<Verb> all = verbs();
    for (const Verb &verb : all)
        names.append(QString::fromLatin1(verb.name));
    const QString wanted = names.size() == 1
        ? Tr::tr("The command %1 wants the word “%2” behind it.").arg(command, names.first())
        : Tr::tr("The command %1 wants one of these words behind it: %2.").arg(command, names.join(QStringLiteral(", ")));
    if (word.isEmpty() || word.startsWith('-'))
        return failure(ErrorCode::InvalidInput, wanted);
    const QString shown = QString::fromUtf8(word);
    const QString near = nearestHint(shown, names);
    return failure(ErrorCode::InvalidInput, Tr::tr("The command %1 has no “%2”.").arg(command, shown), {},
        near.isEmpty() ? wanted : near);
}

void CatalogCommand::start()
{
    m_session = new CatalogSession(m_options.common, this);
    connect(m_session, &CatalogSession::failed, this, [this](const Error &error) {
        refuse(error);
        if (!m_session->catalog().isEmpty())
            m_console->say(Tr::tr("With --offline, what is kept of the catalogue is printed."));
    });
    connect(m_session, &CatalogSession::progress, this, &CatalogCommand::tell);
    connect(m_session, &CatalogSession::opened, this, [this](const QStringList &troubles) {
        if (m_isOver)
            return;
        for (const QString &trouble : troubles)
            m_console->say(trouble);
        proceed();
    });
    connect(m_session, &CatalogSession::synced, this, [this](const SyncResult &result) {
        if (m_isOver)
            return;
        for (const QString &trouble : result.troubles)
            m_console->say(trouble);
        if (result.isCancelled) {
            refuse({ErrorCode::Unavailable, Tr::tr("Cancelled before everything was read.")}, ExitCode::Cancelled);
            return;
        }
        conclude(result);
    });
    m_session->open();
}

void CatalogCommand::interrupt()
{
    if (m_isOver || (m_session && m_session->cancel()))
        return;
    refuse({ErrorCode::Unavailable, Tr::tr("Cancelled.")}, ExitCode::Cancelled);
}

void CatalogCommand::proceed()
{
    using Asking = CatalogOptions::Asking;
    const catalog::Catalog &kept = m_session->catalog();
    if (m_options.asking == Asking::Never && kept.isEmpty()) {
        refuse({ErrorCode::Unavailable,
                   Tr::tr("No catalogue of %1 is kept here.").arg(m_session->environment().name), {},
                   Tr::tr("Leave out --offline to read it from the service.")},
            ExitCode::NoUsableAnswer);
        return;
    }
    const bool isWanted = m_options.asking == Asking::Always
        || (m_options.asking == Asking::WhenStale && catalog::isStale(kept, systemClock()()));
    if (isWanted)
        beginSync();
    else
        finish(ExitCode::Success);
}

// Whatever can be shown is shown; the exit code says whether it is whole.
void CatalogCommand::conclude(const SyncResult &result)
{
    const ExitCode code = exitCodeOf(result);
    const catalog::Catalog &all = m_session->catalog();
    const bool isEmpty = (list() == api::ListKind::Apps && all.apps().isEmpty())
        || (list() == api::ListKind::Actions && all.actions().isEmpty())
        || (list() == api::ListKind::Accounts && all.accounts().isEmpty());
    if (code != ExitCode::Success && isEmpty) {
        refuse({ErrorCode::Unavailable,
                   Tr::tr("The list of %1 of %2 could not be had.").arg(api::listName(list()), m_session->environment().name)},
            code);
        return;
    }
    if (code != ExitCode::Success)
        m_console->say(Tr::tr("What follows is what could be read, and what was kept before."));
    finish(code);
}

ExitCode CatalogCommand::exitCodeOf(const SyncResult &result) const
{
    if (result.complete.contains(list()))
        return ExitCode::Success;
    return result.refusedStatus == 0 ? ExitCode::NoUsableAnswer : ExitCode::ServiceRefused;
}

void CatalogCommand::beginSync()
{
    if (!m_options.common.isQuiet && !Console::canShowProgress()) {
        QTimer::singleShot(patience, this, [this] {
            if (!m_isOver)
                m_console->say(Tr::tr("The catalogue of %1 is being read.").arg(m_session->environment().name));
        });
    }
    m_session->sync();
}

void CatalogCommand::tell(const catalog::SyncProgress &progress)
{
    if (m_options.common.isQuiet)
        return;
    const QString what = api::listName(progress.list);
    if (progress.pause.count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(progress.pause).count();
        m_console->say(Tr::tr("The service is busy; the list of %1 goes on in %2 s.").arg(what).arg(seconds));
    } else if (progress.total > 0) {
        m_console->showProgress(Tr::tr("Reading %1: %2 of %3").arg(what).arg(progress.done).arg(progress.total));
    } else {
        m_console->showProgress(Tr::tr("Reading %1: %2").arg(what).arg(progress.done));
    }
}

void CatalogCommand::finish(ExitCode code)
{
    const auto made = answer();
    if (made)
        print(*made, code);
    else
        refuse(made.error());
}

void CatalogCommand::print(const Answer &answer, ExitCode code)
{
    const auto written = m_console->writeResult(answer.bytes);
    if (!written) {
        refuse(written.error(), ExitCode::NoUsableAnswer);
        return;
    }
    if (!m_options.common.isQuiet && !answer.summary.isEmpty())
        m_console->say(answer.summary);
    m_isOver = true;
    Q_EMIT done(code);
}

void CatalogCommand::refuse(const Error &error, ExitCode code)
{
    if (std::exchange(m_isOver, true))
        return;
    m_console->sayError(error);
    Q_EMIT done(code);
}

// `printed` is how many are shown of them, where not all are.
QString CatalogCommand::summaryOf(const QString &things, qsizetype printed) const
{
    const QString all = printed < 0 ? things : Tr::tr("%1 of %2 (--limit 0 prints all)").arg(printed).arg(things);
    const QDateTime then = m_session->catalog().syncedAt().toLocalTime();
    if (!then.isValid())
        return Tr::tr("%1; the catalogue was never read to its end.").arg(all);
    return Tr::tr("%1, as of %2.").arg(all, then.toString(QStringLiteral("yyyy-MM-dd hh:mm")));
}

} // namespace actionscope::cli
