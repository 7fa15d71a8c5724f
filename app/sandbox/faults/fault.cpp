// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faults/fault.h"

#include "app/base/tr.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace actionscope::sandbox {

namespace {

constexpr qint64 noNumber = 0;
constexpr std::array<FaultWord, 22> words {{
    {"latency", FaultKind::Latency, 1000, 0, 600'000,
        QT_TRANSLATE_NOOP("Actionscope", "wait so many milliseconds before the request is looked at"),
        QT_TRANSLATE_NOOP("Actionscope", "Waits before it looks at a request."),
        QT_TRANSLATE_NOOP("Actionscope", "Time"), QT_TRANSLATE_NOOP("Actionscope", "ms")},
    {"jitter", FaultKind::Jitter, 1000, 0, 600'000,
        QT_TRANSLATE_NOOP("Actionscope", "wait up to so many milliseconds more"),
        QT_TRANSLATE_NOOP("Actionscope", "Waits for a time that differs from request to request, at most this long."),
        QT_TRANSLATE_NOOP("Actionscope", "At most"), QT_TRANSLATE_NOOP("Actionscope", "ms")},
    {"drip", FaultKind::Drip, 1024, 1, 1'000'000'000,
        QT_TRANSLATE_NOOP("Actionscope", "send so many bytes of the body a second"),
        QT_TRANSLATE_NOOP("Actionscope", "Sends the body of its answer a little at a time."),
        QT_TRANSLATE_NOOP("Actionscope", "Speed"), QT_TRANSLATE_NOOP("Actionscope", "bytes/s")},
    {"hang", FaultKind::Hang, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, and never answer"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and then never answers."), "", ""},
    {"reset-before", FaultKind::ResetBefore, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "reset the connection, execute nothing"),
        QT_TRANSLATE_NOOP("Actionscope", "Resets the connection before anything was executed."), "", ""},
    {"reset-during", FaultKind::ResetDuring, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, reset after half of the answer"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and resets the connection after half of the answer."),
        "", ""},
    {"reset-after", FaultKind::ResetAfter, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, reset instead of answering"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and resets the connection instead of answering."),
        "", ""},
    {"wrong-length", FaultKind::WrongLength, 10, -1'000'000, 1'000'000,
        QT_TRANSLATE_NOOP("Actionscope", "send a Content-Length that is off by so many bytes"),
        QT_TRANSLATE_NOOP("Actionscope", "Announces a length of the body that is off by so many bytes."),
        QT_TRANSLATE_NOOP("Actionscope", "Off by"), QT_TRANSLATE_NOOP("Actionscope", "bytes")},
    {"cut-chunk", FaultKind::CutChunk, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, end the answer inside a chunk"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and ends a chunked answer inside a chunk."), "", ""},
    {"invalid-json", FaultKind::InvalidJson, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, answer with half of the JSON"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and answers with the first half of the JSON."), "", ""},
    {"invalid-utf8", FaultKind::InvalidUtf8, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, put a byte into the answer that is no UTF-8"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and puts bytes into the answer that are no UTF-8."),
        "", ""},
    {"html", FaultKind::Html, 502, 400, 599,
        QT_TRANSLATE_NOOP("Actionscope", "answer with this status and an HTML page"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers with a gateway's error page in HTML instead of executing."),
        QT_TRANSLATE_NOOP("Actionscope", "Status"), ""},
    {"empty", FaultKind::Empty, 200, 200, 599,
        QT_TRANSLATE_NOOP("Actionscope", "answer with this status and no body"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers without a body instead of executing."),
        QT_TRANSLATE_NOOP("Actionscope", "Status"), ""},
    {"status", FaultKind::Status, 500, 400, 599,
        QT_TRANSLATE_NOOP("Actionscope", "answer with this HTTP status in the version's own shape"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers with an HTTP error in the API version's own shape instead of executing."),
        QT_TRANSLATE_NOOP("Actionscope", "Status"), ""},
    {"rate-limit", FaultKind::RateLimited, 30, 0, 3600,
        QT_TRANSLATE_NOOP("Actionscope", "answer 429 and ask to wait so many seconds"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers 429 with the headers of a rate limit, and asks the client to wait this long."),
        QT_TRANSLATE_NOOP("Actionscope", "Wait"), QT_TRANSLATE_NOOP("Actionscope", "s")},
    {"removed", FaultKind::Removed, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "answer 410, as v1 and v2 do since 2026-06-04"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers 410, as the real service does for v1 and v2 since 2026-06-04."),
        "", ""},
    {"unsuccessful", FaultKind::Unsuccessful, 400, 100, 599,
        QT_TRANSLATE_NOOP("Actionscope", "answer 200 with successful:false and this status_code"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers 200 with successful:false and this status_code instead of executing."),
        QT_TRANSLATE_NOOP("Actionscope", "Status"), ""},
    {"no-verdict", FaultKind::NoVerdict, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, leave successful out"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and leaves successful out of the answer."), "", ""},
    {"text-verdict", FaultKind::VerdictAsText, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, send only successfull, as a string"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and says only successfull, as a string."), "", ""},
    {"disagree", FaultKind::Disagreeing, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, let successful and successfull contradict each other"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and lets successful and successfull contradict each other."),
        "", ""},
    {"nested", FaultKind::Nested, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, put data into response_data"),
        QT_TRANSLATE_NOOP("Actionscope", "Executes the action, and puts its data into response_data."), "", ""},
    {"large", FaultKind::Large, 10, 0, 4096,
        QT_TRANSLATE_NOOP("Actionscope", "answer with so many megabytes"),
        QT_TRANSLATE_NOOP("Actionscope", "Answers with this much data instead of executing."),
        QT_TRANSLATE_NOOP("Actionscope", "Size"), QT_TRANSLATE_NOOP("Actionscope", "MB")},
}};

