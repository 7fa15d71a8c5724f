// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exportcommand.h"

#include "app/api/alltexts.h"
#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/foreignsource.h"
#include "app/storage/configfolder.h"
#include "app/storage/historyfiles.h"
#include "app/storage/savedrequest.h"

#include <QFile>
#include <QFileInfo>

namespace actionscope::cli {

namespace {

const QList<Option> &exportOptions()
{
    static const QList<Option> options {
        {"--as", "FORM", QT_TRANSLATE_NOOP("Actionscope", "the form, one of those above")},
        {"--env", "NAME", QT_TRANSLATE_NOOP("Actionscope", "the environment a saved request goes to (default: the current one)")},
        {"--base-url", "URL", QT_TRANSLATE_NOOP("Actionscope", "the address in the code")},
        {"--api", "VERSION", QT_TRANSLATE_NOOP("Actionscope", "v2, v3 or v3.1, for code without an SDK")},
        {"--config", "DIR", QT_TRANSLATE_NOOP("Actionscope", "the folder of settings and history")},
        {"--preview", nullptr, QT_TRANSLATE_NOOP("Actionscope", "only tell what is hidden and what stays (bundle, har, markdown, support)")},
        {"--quiet", nullptr, QT_TRANSLATE_NOOP("Actionscope", "do not tell what was hidden")},
    };
    static const QList<Option> all = options + redactionOptions();
    return all;
}

QString formList()
{
    QString list;
    for (const exchange::CodeTarget &target : exchange::codeTargets())
        list += QStringLiteral("  %1  %2\n").arg(QString::fromLatin1(target.name).leftJustified(19), Tr::tr(target.title));
    for (const ExportForm &form : exportForms())
        list += QStringLiteral("  %1  %2\n").arg(QString::fromLatin1(form.name).leftJustified(19), Tr::tr(form.title));
    return list;
}

QString formNames()
{
    QStringList names;
    for (const exchange::CodeTarget &target : exchange::codeTargets())
        names.append(QString::fromLatin1(target.name));
    for (const ExportForm &form : exportForms())
        names.append(QString::fromLatin1(form.name));
    return names.join(QStringLiteral(", "));
}

// What a bundle hides is to be filled in by who runs the code; nothing else may be wrong with it.
api::ExecuteRequest withoutPlaceholders(api::ExecuteRequest request)
{
    for (QByteArray *json : {&request.input, &request.authConfig, &request.sessionInfo})
        json->replace("\u2039redacted:", "");
    return request;
}

} // namespace

ExportCommand::ExportCommand(QObject *parent)
    : Command(parent)
{
}

QString ExportCommand::summary() const { return Tr::tr("write a request or run as code, bundle, HAR, ticket, …"); }

QString ExportCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli export PATH --as FORM [options]") + QStringLiteral("\n\n")
        + Tr::tr("PATH is a saved request (*.action.json), a bundle, a HAR file, a cURL command or any other file that import reads, or "
                 "a run in the history (“last”: the newest); for Postman also a collection. Code takes the key from the environment variable COMPOSIO_API_KEY; all else hides keys and other secrets. Forms:")
        + QStringLiteral("\n") + formList() + QLatin1Char('\n') + optionHelp(exportOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 written, 2 bad usage or nothing to export.") + QLatin1Char('\n');
}

Result<void> ExportCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, exportOptions());
    if (!arguments)
        return Failure(arguments.error());
    if (arguments->positionals().size() != 1)
        return failure(ErrorCode::InvalidInput, Tr::tr("The command export takes one saved request or run."));
    m_source = QFile::decodeName(arguments->positionals().first());
    const auto options = readCommonOptions(*arguments);
    if (!options)
        return Failure(options.error());
    m_options = *options;
    m_wish = redactionWish(*arguments, m_options.configFolder);
    m_isPreview = arguments->has("--preview");
    m_isQuiet = arguments->has("--quiet");
    return readForm(arguments->value("--as").value_or(QByteArray()));
}

Result<void> ExportCommand::readForm(const QByteArray &form)
{
    m_target = exchange::codeTarget(form);
    m_form = form;
    if (m_isPreview && (m_target || !redactsForm(form)))
        return failure(ErrorCode::InvalidInput, Tr::tr("The option --preview is for bundle, har, markdown and support."));
    if (m_target || isExportForm(form))
        return {};
    const QString hint = Tr::tr("The forms are: %1.").arg(formNames());
    return form.isEmpty() ? failure(ErrorCode::InvalidInput, Tr::tr("The option --as is missing."), {}, hint)
                          : failure(ErrorCode::InvalidInput, Tr::tr("There is no form “%1”.").arg(QString::fromUtf8(form)), {}, hint);
}

