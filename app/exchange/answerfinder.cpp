// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/answerfinder.h"

#include "app/base/tr.h"
#include "app/exchange/faultwords.h"
#include "app/exchange/jsonimporter.h"
#include "app/exchange/scriptreader.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace actionscope::exchange {

namespace {

// Looked at in one text, so that a hostile one costs no more than a long one.
constexpr int mostCandidates = 64;
constexpr qsizetype longestCandidate = qsizetype(1024) * 1024;
constexpr int deepestAnswer = 6;

// An object that stands in a text, as JSON.
struct Candidate
{
    QByteArray json = {};
    qsizetype end = 0; // bytes of the text
};

bool isHttpStatus(qint64 status) { return status >= 200 && status <= 599; }

// Members that hold what was sent.
bool isSent(const QString &name)
{
    static const QRegularExpression sent(QStringLiteral("^(?:params|arguments|args|inputs?|request|request_?body|headers|config|options|json_data|payload)$"),
        QRegularExpression::CaseInsensitiveOption);
    return sent.match(name).hasMatch();
}

std::optional<Candidate> plainObject(const QByteArray &rest)
{
    const json::Document document = json::Document::parse(rest);
    const json::Value root = document.root();
    const auto error = document.error();
    if (!root.isObject())
        return {};
    const qsizetype end = root.begin() + root.raw().size();
    if (root.raw().endsWith('}') && (!error || error->offset >= end))
        return Candidate {root.raw().toByteArray(), end};
    const bool breaksOff = error && error->offset >= rest.size() && root.count() > 0;
    return breaksOff ? std::optional(Candidate {rest.trimmed(), rest.size()}) : std::nullopt;
}

// {\"error\":…}, as it stands inside a text of JSON or of a program.
std::optional<Candidate> escapedObject(const QByteArray &rest)
{
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != '"' && rest[end] != '\n')
        end += rest[end] == '\\' ? 2 : 1;
    end = std::min(end, rest.size());
    const json::Document text = json::Document::parse('"' + rest.first(end) + '"');
    const auto inner = text.root().isString() ? plainObject(text.root().toString().toUtf8()) : std::nullopt;
    return inner ? std::optional(Candidate {inner->json, end}) : std::nullopt;
}

std::optional<Candidate> typographicObject(const QByteArray &rest)
{
    const auto isQuoteAt = [&rest](qsizetype at) {
        const QByteArray three = rest.mid(at, 3);
        return three == "\u201c" || three == "\u201d" || three == "\u201e";
    };
    QByteArray plain;
    for (qsizetype at = 0; at < rest.size(); at += isQuoteAt(at) ? 3 : 1)
        plain += isQuoteAt(at) ? '"' : rest[at];
    const auto found = plainObject(plain);
    if (!found)
        return {};
    qsizetype end = 0;
    for (qsizetype at = 0; at < found->end; ++at)
        end += isQuoteAt(end) ? 3 : 1;
    return Candidate {found->json, std::min(end, rest.size())};
}

// As Python and Node.js print objects.
std::optional<Candidate> printedObject(const QByteArray &rest)
{
    static const QRegularExpression start(QStringLiteral(R"re(^\{\s*(?:'|"|[A-Za-z_$][\w$]*\s*:))re"));
    if (!start.match(QString::fromLatin1(rest.left(300))).hasMatch())
        return {};
    ScriptReader reader(rest);
    const QByteArray value = reader.readValue();
    const json::Document document = json::Document::parse(value);
    return document.root().isObject() ? std::optional(Candidate {value, reader.at()}) : std::nullopt;
}

std::optional<Candidate> candidateAt(const QByteArray &text, qsizetype at)
{
    const QByteArray rest = text.mid(at, longestCandidate);
    const QByteArray start = rest.mid(1, 16).trimmed();
    auto found = start.startsWith('\\') ? escapedObject(rest) : start.startsWith("\u201c") || start.startsWith("\u201d") ? typographicObject(rest) : plainObject(rest);
    if (!found)
        found = printedObject(rest);
    if (found)
        found->end += at;
    return found;
}

bool saysVerdict(const json::Value &object)
{
    return object.member(u"successful").isBool() || object.member(u"successfull").isBool()
        || (object.member(u"error").isObject() && object.member(u"error").member(u"message").isValid());
}

// {status: 401, data: {…}} as axios and loggers print an HTTP answer.
std::optional<FoundAnswer> wrappedAnswer(const json::Value &object)
{
    for (const QStringView statusName : {u"status", u"statusCode", u"status_code"}) {
        const qint64 status = object.member(statusName).toInteger().value_or(0);
        if (!isHttpStatus(status))
            continue;
        for (const QStringView bodyName : {u"data", u"body", u"response", u"json"}) {
            const json::Value body = object.member(bodyName);
            const QByteArray bytes = body.isString() ? body.toString().toUtf8() : body.raw().toByteArray();
            if (body.isObject() || (body.isString() && bytes.trimmed().startsWith('{')))
                return FoundAnswer {{int(status), {}, {}, bytes}, {}, false, {}};
        }
    }
    return {};
}

