// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/sandboxcommand.h"

#include "app/api/apikey.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/modelkey.h"
#include "app/sandbox/upstream/hostpolicy.h"
#include "app/storage/configfolder.h"
#include "app/workspace/recordedruns.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

namespace actionscope::cli {

namespace {

const QList<Option> &sandboxOptions()
{
    static const QList<Option> options {
        {"--port", "N", QT_TRANSLATE_NOOP("Actionscope", "the port (0, the default: any free one)")},
        {"--host", "ADDRESS", QT_TRANSLATE_NOOP("Actionscope", "listen on this address, which lets other computers in (default: 127.0.0.1)")},
        {"--state", "DIR", QT_TRANSLATE_NOOP("Actionscope", "keep issues, mail and the like in this folder (:memory: forgets them)")},
        {"--restore", "FILE", QT_TRANSLATE_NOOP("Actionscope", "begin with the state in this file, in the place of what the folder holds")},
        {"--snapshot", "FILE", QT_TRANSLATE_NOOP("Actionscope", "write the state to this file at the end")},
        {"--actions", "DIR", QT_TRANSLATE_NOOP("Actionscope", "a folder with action manifests of your own")},
        {"--allow-host", "NAME", QT_TRANSLATE_NOOP("Actionscope", "let http actions and proxy requests call this host too, not this computer only"), true},
        {"--fault", "SPEC", QT_TRANSLATE_NOOP("Actionscope", "fail on purpose, as status=503@30%; several apart by commas"), true},
        {"--replay", "PATH", QT_TRANSLATE_NOOP("Actionscope", "answer executions from recorded runs: a request log, a HAR file, a report of exec, a folder of them, a folder with a history, or the word history")},
        {"--log", "FILE", QT_TRANSLATE_NOOP("Actionscope", "append each request, without keys and authConfig's values, as a line of JSON (-: standard error)")},
        {"--api-key", "KEY", QT_TRANSLATE_NOOP("Actionscope", "the key to ask for (default: a new random one); other users of this machine can see it")},
        {"--api-key-file", "FILE", QT_TRANSLATE_NOOP("Actionscope", "the same, read from a file")},
        {"--scoped-key", "KEY=SCOPES", QT_TRANSLATE_NOOP("Actionscope", "one more key, for less: read, execute, proxy, connect, administer, user:NAME, apart by commas"), true},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "where the history for --replay history lies")},
    };
    return options;
}

// The key from the file or the command line; empty when neither is given.
Result<QByteArray> wantedKey(const Arguments &arguments)
{
    const auto inLine = arguments.value("--api-key");
    const auto fileName = arguments.text("--api-key-file");
    if (!fileName)
        return Failure(fileName.error());
    if (inLine && !fileName->isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The options --api-key and --api-key-file cannot be used together."));
    }
    if (inLine)
        return api::cleanApiKey(*inLine);
    if (!arguments.has("--api-key-file"))
        return QByteArray();
    return readFile(*fileName).and_then([](const QByteArray &text) { return api::cleanApiKey(text); });
}

// Whom the sandbox serves and whom it calls.
Result<void> readHosts(const Arguments &arguments, sandbox::SandboxOptions *options)
{
    for (const QByteArray &text : arguments.values("--allow-host")) {
        const auto host = sandbox::readAllowedHost(QString::fromUtf8(text));
        if (!host)
            return Failure(host.error());
        options->upstreams.allowedHosts.append(*host);
    }
    const auto host = arguments.text("--host");
    if (!host)
        return Failure(host.error());
    if (host->isEmpty() || *host == QLatin1String("localhost"))
        return {};
    options->host = QHostAddress(*host);
    if (options->host.isNull()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("“%1” is no address to listen on.").arg(*host), {},
            Tr::tr("Give an address of this computer, or 0.0.0.0 for all it has."));
    }
    return {};
}

// What --replay names; nothing when it is not given.
Result<std::optional<workspace::RecordedRuns>> recordedRuns(const Arguments &arguments)
{
    const auto path = arguments.text("--replay");
    const auto config = arguments.text("--config");
    if (!path)
        return Failure(path.error());
    if (!config)
        return Failure(config.error());
    if (!arguments.has("--replay"))
        return std::nullopt;
    const bool isOwnHistory = *path == QLatin1String("history") && !QFileInfo::exists(*path);
    const auto runs = workspace::readRecordedRuns(
        isOwnHistory ? storage::historyFolder(storage::configFolder(*config)) : *path);
    if (!runs)
        return Failure(runs.error());
    return *runs;
}

// Tried out at the start, before anybody works with a sandbox whose state would be lost at the end.
Result<QString> wantedSnapshot(const Arguments &arguments)
{
    const auto file = arguments.text("--snapshot");
    if (!file || file->isEmpty())
        return file;
    const QFileInfo place(*file);
    QTemporaryFile trial(place.dir().filePath(QStringLiteral("actionscope-XXXXXX")));
    if (!place.isDir() && (!place.exists() || place.isWritable()) && trial.open())
        return file;
    return failure(ErrorCode::Unwritable, Tr::tr("The state could not be written to %1 at the end.").arg(*file),
        trial.errorString(), Tr::tr("Name a file in a folder that exists and can be written."));
}

} // namespace

