// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/replaysource.h"

#include "app/api/wirereader.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/exchange/importer.h"
#include "app/storage/historyfiles.h"
#include "app/workspace/recordedruns.h"

#include <QFileInfo>

namespace actionscope::workspace {

namespace {

Failure nothingToSend(const QString &name, const QList<exchange::ImportTrouble> &troubles)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("There is no execution in %1 that could be sent again.").arg(name), {},
        troubles.isEmpty() ? Tr::tr("Name a bundle, a HAR file, a cURL command, a log of the sandbox, a saved request, or a run in the history.")
                           : troubles.first().sentence);
}

Result<QList<ReplaySource>> sourcesOf(const exchange::Imported &imported, const QString &name)
{
    QList<ReplaySource> sources;
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        if (draft.request.actionId.isEmpty())
            continue;
        sources.append(replaySourceOf(
            draft, imported.drafts.size() > 1 ? QStringLiteral("%1:%2").arg(name).arg(sources.size() + 1) : name));
    }
    if (sources.isEmpty())
        return nothingToSend(name, imported.troubles);
    for (const exchange::ImportTrouble &trouble : imported.troubles)
        sources.first().notes.append(trouble.sentence);
    return sources;
}

// Every line of the sandbox's log and every entry of a HAR file, with its answer.
Result<QList<ReplaySource>> recordedSources(const QString &path, const QString &name)
{
    const auto recorded = readRecordedRuns(path);
    if (!recorded)
        return Failure(recorded.error());
    QList<ReplaySource> sources;
    for (const api::RecordedRun &run : recorded->runs) {
        const auto read = api::readExecution(run.exchange.request);
        if (read && !read->request.actionId.isEmpty())
            sources.append({run.name, read->request, {}, read->version, run.exchange});
    }
    if (sources.isEmpty())
        return nothingToSend(name, {});
    sources.first().notes += recorded->troubles;
    return sources;
}

// A HAR file may be larger than what fits in memory; the importer reads it in pieces.
Result<bool> isSandboxLog(const QFileInfo &file)
{
    constexpr qint64 largest = 64LL * 1024 * 1024;
    if (file.fileName().endsWith(QLatin1String(".jsonl")))
        return true;
    if (file.size() > largest)
        return false;
    return readFile(file.filePath()).map([](const QByteArray &bytes) { return exchange::recognise(bytes) == exchange::ImportForm::SandboxLog; });
}

Result<QList<ReplaySource>> fromHistory(const QString &id, const QString &folder)
{
    storage::HistoryFiles history(folder);
    const auto entry = history.load(id);
    if (!entry) {
        if (entry.error().code != ErrorCode::NotFound)
            return Failure(entry.error());
        return failure(ErrorCode::NotFound, Tr::tr("There is neither a file nor a run in the history that is called %1.").arg(id));
    }
    return QList {replaySourceOf(*entry, id)};
}

} // namespace

ReplaySource replaySourceOf(const storage::HistoryEntry &run, const QString &name)
{
    ReplaySource source {name, run.draft.request, run.baseUrl, run.apiVersion, run.exchange};
    if (run.bodyLeftOut > 0) {
        source.recorded.reset();
        source.notes.append(Tr::tr("The body of the run %1 was too large for the history and was not kept.").arg(name));
    }
    return source;
}

ReplaySource replaySourceOf(const exchange::ImportedDraft &draft, const QString &name)
{
    ReplaySource source {name, draft.request, draft.baseUrl, draft.apiVersion, draft.recorded};
    // A recording without an answer is a request only.
    if (source.recorded && source.recorded->answer.status == 0 && !source.recorded->fault)
        source.recorded.reset();
    for (const exchange::Guess &guess : draft.guesses)
        source.notes.append(guess.sentence);
    return source;
}

Result<QList<ReplaySource>> replaySourcesOf(const QByteArray &text, const QString &name)
{
    return sourcesOf(exchange::importText(text), name);
}

Result<QList<ReplaySource>> readReplaySources(const QString &name, const QString &historyFolder)
{
    const QFileInfo file(name);
    if (!file.exists())
        return fromHistory(name, historyFolder);
    if (file.isDir())
        return recordedSources(name, file.fileName());
    const auto isLog = isSandboxLog(file);
    if (!isLog)
        return Failure(isLog.error());
    if (*isLog)
        return recordedSources(name, file.fileName());
    const auto imported = exchange::importFile(name);
    if (!imported)
        return Failure(imported.error());
    return sourcesOf(*imported, file.fileName());
}

} // namespace actionscope::workspace