Result<exchange::CodeRequest> ExportCommand::readSource()
{
    exchange::CodeRequest code;
    if (QFileInfo::exists(m_source)) {
        const QFileInfo file(m_source);
        const auto foreign = foreignSource(m_source);
        if (!foreign)
            return Failure(foreign.error());
        if (*foreign) {
            for (const QString &note : (*foreign)->notes)
                sayNote(note);
            return readForeign((*foreign)->draft);
        }
        const auto saved = readFile(m_source).and_then(
            [&](const QByteArray &text) { return storage::readSavedRequest(text, file.fileName()); });
        if (!saved)
            return Failure(saved.error());
        code.request = saved->request;
        if (const auto set = setDestination(code); !set)
            return Failure(set.error());
        return code;
    }
    storage::HistoryFiles history(storage::historyFolder(m_options.configFolder));
    const auto entry = history.idOf(m_source).and_then([&](const QString &id) { return history.load(id); });
    if (!entry) {
        return failure(ErrorCode::NotFound,
            Tr::tr("There is neither a saved request nor a run in the history that is called %1.").arg(m_source));
    }
    code.request = entry->draft.request;
    code.version = m_options.apiVersion.value_or(entry->apiVersion);
    code.baseUrl = m_options.baseUrl ? m_options.baseUrl->url : QUrl(entry->baseUrl);
    return code;
}

// Where the text tells neither address nor version, those of the environment.
Result<exchange::CodeRequest> ExportCommand::readForeign(const exchange::ImportedDraft &draft)
{
    exchange::CodeRequest code;
    code.request = draft.request;
    const bool isTold = (m_options.baseUrl || !draft.baseUrl.isEmpty()) && (m_options.apiVersion || draft.apiVersion);
    if (const auto set = isTold ? Result<void>() : setDestination(code); !set)
        return Failure(set.error());
    code.version = m_options.apiVersion ? *m_options.apiVersion : draft.apiVersion.value_or(code.version);
    if (m_options.baseUrl)
        code.baseUrl = m_options.baseUrl->url;
    else if (!draft.baseUrl.isEmpty())
        code.baseUrl = QUrl(draft.baseUrl);
    return code;
}

void ExportCommand::sayNote(const QString &note)
{
    if (!m_isQuiet)
        m_console->say(note);
}

Result<void> ExportCommand::setDestination(exchange::CodeRequest &code)
{
    DestinationFinder finder(m_options);
    const auto environment = finder.environment();
    if (!environment)
        return Failure(environment.error());
    code.version = environment->apiVersion;
    if (!environment->isSandbox) {
        const auto url = api::parseBaseUrl(environment->baseUrl);
        if (!url)
            return Failure(url.error());
        code.baseUrl = url->url;
        return {};
    }
    code.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9900"));
    m_console->say(Tr::tr("The sandbox has no address of its own; the code takes %1, as of “sandbox --port 9900”. --base-url names another.")
                       .arg(code.baseUrl.toString()));
    return {};
}

void ExportCommand::start() { Q_EMIT done(m_target ? writeCode() : writeForm()); }

ExitCode ExportCommand::writeCode()
{
    const auto code = readSource();
    if (!code) {
        m_console->sayError(code.error());
        return ExitCode::BadUsage;
    }
    const QList<api::FieldProblem> problems = api::findProblems(withoutPlaceholders(code->request));
    for (const api::FieldProblem &problem : problems)
        m_console->say(problem.sentence);
    // With a placeholder it is code all the same, and shows where the value belongs.
    api::ExecuteRequest filledIn = code->request;
    api::changeTexts(filledIn, [](const QByteArray &text) { return QByteArray(text).replace("\u2039redacted:", "<"); });
    if (!api::findProblems(filledIn).isEmpty())
        return ExitCode::BadUsage;
    if (!api::findProblems(code->request).isEmpty())
        sayNote(Tr::tr("Secrets were taken out of the request; where ‹redacted:…› stands in the code, one is to be put in again."));
    const auto written = m_console->writeResult(m_target->write(*code));
    if (!written)
        m_console->sayError(written.error());
    return written ? ExitCode::Success : ExitCode::BadUsage;
}

ExitCode ExportCommand::writeForm()
{
    const auto made = exportedText(m_form, m_source, m_options, m_wish);
    const auto written = made ? m_console->writeResult(m_isPreview ? made->preview : made->bytes) : Result<void>(Failure(made.error()));
    if (!written) {
        m_console->sayError(written.error());
        return ExitCode::BadUsage;
    }
    for (const QString &note : made->notes)
        sayNote(note);
    return ExitCode::Success;
}

void ExportCommand::interrupt() { Q_EMIT done(ExitCode::Cancelled); }

} // namespace actionscope::cli