QString named(QByteArrayView part) { return QString::fromUtf8(part); }

Failure unreadable(QByteArrayView part, const QString &why)
{
    return failure(ErrorCode::InvalidInput, Tr::tr("The fault “%1” cannot be read: %2").arg(named(part), why), {},
        Tr::tr("Write it as name=number@rate%, for example status=503@30%."));
}

// Takes the rate from behind: "status=503@30%" leaves "status=503".
Result<double> takeRate(QByteArray &part)
{
    const qsizetype at = part.lastIndexOf('@');
    if (at < 0)
        return 1;
    QByteArray rate = part.sliced(at + 1);
    const bool isPercent = rate.endsWith('%');
    if (isPercent)
        rate.chop(1);
    bool good = false;
    const double number = rate.toDouble(&good) / (isPercent ? 100 : 1);
    if (!good || !(number >= 0 && number <= 1))
        return unreadable(part, Tr::tr("the rate must be between 0% and 100%."));
    part.truncate(at);
    return number;
}

Result<Fault> readFault(const QByteArray &whole)
{
    QByteArray part = whole;
    Fault fault;
    fault.strikesAll = part.endsWith(":all");
    if (fault.strikesAll)
        part.chop(4);
    const auto rate = takeRate(part);
    if (!rate)
        return Failure(rate.error());
    fault.rate = *rate;
    const qsizetype equals = part.indexOf('=');
    const QByteArray name = equals < 0 ? part : part.first(equals);
    const auto word = std::find_if(words.begin(), words.end(), [&](const FaultWord &each) { return name == each.name; });
    if (word == words.end()) {
        return unreadable(whole, Tr::tr("there is no fault of that name."));
    }
    fault.kind = word->kind;
    fault.number = word->usual;
    if (equals < 0)
        return fault;
    bool good = false;
    fault.number = part.sliced(equals + 1).toLongLong(&good);
    if (!good || fault.number < word->least || fault.number > word->most) {
        return unreadable(whole,
            word->most == 0 ? Tr::tr("it takes no number.")
                            : Tr::tr("the number must be between %1 and %2.").arg(word->least).arg(word->most));
    }
    return fault;
}

// "@30%", with as many digits as it takes to be read back as the same rate; nothing for always.
QByteArray rateText(double rate)
{
    if (rate >= 1)
        return {};
    const QByteArray percent = QByteArray::number(rate * 100, 'g', 12);
    return percent.toDouble() / 100 == rate ? '@' + percent + '%' : '@' + QByteArray::number(rate, 'g', 17);
}

} // namespace

std::span<const FaultWord> faultWords() { return words; }

QByteArray faultText(const Fault &fault)
{
    const FaultWord &word = words.at(std::size_t(fault.kind));
    Q_ASSERT(word.kind == fault.kind);
    QByteArray text = word.name;
    if (word.most != 0)
        text += '=' + QByteArray::number(fault.number);
    text += rateText(fault.rate);
    return fault.strikesAll ? text + ":all" : text;
}

QByteArray faultText(const FaultSpec &spec)
{
    QByteArrayList parts;
    bool usesChance = false;
    for (const Fault &fault : spec.faults) {
        parts.append(faultText(fault));
        usesChance = usesChance || fault.rate < 1 || fault.kind == FaultKind::Jitter;
    }
    if (usesChance || spec.seed != FaultSpec().seed)
        parts.append("seed=" + QByteArray::number(spec.seed));
    return parts.join(',');
}

Result<FaultSpec> readFaults(const QByteArray &text)
{
    FaultSpec spec;
    for (const QByteArray &each : text.split(',')) {
        const QByteArray part = each.trimmed();
        if (part.isEmpty())
            continue;
        if (part.startsWith("seed=")) {
            bool good = false;
            spec.seed = part.sliced(5).toULongLong(&good);
            if (!good)
                return unreadable(part, Tr::tr("the seed must be a whole number."));
            continue;
        }
        const auto fault = readFault(part);
        if (!fault)
            return Failure(fault.error());
        spec.faults.append(*fault);
    }
    return spec;
}

QString faultHelp()
{
    QString help;
    for (const FaultWord &word : words) {
        QString name = QString::fromLatin1(word.name);
        if (word.most != 0)
            name += QStringLiteral("=%1").arg(word.usual);
        help += QStringLiteral("  %1  %2\n").arg(name.leftJustified(18), Tr::tr(word.help));
    }
    return help;
}

} // namespace actionscope::sandbox
