// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/evidence.h"

#include "app/base/tr.h"
#include "app/json/pointer.h"

#include <algorithm>

namespace actionscope::diagnosis {

namespace {

QString dotted(const QString &pointer)
{
    return pointer.sliced(std::min<qsizetype>(1, pointer.size())).replace(QLatin1Char('/'), QLatin1Char('.'));
}

QString line(const QString &pointer, const QString &value)
{
    return pointer.isEmpty() ? shown(value) : QStringLiteral("%1: %2").arg(dotted(pointer), shown(value));
}

QString valueText(const json::Value &value)
{
    return value.isString() ? value.toString() : shownRaw(value);
}

// The sentence of a refusal among all that an answer says: what is called a message, else what `error` says.
const Said *wordsOf(const Sayings &sayings)
{
    static const QStringList names {QStringLiteral("message"), QStringLiteral("detail"), QStringLiteral("description"), QStringLiteral("msg")};
    const Said *plain = nullptr;
    for (const Said &said : sayings.texts()) {
        const bool isError = said.pointer == QLatin1String("/error");
        const bool holdsMore = std::any_of(sayings.opened().cbegin(), sayings.opened().cend(),
            [&](const OpenedText &opened) { return opened.where.pointer == said.pointer; });
        if (isError && said.inner.isEmpty() && !holdsMore)
            return &said;
        const QString name = (said.inner.isEmpty() ? said.pointer : said.inner).section(QLatin1Char('/'), -1);
        if (names.contains(name) && (isError || !plain))
            plain = isError && plain && plain->pointer == QLatin1String("/error") ? plain : &said;
    }
    return plain;
}

} // namespace

Evidence statusEvidence(const Facts &facts)
{
    const QString reason = QString::fromUtf8(facts.exchange.answer.reason.left(40));
    return {EvidenceKind::Status, Side::Answer, QString::number(facts.status()),
        reason.isEmpty() ? Tr::tr("HTTP %1").arg(facts.status()) : Tr::tr("HTTP %1 %2").arg(facts.status()).arg(reason)};
}

Evidence headerEvidence(const Facts &facts, const char *name)
{
    for (const api::Header &header : facts.exchange.answer.headers) {
        if (QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0)
            return {EvidenceKind::Header, Side::Answer, QString::fromLatin1(header.name),
                QStringLiteral("%1: %2").arg(QString::fromLatin1(header.name), shown(QString::fromUtf8(header.value)))};
    }
    return {EvidenceKind::Header, Side::Answer, {}, {}};
}

Evidence fieldEvidence(const Facts &facts, const QString &pointer)
{
    const json::Value value = json::valueAtPointer(facts.root(), pointer);
    return {EvidenceKind::Field, Side::Answer, pointer, line(pointer, value.isValid() ? valueText(value) : Tr::tr("missing"))};
}

Evidence saidEvidence(const Said &said)
{
    if (said.inner.isEmpty())
        return {EvidenceKind::Field, Side::Answer, said.pointer, line(said.pointer, said.text)};
    const QString text = Tr::tr("%1, in it %2: %3").arg(dotted(said.pointer), dotted(said.inner), shown(said.text));
    return {EvidenceKind::Field, Side::Answer, said.pointer, text, said.inner};
}

Evidence complaintEvidence(const Facts &facts, const Complaint &complaint)
{
    if (complaint.inner.isNull())
        return fieldEvidence(facts, complaint.pointer);
    const QString name = complaint.path.isEmpty() ? complaint.field : complaint.path.last();
    return saidEvidence({complaint.pointer, complaint.inner, QStringLiteral("%1, %2").arg(name, complaint.text)});
}

Evidence sentEvidence(const Sent &sent)
{
    return requestEvidence(sent.pointer, Tr::tr("sent %1").arg(line(sent.pointer, valueText(sent.value))));
}

Evidence requestEvidence(const QString &pointer, const QString &text)
{
    return {EvidenceKind::Field, Side::Request, pointer, text};
}

Evidence pathEvidence(const Facts &facts)
{
    if (facts.exchange.request.path.isEmpty())
        return requestEvidence({}, {});
    return requestEvidence({},
        Tr::tr("sent %1 %2").arg(QString::fromLatin1(facts.exchange.request.method),
            shown(QString::fromUtf8(facts.exchange.request.path))));
}

Evidence phaseEvidence(const QString &phase, const QString &text)
{
    return {EvidenceKind::Phase, Side::Answer, phase, text};
}

Evidence catalogEvidence(const QString &id, const QString &text)
{
    return {EvidenceKind::Catalog, Side::Answer, id, text};
}

QList<Evidence> errorEvidence(const Facts &facts)
{
    QList<Evidence> evidence;
    if (!facts.service.by.place.isEmpty())
        evidence.append(facts.service.by);
    const json::Value object = facts.errorObject();
    const json::Value plain = facts.root().member(u"error");
    QString pointer;
    if (object.member(u"message").isValid())
        pointer = facts.errorPointer() + QStringLiteral("/message");
    else if (plain.isString())
        pointer = QStringLiteral("/error");
    if (!pointer.isEmpty() && (evidence.isEmpty() || evidence.first().place != pointer))
        evidence.append(fieldEvidence(facts, pointer));
    const bool hasStatus = !evidence.isEmpty() && evidence.first().what == EvidenceKind::Status;
    if (!hasStatus)
        evidence.append(statusEvidence(facts));
    return evidence;
}

QList<Evidence> providerEvidence(const Facts &facts)
{
    QList<Evidence> evidence;
    if (!facts.provider.by.place.isEmpty())
        evidence.append(facts.provider.by);
    const auto isTold = [&](const Evidence &other) {
        return std::any_of(evidence.cbegin(), evidence.cend(),
            [&](const Evidence &each) { return each.place == other.place && (each.inside == other.inside || other.inside.isEmpty()); });
    };
    if (const Said *words = wordsOf(facts.sayings)) {
        if (const Evidence said = saidEvidence(*words); !isTold(said))
            evidence.append(said);
    }
    const QString verdict = facts.judgement.response && facts.judgement.response->successful
        ? QStringLiteral("/successful")
        : QStringLiteral("/successfull");
    if (facts.root().member(verdict.sliced(1)).isValid())
        evidence.append(fieldEvidence(facts, verdict));
    return evidence;
}

void addServiceAdvice(const Facts &facts, Diagnosis &diagnosis)
{
    if (facts.judgement.error && !facts.judgement.error->suggestedFix.isEmpty())
        diagnosis.tries.append(advice(Tr::tr("The service advises: %1").arg(shown(facts.judgement.error->suggestedFix))));
}

void addEvidence(Diagnosis &diagnosis, const Evidence &evidence)
{
    if (!evidence.text.isEmpty() && !diagnosis.evidence.contains(evidence))
        diagnosis.evidence.append(evidence);
}

Try advice(const QString &sentence) { return {TryKind::Advice, sentence, {}}; }

} // namespace actionscope::diagnosis
