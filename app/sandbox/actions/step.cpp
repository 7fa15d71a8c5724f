// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/step.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/function.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/behaviours/fail.h"
#include "app/sandbox/behaviours/file.h"
#include "app/sandbox/behaviours/get.h"
#include "app/sandbox/behaviours/insert.h"
#include "app/sandbox/behaviours/let.h"
#include "app/sandbox/behaviours/map.h"
#include "app/sandbox/behaviours/query.h"
#include "app/sandbox/behaviours/remove.h"
#include "app/sandbox/behaviours/respond.h"
#include "app/sandbox/behaviours/steps.h"
#include "app/sandbox/behaviours/update.h"
#include "app/sandbox/store.h"

#include <array>

namespace actionscope::sandbox {

namespace {

struct Kind
{
    QLatin1String name;
    Result<Step> (*make)(const BehaviourText &text);
};

constexpr std::array kinds {
    Kind {QLatin1String("fail"), makeFail},
    Kind {QLatin1String("file"), makeFile},
    Kind {QLatin1String("get"), makeGet},
    Kind {QLatin1String("insert"), makeInsert},
    Kind {QLatin1String("let"), makeLet},
    Kind {QLatin1String("map"), makeMap},
    Kind {QLatin1String("query"), makeQuery},
    Kind {QLatin1String("remove"), makeRemove},
    Kind {QLatin1String("respond"), makeRespond},
    Kind {QLatin1String("steps"), makeSteps},
    Kind {QLatin1String("update"), makeUpdate},
};

Step onlyWhen(const json::Value &when, Step step)
{
    if (!when.isValid())
        return step;
    return {[when, run = std::move(step.run)](const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
                if (!isTrue(rendered(when, scope)))
                    return std::nullopt;
                return run(call, scope);
            },
        step.writes};
}

Result<Outcome> answered(const Step &step, const json::Value &answer, const Call &call, Scope &scope)
{
    auto outcome = step.run(call, scope);
    if (!outcome)
        return Failure(outcome.error());
    if (*outcome)
        return std::move(**outcome);
    return answer.isValid() ? Outcome {.data = rendered(answer, scope)} : Outcome();
}

} // namespace

std::optional<Result<Step>> makeStep(const BehaviourText &text)
{
    const QString wanted = text.spec.member(u"kind").toString();
    for (const Kind &kind : kinds) {
        if (kind.name != wanted)
            continue;
        auto step = kind.make(text);
        return step ? Result<Step>(onlyWhen(text.spec.member(u"when"), std::move(*step))) : step;
    }
    return std::nullopt;
}

QStringList stepKinds()
{
    QStringList names;
    for (const Kind &kind : kinds)
        names.append(kind.name);
    return names;
}

Result<Outcome> performed(const Step &step, const json::Value &answer, const Call &call, Scope &scope)
{
    if (!step.writes)
        return answered(step, answer, call, scope);
    Result<Outcome> outcome;
    const auto done = call.store.atomically([&]() -> Result<bool> {
        outcome = answered(step, answer, call, scope);
        return outcome ? Result<bool>(outcome->successful) : Failure(outcome.error());
    });
    return done ? outcome : Failure(done.error());
}

Behaviour behaviourOf(Step step, const json::Value &answer)
{
    return [step = std::move(step), answer](const Call &call) {
        Scope scope = call.scope();
        return performed(step, answer, call, scope);
    };
}

QString resultName(const json::Value &spec)
{
    const json::Value name = spec.member(u"as");
    return name.isString() ? name.toString() : QStringLiteral("record");
}

Outcome refusalOutcome(const json::Value &text, const Scope &scope, qint64 standardStatus)
{
    if (!text.isObject())
        return failedOutcome(renderedText(text, scope), standardStatus);
    Outcome outcome = failedOutcome(renderedText(text.member(u"message"), scope),
        renderedInteger(text.member(u"status_code"), scope).value_or(standardStatus));
    const json::Document details = json::Document::parse(rendered(text.member(u"details"), scope));
    if (details.isValid() && details.root().count() > 0) {
        outcome.data.chop(1);
        outcome.data += ',' + details.root().raw().sliced(1).toByteArray();
    }
    return outcome;
}

} // namespace actionscope::sandbox
