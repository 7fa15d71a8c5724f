// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/inputscommand.h"

#include "app/api/executerequest.h"
#include "app/base/tr.h"
#include "app/cli/destinationfinder.h"
#include "app/executor/executor.h"
#include "app/workspace/inputgeneration.h"

namespace actionscope::cli {

namespace {

const QList<Option> &inputsOnlyOptions()
{
    static const QList<Option> options {
        {"--text", "TEXT",
            QT_TRANSLATE_NOOP("Actionscope", "what the action should do, in words (required)")},
        {"--custom-description", "TEXT",
            QT_TRANSLATE_NOOP("Actionscope", "takes the place of the action's own description")},
        {"--system-prompt", "TEXT",
            QT_TRANSLATE_NOOP("Actionscope", "rules for the model that reads the text")},
        {"--tool-version", "V", QT_TRANSLATE_NOOP("Actionscope", "the action's version (not on v2)")},
    };
    return options;
}

Result<api::InputRequest> readRequest(const Arguments &arguments)
{
    api::InputRequest request;
    const auto actionId = readActionId(
        arguments, Tr::tr("Write it behind inputs, as in “actionscope-cli inputs HACKERNEWS_GET_USER --text pg”."));
    if (!actionId)
        return Failure(actionId.error());
    request.actionId = *actionId;
    const std::pair<const char *, QString *> fields[] = {
        {"--text", &request.text},
        {"--custom-description", &request.customDescription},
        {"--system-prompt", &request.systemPrompt},
        {"--tool-version", &request.version},
    };
    for (const auto &[name, field] : fields) {
        const auto text = arguments.text(name);
        if (!text)
            return Failure(text.error());
        *field = *text;
    }
    if (request.text.trimmed().isEmpty()) {
        return failure(ErrorCode::InvalidInput, Tr::tr("The text is missing."), {},
            Tr::tr("Say with --text what the action should do."));
    }
    const auto problems = api::findProblems(api::ExecuteRequest {.actionId = request.actionId});
    if (!problems.isEmpty())
        return failure(ErrorCode::InvalidInput, problems.first().sentence);
    return request;
}

} // namespace

InputsCommand::InputsCommand(QObject *parent)
    : Command(parent)
{
}

QString InputsCommand::summary() const { return Tr::tr("make an action's input from words"); }

QString InputsCommand::help() const
{
    return Tr::tr("Usage: actionscope-cli inputs ACTION_ID --text TEXT [options]") + QStringLiteral("\n\n")
        + Tr::tr("Prints the input that the service makes from the text. Nothing is executed.")
        + QStringLiteral("\n\n") + optionHelp(inputsOnlyOptions()) + QLatin1Char('\n')
        + optionHelp(commonOptions()) + QLatin1Char('\n')
        + Tr::tr("Exit codes: 0 an input was made, 2 bad usage (nothing sent), 3 no input could be made, 4 "
                 "the service "
                 "refused, 5 no usable answer, 130 cancelled.")
        + QLatin1Char('\n');
}

Result<void> InputsCommand::prepare(const QByteArrayList &words, Console &console)
{
    m_console = &console;
    const auto arguments = Arguments::read(words, inputsOnlyOptions() + commonOptions());
    if (!arguments)
        return Failure(arguments.error());
    const auto common = readCommonOptions(*arguments);
    if (!common)
        return Failure(common.error());
    m_common = *common;
    console.setColor(m_common.color);
    const auto request = readRequest(*arguments);
    if (!request)
        return Failure(request.error());
    m_request = *request;
    return {};
}

void InputsCommand::start()
{
    m_finder = new DestinationFinder(m_common, this);
    connect(m_finder, &DestinationFinder::failed, this, &InputsCommand::refuse);
    connect(m_finder, &DestinationFinder::found, this,
        [this](const storage::Environment &environment, const executor::Destination &destination) {
            if (!m_finder->settingsTrouble().isEmpty())
                m_console->say(m_finder->settingsTrouble());
            if (!m_request.version.isEmpty() && environment.apiVersion == api::ApiVersion::V2)
                m_console->say(Tr::tr("--tool-version is not sent: v2 takes none here."));
            m_executor = new executor::Executor(this);
            m_generation = new workspace::InputGeneration(
                m_request, environment.apiVersion, destination, m_executor, this);
            m_generation->setTimeout(std::chrono::seconds(m_common.timeoutSeconds));
            connect(m_generation, &workspace::InputGeneration::finished, this, &InputsCommand::conclude);
            m_generation->start();
        });
    m_finder->find();
}

void InputsCommand::interrupt()
{
    if (m_generation) {
        m_generation->cancel();
        return;
    }
    m_console->say(Tr::tr("Cancelled before anything was sent."));
    Q_EMIT done(ExitCode::Cancelled);
}

void InputsCommand::conclude(const api::InputAnswer &answer)
{
    if (answer.verdict != api::Verdict::Successful) {
        m_console->sayError({ErrorCode::Unavailable, answer.sentence});
        Q_EMIT done(exitCodeOf(answer.verdict));
        return;
    }
    const auto written = m_console->writeResult(answer.arguments + '\n');
    if (!written) {
        m_console->sayError(written.error());
        Q_EMIT done(ExitCode::NoUsableAnswer);
        return;
    }
    if (!m_common.isQuiet && answer.source == QLatin1String("rules"))
        m_console->say(Tr::tr("Made by the sandbox's rules."));
    else if (!m_common.isQuiet && answer.source == QLatin1String("model"))
        m_console->say(Tr::tr("Made by a language model."));
    Q_EMIT done(ExitCode::Success);
}

void InputsCommand::refuse(const Error &error)
{
    m_console->sayError(error);
    Q_EMIT done(ExitCode::BadUsage);
}

} // namespace actionscope::cli
