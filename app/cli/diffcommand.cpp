// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/diffcommand.h"

#include "app/base/atomicfile.h"
#include "app/base/gzip.h"
#include "app/base/tr.h"
#include "app/base/whenready.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/diffprinter.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <cstdio>

namespace actionscope::cli {

namespace {

const QList<Option> &diffOptions()
{
    static const QList<Option> options {
        {"--ignore", "JSONPATH",
            QT_TRANSLATE_NOOP("Actionscope", "leave out what this path leads to; may be given several times"),
            true},
        {"--ignore-volatile", nullptr,
            QT_TRANSLATE_NOOP("Actionscope", "take timestamps, UUIDs and request ids for equal")},
        {"--print", "list|report",
            QT_TRANSLATE_NOOP("Actionscope", "a line for each difference (the default), or one JSON object")},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "where settings and history lie")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "print no summary")},
    };
    return options;
}

// A file, standard input, or the answer of a run in the history.
Result<QByteArray> bytesOf(const QByteArray &name, const QString &configFolder)
{
    if (name == "-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorCode::Unreadable, Tr::tr("Standard input cannot be read."));
        return input.readAll();
    }
    const QString path = QFile::decodeName(name);
    if (QFileInfo::exists(path))
        return readFile(path);
    storage::HistoryFiles history(storage::historyFolder(configFolder));
    const auto entry = history.load(path);
    if (!entry) {
        return failure(ErrorCode::NotFound,
            Tr::tr("There is neither a file nor a run in the history that is called %1.").arg(path));
    }
    if (entry->bodyLeftOut > 0) {
        return failure(ErrorCode::NotFound,
            Tr::tr("The body of the run %1 was too large for the history and was not kept.").arg(path));
    }
    return entry->exchange.answer.body;
}

// A saved answer may be packed.
Result<QByteArray> unpacked(const QByteArray &name, const QByteArray &bytes)
{
    if (!isGzip(bytes))
        return bytes;
    const Unpacked made = gunzip(bytes);
    if (!made.trouble.isEmpty())
        return failure(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(QString::fromUtf8(name), made.trouble));
    return made.bytes;
}

Result<json::Document> documentOf(const QByteArray &name, const QString &configFolder)
{
    const auto bytes
        = bytesOf(name, configFolder).and_then([&](const QByteArray &stored) { return unpacked(name, stored); });
    if (!bytes)
        return Failure(bytes.error());
    const json::Document document = json::Document::parse(*bytes);
    if (const auto error = document.error()) {
        return failure(ErrorCode::InvalidInput,
            Tr::tr("%1 is not JSON: byte %2: %3")
                .arg(QString::fromUtf8(name))
                .arg(error->offset)
                .arg(error->reason));
    }
    return document;
}

Result<json::Difference> differenceOf(const QByteArrayList &names, const QString &configFolder,
    const json::DiffOptions &options, const std::atomic_bool *isCancelled)
{
    const auto left = documentOf(names[0], configFolder);
    if (!left)
        return Failure(left.error());
    const auto right = documentOf(names[1], configFolder);
    if (!right)
        return Failure(right.error());
    return json::difference(*left, *right, options, isCancelled);
}

} // namespace

DiffCommand::DiffCommand(QObject *parent)
    : Command(parent)
{
}

QString DiffCommand::summary() const { return Tr::tr("compare two JSON files or answers"); }

QString DiffCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli diff A B [options]") + QStringLiteral("\n\n")
        + Tr::tr("A and B are files, “-” for standard input, or runs in the history. Members may stand in "
                 "any order; "
                 "items of arrays that moved are recognised by an id or by what they hold.")
        + QStringLiteral("\n\n") + optionHelp(diffOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 equal, 1 different, 2 bad usage, 130 cancelled.") + QLatin1Char('\n');
}

Result<void> DiffCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, diffOptions());
    if (!arguments)
        return Failure(arguments.error());
    m_names = arguments->positionals();
    if (m_names.size() != 2)
        return failure(ErrorCode::InvalidInput, Tr::tr("The command diff takes two files or runs."));
    if (m_names[0] == "-" && m_names[1] == "-")
        return failure(ErrorCode::InvalidInput, Tr::tr("Standard input can be only one of the two."));
    return readOptions(*arguments);
}

Result<void> DiffCommand::readOptions(const Arguments &arguments)
{
    const QByteArrayList ignored = arguments.values("--ignore");
    for (const QByteArray &text : ignored) {
        const auto path = jsonPath(text, "--ignore");
        if (!path)
            return Failure(path.error());
        m_options.ignoredPaths.append(*path);
    }
    m_options.ignoresVolatile = arguments.has("--ignore-volatile");
    const auto print = arguments.choice("--print", {"list", "report"});
    if (!print)
        return Failure(print.error());
    m_print = Print(*print);
    m_isQuiet = arguments.has("--quiet");
    const auto config = arguments.text("--config");
    if (!config)
        return Failure(config.error());
    m_configFolder = storage::configFolder(*config);
    return {};
}

void DiffCommand::start()
{
    const auto work
        = [names = m_names, folder = m_configFolder, options = m_options, isCancelled = m_isCancelled] {
              return differenceOf(names, folder, options, isCancelled.get());
          };
    whenReady(QtConcurrent::run(work), this,
        [this](const Result<json::Difference> &difference) { conclude(difference); });
}

void DiffCommand::interrupt()
{
    *m_isCancelled = true;
    Q_EMIT done(ExitCode::Cancelled);
}

void DiffCommand::conclude(const Result<json::Difference> &difference)
{
    if (*m_isCancelled)
        return;
    const auto written = difference ? m_console->writeResult(
                             m_print == Print::Report ? changeReport(*difference) : changeList(*difference))
                                    : Result<void>(Failure(difference.error()));
    if (!written) {
        m_console->sayError(written.error());
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    if (!m_isQuiet)
        m_console->say(json::summaryOf(*difference));
    Q_EMIT done(difference->changes.empty() ? ExitCode::Success : ExitCode::Difference);
}

} // namespace actionscope::cli
