// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/variables.h"

#include "app/base/tr.h"
#include "app/json/document.h"
#include "app/json/writer.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr quint32 endOfRandom = 1000;

} // namespace

QString levelName(Level level)
{
    switch (level) {
    case Level::BuiltIn:
        return Tr::tr("built-in");
    case Level::Collection:
        return Tr::tr("collection");
    case Level::Environment:
        return Tr::tr("environment");
    case Level::DataRow:
        return Tr::tr("data row");
    case Level::Captured:
        return Tr::tr("captured");
    case Level::CommandLine:
        return Tr::tr("command line");
    }
    return {};
}

QStringList builtInNames()
{
    return {QStringLiteral("$uuid"), QStringLiteral("$now"), QStringLiteral("$randomInt")};
}

std::optional<QByteArray> builtInValue(QStringView name)
{
    if (name == QLatin1String("$uuid"))
        return json::quoted(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (name == QLatin1String("$now"))
        return json::quoted(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    if (name == QLatin1String("$randomInt"))
        return QByteArray::number(QRandomGenerator::global()->bounded(endOfRandom));
    return {};
}

Variables::Variables()
    : Variables(builtInValue)
{
}

Variables::Variables(BuiltIn builtIn)
    : m_builtIn(std::move(builtIn))
{
}

void Variables::set(const Binding &binding)
{
    QList<Binding> &all = m_bindings[binding.name];
    all.removeIf([&](const Binding &other) { return other.level == binding.level; });
    const auto weaker = [&](const Binding &other) { return other.level < binding.level; };
    const auto placed = all.insert(std::find_if(all.cbegin(), all.cend(), weaker), binding);
    placed->isSecret = binding.isSecret || m_secretNames.contains(binding.name);
}

void Variables::set(Level level, const QString &source, const storage::VariableList &variables)
{
    for (const storage::Variable &variable : variables)
        set({variable.name, variable.json, level, source});
}

void Variables::setText(Level level, const QString &source, const QString &name, const QString &text)
{
    set({name, json::quoted(text), level, source});
}

void Variables::setSecret(const QString &source, const QString &name, const QString &value)
{
    set({name, json::quoted(value), Level::Environment, source, true});
}

void Variables::declareSecrets(const QStringList &names)
{
    for (const QString &name : names) {
        m_secretNames.insert(name);
        if (const auto all = m_bindings.find(name); all != m_bindings.end()) {
            for (Binding &binding : *all)
                binding.isSecret = true;
        }
    }
}

void Variables::clear(Level level)
{
    for (QList<Binding> &all : m_bindings)
        all.removeIf([&](const Binding &binding) { return binding.level == level; });
    m_bindings.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
}

const Binding *Variables::find(const QString &name) const
{
    const auto at = m_bindings.constFind(name);
    return at == m_bindings.cend() ? nullptr : &at->first();
}

QList<Binding> Variables::bindingsOf(const QString &name) const { return m_bindings.value(name); }

QStringList Variables::names() const
{
    QStringList names = m_bindings.keys();
    names.sort();
    return names;
}

QList<Binding> Variables::secrets() const
{
    QList<Binding> secrets;
    for (const QList<Binding> &all : m_bindings)
        std::copy_if(all.cbegin(), all.cend(), std::back_inserter(secrets), [](const Binding &b) { return b.isSecret; });
    return secrets;
}

void Variables::addSecretsTo(Redactor &redactor) const
{
    for (const Binding &secret : secrets()) {
        const bool isText = secret.json.startsWith('"');
        redactor.addSecret(secret.name.toUtf8(), isText ? json::decodedString(secret.json).toUtf8() : secret.json);
    }
}

} // namespace actionscope::runner
