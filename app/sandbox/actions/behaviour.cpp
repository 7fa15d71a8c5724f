// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/behaviour.h"

#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/sandbox/actions/step.h"
#include "app/sandbox/behaviours/calculate.h"
#include "app/sandbox/behaviours/echo.h"
#include "app/sandbox/behaviours/fill.h"
#include "app/sandbox/behaviours/http.h"
#include "app/sandbox/behaviours/wait.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace actionscope::sandbox {

namespace {

struct Kind
{
    QLatin1String name;
    Result<Behaviour> (*make)(const BehaviourText &text);
};

constexpr std::array kinds {
    Kind {QLatin1String("calculate"), makeCalculate},
    Kind {QLatin1String("echo"), makeEcho},
    Kind {QLatin1String("fill"), makeFill},
    Kind {QLatin1String("http"), makeHttp},
    Kind {QLatin1String("wait"), makeWait},
};

} // namespace

Scope Call::scope() const
{
    Scope scope;
    scope.setInput(input, schema);
    scope.set(QStringLiteral("user"), json::quoted(user));
    scope.set(QStringLiteral("now"), json::quoted(now.toString(Qt::ISODate)));
    scope.set(QStringLiteral("uuid"), json::quoted(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    const QByteArray id = QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
    scope.set(QStringLiteral("id"), '"' + id + '"');
    return scope;
}

Result<Behaviour> makeBehaviour(const BehaviourText &text)
{
    const QString wanted = text.spec.member(u"kind").toString();
    for (const Kind &kind : kinds) {
        if (kind.name == wanted)
            return kind.make(text);
    }
    if (auto step = makeStep(text))
        return *step ? Result<Behaviour>(behaviourOf(std::move(**step), text.spec.member(u"answer"))) : Failure(step->error());
    QStringList known = stepKinds();
    for (const Kind &kind : kinds)
        known.append(kind.name);
    known.sort();
    return failure(ErrorCode::InvalidInput,
        Tr::tr("There is no behaviour of kind \"%1\". The kinds are: %2.").arg(wanted, known.join(QLatin1String(", "))));
}

} // namespace actionscope::sandbox
