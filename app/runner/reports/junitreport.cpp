// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/junitreport.h"

#include "app/base/tr.h"
#include "app/storage/savedrequest.h"

#include <QXmlStreamWriter>

#include <algorithm>

namespace actionscope::runner {

namespace {

constexpr qsizetype mostNeverBegun = 10'000; // named of a run that was stopped; they say nothing but that

// XML 1.0 has no place for most control characters, not even escaped, nor for half a surrogate pair.
QString allowed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const bool isSpace = c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
        if ((c.unicode() < 0x20 && !isSpace) || c.isSurrogate() || c.unicode() >= 0xFFFE)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString seconds(qint64 microseconds)
{
    return QString::number(double(std::max<qint64>(0, microseconds)) / 1e6, 'f', 3);
}

bool isError(const RunResult &result)
{
    return result.outcome == Outcome::NotSent || result.outcome == Outcome::Cancelled
        || (result.outcome == Outcome::Failed && result.exitClass >= 4);
}

// "issues/create.action.json:3:7: ", as compilers and editors write a place; empty where there is none.
QString placeBefore(const RunResult &result, const ExpectationOutcome &outcome)
{
    return outcome.line > 0 ? QStringLiteral("%1:%2:%3: ").arg(result.path).arg(outcome.line).arg(outcome.column) : QString();
}

QString markOf(const ExpectationOutcome &outcome)
{
    return outcome.isWarning() ? QStringLiteral("! ") : outcome.passed ? QStringLiteral("✓ ") : QStringLiteral("✗ ");
}

// The verdict of what was sent; of a file that was only looked at, what is wrong with it first.
QString typeOf(const RunResult &result)
{
    if (result.outcome != Outcome::Failed)
        return outcomeName(result.outcome);
    const auto wrong = std::find_if(result.expectations.cbegin(), result.expectations.cend(),
        [](const ExpectationOutcome &one) { return !one.passed; });
    return result.attempts == 0 && wrong != result.expectations.cend() ? wrong->path : api::verdictName(result.verdict);
}

// What a person needs who reads nothing but this.
QString detailsOf(const RunResult &result)
{
    QStringList lines;
    if (!result.sentence.isEmpty())
        lines.append(result.sentence);
    for (const ExpectationOutcome &outcome : result.expectations)
        lines.append(markOf(outcome) + placeBefore(result, outcome) + outcome.sentence);
    if (result.status)
        lines.append(Tr::tr("HTTP status %1").arg(result.status));
    if (!result.requestId.isEmpty())
        lines.append(Tr::tr("Request id %1").arg(result.requestId));
    return lines.join(QLatin1Char('\n'));
}

// Of a file that was only looked at: what is no error, but has a place.
QString warningsOf(const RunResult &result)
{
    QString text;
    for (const ExpectationOutcome &outcome : result.expectations) {
        if (result.outcome == Outcome::Passed && outcome.isWarning())
            text += markOf(outcome) + placeBefore(result, outcome) + outcome.sentence + QLatin1Char('\n');
    }
    return text;
}

QString bodiesOf(const RunResult &result)
{
    QString text;
    if (!result.sent.isEmpty())
        text += Tr::tr("Sent:") + QLatin1Char('\n') + QString::fromUtf8(result.sent) + QLatin1Char('\n');
    if (!result.received.isEmpty())
        text += Tr::tr("Received:") + QLatin1Char('\n') + QString::fromUtf8(result.received) + QLatin1Char('\n');
    return text;
}

class Writer final
{
public:
    explicit Writer(QIODevice &file)
        : m_xml(&file)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
    }

