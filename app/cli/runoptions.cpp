// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runoptions.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/runner/reports/jsonreport.h"
#include "app/runner/runcomparison.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace actionscope::cli {

namespace {

constexpr int mostJobs = 96;
constexpr int mostRepeats = 100'000'000;

// K=V is a text, K:=V is JSON.
Result<storage::VariableList> readVariables(const Arguments &arguments)
{
    storage::VariableList variables;
    const QByteArrayList words = arguments.values("--var");
    for (const QByteArray &word : words) {
        const auto text = textFromUtf8(word, QStringLiteral("--var"));
        if (!text)
            return Failure(text.error());
        QString name = text->section(QLatin1Char('='), 0, 0);
        const QString value = text->section(QLatin1Char('='), 1);
        const bool isJson = name.endsWith(QLatin1Char(':'));
        if (isJson)
            name.chop(1);
        if (name.isEmpty() || !text->contains(QLatin1Char('=')))
            return failure(ErrorCode::InvalidInput, Tr::tr("“%1” sets no variable: it is written NAME=TEXT or NAME:=JSON.").arg(*text));
        const QByteArray json = isJson ? value.toUtf8() : json::quoted(value);
        if (!json::Document::parse(json).isValid())
            return failure(ErrorCode::InvalidInput, Tr::tr("The value of the variable “%1” is not JSON: %2").arg(name, value));
        variables.append({name, json});
    }
    return variables;
}

Result<void> readPaths(const Arguments &arguments, RunOptions &options)
{
    for (const QByteArray &word : arguments.positionals())
        options.paths.append(QFile::decodeName(word));
    if (options.paths.isEmpty()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("There is nothing to run."), {},
            Tr::tr("Name a saved request, a folder or a collection, as in “actionscope-cli run tests/”."));
    }
    return {};
}

Result<void> readAmounts(const Arguments &arguments, RunOptions &options)
{
    const auto repeat = arguments.number("--repeat", 1, mostRepeats);
    const auto jobs = arguments.number("--jobs", 1, mostJobs);
    const auto shardText = arguments.text("--shard");
    if (!repeat)
        return Failure(repeat.error());
    if (!jobs)
        return Failure(jobs.error());
    if (!shardText)
        return Failure(shardText.error());
    options.repeat = repeat->value_or(1);
    options.jobs = jobs->value_or(1);
    if (arguments.has("--shard")) {
        const auto shard = runner::shardFromText(*shardText);
        if (!shard)
            return Failure(shard.error());
        options.shard = *shard;
    }
    return {};
}

Result<void> readData(const Arguments &arguments, RunOptions &options)
{
    if (!arguments.has("--data"))
        return {};
    options.filesRead.append(QFile::decodeName(*arguments.value("--data")));
    auto rows = runner::DataRows::read(options.filesRead.last());
    if (!rows)
        return Failure(rows.error());
    options.rows = std::move(*rows);
    return {};
}

// entity=A,B, account=A,B or env=A,B: the columns of a matrix.
Result<void> readEach(const Arguments &arguments, RunOptions &options)
{
    QSet<QString> seen;
    const QByteArrayList words = arguments.values("--each");
    for (const QByteArray &word : words) {
        const QString text = QString::fromUtf8(word);
        const QString what = text.section(QLatin1Char('='), 0, 0);
        QStringList names = text.section(QLatin1Char('='), 1).split(QLatin1Char(','), Qt::SkipEmptyParts);
        const auto repeated = std::find_if(names.cbegin(), names.cend(), [&](const QString &name) { return names.count(name) > 1; });
        if (repeated != names.cend())
            return failure(ErrorCode::InvalidInput, Tr::tr("“%1” names “%2” more than once; each value is one column.").arg(text, *repeated));
        const bool isEnvironment = what == QLatin1String("env");
        const bool isEntity = what == QLatin1String("entity");
        if ((!isEnvironment && !isEntity && what != QLatin1String("account")) || names.size() < 2 || seen.contains(what)) {
            return failure(ErrorCode::InvalidInput,
                Tr::tr("“%1” names no columns: --each takes entity=A,B, account=A,B and env=A,B, each once.").arg(text));
        }
        seen.insert(what);
        if (isEnvironment) {
            options.environments = names;
            continue;
        }
        QList<runner::Variant> variants;
        for (const QString &name : std::as_const(names)) {
            runner::Variant variant {name};
            (isEntity ? variant.entityId : variant.connectedAccountId) = name;
            variants.append(variant);
        }
        options.variants = runner::crossed(options.variants, variants);
    }
    return {};
}

Result<void> readFailed(const Arguments &arguments, RunOptions &options)
{
    if (!arguments.has("--failed-in"))
        return {};
    runner::RunLog log;
    const auto paths = runner::joinJson({QFile::decodeName(*arguments.value("--failed-in"))}, log).and_then([&](const runner::JoinedRun &run) {
        return runner::failedPaths(run.summary, log);
    });
    if (!paths)
        return Failure(paths.error());
    options.onlyPaths = *paths;
    return {};
}

} // namespace

