// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/explaincommand.h"

#include "app/api/alltexts.h"
#include "app/api/secretheaders.h"
#include "app/api/wirereader.h"
#include "app/base/atomicfile.h"
#include "app/base/secretfinder.h"
#include "app/base/tr.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/explanation.h"
#include "app/cli/keptcatalog.h"
#include "app/diagnosis/rulebook.h"
#include "app/storage/configfolder.h"
#include "app/storage/settings.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>

namespace actionscope::cli {

namespace {

constexpr qsizetype longestSearch = qsizetype(1024) * 1024; // for keys in what evidence quotes

const QList<Option> &explainOptions()
{
    static const QList<Option> options {
        {"--status", "N", QT_TRANSLATE_NOOP("Actionscope", "the HTTP status, where the body stands alone")},
        {"--request", "FILE", QT_TRANSLATE_NOOP("Actionscope", "the request that was answered: its body, or its raw HTTP text")},
        {"--entry", "N", QT_TRANSLATE_NOOP("Actionscope", "of several (HAR, log): this one; else the first that failed")},
        {"--api", "VERSION", QT_TRANSLATE_NOOP("Actionscope", "v2, v3 or v3.1, where the path does not tell")},
        {"--env", "NAME", QT_TRANSLATE_NOOP("Actionscope", "the environment it took place on (default: by its address, else the current one)")},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "the folder of settings and of the catalogue that is kept")},
        {"--print", "text|report", QT_TRANSLATE_NOOP("Actionscope", "for people (the default), or one JSON object")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "do not tell what was guessed")},
    };
    return options;
}

Result<QByteArray> bytesOf(const QByteArray &name)
{
    if (name != "-")
        return readFile(QFile::decodeName(name));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Tr::tr("Standard input cannot be read."));
    return input.readAll();
}

diagnosis::Surroundings surroundingsOf(const exchange::ReadExchange &read, std::optional<api::ApiVersion> version)
{
    diagnosis::Surroundings around;
    around.baseUrl = read.baseUrl;
    around.apiVersion = version ? version : read.apiVersion;
    around.receivedAt = read.receivedAt;
    const auto key = api::headerValue(read.exchange.request.headers, "x-api-key");
    if (key || read.hasHeads)
        around.key = diagnosis::keyKindOf(key.value_or(QByteArray()));
    return around;
}

// What is printed often ends in a ticket; an answer may repeat the key.
api::Exchange withoutSecrets(api::Exchange exchange)
{
    SecretLedger ledger;
    api::hideSecretHeaders(exchange.request.headers, ledger);
    api::hideSecretHeaders(exchange.answer.headers, ledger);
    api::changeTexts(exchange, [&ledger](const QByteArray &text) {
        ledger.addFrom(text, {});
        return text;
    });
    api::changeTexts(exchange, [&ledger](const QByteArray &text) { return ledger.redacted(text); });
    return exchange;
}

// What an answer gives away by its form alone. Names in front of words are no proof here: "token: expired" is evidence.
Redactor keysIn(const api::Exchange &exchange)
{
    constexpr std::array kinds {"apiKey", "key", "jwt", "privateKey", "signature"};
    Redactor redactor;
    const SecretFinder finder;
    for (const QByteArray *text : {&exchange.request.path, &exchange.request.body, &exchange.answer.body}) {
        for (const FoundSecret &secret : finder.find(text->left(longestSearch))) {
            if (std::any_of(kinds.begin(), kinds.end(), [&](const char *kind) { return secret.kind == kind; }))
                redactor.addSecret(secret.kind, secret.value);
        }
    }
    return redactor;
}

} // namespace

ExplainCommand::ExplainCommand(QObject *parent)
    : Command(parent)
{
}

QString ExplainCommand::summary() const { return Tr::tr("say why an execution failed, and what to try"); }

QString ExplainCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli explain FILE|- [options]") + QStringLiteral("\n\n")
        + Tr::tr("FILE holds an answer's body, a raw HTTP exchange (also as curl -v prints it), a HAR file or entry, a bundle, "
                 "lines of the sandbox's log, the report of exec, or a log excerpt, traceback or command with the answer below it. "
                 "Nothing is sent: what is known of actions and accounts comes from the catalogue that window and commands keep.")
        + QStringLiteral("\n\n") + optionHelp(explainOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes are those of the explained execution: 0 successful, 3 the action said no, 4 the service refused, "
                 "5 no usable answer, 130 cancelled; 2 bad usage, or nothing that can be read.")
        + QLatin1Char('\n');
}

Result<void> ExplainCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, explainOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (arguments->positionals().size() != 1)
        return failure(ErrorCode::InvalidInput, Tr::tr("The command explain takes one file, or “-” for standard input."));
    m_name = arguments->positionals().first();
    return readOptions(*arguments);
}