    void begin(const RunSummary &summary, qint64 failures, qint64 errors, qint64 neverBegun)
    {
        m_xml.writeStartDocument();
        for (const QString &element : {QStringLiteral("testsuites"), QStringLiteral("testsuite")}) {
            m_xml.writeStartElement(element);
            add("name", summary.title);
            add("tests", QString::number(summary.done() + neverBegun));
            add("failures", QString::number(failures));
            add("errors", QString::number(errors));
            if (element == QLatin1String("testsuite")) {
                add("skipped", QString::number(summary.skipped + neverBegun));
                add("timestamp", summary.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
                add("hostname", QStringLiteral("localhost"));
            }
            add("time", seconds(summary.microseconds));
        }
        m_xml.writeStartElement(QStringLiteral("properties"));
        const std::pair<const char *, QString> properties[] = {{"environment", summary.environment},
            {"baseUrl", summary.baseUrl}, {"apiVersion", summary.apiVersion}, {"shard", summary.shard},
            {"retries", QString::number(summary.retries)}};
        for (const auto &[name, value] : properties) {
            m_xml.writeEmptyElement(QStringLiteral("property"));
            add("name", QLatin1String(name));
            add("value", value);
        }
        m_xml.writeEndElement();
    }

    void addCase(const RunResult &result)
    {
        m_xml.writeStartElement(QStringLiteral("testcase"));
        const QString folder = result.path.section(QLatin1Char('/'), 0, -2);
        add("classname", !folder.isEmpty() ? folder : !result.actionId.isEmpty() ? result.actionId : result.path);
        add("name", titleOf(result));
        add("time", seconds(result.microseconds));
        if (result.outcome == Outcome::Skipped) {
            m_xml.writeEmptyElement(QStringLiteral("skipped"));
            add("message", result.sentence);
        } else if (result.outcome != Outcome::Passed) {
            m_xml.writeStartElement(isError(result) ? QStringLiteral("error") : QStringLiteral("failure"));
            add("message", result.sentence);
            add("type", typeOf(result));
            m_xml.writeCharacters(allowed(detailsOf(result)));
            m_xml.writeEndElement();
        }
        QString output = bodiesOf(result) + warningsOf(result);
        if (result.attempts > 1)
            output.prepend(Tr::tr("Sent %n times.", "", result.attempts) + QLatin1Char('\n'));
        if (!output.isEmpty())
            m_xml.writeTextElement(QStringLiteral("system-out"), allowed(output));
        m_xml.writeEndElement();
    }

    void addNeverBegun(const QString &path)
    {
        m_xml.writeStartElement(QStringLiteral("testcase"));
        const QString folder = path.section(QLatin1Char('/'), 0, -2);
        add("classname", folder.isEmpty() ? path : folder);
        add("name", path.section(QLatin1Char('/'), -1).remove(QString::fromUtf16(storage::savedRequestSuffix)));
        add("time", seconds(0));
        m_xml.writeEmptyElement(QStringLiteral("skipped"));
        add("message", Tr::tr("Never begun: the run was stopped before."));
        m_xml.writeEndElement();
    }

    bool end()
    {
        m_xml.writeEndDocument();
        return !m_xml.hasError();
    }

private:
    void add(const char *name, const QString &value) { m_xml.writeAttribute(QLatin1String(name), allowed(value)); }

    QXmlStreamWriter m_xml;
};

} // namespace

Result<void> writeJunit(QIODevice &file, const RunSummary &summary, RunLog &log)
{
    qint64 errors = 0;
    const auto counted = log.forEach([&](const RunResult &result) {
        errors += isError(result);
        return true;
    });
    if (!counted)
        return counted;
    Writer writer(file);
    const qint64 bad = summary.failed + summary.notSent + summary.cancelled;
    const QStringList neverBegun = summary.notBegun.mid(0, mostNeverBegun);
    writer.begin(summary, bad - errors, errors, neverBegun.size());
    const auto written = log.forEach([&](const RunResult &result) {
        writer.addCase(result);
        return true;
    });
    for (const QString &path : neverBegun)
        writer.addNeverBegun(path);
    if (!written)
        return written;
    if (!writer.end())
        return failure(ErrorCode::Unwritable, Tr::tr("The report could not be written: %1.").arg(file.errorString()));
    return {};
}

} // namespace actionscope::runner
