// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/failuremark.h"

#include <QRegularExpression>

namespace actionscope::workspace {

namespace {

// Where items before it were taken out, an item is still the same.
QString withoutNumbers(QString pointer)
{
    static const QRegularExpression number(QStringLiteral("/[0-9]+(?=/|$)"));
    return pointer.replace(number, QStringLiteral("/*"));
}

} // namespace

FailureMark markOf(const api::Exchange &exchange, const diagnosis::Judgement &judgement,
    const std::optional<diagnosis::Diagnosis> &diagnosis)
{
    FailureMark mark;
    mark.verdict = judgement.verdict;
    mark.status = exchange.answer.status;
    const bool isKnown = diagnosis && !diagnosis->isWarning && diagnosis->cause != QLatin1String("unknown");
    if (isKnown) {
        mark.cause = diagnosis->cause;
        for (const diagnosis::Evidence &evidence : diagnosis->evidence) {
            if (evidence.side == diagnosis::Side::Request && evidence.what == diagnosis::EvidenceKind::Field)
                mark.places.append(withoutNumbers(evidence.place));
        }
        mark.places.removeDuplicates();
        mark.places.sort();
    } else if (judgement.error) {
        mark.code = judgement.error->slug.isEmpty() ? judgement.error->code : judgement.error->slug;
    } else if (judgement.response && judgement.verdict == api::Verdict::ActionRefused) {
        const json::Value code = judgement.response->data.isValid() ? judgement.response->data.member(u"status_code") : json::Value();
        mark.code = code.isValid() ? QString::fromUtf8(code.raw()) : QString();
    }
    return mark;
}

FailureMark markOf(const RunRecord &record) { return markOf(record.entry.exchange, record.judgement, record.diagnosis); }

QString wordsOf(const FailureMark &mark)
{
    QString words = api::verdictTitle(mark.verdict);
    if (mark.status > 0)
        words += QStringLiteral(", %1").arg(mark.status);
    if (!mark.code.isEmpty())
        words += QStringLiteral(", %1").arg(mark.code);
    return mark.cause.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(mark.cause, words);
}

} // namespace actionscope::workspace
