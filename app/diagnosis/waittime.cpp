// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/waittime.h"

#include "app/base/tr.h"
#include "app/diagnosis/facts.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace actionscope::diagnosis {

namespace {

constexpr double longest = 7.0 * 24 * 3600;

std::optional<int> within(double seconds)
{
    return seconds > 0 && seconds <= longest ? std::optional(int(std::ceil(seconds))) : std::nullopt;
}

QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

// A date needs to know when it was said: by the answer's own clock, else by the one here.
std::optional<int> untilDate(const Facts &facts, const QDateTime &date)
{
    const QDateTime told = httpDate(api::headerValue(facts.exchange.answer.headers, "date").value_or(QByteArray()));
    const QDateTime now = told.isValid() ? told : facts.around.receivedAt;
    return date.isValid() && now.isValid() ? within(double(now.secsTo(date))) : std::nullopt;
}

std::optional<int> waitInHeader(const Facts &facts)
{
    const auto header = api::headerValue(facts.exchange.answer.headers, "retry-after");
    if (!header)
        return {};
    bool isNumber = false;
    const double seconds = header->trimmed().toDouble(&isNumber);
    return isNumber ? within(seconds) : untilDate(facts, httpDate(*header));
}

std::optional<int> waitInWords(const Facts &facts)
{
    static const QRegularExpression span(QStringLiteral("\\b(?:retry|again|wait)\\b\\W{0,3}(?:after\\b|in\\b|for\\b)?\\W{0,3}(\\d+(?:\\.\\d+)?)(?![-\\d])\\s*(ms|milliseconds?|s|secs?|seconds?|m|min|minutes?|h|hours?)?\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(QStringLiteral("\\b(?:retry|again)\\W{0,3}(?:after|at)\\W{0,3}(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)"), QRegularExpression::CaseInsensitiveOption);
    for (const Said &said : facts.sayings.texts()) {
        // A member that is called so is as good as a sentence that says so.
        const QString name = (said.inner.isEmpty() ? said.pointer : said.inner).section(QLatin1Char('/'), -1);
        const bool isMember = name.compare(QLatin1String("retry-after"), Qt::CaseInsensitive) == 0 || name == QLatin1String("retry_after");
        const QString text = isMember ? QStringLiteral("retry after ") + said.text : said.text;
        if (const auto at = date.match(text); at.hasMatch())
            return untilDate(facts, QDateTime::fromString(at.captured(1), Qt::ISODateWithMs));
        const auto match = span.match(text);
        if (!match.hasMatch())
            continue;
        const QString unit = match.captured(2).toLower();
        const double number = match.captured(1).toDouble();
        if (unit == QLatin1String("ms") || unit.startsWith(QLatin1String("milli")))
            return within(number / 1000);
        return within(number * (unit.startsWith(QLatin1Char('m')) ? 60 : unit.startsWith(QLatin1Char('h')) ? 3600 : 1));
    }
    return {};
}

} // namespace

std::optional<int> secondsToWait(const Facts &facts)
{
    const auto told = waitInHeader(facts);
    return told ? told : waitInWords(facts);
}

QString waitSentence(const std::optional<int> &seconds, const QString &otherwise)
{
    if (!seconds)
        return otherwise;
    return *seconds == 1 ? Tr::tr("Execute again in a second.") : Tr::tr("Execute again in %1 seconds.").arg(*seconds);
}

} // namespace actionscope::diagnosis