// The answer an object is, or that one of its members is; what was sent is passed over. Status 0: not told.
std::optional<FoundAnswer> answerWithin(const json::Value &object, int depth)
{
    const auto itself = [&] { return FoundAnswer {{0, {}, {}, object.raw().toByteArray()}, {}, false, {}}; };
    if (saysVerdict(object))
        return itself();
    if (auto wrapped = wrappedAnswer(object))
        return wrapped;
    int looked = 0;
    for (json::Value member = object.firstChild(); member.isValid() && depth < deepestAnswer && looked < mostCandidates; member = member.nextSibling(), ++looked) {
        if (isSent(member.key()))
            continue;
        const json::Document packed = member.isString() && member.raw().startsWith("\"{") ? json::Document::parse(member.toString().toUtf8()) : json::Document();
        const json::Value inner = packed.isValid() ? packed.root() : member;
        if (!inner.isObject())
            continue;
        if (auto found = answerWithin(inner, depth + 1))
            return found;
    }
    return isAnswer(json::Document::parse(object.raw().toByteArray())) ? std::optional(itself()) : std::nullopt;
}

const QRegularExpression &statusPattern()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(HTTP(?:/[\d.]{1,3})?\\?"?[ :]{1,3}(?<a>[2-5]\d\d)\b|(?i:\b(?:status|code|\w{0,30}error|response))(?i:[ _]?code)?(?:\\*["'])?[ \t]{0,3}[:=]?[ \t]{0,3}(?<b>[2-5]\d\d)\b(?!\.\d|[ ]?(?:ms|s|bytes|chars|characters)\b))re"));
    return pattern;
}

// Just in front of a value: "arguments=", "params: ".
bool isBehindSent(const QByteArray &before)
{
    static const QRegularExpression sent(QStringLiteral(R"re((?i)(?:params|arguments|args|inputs?|request(?:_?body)?|json_data|payload)\\*["']?\s*[:=]?\s*$)re"));
    return sent.match(QString::fromLatin1(before)).hasMatch();
}

// What the body says itself; then what stands just before it, before it, and behind it.
void takeStatus(FoundAnswer &found, const QByteArray &text, qsizetype begin, qsizetype end)
{
    const json::Document document = json::Document::parse(found.answer.body);
    if (found.answer.status == 0)
        found.answer.status = statusOfBody(document);
    const QByteArray before = text.first(begin).right(longestCandidate);
    for (const QByteArray &around : {before.right(300), before, text.mid(end, longestCandidate)}) {
        if (found.answer.status == 0)
            found.answer.status = statusIn(around);
    }
    if (found.answer.status != 0)
        return;
    const AssumedStatus assumed = assumedStatus(document);
    found.answer.status = assumed.status;
    found.isStatusAssumed = assumed.isGuess;
    found.notes.append(assumed.sentence);
}

} // namespace

int statusIn(const QByteArray &text)
{
    int status = 0;
    auto matches = statusPattern().globalMatch(QString::fromLatin1(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        status = (match.captured(u"a") + match.captured(u"b")).toInt();
    }
    return status;
}

int statusOfBody(const json::Document &document)
{
    const json::Value error = document.root().member(u"error");
    for (const json::Value &object : {error, document.root()}) {
        const qint64 status = object.isObject() ? object.member(u"status").toInteger().value_or(0) : 0;
        if (status >= 400 && status <= 599)
            return int(status);
    }
    return 0;
}

bool isFailure(int status, const QByteArray &body)
{
    const json::Document document = json::Document::parse(body);
    const json::Value root = document.root();
    return status < 200 || status >= 400 || root.member(u"successful").toBool() == false || root.member(u"successfull").toBool() == false;
}

AssumedStatus assumedStatus(const json::Document &document)
{
    if (const int status = statusOfBody(document); status != 0)
        return {status, false, Tr::tr("The status %1 was taken from the body.").arg(status)};
    const int status = document.root().member(u"error").isObject() ? 400 : 200;
    return {status, true, Tr::tr("The status is not told; %1 was assumed.").arg(status)};
}

std::optional<FoundAnswer> findAnswerBody(const QByteArray &text)
{
    std::optional<FoundAnswer> last;
    int looked = 0;
    for (qsizetype at = text.indexOf('{'); at >= 0 && looked < mostCandidates; ++looked) {
        const auto candidate = candidateAt(text, at);
        const json::Document document = candidate ? json::Document::parse(candidate->json) : json::Document();
        if (auto found = document.root().isObject() && !isBehindSent(text.mid(std::max<qsizetype>(0, at - 60), std::min<qsizetype>(at, 60))) ? answerWithin(document.root(), 0) : std::nullopt) {
            if (!document.isValid()) // it breaks off: all that is there
                found->answer.body = candidate->json;
            takeStatus(*found, text, at, candidate->end);
            if (isFailure(found->answer.status, found->answer.body))
                return found;
            last = found;
        }
        at = text.indexOf('{', candidate ? std::max(candidate->end, at + 1) : at + 1);
    }
    return last;
}

std::optional<FoundAnswer> findAnswer(const QByteArray &text)
{
    if (auto found = findAnswerBody(text))
        return found;
    if (const int status = statusIn(text.left(longestCandidate)); status >= 400)
        return FoundAnswer {{status, {}, {}, {}}, {}, false, {Tr::tr("The text tells the status %1, but not what the answer said.").arg(status)}};
    if (auto fault = faultInWords(QString::fromUtf8(text.left(longestCandidate))))
        return FoundAnswer {{}, *fault, false, {}};
    return {};
}

} // namespace actionscope::exchange
