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

// "404 Client Error: Not Found for url", "401 Unauthorized", "HttpError 404"; prose may speak of a status that is not
// this answer's: "HTTP 429", "status code: 403", "Error 500".
std::optional<SaidStatus> statusInText(const Said &said)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b([45]\\d\\d)\\b\\s*(?:client|server)\\s+error|\\bhttperror\\s+([45]\\d\\d)\\b|^\\s*([45]\\d\\d)\\b\\s*[:\\-A-Z]"
                       "|\\b(?:http(?:/[\\d.]+)?|status(?:[ _]?code)?|error|code)\\b\\W{0,4}([45]\\d\\d)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(said.text.left(300));
    if (!match.hasMatch())
        return {};
    const int group = match.lastCapturedIndex();
    return SaidStatus {match.captured(group).toInt(), said, group == 4 ? StatusWeight::Mentioned : StatusWeight::Guessed};
}

// Where JSON begins in a text; behind its end where it holds none.
qsizetype jsonStart(const QByteArray &bytes)
{
    const qsizetype brace = bytes.indexOf('{');
    const qsizetype bracket = bytes.indexOf('[');
    if (brace < 0 || bracket < 0)
        return std::max(brace, bracket) < 0 ? bytes.size() : std::max(brace, bracket);
    return std::min(brace, bracket);
}

// The JSON inside a text: all of it, or from its first brace or bracket on.
json::Document innerDocument(const QByteArray &bytes, qsizetype start)
{
    for (qsizetype at = start; at >= 0 && at < bytes.size(); at = bytes.indexOf('{', at + 1)) {
        json::Document document = json::Document::parse(bytes.sliced(at));
        if (document.isValid() && document.root().isContainer())
            return document;
        if (at > start)
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

const Said *Sayings::findName(std::initializer_list<const char *> names) const
{
    for (const Said &said : m_texts) {
        for (const char *name : names) {
            const QRegularExpression word(QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QLatin1String(name)));
            if (said.text.contains(QLatin1String(name)) && word.match(said.text).hasMatch())
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
        QString &way = place.inner.isNull() ? at.pointer : at.inner;
        way += QLatin1Char('/') + json::pointerStep(name);
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
    takeStatus(int(std::clamp<qint64>(number, 0, 1000)), *meant ? StatusWeight::Named : StatusWeight::Guessed,
        {place.pointer, place.inner, QString::number(number)});
}

void Sayings::takeText(const Said &said, int depth)
{
    if (said.text.trimmed().isEmpty())
        return;
    const QByteArray bytes = said.text.left(longestInner).toUtf8();
    const qsizetype start = jsonStart(bytes);
    const json::Document inner = start < bytes.size() ? innerDocument(bytes, start) : json::Document();
    Said kept = said;
    // What the JSON in it says is told by its own members.
    if (!inner.isEmpty())
        kept.text = QString::fromUtf8(bytes.first(start)).trimmed();
    kept.text.truncate(longestText);
    if (!kept.text.isEmpty()) {
        m_texts.append(kept);
        if (const auto told = statusInText(kept))
            takeStatus(told->status, told->weight, kept);
    }
    if (inner.isEmpty())
        return;
    const Said inside {said.pointer, said.inner.isNull() ? QStringLiteral("") : said.inner, {}};
    m_opened.append({inner, inside});
    const qsizetype before = m_texts.size();
    visit(inner.root(), inside, depth + 1);
    if (m_texts.size() == before && kept.text.isEmpty())
        m_texts.append({said.pointer, said.inner, said.text.left(longestText)});
}

// The first of the heaviest counts.
void Sayings::takeStatus(int status, StatusWeight weight, const Said &where)
{
    if (status < 400 || status > 599 || (m_status && m_status->weight >= weight))
        return;
    m_status = SaidStatus {status, where, weight};
}

} // namespace actionscope::diagnosis
