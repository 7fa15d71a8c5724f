// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/doctor/doctor.h"

#include "app/api/wire.h"
#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/runner/doctor/plainsecrets.h"
#include "app/runner/doctor/schemamemory.h"
#include "app/runner/substitution.h"
#include "app/schema/inputcheck.h"
#include "app/schema/nearness.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace actionscope::runner {

namespace {

using Severity = Finding::Severity;

constexpr std::array complaints {
    std::pair {Complaint::CannotBeSent, "cannotBeSent"},
    std::pair {Complaint::DeadAction, "deadAction"},
    std::pair {Complaint::DeprecatedAction, "deprecatedAction"},
    std::pair {Complaint::SchemaDrift, "schemaDrift"},
    std::pair {Complaint::WrongInput, "wrongInput"},
    std::pair {Complaint::UndefinedVariable, "undefinedVariable"},
    std::pair {Complaint::UnusedVariable, "unusedVariable"},
    std::pair {Complaint::PlainSecret, "plainSecret"},
    std::pair {Complaint::Duplicate, "duplicate"},
    std::pair {Complaint::NoExpectation, "noExpectation"},
    std::pair {Complaint::NotCarried, "notCarried"},
    std::pair {Complaint::UnknownName, "unknownName"},
};

// What a request that cannot go over a version must not have, by the names its notices use.
constexpr std::array noticedMembers {u"appName", u"sessionInfo", u"systemPrompt", u"customDescription", u"text", u"connectedAccountId"};

// Names that the value of a variable uses itself.
QSet<QString> namesInVariables(const storage::VariableList &variables)
{
    QSet<QString> names;
    for (const storage::Variable &variable : variables) {
        for (const NamePlace &place : namesIn(variable.json))
            names.insert(place.name);
    }
    return names;
}

class Examination final
{
public:
    Examination(const RunSources &sources, const RunPlan &plan, const Knowledge &knowledge)
        : m_sources(sources)
        , m_plan(plan)
        , m_knowledge(knowledge)
    {
        for (const PlannedRequest &request : plan.requests) {
            for (const Capture &capture : request.captures)
                m_captured.insert(capture.name);
        }
    }

    QList<Finding> run()
    {
        for (const PlannedRequest &request : m_plan.requests)
            lookAt(request);
        for (const storage::CollectionTrouble &doubt : m_sources.doubts)
            add(doubt.path, Complaint::Duplicate, Severity::Warning, doubt.sentence, {1, 1, {}});
        for (qsizetype i = 0; i < m_sources.collections.size(); ++i)
            lookAtVariables(int(i));
        return m_findings;
    }

private:
    void add(const QString &path, Complaint complaint, Severity severity, const QString &sentence, const FilePlace &place)
    {
        m_findings.append({path, complaint, severity, sentence, place});
    }

    // About a value of the file that is looked at; about the whole file where that is not there.
    void add(const PlannedRequest &request, Complaint complaint, Severity severity, const QString &sentence,
        const json::Value &value = {})
    {
        add(request.path, complaint, severity, sentence, placeOf(m_file, value.isValid() ? value : m_file.root()));
    }

    void lookAt(const PlannedRequest &request)
    {
        m_file = json::Document::parse(request.saved.text);
        for (const PlacedSentence &trouble : request.troubles)
            add(request.path, Complaint::CannotBeSent, Severity::Error, trouble.sentence, trouble.place);
        if (request.saved.text.isEmpty() && !request.trouble.isEmpty())
            return; // it could not even be read
        lookAtAction(request);
        lookAtNames(request);
        lookForSecrets(request.path, m_file);
        lookForTwin(request);
        lookForRepeats(request, member(u"input"));
        if (request.saved.expect.trimmed().isEmpty() || request.saved.expect.simplified() == "[]") {
            add(request, Complaint::NoExpectation, Severity::Warning,
                Tr::tr("It expects nothing but success; an expectation would notice a wrong answer."), member(u"expect"));
        }
        lookAtWire(request);
    }

