// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/jsonpath.h"

#include <QByteArrayList>
#include <QHash>

#include <optional>

namespace actionscope::cli {

// One option as a command declares it, in a static table.
struct Option
{
    const char *name; // "--input"
    const char *value; // what stands behind it in the help; nullptr for a switch
    const char *help; // marked with QT_TRANSLATE_NOOP
    bool repeats = false; // may be given several times
    bool explainsEmpty = false; // whoever reads it says itself what is wrong with an empty value
};

// The words behind a command, as bytes: JSON given on the command line must not pass through a decoder.
class Arguments final
{
public:
    // Takes “--name value” and “--name=value”, each once unless it repeats. “--” ends the options. A value that begins
    // with “--” is taken in the second form only.
    [[nodiscard]] static Result<Arguments> read(const QByteArrayList &words, const QList<Option> &options);

    [[nodiscard]] bool has(const char *name) const { return m_values.contains(name); }
    [[nodiscard]] std::optional<QByteArray> value(const char *name) const;
    // Every value of an option that repeats, in the order given.
    [[nodiscard]] QByteArrayList values(const char *name) const;
    // The value as text; refused when it is not UTF-8. Empty when absent.
    [[nodiscard]] Result<QString> text(const char *name) const;
    // The value as a whole number within the bounds; nothing when absent.
    [[nodiscard]] Result<std::optional<int>> number(const char *name, int smallest, int largest) const;
    // Which of the words stands behind the option, counted from 0; 0 when it is absent.
    [[nodiscard]] Result<int> choice(const char *name, const QByteArrayList &words) const;
    [[nodiscard]] const QByteArrayList &positionals() const { return m_positionals; }

private:
    QMultiHash<QByteArray, QByteArray> m_values;
    QByteArrayList m_positionals;
};

// Bytes as text, or a refusal that names where they came from.
[[nodiscard]] Result<QString> textFromUtf8(const QByteArray &bytes, const QString &name);

// The value of an option as a JSONPath.
[[nodiscard]] Result<json::JsonPath> jsonPath(const QByteArray &value, const char *name);

// The one word that is an action's id. `hint` says where it stands.
[[nodiscard]] Result<QString> readActionId(const Arguments &arguments, const QString &hint);
// Fails where there are more words than these.
[[nodiscard]] Result<void> noMoreWords(const Arguments &arguments, qsizetype taken = 0);

// The options as an indented table.
[[nodiscard]] QString optionHelp(const QList<Option> &options);

} // namespace actionscope::cli
