// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importcommand.h"

#include "app/base/tr.h"
#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/jsontexts.h"
#include "app/exchange/importer.h"

#include <QFile>

#include <cstdio>

namespace actionscope::cli {

namespace {

const QList<Option> &importOptions()
{
    static const QList<Option> options {
        {"--to", "FOLDER", QT_TRANSLATE_NOOP("Actionscope", "where the requests are written; without it they are only looked at")},
        {"--as", "FORM", QT_TRANSLATE_NOOP("Actionscope", "what it is, where that is not to be found out (default: auto)")},
        {"--print", "paths|report", QT_TRANSLATE_NOOP("Actionscope", "the files that were made (the default), or one JSON object")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "do not tell what was guessed and left out")},
    };
    return options;
}

QByteArray guessesOf(const exchange::ImportedDraft &draft)
{
    json::ArrayWriter list;
    for (const exchange::Guess &guess : draft.guesses) {
        json::ObjectWriter one;
        one.addString("field", guess.field);
        one.addString("sentence", guess.sentence);
        list.addRaw(one.finished());
    }
    return list.finished();
}

QByteArray draftsOf(const exchange::Imported &imported)
{
    json::ArrayWriter list;
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        json::ObjectWriter one;
        one.addString("name", draft.name);
        one.addRaw("folders", jsonTexts(draft.folders));
        one.addString("actionId", draft.request.actionId);
        one.addString("baseUrl", draft.baseUrl);
        one.addString("apiVersion", draft.apiVersion ? api::versionName(*draft.apiVersion) : QString());
        one.addBool("isRecorded", draft.recorded.has_value());
        one.addRaw("guesses", guessesOf(draft));
        list.addRaw(one.finished());
    }
    return list.finished();
}

QByteArray troublesOf(const exchange::Imported &imported)
{
    json::ArrayWriter list;
    for (const exchange::ImportTrouble &trouble : imported.troubles) {
        json::ObjectWriter one;
        one.addString("sentence", trouble.sentence);
        one.addString("source", trouble.source);
        if (trouble.offset >= 0)
            one.addInteger("offset", trouble.offset);
        list.addRaw(one.finished());
    }
    return list.finished();
}

// Secrets by their names only: a report often ends in a ticket.
QByteArray reportOf(const exchange::Imported &imported, const workspace::WrittenImport &written)
{
    QStringList secrets;
    for (const exchange::ImportedSecret &secret : imported.secrets)
        secrets.append(secret.sentence);
    json::ObjectWriter writer;
    writer.addString("form", exchange::formName(imported.form));
    writer.addRaw("written", jsonTexts(written.paths));
    writer.addRaw("drafts", draftsOf(imported));
    writer.addRaw("troubles", troublesOf(imported));
    writer.addRaw("notWritten", jsonTexts(written.troubles));
    writer.addRaw("secrets", jsonTexts(secrets));
    writer.addBool("isReadOnly", imported.isReadOnly);
    return writer.finished() + '\n';
}

QByteArray linesOf(const QStringList &lines)
{
    QByteArray text;
    for (const QString &line : lines)
        text += QFile::encodeName(line) + '\n';
    return text;
}

} // namespace

ImportCommand::ImportCommand(QObject *parent)
    : Command(parent)
{
}

QString ImportCommand::summary() const { return Tr::tr("make saved requests of cURL, HAR, Postman, …"); }

QString ImportCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli import FILE|FOLDER|- [--to FOLDER] [options]") + QStringLiteral("\n\n")
        + Tr::tr("It is recognised by itself what the file holds. Keys and other secrets are not taken over, nothing is sent, and no file is "
                 "written over: a name that is taken gets a number. Forms for --as: auto, %1.")
              .arg(exchange::formNames().join(QStringLiteral(", ")))
        + QStringLiteral("\n\n") + optionHelp(importOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 at least one request or environment was read, 2 none, or bad usage.") + QLatin1Char('\n');
}

Result<void> ImportCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, importOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (arguments->positionals().size() != 1)
        return failure(ErrorCode::InvalidInput, Tr::tr("The command import takes one file or folder, or “-” for standard input."));
    m_source = arguments->positionals().first();
    return readOptions(*arguments);
}

Result<void> ImportCommand::readOptions(const Arguments &arguments)
{
    const QString form = QString::fromUtf8(arguments.value("--as").value_or("auto"));
    m_form = exchange::formFromName(form);
    if (!m_form && form != QLatin1String("auto")) {
        return failure(ErrorCode::InvalidInput, Tr::tr("There is no form “%1”.").arg(form), {},
            Tr::tr("The forms are: auto, %1.").arg(exchange::formNames().join(QStringLiteral(", "))));
    }
    const auto print = arguments.choice("--print", {"paths", "report"});
    if (!print)
        return Failure(print.error());
    m_print = Print(*print);
    m_isQuiet = arguments.has("--quiet");
    if (arguments.has("--to") && arguments.value("--to")->isEmpty())
        return failure(ErrorCode::InvalidInput, Tr::tr("The option --to needs a folder."));
    m_folder = QFile::decodeName(arguments.value("--to").value_or(QByteArray()));
    return {};
}

Result<exchange::Imported> ImportCommand::read() const
{
    if (m_source != "-")
        return exchange::importFile(QFile::decodeName(m_source), m_form);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, Tr::tr("Standard input cannot be read."));
    const QByteArray bytes = input.readAll();
    return m_form ? exchange::importText(bytes, *m_form) : exchange::importText(bytes);
}

void ImportCommand::start()
{
    const auto imported = read();
    if (!imported) {
        m_console->sayError(imported.error());
        Q_EMIT done(ExitCode::BadUsage);
        return;
    }
    Q_EMIT done(conclude(*imported));
}

ExitCode ImportCommand::conclude(const exchange::Imported &imported)
{
    const bool isAnything = !imported.drafts.isEmpty() || !imported.environments.isEmpty();
    workspace::WrittenImport written;
    if (isAnything && !m_folder.isEmpty()) {
        auto result = workspace::writeImported(m_folder, imported);
        if (!result) {
            m_console->sayError(result.error());
            return ExitCode::BadUsage;
        }
        written = *result;
    }
    tell(imported);
    for (const QString &trouble : std::as_const(written.troubles))
        m_console->say(trouble, Console::Tone::Bad);
    const auto shown = m_console->writeResult(m_print == Print::Report ? reportOf(imported, written) : linesOf(written.paths));
    if (!shown)
        m_console->sayError(shown.error());
    return isAnything && shown && written.troubles.isEmpty() ? ExitCode::Success : ExitCode::BadUsage;
}

void ImportCommand::tell(const exchange::Imported &imported)
{
    if (m_isQuiet)
        return;
    m_console->say(Tr::tr("This is %1. Requests in it: %2.").arg(exchange::formTitle(imported.form)).arg(imported.drafts.size()));
    for (const exchange::ImportedDraft &draft : imported.drafts) {
        for (const exchange::Guess &guess : draft.guesses)
            m_console->say(QStringLiteral("%1: %2: %3").arg(draft.name.isEmpty() ? Tr::tr("Request") : draft.name, guess.field, guess.sentence));
    }
    for (const exchange::ImportTrouble &trouble : imported.troubles)
        m_console->say(trouble.source.isEmpty() ? trouble.sentence : QStringLiteral("%1: %2").arg(trouble.source, trouble.sentence), Console::Tone::Bad);
    for (const exchange::ImportedSecret &secret : imported.secrets)
        m_console->say(secret.sentence);
}

void ImportCommand::interrupt() { Q_EMIT done(ExitCode::Cancelled); }

} // namespace actionscope::cli
