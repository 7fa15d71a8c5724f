// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/replayoptions.h"

#include "app/base/tr.h"
#include "app/workspace/inputminimization.h"

namespace actionscope::cli {

namespace {

constexpr int mostRepeats = 10'000;
constexpr int mostMinimizing = 100'000;

Result<void> readNumbers(const Arguments &arguments, ReplayOptions &options)
{
    const auto entry = arguments.number("--entry", 1, 1'000'000);
    const auto repeat = arguments.number("--repeat", 1, mostRepeats);
    const auto most = arguments.number("--max-executions", workspace::InputMinimization::checks + 1, mostMinimizing);
    for (const auto *number : {&entry, &repeat, &most}) {
        if (!*number)
            return Failure(number->error());
    }
    options.entry = *entry;
    options.terms.repeat = repeat->value_or(1);
    options.isMinimizing = arguments.has("--minimize");
    options.mostExecutions = most->value_or(workspace::InputMinimization::usualMost);
    if (options.isMinimizing && arguments.has("--repeat"))
        return failure(ErrorCode::InvalidInput, Tr::tr("The options --minimize and --repeat exclude each other."));
    if (!options.isMinimizing && arguments.has("--max-executions"))
        return failure(ErrorCode::InvalidInput, Tr::tr("The option --max-executions belongs to --minimize."));
    return {};
}

Result<void> readTarget(const Arguments &arguments, ReplayOptions &options)
{
    const std::pair<const char *, std::optional<QString> *> fields[] = {
        {"--account", &options.terms.connectedAccountId}, {"--entity", &options.terms.entityId}};
    for (const auto &[name, field] : fields) {
        const auto text = arguments.text(name);
        if (!text)
            return Failure(text.error());
        if (arguments.has(name))
            *field = *text;
    }
    return {};
}

Result<void> readComparison(const Arguments &arguments, ReplayOptions &options)
{
    const QByteArrayList ignored = arguments.values("--ignore");
    for (const QByteArray &text : ignored) {
        const auto path = jsonPath(text, "--ignore");
        if (!path)
            return Failure(path.error());
        options.diff.ignoredPaths.append(*path);
    }
    options.diff.ignoresVolatile = arguments.has("--ignore-volatile");
    const auto print = arguments.choice("--print", {"text", "report"});
    if (!print)
        return Failure(print.error());
    options.print = ReplayOptions::Print(*print);
    return {};
}

} // namespace

const QList<Option> &replayOnlyOptions()
{
    static const QList<Option> options {
        {"--account", "ID", QT_TRANSLATE_NOOP("Actionscope", "send it with this connectedAccountId instead")},
        {"--entity", "ID", QT_TRANSLATE_NOOP("Actionscope", "send it for this entityId instead")},
        {"--entry", "N", QT_TRANSLATE_NOOP("Actionscope", "of several (HAR, log): only this one")},
        {"--ignore", "JSONPATH", QT_TRANSLATE_NOOP("Actionscope", "do not compare what this path leads to; may be given several times"), true},
        {"--ignore-volatile", nullptr, QT_TRANSLATE_NOOP("Actionscope", "take timestamps, UUIDs and request ids for equal")},
        {"--repeat", "N", QT_TRANSLATE_NOOP("Actionscope", "send it N times, one after the other, and tell outcomes and times")},
        {"--minimize", nullptr, QT_TRANSLATE_NOOP("Actionscope", "find the smallest input that fails the same way")},
        {"--max-executions", "N", QT_TRANSLATE_NOOP("Actionscope", "how many executions --minimize may take (default 200)")},
        {"--yes", nullptr, QT_TRANSLATE_NOOP("Actionscope", "execute what may change something, or on a protected environment")},
        {"--print", "text|report", QT_TRANSLATE_NOOP("Actionscope", "for people (the default), or one JSON object")},
    };
    return options;
}

Result<ReplayOptions> readReplayOptions(const QByteArrayList &words)
{
    const auto arguments = Arguments::read(words, replayOnlyOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    const auto common = readCommonOptions(*arguments);
    if (!common)
        return Failure(common.error());
    ReplayOptions options;
    options.common = *common;
    options.names = arguments->positionals();
    options.hasConsent = arguments->has("--yes");
    if (options.names.isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("The command replay takes files, runs of the history, or “-” for standard input."));
    for (const auto read : {readNumbers, readTarget, readComparison}) {
        if (const auto result = read(*arguments, options); !result)
            return Failure(result.error());
    }
    return options;
}

} // namespace actionscope::cli
