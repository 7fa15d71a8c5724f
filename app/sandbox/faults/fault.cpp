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

struct Word
{
    const char *name;
    FaultKind kind;
    qint64 usual; // where no number is given
    qint64 least;
    qint64 most;
    const char *help;
};

constexpr qint64 noNumber = 0;
constexpr std::array<Word, 22> words {{
    {"latency", FaultKind::Latency, 1000, 0, 600'000,
        QT_TRANSLATE_NOOP("Actionscope", "wait so many milliseconds before the request is looked at")},
    {"jitter", FaultKind::Jitter, 1000, 0, 600'000, QT_TRANSLATE_NOOP("Actionscope", "wait up to so many milliseconds more")},
    {"drip", FaultKind::Drip, 1024, 1, 1'000'000'000, QT_TRANSLATE_NOOP("Actionscope", "send so many bytes of the body a second")},
    {"hang", FaultKind::Hang, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, and never answer")},
    {"reset-before", FaultKind::ResetBefore, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "reset the connection, execute nothing")},
    {"reset-during", FaultKind::ResetDuring, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, reset after half of the answer")},
    {"reset-after", FaultKind::ResetAfter, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, reset instead of answering")},
    {"wrong-length", FaultKind::WrongLength, 10, -1'000'000, 1'000'000,
        QT_TRANSLATE_NOOP("Actionscope", "send a Content-Length that is off by so many bytes")},
    {"cut-chunk", FaultKind::CutChunk, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, end the answer inside a chunk")},
    {"invalid-json", FaultKind::InvalidJson, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, answer with half of the JSON")},
    {"invalid-utf8", FaultKind::InvalidUtf8, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, put a byte into the answer that is no UTF-8")},
    {"html", FaultKind::Html, 502, 400, 599, QT_TRANSLATE_NOOP("Actionscope", "answer with this status and an HTML page")},
    {"empty", FaultKind::Empty, 200, 200, 599, QT_TRANSLATE_NOOP("Actionscope", "answer with this status and no body")},
    {"status", FaultKind::Status, 500, 400, 599, QT_TRANSLATE_NOOP("Actionscope", "answer with this HTTP status in the version's own shape")},
    {"rate-limit", FaultKind::RateLimited, 30, 0, 3600, QT_TRANSLATE_NOOP("Actionscope", "answer 429 and ask to wait so many seconds")},
    {"removed", FaultKind::Removed, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "answer 410, as v1 and v2 do since 2026-06-04")},
    {"unsuccessful", FaultKind::Unsuccessful, 400, 100, 599,
        QT_TRANSLATE_NOOP("Actionscope", "answer 200 with successful:false and this status_code")},
    {"no-verdict", FaultKind::NoVerdict, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, leave successful out")},
    {"text-verdict", FaultKind::VerdictAsText, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, send only successfull, as a string")},
    {"disagree", FaultKind::Disagreeing, noNumber, 0, 0,
        QT_TRANSLATE_NOOP("Actionscope", "execute, let successful and successfull contradict each other")},
    {"nested", FaultKind::Nested, noNumber, 0, 0, QT_TRANSLATE_NOOP("Actionscope", "execute, put data into response_data")},
    {"large", FaultKind::Large, 10, 0, 4096, QT_TRANSLATE_NOOP("Actionscope", "answer with so many megabytes")},
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
    const auto word = std::find_if(words.begin(), words.end(), [&](const Word &each) { return name == each.name; });
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

} // namespace

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
    for (const Word &word : words) {
        QString name = QString::fromLatin1(word.name);
        if (word.most != 0)
            name += QStringLiteral("=%1").arg(word.usual);
        help += QStringLiteral("  %1  %2\n").arg(name.leftJustified(18), Tr::tr(word.help));
    }
    return help;
}

} // namespace actionscope::sandbox
