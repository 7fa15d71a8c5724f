// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/schema/fieldtext.h"

#include "app/schema/caretcontext.h"
#include "app/schema/completion.h"

#include "app/base/tr.h"

#include <algorithm>

namespace actionscope::schema {

namespace {

constexpr qsizetype longestLine = 400;
constexpr qsizetype enoughValues = 8;

QString shown(const QString &text)
{
    return text.size() > longestLine ? text.left(longestLine) + QChar(0x2026) : text;
}

QString joined(const QList<QByteArray> &values)
{
    QStringList texts;
    for (const QByteArray &value : values.first(std::min(values.size(), enoughValues)))
        texts.append(QString::fromUtf8(value));
    if (values.size() > enoughValues)
        texts.append(QString(QChar(0x2026)));
    return shown(texts.join(QLatin1String(", ")));
}

// A title that is the name in words is not worth a line.
bool saysMore(const QString &title, const QString &name)
{
    const auto letters = [](QString text) {
        text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        return text.toLower();
    };
    return !title.isEmpty() && letters(title) != letters(name);
}

} // namespace

QStringList boundsOf(const Field &field)
{
    QStringList found;
    if (!field.minimum.isEmpty())
        found.append((field.excludesMinimum ? Tr::tr("more than %1") : Tr::tr("at least %1")).arg(QString::fromUtf8(field.minimum)));
    if (!field.maximum.isEmpty())
        found.append((field.excludesMaximum ? Tr::tr("less than %1") : Tr::tr("at most %1")).arg(QString::fromUtf8(field.maximum)));
    const bool isArray = field.kind == FieldKind::Array;
    if (field.shortest.value_or(0) > 0) {
        const int count = int(*field.shortest);
        if (count == 1)
            found.append(isArray ? Tr::tr("at least 1 item") : Tr::tr("at least 1 character"));
        else
            found.append(isArray ? Tr::tr("at least %n items", nullptr, count) : Tr::tr("at least %n characters", nullptr, count));
    }
    if (field.longest) {
        const int count = int(*field.longest);
        if (count == 1)
            found.append(isArray ? Tr::tr("at most 1 item") : Tr::tr("at most 1 character"));
        else
            found.append(isArray ? Tr::tr("at most %n items", nullptr, count) : Tr::tr("at most %n characters", nullptr, count));
    }
    if (!field.pattern.isEmpty())
        found.append(Tr::tr("pattern %1").arg(field.pattern));
    return found;
}

FieldText textOf(const Field &field)
{
    FieldText text {field.name, {}};
    if (saysMore(field.title, field.name))
        text.lines.append(field.title);
    text.lines.append((QStringList {typeText(field)} + boundsOf(field)).join(QLatin1String(", ")));
    if (!field.description.isEmpty())
        text.lines.append(shown(field.description));
    if (!field.choices.isEmpty())
        text.lines.append(Tr::tr("One of: %1").arg(joined(field.choices)));
    if (!field.defaultValue.isEmpty())
        text.lines.append(Tr::tr("Default: %1").arg(shown(QString::fromUtf8(field.defaultValue))));
    if (!field.examples.isEmpty())
        text.lines.append(Tr::tr("Examples: %1").arg(joined(field.examples)));
    return text;
}

FieldText fieldTextAt(const Schema &schema, const QByteArray &text, qsizetype offset)
{
    const json::Document document = json::Document::parse(text);
    const CaretContext context = caretContext(text, offset + 1);
    QStringList path = context.path;
    if (context.begin > offset)
        return {}; // between things
    if (context.kind == CaretContext::Kind::Name) {
        // The word as a whole names the member.
        const QByteArray word = text.mid(context.begin, context.end - context.begin);
        path.append(context.isQuoted ? json::decodedString(word) : QString::fromUtf8(word));
    } else if (context.kind == CaretContext::Kind::Nothing) {
        return {};
    }
    const auto field = path.isEmpty() ? std::nullopt : schema.fieldAt(path, document.root());
    return field && field->schema.isValid() ? textOf(*field) : FieldText();
}

} // namespace actionscope::schema
