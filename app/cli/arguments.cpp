// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"

#include "app/base/tr.h"

#include <QStringDecoder>

#include <algorithm>

namespace actionscope::cli {

namespace {

Failure badUsage(const QString &sentence, const QString &hint = {})
{
    return failure(ErrorCode::InvalidInput, sentence, {}, hint);
}

// In the place of a value stands an option: the value was forgotten, or came of a variable that is not set.
Failure swallowed(const QString &name, const QString &value)
{
    return badUsage(Tr::tr("The option %1 needs a value, and %2 looks like an option.").arg(name, value),
        Tr::tr("Write %1=%2 where that is the value.").arg(name, value));
}

// Mostly a variable of a script that is not set. It must not become a run with what would be used without the option.
Failure empty(const QString &name)
{
    return badUsage(Tr::tr("The option %1 is given an empty value.").arg(name),
        Tr::tr("Give it a value, or leave the option out."));
}

QString optionText(const Option &option)
{
    QString text = QLatin1String(option.name);
    if (option.value)
        text += QLatin1Char(' ') + QLatin1String(option.value);
    return text;
}

} // namespace

Result<Arguments> Arguments::read(const QByteArrayList &words, const QList<Option> &options)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        if (word == "--") {
            arguments.m_positionals += words.sliced(i + 1);
            break;
        }
        if (!word.startsWith('-') || word == "-") {
            arguments.m_positionals.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = equals < 0 ? word : word.first(equals);
        const auto option = std::find_if(
            options.cbegin(), options.cend(), [&](const Option &one) { return name == one.name; });
        const QString shown = QString::fromUtf8(name);
        if (option == options.cend())
            return badUsage(Tr::tr("The option %1 does not exist here.").arg(shown));
        if (arguments.m_values.contains(name) && !option->repeats)
            return badUsage(Tr::tr("The option %1 is given twice.").arg(shown));
        if (!option->value) {
            if (equals >= 0)
                return badUsage(Tr::tr("The option %1 takes no value.").arg(shown));
            arguments.m_values.insert(name, {});
        } else if (equals >= 0) {
            arguments.m_values.insert(name, word.sliced(equals + 1));
        } else if (i + 1 < words.size()) {
            const QByteArray &value = words[++i];
            if (value.startsWith("--"))
                return swallowed(shown, QString::fromUtf8(value));
            arguments.m_values.insert(name, value);
        } else {
            return badUsage(Tr::tr("The option %1 needs a value.").arg(shown));
        }
        if (option->value && !option->explainsEmpty && arguments.m_values.value(name).isEmpty())
            return empty(shown);
    }
    return arguments;
}

std::optional<QByteArray> Arguments::value(const char *name) const
{
    const auto at = m_values.constFind(name);
    return at == m_values.cend() ? std::nullopt : std::optional(*at);
}

// The hash gives the newest first.
QByteArrayList Arguments::values(const char *name) const
{
    QByteArrayList values = m_values.values(name);
    std::reverse(values.begin(), values.end());
    return values;
}

Result<QString> Arguments::text(const char *name) const
{
    return textFromUtf8(m_values.value(name), QLatin1String(name));
}

Result<std::optional<int>> Arguments::number(const char *name, int smallest, int largest) const
{
    const auto given = value(name);
    if (!given)
        return std::nullopt;
    bool good = false;
    const int number = given->toInt(&good);
    if (!good || number < smallest || number > largest) {
        return badUsage(Tr::tr("The option %1 takes a whole number from %2 to %3.")
                            .arg(QLatin1String(name))
                            .arg(smallest)
                            .arg(largest));
    }
    return number;
}

Result<int> Arguments::choice(const char *name, const QByteArrayList &words) const
{
    const auto given = value(name);
    const qsizetype at = given ? words.indexOf(*given) : 0;
    if (at >= 0)
        return int(at);
    const QString last = QString::fromLatin1(words.last());
    return badUsage(Tr::tr("The option %1 takes %2 or %3.")
                        .arg(QLatin1String(name), QString::fromLatin1(words.first(words.size() - 1).join(", ")), last));
}

Result<QString> textFromUtf8(const QByteArray &bytes, const QString &name)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return badUsage(Tr::tr("The value of %1 is not valid UTF-8.").arg(name));
    return text;
}

Result<json::JsonPath> jsonPath(const QByteArray &value, const char *name)
{
    const auto text = textFromUtf8(value, QLatin1String(name));
    if (!text)
        return Failure(text.error());
    auto path = json::JsonPath::parse(*text);
    if (path)
        return *path;
    return badUsage(Tr::tr("The value of %1 is not a JSON path: column %2: %3.")
                        .arg(QLatin1String(name))
                        .arg(path.error().offset + 1)
                        .arg(path.error().reason));
}

Result<QString> readActionId(const Arguments &arguments, const QString &hint)
{
    if (arguments.positionals().isEmpty())
        return badUsage(Tr::tr("The action id is missing."), hint);
    return noMoreWords(arguments, 1).and_then(
        [&] { return textFromUtf8(arguments.positionals().first(), QStringLiteral("ACTION_ID")); });
}

Result<void> noMoreWords(const Arguments &arguments, qsizetype taken)
{
    if (arguments.positionals().size() <= taken)
        return {};
    return badUsage(
        Tr::tr("“%1” is one word too many.").arg(QString::fromUtf8(arguments.positionals()[taken])));
}

QString optionHelp(const QList<Option> &options)
{
    qsizetype width = 0;
    for (const Option &option : options)
        width = qMax(width, optionText(option).size());
    QString help;
    for (const Option &option : options)
        help += QStringLiteral("  %1  %2\n").arg(optionText(option).leftJustified(width), Tr::tr(option.help));
    return help;
}

} // namespace actionscope::cli