SandboxCommand::SandboxCommand(QObject *parent)
    : Command(parent)
{
}

QString SandboxCommand::summary() const
{
    return Tr::tr("run the embedded test server");
}

QString SandboxCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli sandbox [options]") + QStringLiteral("\n\n")
        + Tr::tr("Serves the API until it is interrupted. The first line of its output is "
                 "“listening URL key KEY”.")
        + QStringLiteral("\n\n") + optionHelp(sandboxOptions()) + QLatin1Char('\n')
        + Tr::tr("Faults strike executions, or every request with “:all” behind; “@30%” makes one strike now and then, "
                 "the same ones for the same “seed=N”. A request may ask for its own in the header x-sandbox-fault.")
        + QStringLiteral("\n\n") + sandbox::faultHelp() + QLatin1Char('\n')
        + Tr::tr("With --replay an execution is answered by the recorded run of the same action with an equal input, else "
                 "with the nearest one; the header x-sandbox-replay names it. Faults strike these answers as well.")
        + QLatin1Char('\n');
}

Result<void> SandboxCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, sandboxOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (!arguments->positionals().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("“%1” is one word too many.").arg(QString::fromUtf8(arguments->positionals().first())));
    }
    const auto port = arguments->number("--port", 0, 65535);
    const auto state = arguments->text("--state");
    const auto actions = arguments->text("--actions");
    const auto log = arguments->text("--log");
    const auto restore = arguments->text("--restore");
    const auto snapshot = wantedSnapshot(*arguments);
    const auto key = wantedKey(*arguments);
    for (const auto *text : {&state, &actions, &log, &restore, &snapshot}) {
        if (!*text)
            return Failure(text->error());
    }
    if (!port)
        return Failure(port.error());
    if (!key)
        return Failure(key.error());
    if (!actions->isEmpty() && !QFileInfo(*actions).isDir())
        return failure(ErrorCode::NotFound, Tr::tr("The folder %1 does not exist.").arg(*actions));
    const auto faults = sandbox::readFaults(arguments->values("--fault").join(','));
    if (!faults)
        return Failure(faults.error());
    const auto recorded = recordedRuns(*arguments);
    if (!recorded)
        return Failure(recorded.error());
    if (*recorded) {
        m_options.replay = (*recorded)->runs;
        console.say(workspace::summaryOf(**recorded));
    }
    const auto model = sandbox::modelOptionsFromEnvironment();
    if (!model)
        return Failure(model.error());
    m_options.model = *model;
    m_options.faults = *faults;
    for (const QByteArray &text : arguments->values("--scoped-key")) {
        const auto access = sandbox::readAccessKey(text);
        if (!access)
            return Failure(access.error());
        m_options.accessKeys.append(*access);
    }
    if (const auto hosts = readHosts(*arguments, &m_options); !hosts)
        return Failure(hosts.error());
    m_options.port = quint16(port->value_or(0));
    if (!state->isEmpty())
        m_options.state = *state;
    m_options.actionsFolder = *actions;
    m_options.logFile = *log;
    m_options.restore = *restore;
    m_snapshot = *snapshot;
    m_options.apiKey = *key;
    return {};
}

void SandboxCommand::start()
{
    withModelKey(m_options.model, this, [this](const sandbox::ModelOptions &model) {
        m_options.model = model;
        serve();
    });
}

void SandboxCommand::serve()
{
    m_sandbox = new sandbox::Sandbox(this);
    connect(m_sandbox, &sandbox::Sandbox::started, this, &SandboxCommand::announce);
    connect(m_sandbox, &sandbox::Sandbox::failed, this, [this](const Error &error) {
        m_console->sayError(error);
        Q_EMIT done(ExitCode::BadUsage);
    });
    m_sandbox->start(m_options);
}

void SandboxCommand::announce(const sandbox::SandboxAddress &address)
{
    const auto written
        = m_console->writeResult("listening " + address.url.toEncoded() + " key " + address.apiKey + '\n');
    if (!written)
        m_console->sayError(written.error());
    if (!m_options.host.isLoopback()) {
        m_console->say(Tr::tr("The sandbox listens on %1, port %2: other computers that have the key can use it.")
                           .arg(m_options.host.toString())
                           .arg(address.url.port()),
            Console::Tone::Bad);
    }
}

void SandboxCommand::interrupt()
{
    if (m_snapshot.isEmpty() || !m_sandbox) {
        Q_EMIT done(ExitCode::Success);
        return;
    }
    whenReady(m_sandbox->saveState(m_snapshot), this, [this](const Result<void> &saved) {
        if (!saved)
            m_console->sayError(saved.error());
        Q_EMIT done(saved ? ExitCode::Success : ExitCode::BadUsage);
    });
}

} // namespace actionscope::cli
