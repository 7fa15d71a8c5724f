// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/fieldwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace actionscope::sandbox {

namespace {

struct Synonyms
{
    const char *names; // words of a field's name, one of which is its last
    const char *phrases;
};

constexpr Synonyms synonyms[] = {
    {"title summary headline", "titled|entitled|called|named|with the title"},
    {"name", "named|called"},
    {"subject", "titled|about|with the subject"},
    {"body message text content comment note",
        "saying|that says|which says|with the text|message|text|description"},
    {"description", "described as|saying|that says|with the description"},
    {"label labels", "labelled|labeled|tagged"},
    {"tag tags", "tagged"},
    {"assignee assignees", "assigned to|assign it to|assign to"},
    {"owner", "owned by"},
    {"repo", "repository"},
    {"query q search keyword keywords", "search for|look for|looking for|searching for|matching|about"},
    {"location city place", "weather in|weather for|weather at|in"},
    {"username", "user|person"},
    {"code execute", "run|execute|code"},
    {"since after", "since|after"},
    {"before until", "before|until"},
};

// "fields__projectId" and "max_results" in words.
QStringList nameWords(const QString &name)
{
    static const QRegularExpression hump(QStringLiteral("(?<=[a-z0-9])(?=[A-Z])"));
    static const QRegularExpression gap(QStringLiteral("[_\\W]+"));
    QString spaced = name;
    spaced.replace(hump, QStringLiteral(" "));
    return spaced.toLower().split(gap, Qt::SkipEmptyParts);
}

bool isListed(const char *words, const QString &word)
{
    return QString::fromLatin1(words).split(QLatin1Char(' ')).contains(word);
}

} // namespace

QStringList wordsFor(const schema::Field &field)
{
    QStringList words = nameWords(field.name);
    if (words.isEmpty())
        return {};
    QStringList phrases {words.join(QLatin1Char(' ')), field.name.toLower()};
    const QString last = words.last();
    if (words.size() > 1 && isListed("id ids name number key email", last))
        phrases.append(words.mid(0, words.size() - 1).join(QLatin1Char(' ')));
    if (last.size() > 3 && last.endsWith(QLatin1Char('s')))
        phrases.append(phrases.first().chopped(1));
    else if (field.kind == schema::FieldKind::Array)
        phrases.append(phrases.first() + QLatin1Char('s'));
    for (const Synonyms &group : synonyms) {
        if (isListed(group.names, last))
            phrases += QString::fromLatin1(group.phrases).split(QLatin1Char('|'));
    }
    phrases.removeDuplicates();
    return phrases;
}

FieldPurpose purposeOf(const schema::Field &field)
{
    const QStringList words = nameWords(field.name);
    const auto has = [&](const char *names) {
        return std::any_of(
            words.cbegin(), words.cend(), [&](const QString &word) { return isListed(names, word); });
    };
    if (field.format == QLatin1String("email")
        || has("email emails mail recipient recipients to cc bcc attendees"))
        return FieldPurpose::Email;
    if (field.format == QLatin1String("uri") || field.format == QLatin1String("url")
        || has("url urls uri link website"))
        return FieldPurpose::Url;
    if (field.format.startsWith(QLatin1String("date"))
        || has("date datetime since before after until due deadline"))
        return FieldPurpose::Date;
    return has("channel channels") ? FieldPurpose::Channel : FieldPurpose::Any;
}

bool isLimit(const schema::Field &field)
{
    const QString words = nameWords(field.name).join(QLatin1Char(' '));
    return isListed("limit size count top", words) || words == QLatin1String("per page")
        || words == QLatin1String("page size") || words == QLatin1String("max results")
        || words == QLatin1String("max records") || words == QLatin1String("max items");
}

} // namespace actionscope::sandbox