Result<void> ExplainCommand::readOptions(const Arguments &arguments)
{
    const auto status = arguments.number("--status", 100, 599);
    const auto entry = arguments.number("--entry", 1, 1'000'000);
    if (!status || !entry)
        return Failure(status ? entry.error() : status.error());
    m_wish.status = *status;
    m_wish.entry = *entry;
    if (arguments.has("--api")) {
        m_version = api::versionFromName(QString::fromUtf8(*arguments.value("--api")));
        if (!m_version)
            return failure(ErrorCode::InvalidInput, Tr::tr("The option --api takes v2, v3 or v3.1."));
    }
    if (const auto file = arguments.value("--request")) {
        if (*file == "-" && m_name == "-")
            return failure(ErrorCode::InvalidInput, Tr::tr("Standard input can be only one of the two."));
        const auto request = bytesOf(*file);
        if (!request)
            return Failure(request.error());
        m_wish.request = *request;
    }
    const auto environment = arguments.text("--env");
    const auto config = arguments.text("--config");
    const auto print = arguments.choice("--print", {"text", "report"});
    if (!environment || !config)
        return Failure(environment ? config.error() : environment.error());
    if (!print)
        return Failure(print.error());
    m_common.environment = *environment;
    m_common.configFolder = storage::configFolder(*config);
    m_print = *print == 1 ? Print::Report : Print::Text;
    m_isQuiet = arguments.has("--quiet");
    return {};
}

void ExplainCommand::start()
{
    const auto read = bytesOf(m_name).and_then([&](const QByteArray &bytes) { return exchange::readExchange(bytes, m_wish); });
    if (!read) {
        m_console->sayError(read.error());
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    if (!m_common.environment.isEmpty() && !environmentOf(*read)) {
        m_console->sayError({ErrorCode::NotFound, Tr::tr("There is no environment “%1”.").arg(m_common.environment)});
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    Q_EMIT done(explain(*read));
}

std::optional<storage::Environment> ExplainCommand::environmentOf(const exchange::ReadExchange &read) const
{
    const storage::Settings settings(m_common.configFolder);
    if (m_common.environment.isEmpty() && read.baseUrl.isEmpty())
        return settings.currentEnvironment();
    const auto address = api::parseBaseUrl(read.baseUrl);
    const QList<storage::Environment> known = settings.environments();
    for (const storage::Environment &environment : known) {
        const auto there = api::parseBaseUrl(environment.baseUrl);
        const bool isThere = environment.isSandbox ? address && api::isOnThisMachine(address->url) : address && there && there->url == address->url;
        if (m_common.environment.isEmpty() ? isThere : environment.name == m_common.environment)
            return environment;
    }
    return {};
}

// What is kept of the service, and what a bundle says itself of its action.
catalog::Catalog ExplainCommand::catalogFor(const exchange::ReadExchange &read)
{
    const auto execution = api::readExecution(read.exchange.request);
    const QString actionId = execution ? execution->request.actionId : QString();
    catalog::Catalog known;
    if (auto environment = environmentOf(read)) {
        environment->apiVersion = m_version ? *m_version : read.apiVersion.value_or(execution ? execution->version : environment->apiVersion);
        known = catalog::knowing(actionId, {}, keptCatalog(m_common, *environment));
        if (!known.isEmpty() && !m_isQuiet)
            m_console->say(Tr::tr("What is known of actions and accounts comes from the kept catalogue of %1.").arg(environment->name));
    }
    const api::ActionInfo *described = known.action(actionId);
    const bool isDescribed = described && !described->parameters.isEmpty();
    return read.action && !isDescribed ? known.with(*read.action) : known;
}

ExitCode ExplainCommand::explain(const exchange::ReadExchange &read)
{
    if (!m_isQuiet) {
        for (const QString &note : read.notes)
            m_console->say(note);
        if (read.isStatusAssumed)
            m_console->say(Tr::tr("The option --status names the status."));
    }
    const api::Exchange exchange = withoutSecrets(read.exchange);
    const diagnosis::Judgement judgement = diagnosis::judge(exchange);
    diagnosis::Surroundings around = surroundingsOf(read, m_version);
    around.catalog = catalogFor(read);
    const auto diagnosis = diagnosis::diagnose(exchange, judgement, around);
    const QByteArray text = m_print == Print::Report ? explanationReport(diagnosis) : explanationText(diagnosis);
    const auto written = m_console->writeResult(keysIn(exchange).redacted(text));
    if (!written) {
        m_console->sayError(written.error());
        return ExitCode::BadUsage;
    }
    const bool isFine = !diagnosis || diagnosis->isWarning;
    return isFine ? ExitCode::Success : exitCodeOf(judgement.verdict);
}

void ExplainCommand::interrupt() { Q_EMIT done(ExitCode::Cancelled); }

} // namespace actionscope::cli