    [[nodiscard]] json::Value member(QStringView name) const { return m_file.root().member(name); }

    void lookAtAction(const PlannedRequest &request)
    {
        const QString &id = request.saved.request.actionId;
        if (m_knowledge.missing.contains(id)) {
            QString sentence = Tr::tr("The service has no action %1.").arg(id);
            const QString near = schema::nearest(id, m_knowledge.actionIds).value(0);
            const QString refusal = m_knowledge.refusals.value(id);
            if (!near.isEmpty())
                sentence += QLatin1Char(' ') + Tr::tr("%1 may be meant.").arg(near);
            else if (m_knowledge.actionIds.isEmpty() && !refusal.isEmpty())
                sentence += QLatin1Char(' ') + Tr::tr("Its answer: %1").arg(refusal);
            add(request, Complaint::DeadAction, Severity::Error, sentence, member(u"actionId"));
            return;
        }
        const auto known = m_knowledge.actions.constFind(id);
        if (known == m_knowledge.actions.cend())
            return;
        if (known->isDeprecated) {
            QString sentence = Tr::tr("The action %1 is deprecated.").arg(id);
            if (!known->successor.isEmpty())
                sentence += QLatin1Char(' ') + Tr::tr("%1 takes its place.").arg(known->successor);
            add(request, Complaint::DeprecatedAction, Severity::Warning, sentence, member(u"actionId"));
        }
        lookForDrift(request, *known);
        lookAtInput(request, *known);
    }

    void lookForDrift(const PlannedRequest &request, const api::ActionInfo &action)
    {
        m_removed.clear();
        const auto before = memoryIn(request.saved.text);
        if (!before || action.parameters.isEmpty())
            return;
        for (const SchemaDrift &drift : driftBetween(*before, memoryOf(action))) {
            const bool isBreaking = breaks(drift, request.saved.request.input);
            const json::Value given = member(u"input").member(drift.name);
            if (drift.kind == SchemaDrift::Kind::Removed)
                m_removed.insert(drift.name);
            add(request, Complaint::SchemaDrift, isBreaking ? Severity::Error : Severity::Warning,
                Tr::tr("Since it was written, %1 has changed: %2").arg(action.id, sentenceOf(drift)),
                given.isValid() ? given : member(u"input"));
        }
    }

    void lookAtInput(const PlannedRequest &request, const api::ActionInfo &action)
    {
        const storage::SavedRequest &saved = request.saved;
        const bool isMadeFromText = saved.request.input.trimmed().isEmpty() && !saved.request.text.isEmpty();
        if (action.parameters.isEmpty() || isMadeFromText)
            return;
        // As it stands in the file, so that a place in it is a place there.
        const json::Value there = member(u"input");
        const QByteArray input = there.isObject() ? there.raw().toByteArray()
            : saved.request.input.trimmed().isEmpty() ? QByteArrayLiteral("{}") : saved.request.input;
        const auto problems = schema::checkInput(schema::InputRules(action.parameters), input, schema::Variables::AreFilledLater);
        for (const schema::Problem &problem : problems) {
            const bool isUnknown = problem.rule == QLatin1String("unknown") || problem.rule == QLatin1String("additionalProperties");
            if (isUnknown && m_removed.contains(problem.path.mid(1)))
                continue; // told already
            add(request.path, Complaint::WrongInput,
                problem.severity == schema::Severity::Error ? Severity::Error : Severity::Warning, problem.sentence,
                there.isObject() ? placeAt(m_file, there.begin() + problem.begin) : placeOf(m_file, there.isValid() ? there : m_file.root()));
        }
    }

