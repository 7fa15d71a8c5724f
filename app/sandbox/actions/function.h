// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace actionscope::sandbox {

enum class Subject { Needed, Optional };

// A function of the expression language. Values are JSON text, empty when absent. One that needs a subject is not
// called without.
struct Function
{
    const char *name;
    Subject subject;
    int fewest; // arguments
    int most;
    QByteArray (*apply)(const QByteArray &subject, const QList<QByteArray> &arguments);
};

[[nodiscard]] const Function *findFunction(QStringView name);
[[nodiscard]] QStringList functionNames();

// One table per area, each in a file of functions/.
[[nodiscard]] std::span<const Function> gridFunctions();
[[nodiscard]] std::span<const Function> idFunctions();
[[nodiscard]] std::span<const Function> listFunctions();
[[nodiscard]] std::span<const Function> numberFunctions();
[[nodiscard]] std::span<const Function> textFunctions();
[[nodiscard]] std::span<const Function> timeFunctions();
[[nodiscard]] std::span<const Function> truthFunctions();

// Plain text of a value: strings decoded, null and absent empty, all else as spelled.
[[nodiscard]] QString textOf(const QByteArray &json);
[[nodiscard]] qint64 integerOf(const QByteArray &json, qint64 standard = 0);
[[nodiscard]] bool isTrue(const QByteArray &json); // not absent, null, false, 0, "", [] or {}
[[nodiscard]] QList<QByteArray> itemsOf(const QByteArray &json); // of a list; anything else present is one item
[[nodiscard]] QByteArray listOf(const QList<QByteArray> &items);

} // namespace actionscope::sandbox
