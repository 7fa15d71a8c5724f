// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/execoptions.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"

#include <QFile>

#include <cstdio>

namespace actionscope::cli {

namespace {

Result<QByteArray> readStandardInput()
{
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Tr::tr("Standard input could not be read: %1.").arg(file.errorString()));
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Unreadable, Tr::tr("Standard input could not be read: %1.").arg(file.errorString()));
    return bytes;
}

// An empty file mostly comes of a command before this one that failed. It must not become an execution without input.
Result<QByteArray> notEmpty(const QByteArray &bytes, const char *name, const QString &source)
{
    if (!bytes.trimmed().isEmpty())
        return bytes;
    return failure(ErrorCode::InvalidInput,
        Tr::tr("The value of %1 is empty: %2 holds nothing.").arg(QLatin1String(name), source), {},
        Tr::tr("Leave the option out to send the request without it."));
}

// The bytes themselves, those of a file for “@FILE”, those of standard input for “-”.
Result<QByteArray> jsonValue(const Arguments &arguments, const char *name)
{
    const QByteArray given = arguments.value(name).value_or(QByteArray());
    if (given == "-") {
        return readStandardInput().and_then(
            [name](const QByteArray &bytes) { return notEmpty(bytes, name, Tr::tr("standard input")); });
    }
    if (given == "@") {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("The option %1 needs a file name behind the @.").arg(QLatin1String(name)));
    }
    if (given.startsWith('@')) {
        const QString fileName = QFile::decodeName(given.sliced(1));
        return readFile(fileName).and_then(
            [name, fileName](const QByteArray &bytes) { return notEmpty(bytes, name, fileName); });
    }
    return given;
}

Result<void> readTexts(const Arguments &arguments, api::ExecuteRequest &request)
{
    const std::pair<const char *, QString *> fields[] = {
        {"--app", &request.appName},
        {"--entity", &request.entityId},
        {"--account", &request.connectedAccountId},
        {"--text", &request.text},
        {"--system-prompt", &request.systemPrompt},
        {"--custom-description", &request.customDescription},
        {"--tool-version", &request.version},
    };
    for (const auto &[name, field] : fields) {
        const auto text = arguments.text(name);
        if (!text)
            return Failure(text.error());
        *field = *text;
    }
    return {};
}

Result<void> readJson(const Arguments &arguments, api::ExecuteRequest &request)
{
    const std::pair<const char *, QByteArray *> fields[] = {
        {"--input", &request.input},
        {"--auth-config", &request.authConfig},
        {"--session-info", &request.sessionInfo},
    };
    int fromStandardInput = 0;
    for (const auto &[name, field] : fields)
        fromStandardInput += arguments.value(name) == QByteArray("-");
    if (fromStandardInput > 1) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("Standard input (-) can be the value of one option only."));
    }
    for (const auto &[name, field] : fields) {
        const auto bytes = jsonValue(arguments, name);
        if (!bytes)
            return Failure(bytes.error());
        *field = *bytes;
    }
    return {};
}

Result<api::ExecuteRequest> readRequest(const Arguments &arguments)
{
    api::ExecuteRequest request;
    const auto actionId
        = readActionId(arguments, Tr::tr("Write it behind exec, as in “actionscope-cli exec SANDBOX_ECHO”."));
    if (!actionId)
        return Failure(actionId.error());
    request.actionId = *actionId;
    if (const auto read = readTexts(arguments, request); !read)
        return Failure(read.error());
    if (const auto read = readJson(arguments, request); !read)
        return Failure(read.error());
    const auto problems = api::findProblems(request);
    if (!problems.isEmpty())
        return failure(ErrorCode::InvalidInput, problems.first().sentence);
    return request;
}

Result<std::optional<json::JsonPath>> readPath(const Arguments &arguments)
{
    const auto given = arguments.value("--path");
    if (!given)
        return std::nullopt;
    return jsonPath(*given, "--path").map([](const json::JsonPath &path) { return std::optional(path); });
}

} // namespace

const QList<Option> &execOnlyOptions()
{
    static const QList<Option> options {
        {"--input", "JSON|@FILE|-", QT_TRANSLATE_NOOP("Actionscope", "the action's input, a JSON object")},
        {"--app", "NAME", QT_TRANSLATE_NOOP("Actionscope", "appName")},
        {"--entity", "ID", QT_TRANSLATE_NOOP("Actionscope", "entityId (v3: user_id)")},
        {"--account", "ID", QT_TRANSLATE_NOOP("Actionscope", "connectedAccountId")},
        {"--text", "TEXT", QT_TRANSLATE_NOOP("Actionscope", "the task in words, from which the service makes the input")},
        {"--system-prompt", "TEXT", QT_TRANSLATE_NOOP("Actionscope", "systemPrompt for --text")},
        {"--custom-description", "TEXT", QT_TRANSLATE_NOOP("Actionscope", "customDescription for --text")},
        {"--auth-config", "JSON|@FILE|-", QT_TRANSLATE_NOOP("Actionscope", "authConfig: credentials instead of a connected account")},
        {"--session-info", "JSON|@FILE|-", QT_TRANSLATE_NOOP("Actionscope", "sessionInfo")},
        {"--tool-version", "V", QT_TRANSLATE_NOOP("Actionscope", "the action's version")},
        {"--print", "WHAT", QT_TRANSLATE_NOOP("Actionscope", "body (default, byte for byte), pretty, data or report")},
        {"--path", "JSONPATH", QT_TRANSLATE_NOOP("Actionscope", "only the values this path leads to, one on a line")},
        {"--strict", nullptr, QT_TRANSLATE_NOOP("Actionscope", "send nothing if the input does not fit the action's schema")},
        {"--yes", nullptr, QT_TRANSLATE_NOOP("Actionscope", "execute an action that changes something on a protected environment")},
        {"--dry-run", nullptr, QT_TRANSLATE_NOOP("Actionscope", "print the request and send nothing")},
    };
    return options;
}

Result<ExecOptions> readExecOptions(const QByteArrayList &words)
{
    const auto arguments = Arguments::read(words, execOnlyOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    const auto common = readCommonOptions(*arguments);
    if (!common)
        return Failure(common.error());
    const auto printMode = arguments->choice("--print", {"body", "pretty", "data", "report"});
    if (!printMode)
        return Failure(printMode.error());
    const auto path = readPath(*arguments);
    if (!path)
        return Failure(path.error());
    const auto request = readRequest(*arguments); // last, because it may read standard input
    if (!request)
        return Failure(request.error());
    return ExecOptions {
        *common, *request, PrintMode(*printMode), *path, arguments->has("--dry-run"), arguments->has("--strict"),
        arguments->has("--yes")};
}

} // namespace actionscope::cli
