// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/program.h"

#include "app/base/tr.h"
#include "app/cli/accountscommand.h"
#include "app/cli/actionscommand.h"
#include "app/cli/appscommand.h"
#include "app/cli/console.h"
#include "app/cli/diffcommand.h"
#include "app/cli/execcommand.h"
#include "app/cli/explaincommand.h"
#include "app/cli/exportcommand.h"
#include "app/cli/historycommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/inputscommand.h"
#include "app/cli/logscommand.h"
#include "app/cli/replaycommand.h"
#include "app/cli/reportcommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/sandboxcommand.h"
#include "app/cli/signalwatcher.h"
#include "app/cli/synccommand.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <vector>

namespace actionscope::cli {

namespace {

using CommandList = std::vector<std::unique_ptr<Command>>;

CommandList allCommands()
{
    CommandList commands;
    commands.push_back(std::make_unique<ExecCommand>());
    commands.push_back(std::make_unique<InputsCommand>());
    commands.push_back(std::make_unique<RunCommand>());
    commands.push_back(std::make_unique<ReplayCommand>());
    commands.push_back(std::make_unique<ReportCommand>());
    commands.push_back(std::make_unique<ExplainCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<ActionsCommand>());
    commands.push_back(std::make_unique<AppsCommand>());
    commands.push_back(std::make_unique<AccountsCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<DiffCommand>());
    commands.push_back(std::make_unique<HistoryCommand>());
    commands.push_back(std::make_unique<LogsCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<SandboxCommand>());
    return commands;
}

QString programHelp(const CommandList &commands)
{
    QString help = Tr::tr("Usage: actionscope-cli COMMAND …") + QStringLiteral("\n\n") + Tr::tr("Commands:")
        + QLatin1Char('\n');
    for (const auto &command : commands) {
        help += QStringLiteral("  %1  %2\n")
                    .arg(QString::fromLatin1(command->name()).leftJustified(8), command->summary());
    }
    return help + QLatin1Char('\n') + Tr::tr("“actionscope-cli COMMAND --help” lists the options of a command.")
        + QLatin1Char('\n');
}

QString commandNames(const CommandList &commands)
{
    QStringList names;
    for (const auto &command : commands)
        names.append(QString::fromLatin1(command->name()));
    return names.join(QStringLiteral(", "));
}

bool asksForHelp(const QByteArrayList &words)
{
    for (const QByteArray &word : words) {
        if (word == "--")
            return false;
        if (word == "--help" || word == "-h")
            return true;
    }
    return false;
}

// The number of a closed standard stream would go to the next thing opened, a socket or a file of the history, and
// what is printed would land there. A stand-in that is open the wrong way round keeps the number, and fails as the
// stream itself would.
void holdClosedStreams()
{
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(file, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest free number: this one
    }
}

int printed(Console &console, const QString &text)
{
    const auto written = console.writeResult(text.toUtf8());
    if (!written)
        console.sayError(written.error());
    return int(written ? ExitCode::Success : ExitCode::BadUsage);
}

int runCommand(Command &command, const QByteArrayList &words, Console &console)
{
    const auto prepared = command.prepare(words, console);
    if (!prepared) {
        console.sayError(prepared.error());
        return int(ExitCode::BadUsage);
    }
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::interrupted, &command, &Command::interrupt);
    QObject::connect(
        &command, &Command::done, &command, [](ExitCode code) { QCoreApplication::exit(int(code)); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&command, &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runProgram(int argc, char **argv)
{
    holdClosedStreams();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away must not end a run that is on its way
    std::signal(SIGXFSZ, SIG_IGN); // nor must a limit on the size of files
    const QByteArrayList words(argv + 1, argv + argc);
    Console console;
    CommandList commands = allCommands();
    const QByteArray first = words.value(0);
    if (first == "--help" || first == "-h")
        return printed(console, programHelp(commands));
    if (first == "--version")
        return printed(console, QStringLiteral("actionscope-cli " ACTIONSCOPE_VERSION "\n"));

    for (auto &command : commands) {
        if (first != command->name())
            continue;
        const QByteArrayList rest = words.sliced(1);
        if (asksForHelp(rest))
            return printed(console, command->help());
        int noWords = 1; // Qt has options of its own, which are none of ours
        QCoreApplication application(noWords, argv);
        QCoreApplication::setApplicationName(QStringLiteral("actionscope"));
        QCoreApplication::setApplicationVersion(QStringLiteral(ACTIONSCOPE_VERSION));
        const auto running = std::move(command); // ends before the application does
        return runCommand(*running, rest, console);
    }
    console.sayError({ErrorCode::InvalidInput,
        first.isEmpty() ? Tr::tr("A command is missing.")
                        : Tr::tr("There is no command “%1”.").arg(QString::fromUtf8(first)),
        {}, Tr::tr("The commands are: %1. “actionscope-cli --help” says more.").arg(commandNames(commands))});
    return int(ExitCode::BadUsage);
}

} // namespace actionscope::cli