    // Of two members with one name the service takes either.
    void lookForRepeats(const PlannedRequest &request, const json::Value &value)
    {
        QSet<QByteArrayView> names;
        for (json::Value one = value.firstChild(); one.isValid(); one = one.nextSibling()) {
            const qsizetype before = names.size();
            if (value.isObject())
                names.insert(one.rawKey());
            if (value.isObject() && names.size() == before) {
                add(request, Complaint::WrongInput, Severity::Warning,
                    Tr::tr("“%1” stands here for the second time; a service takes one of the two.").arg(one.key()), one);
            }
            if (one.isContainer())
                lookForRepeats(request, one);
        }
    }

    bool isDefined(const QString &name, int collection) const
    {
        return m_captured.contains(name) || m_knowledge.secretNames.contains(name) || m_knowledge.rowNames.contains(name)
            || m_knowledge.variables.value(collection).find(name);
    }

    // Elsewhere: another environment of the collection sets it.
    bool isDefinedElsewhere(const QString &name, int collection) const
    {
        const QList<storage::CollectionEnvironment> &environments = m_sources.collections[collection].environments;
        return std::any_of(environments.cbegin(), environments.cend(), [&](const storage::CollectionEnvironment &one) {
            return one.secrets.contains(name)
                || std::any_of(one.variables.cbegin(), one.variables.cend(),
                    [&](const storage::Variable &variable) { return variable.name == name; });
        });
    }

    void lookAtNames(const PlannedRequest &request)
    {
        QStringList names = request.names.values();
        names.sort();
        for (const QString &name : std::as_const(names)) {
            m_used.insert(name);
            if (isDefined(name, request.collection))
                continue;
            const bool isElsewhere = isDefinedElsewhere(name, request.collection);
            const QString hint = m_knowledge.variables.value(request.collection).hint(name);
            add(request.path, Complaint::UndefinedVariable, isElsewhere ? Severity::Warning : Severity::Error,
                isElsewhere ? Tr::tr("{{%1}} is set by another environment only.").arg(name)
                : hint.isEmpty() ? Tr::tr("{{%1}} is not set anywhere.").arg(name) : hint,
                placeOfName(name));
        }
    }

    // The first time it is used.
    [[nodiscard]] FilePlace placeOfName(const QString &name) const
    {
        for (const NamePlace &place : namesIn(m_file.bytes())) {
            if (place.name == name)
                return placeAt(m_file, place.begin);
        }
        return placeOf(m_file, m_file.root());
    }

    void lookForSecrets(const QString &path, const json::Document &file)
    {
        if (!file.isValid())
            return;
        for (const PlainSecret &secret : plainSecretsIn(file.root(), m_knowledge.ownSecrets)) {
            add(path, Complaint::PlainSecret, Severity::Error,
                Tr::tr("%1 stands here in plain text; a secret variable keeps it out of the file.").arg(secret.what),
                placeOf(file, secret.value));
        }
    }

    void lookForTwin(const PlannedRequest &request)
    {
        const api::ExecuteRequest &asked = request.saved.request;
        QByteArray key = json::minified(asked.input) + '\0' + json::minified(asked.authConfig) + '\0' + json::minified(asked.sessionInfo);
        for (const QString *text : {&asked.actionId, &asked.appName, &asked.entityId, &asked.connectedAccountId, &asked.text,
                 &asked.systemPrompt, &asked.customDescription, &asked.version})
            key += '\0' + text->toUtf8();
        const QString twin = m_seen.value(key);
        if (twin.isEmpty())
            m_seen.insert(key, request.path);
        else
            add(request, Complaint::Duplicate, Severity::Warning, Tr::tr("It sends the same as %1.").arg(twin));
    }

