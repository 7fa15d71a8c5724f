// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/namemeaning.h"

#include "app/base/tr.h"
#include "app/runner/substitution.h"

namespace actionscope::workspace {

namespace {

using Kind = NameMeaning::Kind;

constexpr qsizetype longestShown = 200; // characters of a value

QString shortened(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json).simplified();
    return text.size() > longestShown ? text.first(longestShown) + u'…' : text;
}

QString placeOf(const runner::Binding &binding)
{
    return Tr::tr("%1 (%2)").arg(binding.source, runner::levelName(binding.level));
}

void resolve(NameMeaning *meaning, const runner::Binding &binding, const runner::Variables &variables)
{
    const QString &name = meaning->name;
    const auto probe = runner::substitutedJson("\"{{" + name.toUtf8() + "}}\"", variables, name);
    if (!probe.isComplete()) {
        meaning->kind = Kind::Trouble;
        meaning->value = probe.troubles.first().sentence;
        return;
    }
    meaning->kind = Kind::Value;
    const bool holdsSecret = probe.uses.value(0).isSecret; // of another name that stands in it
    meaning->value = shortened(holdsSecret ? binding.json : probe.result);
}

} // namespace

NameMeaning meaningOf(const QString &name, const runner::Variables &variables)
{
    NameMeaning meaning;
    meaning.name = name;
    if (name.startsWith(QLatin1Char('$'))) {
        const bool isKnown = variables.builtIn(name).has_value();
        meaning.kind = isKnown ? Kind::BuiltIn : Kind::Unset;
        meaning.value = isKnown ? Tr::tr("made anew at every execution") : Tr::tr("not a built-in name");
        meaning.place = isKnown ? runner::levelName(runner::Level::BuiltIn) : QString();
        return meaning;
    }
    const QList<runner::Binding> bindings = variables.bindingsOf(name);
    if (bindings.isEmpty()) {
        meaning.value = Tr::tr("not set anywhere");
        return meaning;
    }
    const runner::Binding &winner = bindings.first();
    meaning.place = placeOf(winner);
    meaning.isKeptInMemory = winner.level == runner::Level::Captured;
    if (winner.isSecret)
        meaning.kind = Kind::Secret;
    else
        resolve(&meaning, winner, variables);
    for (const runner::Binding &other : bindings.sliced(1)) {
        meaning.hidden.append(other.isSecret ? Tr::tr("a secret from %1").arg(placeOf(other))
                                             : Tr::tr("%1 from %2").arg(shortened(other.json), placeOf(other)));
    }
    return meaning;
}

QString described(const NameMeaning &meaning)
{
    QStringList lines;
    switch (meaning.kind) {
    case Kind::Value:
        lines.append(QStringLiteral("%1 = %2").arg(meaning.name, meaning.value));
        break;
    case Kind::Secret:
        lines.append(Tr::tr("%1 is a secret").arg(meaning.name));
        break;
    case Kind::Trouble:
        lines.append(meaning.value);
        break;
    case Kind::BuiltIn:
        return Tr::tr("%1: %2").arg(meaning.name, meaning.value);
    case Kind::Unset:
        return Tr::tr("%1 is %2. An execution stops there.").arg(meaning.name, meaning.value);
    }
    lines.append(Tr::tr("from %1").arg(meaning.place));
    if (meaning.isKeptInMemory)
        lines.append(Tr::tr("not saved: it goes with the program"));
    for (const QString &hidden : meaning.hidden)
        lines.append(Tr::tr("instead of %1").arg(hidden));
    return lines.join(QLatin1Char('\n'));
}

} // namespace actionscope::workspace
