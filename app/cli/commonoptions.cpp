// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commonoptions.h"

#include "app/api/apikey.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/storage/configfolder.h"

namespace actionscope::cli {

namespace {

constexpr int longestTimeout = 24 * 60 * 60;

Result<void> readDestination(const Arguments &arguments, CommonOptions &options)
{
    const auto environment = arguments.text("--env");
    const auto baseUrl = arguments.text("--base-url");
    const auto version = arguments.text("--api");
    const auto keyFile = arguments.text("--api-key-file");
    for (const auto *text : {&environment, &baseUrl, &version, &keyFile}) {
        if (!*text)
            return Failure(text->error());
    }
    options.environment = *environment;
    if (arguments.has("--base-url")) {
        const auto parsed = api::parseBaseUrl(*baseUrl);
        if (!parsed)
            return Failure(parsed.error());
        options.baseUrl = *parsed;
    }
    if (arguments.has("--api")) {
        options.apiVersion = api::versionFromName(*version);
        if (!options.apiVersion)
            return failure(ErrorCode::InvalidInput, Tr::tr("The option --api takes v2, v3 or v3.1."));
    }
    if (arguments.has("--api-key-file")) {
        const auto key = readFile(*keyFile).and_then([](const QByteArray &text) { return api::cleanApiKey(text); });
        if (!key)
            return Failure(key.error());
        options.apiKey = *key;
    }
    return {};
}

} // namespace

const QList<Option> &commonOptions()
{
    static const QList<Option> options {
        {"--env", "NAME", QT_TRANSLATE_NOOP("Actionscope", "the environment (default: the current one; “sandbox” always exists)")},
        {"--base-url", "URL", QT_TRANSLATE_NOOP("Actionscope", "send to this address"), false, true},
        {"--api", "VERSION", QT_TRANSLATE_NOOP("Actionscope", "v2, v3 or v3.1")},
        {"--api-key-file", "FILE", QT_TRANSLATE_NOOP("Actionscope", "read the key from a file (else COMPOSIO_API_KEY, else the keychain)")},
        {"--timeout", "SECONDS", QT_TRANSLATE_NOOP("Actionscope", "give up after this time (default 180)")},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "the folder of settings and history")},
        {"--no-history", nullptr, QT_TRANSLATE_NOOP("Actionscope", "do not remember this run")},
        {"--color", "WHEN", QT_TRANSLATE_NOOP("Actionscope", "auto, always or never")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "no verdict on standard error, only warnings and errors")},
    };
    return options;
}

Result<CommonOptions> readCommonOptions(const Arguments &arguments)
{
    CommonOptions options;
    if (const auto destination = readDestination(arguments, options); !destination)
        return Failure(destination.error());
    const auto timeout = arguments.number("--timeout", 1, longestTimeout);
    const auto config = arguments.text("--config");
    const auto color = arguments.choice("--color", {"auto", "always", "never"});
    if (!timeout)
        return Failure(timeout.error());
    if (!config)
        return Failure(config.error());
    if (!color)
        return Failure(color.error());
    options.timeoutSeconds = timeout->value_or(options.timeoutSeconds);
    options.configFolder = storage::configFolder(*config);
    options.keepHistory = !arguments.has("--no-history");
    options.color = Console::Color(*color);
    options.isQuiet = arguments.has("--quiet");
    return options;
}

} // namespace actionscope::cli