    // v3.1 is where everything goes, so what it cannot carry is told on v2 as well.
    void lookAtWire(const PlannedRequest &request)
    {
        const bool isV2 = m_knowledge.apiVersion == api::ApiVersion::V2;
        const api::ApiVersion version = isV2 ? api::ApiVersion::V31 : m_knowledge.apiVersion;
        for (const QString &notice : api::toWire(request.saved.request, version).notices) {
            const auto named = std::find_if(noticedMembers.cbegin(), noticedMembers.cend(),
                [&](const char16_t *name) { return notice.contains(QStringView(name)) && member(name).isValid(); });
            add(request, Complaint::NotCarried, isV2 ? Severity::Warning : Severity::Error, notice,
                member(named == noticedMembers.cend() ? u"actionId" : *named));
        }
    }

    void lookAtOrder(const storage::Collection &collection)
    {
        const json::Document file = json::Document::parse(collection.text);
        const json::Value order = file.root().member(u"order");
        for (json::Value one = order.firstChild(); one.isValid(); one = one.nextSibling()) {
            const QString name = one.toString();
            const bool isFolder = name.endsWith(QLatin1Char('/'));
            const QString path = collection.folder + QLatin1Char('/') + name;
            if (isFolder ? QFileInfo(path).isDir() : QFileInfo::exists(path + QString::fromUtf16(storage::savedRequestSuffix)))
                continue;
            add(QStringLiteral("collection.json"), Complaint::UnknownName, Severity::Warning,
                Tr::tr("The order names “%1”, and there is no such request or folder.").arg(name), placeOf(file, one));
        }
    }

    // Only where the whole collection is looked at can a variable be called unused.
    void lookAtVariables(int number)
    {
        const storage::Collection &collection = m_sources.collections[number];
        lookAtOrder(collection);
        lookForSecrets(QStringLiteral("collection.json"), json::Document::parse(collection.text));
        QSet<QString> used = m_used | namesInVariables(collection.variables);
        for (const storage::CollectionEnvironment &environment : collection.environments) {
            lookForSecrets(QStringLiteral("environments/%1.json").arg(environment.name), json::Document::parse(environment.text));
            used |= namesInVariables(environment.variables);
            for (const NamePlace &place : namesIn(environment.baseUrl.toUtf8()))
                used.insert(place.name);
        }
        if (qsizetype(storage::requestsBelow(collection.root).size()) > requestsOf(number))
            return;
        const auto lookAtOne = [&](const QString &path, const storage::VariableList &variables, const QByteArray &text) {
            const json::Document file = json::Document::parse(text);
            for (const storage::Variable &variable : variables) {
                if (!used.contains(variable.name))
                    add(path, Complaint::UnusedVariable, Severity::Warning, Tr::tr("Nothing uses {{%1}}.").arg(variable.name),
                        placeOf(file, file.root().member(u"variables").member(variable.name)));
            }
        };
        lookAtOne(QStringLiteral("collection.json"), collection.variables, collection.text);
        for (const storage::CollectionEnvironment &environment : collection.environments)
            lookAtOne(QStringLiteral("environments/%1.json").arg(environment.name), environment.variables, environment.text);
    }

    qsizetype requestsOf(int collection) const
    {
        return std::count_if(m_plan.requests.cbegin(), m_plan.requests.cend(),
            [&](const PlannedRequest &request) { return request.collection == collection; });
    }

    const RunSources &m_sources;
    const RunPlan &m_plan;
    const Knowledge &m_knowledge;
    json::Document m_file; // of the request that is looked at
    QSet<QString> m_removed; // fields that its action does not know any more
    QSet<QString> m_captured;
    QSet<QString> m_used;
    QHash<QByteArray, QString> m_seen; // what is sent → the first that sends it
    QList<Finding> m_findings;
};

} // namespace

QString complaintName(Complaint complaint)
{
    const auto at = std::find_if(complaints.cbegin(), complaints.cend(), [&](const auto &one) { return one.first == complaint; });
    return QLatin1String(at->second);
}

QList<Finding> examine(const RunSources &sources, const RunPlan &plan, const Knowledge &knowledge)
{
    return Examination(sources, plan, knowledge).run();
}

} // namespace actionscope::runner
