// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/sayings.h"

#include "app/json/pathtext.h"

#include <QRegularExpression>
#include <QSet>

namespace actionscope::diagnosis {

namespace {

constexpr int deepest = 8;
constexpr int mostVisited = 400;
constexpr qsizetype longestText = 4000;
constexpr qsizetype longestInner = 256 * 1024;

// What to do about it is no symptom, and ids say nothing.
bool isSkipped(const QString &name)
{
    static const QSet<QString> names {QStringLiteral("suggested_fix"), QStringLiteral("suggestedFix"),
        QStringLiteral("sessionInfo"), QStringLiteral("session_info"), QStringLiteral("logId"),
        QStringLiteral("log_id"), QStringLiteral("requestId"), QStringLiteral("request_id"),
        QStringLiteral("documentation_url"), QStringLiteral("stack"), QStringLiteral("trace")};
    return names.contains(name);
}

std::optional<bool> namesStatus(const QString &name)
{
    static const QSet<QString> plain {QStringLiteral("status_code"), QStringLiteral("statusCode"),
        QStringLiteral("http_status"), QStringLiteral("httpStatus"), QStringLiteral("http_status_code")};
    static const QSet<QString> vague {
        QStringLiteral("status"), QStringLiteral("code"), QStringLiteral("error_code"), QStringLiteral("errorCode")};
    if (plain.contains(name))
        return true;
    return vague.contains(name) ? std::optional<bool>(false) : std::nullopt;
}

// "404 Client Error: Not Found for url", "HTTP 429", "status code: 403", "Error 500", "401 Unauthorized"
int statusInText(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b([45]\\d\\d)\\b\\s*(?:client|server)\\s+error"
                       "|\\b(?:http(?:/[\\d.]+)?|status(?:[ _]?code)?|error|code)\\b\\W{0,4}([45]\\d\\d)\\b"
                       "|^\\s*([45]\\d\\d)\\b\\s*[:\\-A-Z]"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    for (int group = 1; match.hasMatch() && group <= 3; ++group) {
        if (!match.captured(group).isEmpty())
            return match.captured(group).toInt();
    }
    return 0;
}

// The JSON inside a text: all of it, or from its first brace on.
json::Document innerDocument(const QString &text)
{
    const QByteArray bytes = text.left(longestInner).toUtf8();
    for (qsizetype at = 0; at >= 0 && at < bytes.size(); at = bytes.indexOf('{', at + 1)) {
        if (bytes[at] != '{' && bytes[at] != '[')
            continue;
        json::Document document = json::Document::parse(bytes.sliced(at));
        if (document.isValid() && document.root().isContainer())
            return document;
        if (at > 0)
            break;
    }
    return {};
}

} // namespace

Sayings::Sayings(const json::Value &root) { visit(root, {}, 0); }

const Said *Sayings::find(std::initializer_list<const char *> words) const
{
    for (const Said &said : m_texts) {
        for (const char *word : words) {
            if (said.text.contains(QLatin1String(word), Qt::CaseInsensitive))
                return &said;
        }
    }
    return nullptr;
}

void Sayings::visit(const json::Value &value, const Said &place, int depth)
{
    if (depth > deepest || ++m_visited > mostVisited)
        return;
    if (value.isString()) {
        takeText({place.pointer, place.inner, value.toString()}, depth);
        return;
    }
    qsizetype position = 0;
    for (json::Value child = value.firstChild(); child.isValid() && m_visited <= mostVisited; child = child.nextSibling()) {
        const QString name = child.hasKey() ? child.key() : QString::number(position++);
        if (isSkipped(name))
            continue;
        Said at = place;
        if (place.inner.isNull())
            at.pointer += QLatin1Char('/') + json::pointerStep(name);
        else
            at.inner += (place.inner.isEmpty() ? QString() : QStringLiteral(".")) + name;
        readNumber(child, name, at);
        visit(child, at, depth + 1);
    }
}

void Sayings::readNumber(const json::Value &value, const QString &name, const Said &place)
{
    const auto meant = namesStatus(name);
    if (!meant)
        return;
    bool isNumber = false;
    qint64 number = value.toInteger().value_or(0);
    if (value.isString()) {
        number = value.toString().toLongLong(&isNumber);
        if (!isNumber)
            return;
    }
    takeStatus(int(std::clamp<qint64>(number, 0, 1000)), *meant ? Weight::Named : Weight::Guessed,
        {place.pointer, place.inner, QString::number(number)});
}

void Sayings::takeText(const Said &said, int depth)
{
    if (said.text.trimmed().isEmpty())
        return;
    Said kept = said;
    kept.text.truncate(longestText);
    m_texts.append(kept);
    takeStatus(statusInText(kept.text.left(300)), Weight::Guessed, kept);
    if (!said.text.contains(QLatin1Char('{')) && !said.text.startsWith(QLatin1Char('[')))
        return;
    const json::Document inner = innerDocument(said.text);
    if (inner.isEmpty())
        return;
    Said inside {said.pointer, said.inner.isNull() ? QStringLiteral("") : said.inner, {}};
    visit(inner.root(), inside, depth + 1);
}

// The first of the heaviest counts.
void Sayings::takeStatus(int status, Weight weight, const Said &where)
{
    if (status < 400 || status > 599)
        return;
    const bool isHeavier = weight == Weight::Named && m_weight == Weight::Guessed;
    if (m_status && !isHeavier)
        return;
    m_status = SaidStatus {status, where};
    m_weight = weight;
}

} // namespace actionscope::diagnosis
