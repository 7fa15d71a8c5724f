// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/strictcheck.h"

#include "app/base/tr.h"
#include "app/catalog/actionread.h"
#include "app/cli/catalogcommand.h"
#include "app/cli/keptcatalog.h"
#include "app/schema/inputcheck.h"

namespace actionscope::cli {

namespace {

QString placed(const schema::Problem &problem, const QByteArray &input)
{
    const json::Place place = json::placeOf(input, problem.begin);
    return Tr::tr("input:%1:%2: %3").arg(place.line).arg(place.column).arg(problem.sentence);
}

// Where one of our own limits ended the check, the rest of the input was not held.
bool isLimit(const schema::Problem &problem)
{
    return problem.rule == QLatin1String("depth") || problem.rule == QLatin1String("size");
}

} // namespace

StrictCheck::StrictCheck(const api::ExecuteRequest &request, const storage::Environment &environment,
    const executor::Destination &destination, const CommonOptions &options, executor::Executor *executor, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_environment(environment)
    , m_destination(destination)
    , m_options(options)
    , m_executor(executor)
{
}

void StrictCheck::start()
{
    if (m_request.input.trimmed().isEmpty() && !m_request.text.isEmpty()) {
        Q_EMIT passed({Tr::tr("--strict has nothing to check: the service makes the input from the text.")});
        return;
    }
    auto *read = new catalog::ActionRead(m_executor, m_destination, m_environment.apiVersion, m_request.actionId,
        m_request.version, this, readPolicy(m_options));
    connect(read, &catalog::ActionRead::finished, this,
        [this, read](const Result<api::ActionInfo> &action) { takeAnswer(action, read->refusedStatus()); });
    read->start();
}

void StrictCheck::takeAnswer(const Result<api::ActionInfo> &action, int refusedStatus)
{
    const QByteArray parameters = action ? action->parameters : keptParameters();
    if (!parameters.isEmpty()) {
        hold(parameters);
        return;
    }
    constexpr int notFound = 404;
    if (refusedStatus == notFound) {
        Q_EMIT refused(unknownAction(), {}, ExitCode::ServiceRefused);
        return;
    }
    Error error = action ? Error {ErrorCode::Unavailable,
                      Tr::tr("The service does not say what %1 takes.").arg(m_request.actionId)}
                         : action.error();
    error.sentence = Tr::tr("Nothing was sent, because the input could not be checked: %1").arg(error.sentence);
    error.hint = Tr::tr("Leave out --strict to send it unchecked.");
    Q_EMIT refused(error, {}, refusedStatus == 0 ? ExitCode::NoUsableAnswer : ExitCode::ServiceRefused);
}

QByteArray StrictCheck::keptParameters() const
{
    catalog::CatalogStore store = keptCatalog(m_options, m_environment);
    const catalog::CatalogStore::Loaded kept = store.load();
    const api::ActionInfo *known = kept.catalog.action(m_request.actionId);
    if (!known)
        return {};
    api::ActionInfo listed = *known;
    if (!m_request.version.isEmpty())
        listed.version = m_request.version;
    const auto described = store.describe(listed);
    return described ? described->parameters : QByteArray();
}

void StrictCheck::hold(const QByteArray &parameters)
{
    const schema::InputRules rules(parameters);
    const QByteArray input = m_request.input.trimmed().isEmpty() ? QByteArrayLiteral("{}") : m_request.input;
    const QList<schema::Problem> problems = schema::checkInput(rules, input, schema::Variables::ArePlainText);
    QStringList faults;
    QStringList unheld;
    QStringList warnings;
    for (const schema::Problem &problem : problems) {
        const bool isFault = problem.severity == schema::Severity::Error;
        (isFault ? faults : isLimit(problem) ? unheld : warnings).append(placed(problem, input));
    }
    const QStringList troubles = rules.validator.troubles();
    for (const QString &trouble : troubles)
        unheld.append(Tr::tr("The schema was not held as a whole: %1").arg(trouble));
    if (faults.isEmpty() && !unheld.isEmpty()) {
        Q_EMIT refused({ErrorCode::InvalidInput,
                           Tr::tr("The input could not be held against the whole schema of %1, so nothing was sent.")
                               .arg(m_request.actionId),
                           {}, Tr::tr("Leave out --strict to send it, where the input is right as it stands.")},
            unheld, ExitCode::BadUsage);
        return;
    }
    if (faults.isEmpty()) {
        Q_EMIT passed(warnings);
        return;
    }
    Q_EMIT refused({ErrorCode::InvalidInput,
                       Tr::tr("The input does not fit the schema of %1, so nothing was sent.").arg(m_request.actionId), {},
                       Tr::tr("Correct the input, or leave out --strict.")},
        faults + unheld, ExitCode::BadUsage);
}

Error StrictCheck::unknownAction() const
{
    catalog::CatalogStore store = keptCatalog(m_options, m_environment);
    const catalog::CatalogStore::Loaded kept = store.load();
    QStringList ids;
    for (const api::ActionInfo &action : kept.catalog.actions())
        ids.append(action.id);
    const QString near = nearestHint(m_request.actionId, ids);
    const QString sentence = m_request.version.isEmpty()
        ? Tr::tr("There is no action %1 on %2, so nothing was sent.").arg(m_request.actionId, m_environment.name)
        : Tr::tr("There is no action %1 of version %3 on %2, so nothing was sent.")
              .arg(m_request.actionId, m_environment.name, m_request.version);
    return {ErrorCode::NotFound, sentence, {},
        near.isEmpty() ? Tr::tr("“actionscope-cli actions search” finds actions by words.") : near};
}

} // namespace actionscope::cli
