// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/expectation.h"

#include "app/base/tr.h"
#include "app/json/format.h"
#include "app/schema/nearness.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace actionscope::runner {

namespace {

struct Kind
{
    ExpectationKind kind;
    const char *name;
    bool looksAtValue;
};

constexpr std::array kinds {
    Kind {ExpectationKind::Successful, "successful", false},
    Kind {ExpectationKind::Status, "status", false},
    Kind {ExpectationKind::MaxMilliseconds, "maxMilliseconds", false},
    Kind {ExpectationKind::Is, "is", true},
    Kind {ExpectationKind::Equals, "equals", true},
    Kind {ExpectationKind::OneOf, "oneOf", true},
    Kind {ExpectationKind::AbsentOrNull, "absentOrNull", true},
    Kind {ExpectationKind::Contains, "contains", true},
    Kind {ExpectationKind::Matches, "matches", true},
    Kind {ExpectationKind::Length, "length", true},
    Kind {ExpectationKind::Schema, "schema", true},
    Kind {ExpectationKind::UnchangedSince, "unchangedSince", true},
};

constexpr std::array companions {"path", "ignore", "ignoreVolatile"};
constexpr std::array typeNames {"null", "boolean", "integer", "number", "string", "array", "object"};

// So many steps an expression may take before it counts as endless.
constexpr char patternLimit[] = "(*LIMIT_MATCH=1000000)";

const Kind *kindNamed(QStringView name)
{
    const auto at = std::find_if(kinds.cbegin(), kinds.cend(), [&](const Kind &kind) { return name == QLatin1String(kind.name); });
    return at == kinds.cend() ? nullptr : &*at;
}

QStringList allNames()
{
    QStringList names;
    for (const Kind &kind : kinds)
        names.append(QLatin1String(kind.name));
    for (const char *name : companions)
        names.append(QLatin1String(name));
    return names;
}

bool isWholeNumber(const json::Value &value) { return value.toInteger().value_or(-1) >= 0; }

bool isLength(const json::Value &value)
{
    if (isWholeNumber(value))
        return true;
    bool isFit = value.isObject() && value.count() > 0;
    for (json::Value bound = value.firstChild(); isFit && bound.isValid(); bound = bound.nextSibling())
        isFit = (bound.key() == QLatin1String("min") || bound.key() == QLatin1String("max")) && isWholeNumber(bound);
    return isFit;
}

bool isStatus(const json::Value &value)
{
    const auto isOne = [](const json::Value &one) {
        const qint64 status = one.toInteger().value_or(0);
        return status >= 100 && status <= 599;
    };
    if (!value.isArray())
        return isOne(value);
    bool isFit = value.count() > 0;
    for (json::Value one = value.firstChild(); isFit && one.isValid(); one = one.nextSibling())
        isFit = isOne(one);
    return isFit;
}

// A collection of somebody else must not name the files of whoever runs it.
bool staysBelow(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && QDir::isRelativePath(clean) && clean != QLatin1String("..") && clean != QLatin1String(".")
        && !clean.startsWith(QLatin1String("../"));
}

// What is wrong with the value behind a kind's name; empty where nothing is.
QString troubleOf(ExpectationKind kind, const json::Value &value)
{
    switch (kind) {
    case ExpectationKind::Successful:
        return value.isBool() ? QString() : Tr::tr("“successful” takes true or false");
    case ExpectationKind::AbsentOrNull:
        return value.isBool() ? QString() : Tr::tr("“absentOrNull” takes true or false");
    case ExpectationKind::Status:
        return isStatus(value) ? QString() : Tr::tr("“status” takes an HTTP status from 100 to 599, or a list of them");
    case ExpectationKind::MaxMilliseconds:
        return isWholeNumber(value) ? QString() : Tr::tr("“maxMilliseconds” takes a whole number");
    case ExpectationKind::Is: {
        const QString type = value.toString();
        const bool isKnown = value.isString()
            && std::any_of(typeNames.cbegin(), typeNames.cend(), [&](const char *name) { return type == QLatin1String(name); });
        return isKnown ? QString()
                       : Tr::tr("“is” takes null, boolean, integer, number, string, array or object");
    }
    case ExpectationKind::OneOf:
        return value.isArray() && value.count() > 0 ? QString() : Tr::tr("“oneOf” takes a list of values");
    case ExpectationKind::Matches:
        return value.isString() ? QString() : Tr::tr("“matches” takes a regular expression as a text");
    case ExpectationKind::Length:
        return isLength(value) ? QString() : Tr::tr("“length” takes a whole number, or {\"min\":…,\"max\":…}");
    case ExpectationKind::Schema:
        return value.isObject() || value.toString() == QLatin1String("response")
            ? QString()
            : Tr::tr("“schema” takes \"response\" for the action's own, or a JSON Schema");
    case ExpectationKind::UnchangedSince:
        return value.isString() && staysBelow(value.toString())
            ? QString()
            : Tr::tr("“unchangedSince” takes the name of a file beside the request or below");
    case ExpectationKind::Equals:
    case ExpectationKind::Contains:
        break;
    }
    return {};
}

// Reads one array; what cannot be used becomes a problem and the rest is read on.
class Reader final
{
public:
    explicit Reader(const QByteArray &array)
        : m_document(json::Document::parse(array))
    {
    }