bool RunOptions::isOutputTaken() const
{
    return std::any_of(reports.cbegin(), reports.cend(), [](const auto &report) { return report.isStandardOutput(); });
}

const QList<Option> &runOnlyOptions()
{
    static const QList<Option> options {
        {"--var", "NAME=TEXT", QT_TRANSLATE_NOOP("Actionscope", "set a variable; NAME:=JSON for another type"), true},
        {"--data", "FILE", QT_TRANSLATE_NOOP("Actionscope", "run once for every row of a .csv, .tsv or .json file")},
        {"--each", "WHAT=A,B", QT_TRANSLATE_NOOP("Actionscope", "run once for each entity, account or env, and print a grid"), true},
        {"--repeat", "N", QT_TRANSLATE_NOOP("Actionscope", "run everything N times")},
        {"--jobs", "N", QT_TRANSLATE_NOOP("Actionscope", "send up to N requests at once (default 1)")},
        {"--shard", "I/N", QT_TRANSLATE_NOOP("Actionscope", "run the I-th of N parts; “report merge” joins their JSON reports")},
        {"--tag", "TAG", QT_TRANSLATE_NOOP("Actionscope", "only requests with this tag, and what they need"), true},
        {"--failed-in", "REPORT.json", QT_TRANSLATE_NOOP("Actionscope", "only what did not pass in an earlier run, and what that needs")},
        {"--bail", nullptr, QT_TRANSLATE_NOOP("Actionscope", "begin nothing more after the first failure")},
        {"--report", "KIND=FILE", QT_TRANSLATE_NOOP("Actionscope", "write junit, json or html; - is standard output"), true},
        {"--update-snapshots", nullptr, QT_TRANSLATE_NOOP("Actionscope", "write the files of unchangedSince instead of comparing")},
        {"--check", nullptr, QT_TRANSLATE_NOOP("Actionscope", "send nothing, look for what is wrong with the requests themselves")},
        {"--remember-schemas", nullptr, QT_TRANSLATE_NOOP("Actionscope", "with --check: write into each request the schema its action has now")},
        {"--migrate", nullptr, QT_TRANSLATE_NOOP("Actionscope", "with --check: bring each request to the schema its action has now")},
        {"--yes", nullptr, QT_TRANSLATE_NOOP("Actionscope", "execute actions that change something on a protected environment")},
    };
    return options;
}

Result<QList<runner::ReportTarget>> readReports(const Arguments &arguments)
{
    QList<runner::ReportTarget> reports;
    QSet<QString> paths;
    const QByteArrayList words = arguments.values("--report");
    for (const QByteArray &word : words) {
        const auto report = runner::reportFromText(QFile::decodeName(word));
        if (!report)
            return Failure(report.error());
        if (paths.contains(report->path))
            return failure(ErrorCode::InvalidInput, Tr::tr("Two reports cannot both be written to %1.").arg(report->path));
        paths.insert(report->path);
        if (const auto writable = runner::checkWritable(*report); !writable)
            return Failure(writable.error());
        reports.append(*report);
    }
    return reports;
}

Result<RunOptions> readRunOptions(const QByteArrayList &words)
{
    const auto arguments = Arguments::read(words, runOnlyOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    RunOptions options;
    const auto common = readCommonOptions(*arguments);
    if (!common)
        return Failure(common.error());
    options.common = *common;
    if (arguments->has("--api-key-file"))
        options.filesRead.append(QFile::decodeName(*arguments->value("--api-key-file")));
    for (const auto &read : {readPaths, readAmounts, readData, readEach, readFailed}) {
        if (const auto done = read(*arguments, options); !done)
            return Failure(done.error());
    }
    const auto variables = readVariables(*arguments);
    if (!variables)
        return Failure(variables.error());
    options.variables = *variables;
    const QByteArrayList tags = arguments->values("--tag");
    for (const QByteArray &tag : tags)
        options.tags.append(QString::fromUtf8(tag));
    options.stopsAtFailure = arguments->has("--bail");
    options.hasConsent = arguments->has("--yes");
    options.isCheck = arguments->has("--check");
    options.remembersSchemas = arguments->has("--remember-schemas");
    options.migrates = arguments->has("--migrate");
    if ((options.remembersSchemas || options.migrates) && !options.isCheck)
        return failure(ErrorCode::InvalidInput, Tr::tr("The options --remember-schemas and --migrate go with --check."));
    options.writesSnapshots = arguments->has("--update-snapshots");
    const auto reports = readReports(*arguments);
    if (!reports)
        return Failure(reports.error());
    options.reports = *reports;
    return options;
}

} // namespace actionscope::cli
