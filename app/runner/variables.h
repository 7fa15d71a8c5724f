// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/storage/variable.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

namespace actionscope::runner {

// Where a variable is set; of several the last wins.
enum class Level { BuiltIn, Collection, Environment, DataRow, Captured, CommandLine };

// "built-in", "collection", "environment", "data row", "captured", "command line"
[[nodiscard]] QString levelName(Level level);

// One variable as one level sets it.
struct Binding
{
    QString name = {};
    QByteArray json = {}; // as it was set; may hold {{names}} itself, see isLiteral()
    Level level = Level::BuiltIn;
    QString source = {}; // what a person would open to change it: "environments/ci.json", "users.csv, row 3"
    bool isSecret = false; // never shown, never written down

    // What a service or a secret store said is taken as it is: text that looks like {{name}} stays text.
    [[nodiscard]] bool isLiteral() const { return (isSecret && level == Level::Environment) || level == Level::Captured; }
    bool operator==(const Binding &) const = default;
};

// All variables that hold for one request.
class Variables final
{
public:
    // The value of {{$name}} as JSON, made anew at every use; nothing for a name that is not known.
    using BuiltIn = std::function<std::optional<QByteArray>(QStringView name)>;

    Variables();
    // With other sources of time and chance.
    explicit Variables(BuiltIn builtIn);

    // A binding of the same name and level is replaced.
    void set(const Binding &binding);
    void set(Level level, const QString &source, const storage::VariableList &variables);
    // A text that is not JSON, such as a secret or the V of --var K=V.
    void setText(Level level, const QString &source, const QString &name, const QString &text);
    void setSecret(const QString &source, const QString &name, const QString &value);
    // What any level sets under these names is a secret, too.
    void declareSecrets(const QStringList &names);
    void clear(Level level);
    // What to say of a name that no level sets, where more is known than that.
    void setHint(const QString &name, const QString &sentence) { m_hints.insert(name, sentence); }
    [[nodiscard]] QString hint(const QString &name) const { return m_hints.value(name); }

    // The one that wins; null where no level sets it. Not for built-in names, which have no fixed value.
    [[nodiscard]] const Binding *find(const QString &name) const;
    // All that set this name, the winner first.
    [[nodiscard]] QList<Binding> bindingsOf(const QString &name) const;
    // By name, without the built-in ones.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] std::optional<QByteArray> builtIn(QStringView name) const { return m_builtIn(name); }
    [[nodiscard]] QList<Binding> secrets() const;
    void addSecretsTo(Redactor &redactor) const;

private:
    QHash<QString, QList<Binding>> m_bindings; // the winner first
    QSet<QString> m_secretNames;
    QHash<QString, QString> m_hints;
    BuiltIn m_builtIn;
};

// $uuid, $now and $randomInt, as they are offered.
[[nodiscard]] QStringList builtInNames();
// The default: random UUIDs, the time in UTC as RFC 3339 with milliseconds, a number from 0 to 999.
[[nodiscard]] std::optional<QByteArray> builtInValue(QStringView name);

} // namespace actionscope::runner