    ExpectationReading read()
    {
        if (const auto error = m_document.error()) {
            if (!m_document.bytes().trimmed().isEmpty())
                refuse(error->offset, Tr::tr("The expectations are not JSON: %1.").arg(error->reason));
            return m_reading;
        }
        if (!m_document.root().isArray()) {
            refuse(0, Tr::tr("“expect” takes a list of objects."));
            return m_reading;
        }
        for (json::Value one = m_document.root().firstChild(); one.isValid(); one = one.nextSibling()) {
            if (one.isObject())
                readOne(one);
            else
                refuse(one.begin(), Tr::tr("An expectation is an object such as {\"successful\": true}."));
        }
        std::stable_sort(m_reading.problems.begin(), m_reading.problems.end(),
            [](const ExpectationProblem &left, const ExpectationProblem &right) { return left.offset < right.offset; });
        return m_reading;
    }

private:
    void refuse(qsizetype offset, const QString &sentence) { m_reading.problems.append({offset, sentence}); }

    void readOne(const json::Value &object)
    {
        Expectation common;
        common.source = m_document;
        if (!readCompanions(object, common))
            return;
        bool hasKind = false;
        for (json::Value member = object.firstChild(); member.isValid(); member = member.nextSibling()) {
            const QString name = member.key();
            if (const Kind *kind = kindNamed(name)) {
                hasKind = true;
                addKind(*kind, member, common);
            } else if (std::none_of(companions.cbegin(), companions.cend(),
                           [&](const char *known) { return name == QLatin1String(known); })) {
                hasKind = true; // meant as one
                refuseUnknown(member, name);
            }
        }
        if (!hasKind)
            refuse(object.begin(), Tr::tr("This expects nothing: beside “path” stands one of %1.").arg(valueKinds()));
    }

    void refuseUnknown(const json::Value &member, const QString &name)
    {
        const qsizetype offset = member.rawKey().data() - m_document.bytes().constData();
        const QString near = schema::nearest(name, allNames()).value(0);
        QString sentence = Tr::tr("There is no expectation “%1”.").arg(name);
        if (!near.isEmpty())
            sentence += QLatin1Char(' ') + Tr::tr("“%1” may be meant.").arg(near);
        refuse(offset, sentence);
    }

    static QString valueKinds()
    {
        QStringList names;
        for (const Kind &kind : kinds) {
            if (kind.looksAtValue)
                names.append(QLatin1String(kind.name));
        }
        return names.join(QStringLiteral(", "));
    }

    bool readCompanions(const json::Value &object, Expectation &common)
    {
        common.path = QStringLiteral("$");
        if (const json::Value path = object.member(u"path"); path.isValid()) {
            common.path = path.toString();
            const auto query = queryOf(path);
            if (!query)
                return false;
            common.query = *query;
        }
        if (const json::Value ignore = object.member(u"ignore"); ignore.isValid()) {
            if (!ignore.isArray()) {
                refuse(ignore.begin(), Tr::tr("“ignore” takes a list of JSON paths."));
                return false;
            }
            for (json::Value path = ignore.firstChild(); path.isValid(); path = path.nextSibling()) {
                const auto query = queryOf(path);
                if (!query)
                    return false;
                common.ignored.append(*query);
            }
        }
        common.ignoresVolatile = object.member(u"ignoreVolatile").toBool().value_or(false);
        return true;
    }

    std::optional<json::JsonPath> queryOf(const json::Value &text)
    {
        if (!text.isString()) {
            refuse(text.begin(), Tr::tr("A path is a text such as \"$.data.number\"."));
            return {};
        }
        const auto query = json::JsonPath::parse(text.toString());
        if (query)
            return *query;
        refuse(text.begin(),
            Tr::tr("“%1” is not a JSON path: character %2: %3.")
                .arg(text.toString(), QString::number(query.error().offset + 1), query.error().reason));
        return {};
    }

    void addKind(const Kind &kind, const json::Value &value, Expectation expectation)
    {
        const QString trouble = troubleOf(kind.kind, value);
        if (!trouble.isEmpty()) {
            refuse(value.begin(), Tr::tr("%1, not %2.").arg(trouble, shownValue(value)));
            return;
        }
        expectation.kind = kind.kind;
        expectation.wanted = value;
        if (!kind.looksAtValue)
            expectation.path.clear();
        if (kind.kind == ExpectationKind::Matches) {
            expectation.pattern.setPattern(QLatin1String(patternLimit) + value.toString());
            expectation.pattern.setPatternOptions(QRegularExpression::UseUnicodePropertiesOption);
            if (!expectation.pattern.isValid()) {
                refuse(value.begin(),
                    Tr::tr("“%1” is not a regular expression: %2.").arg(value.toString(), expectation.pattern.errorString()));
                return;
            }
        }
        if (kind.kind == ExpectationKind::Schema && value.isObject())
            expectation.validator = schema::Validator(value.raw().toByteArray());
        m_reading.expectations.append(expectation);
    }

    json::Document m_document;
    ExpectationReading m_reading;
};

QString lengthWords(const json::Value &wanted)
{
    if (!wanted.isObject())
        return QString::fromUtf8(wanted.raw());
    const json::Value least = wanted.member(u"min");
    const json::Value most = wanted.member(u"max");
    if (!most.isValid())
        return Tr::tr("of at least %1").arg(QString::fromUtf8(least.raw()));
    if (!least.isValid())
        return Tr::tr("of at most %1").arg(QString::fromUtf8(most.raw()));
    return Tr::tr("from %1 to %2").arg(QString::fromUtf8(least.raw()), QString::fromUtf8(most.raw()));
}

QString typeWords(const QString &type)
{
    if (type == QLatin1String("null"))
        return Tr::tr("null");
    if (type == QLatin1String("boolean"))
        return Tr::tr("true or false");
    if (type == QLatin1String("integer"))
        return Tr::tr("an integer");
    if (type == QLatin1String("number"))
        return Tr::tr("a number");
    if (type == QLatin1String("string"))
        return Tr::tr("a text");
    return type == QLatin1String("array") ? Tr::tr("an array") : Tr::tr("an object");
}

} // namespace

QString kindName(ExpectationKind kind)
{
    const auto at = std::find_if(kinds.cbegin(), kinds.cend(), [&](const Kind &one) { return one.kind == kind; });
    return QLatin1String(at->name);
}

bool Expectation::decidesSuccess() const
{
    if (kind == ExpectationKind::Successful || kind == ExpectationKind::Status)
        return true;
    return path.startsWith(QLatin1String("$.successful"))
        || (path.startsWith(QLatin1String("$.error")) && kind != ExpectationKind::AbsentOrNull);
}

QString Expectation::words(const Redactor &redactor) const
{
    const QString value = shownValue(wanted, redactor);
    switch (kind) {
    case ExpectationKind::Successful:
        return wanted.toBool().value_or(true) ? Tr::tr("the action succeeds") : Tr::tr("the action says no");
    case ExpectationKind::Status:
        return Tr::tr("the HTTP status is %1").arg(value);
    case ExpectationKind::MaxMilliseconds:
        return Tr::tr("the answer is there within %1 ms").arg(value);
    case ExpectationKind::Is:
        return Tr::tr("%1 is %2").arg(path, typeWords(wanted.toString()));
    case ExpectationKind::Equals:
        return Tr::tr("%1 equals %2").arg(path, value);
    case ExpectationKind::OneOf:
        return Tr::tr("%1 is one of %2").arg(path, value);
    case ExpectationKind::AbsentOrNull:
        return wanted.toBool().value_or(true) ? Tr::tr("%1 is absent or null").arg(path)
                                              : Tr::tr("%1 is there and not null").arg(path);
    case ExpectationKind::Contains:
        return Tr::tr("%1 contains %2").arg(path, value);
    case ExpectationKind::Matches:
        return Tr::tr("%1 matches %2").arg(path, value);
    case ExpectationKind::Length:
        return Tr::tr("%1 has a length %2").arg(path, lengthWords(wanted));
    case ExpectationKind::Schema:
        return wantsActionSchema() ? Tr::tr("%1 fits the action's schema").arg(path) : Tr::tr("%1 fits the schema").arg(path);
    case ExpectationKind::UnchangedSince:
        return Tr::tr("%1 is unchanged since %2").arg(path, wanted.toString());
    }
    return {};
}

ExpectationReading readExpectations(const QByteArray &array)
{
    return Reader(array).read();
}

QString shownValue(const json::Value &value, const Redactor &redactor)
{
    constexpr qsizetype longest = 160; // characters
    constexpr qsizetype enough = 4 * longest; // bytes: no character takes more
    constexpr qsizetype longestSecret = qsizetype(64) << 10; // taken out before it is cut, or half of it would stay
    const bool isCut = value.raw().size() > enough + longestSecret;
    QByteArray bytes = isCut ? value.raw().first(enough + longestSecret).toByteArray() : json::minified(value.raw());
    if (!redactor.isEmpty())
        bytes = redactor.redacted(bytes);
    QString text = QString::fromUtf8(bytes.first(std::min(enough, bytes.size())));
    if (isCut)
        text = text.simplified();
    if (text.size() > longest || bytes.size() > enough)
        text = text.left(longest) + QStringLiteral("…");
    return text;
}

} // namespace actionscope::runner
