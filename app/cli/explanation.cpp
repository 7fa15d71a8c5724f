// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/explanation.h"

#include "app/base/tr.h"
#include "app/diagnosis/diagnosisjson.h"

namespace actionscope::cli {

namespace {

diagnosis::Diagnosis nothing()
{
    return {QStringLiteral("none"), Tr::tr("The execution succeeded; there is nothing to explain.")};
}

QString placeOf(const diagnosis::Evidence &evidence)
{
    const QString place = evidence.place.isEmpty() ? QStringLiteral("-") : evidence.place;
    const QString whole = evidence.inside.isEmpty() ? place : Tr::tr("%1, in its text %2").arg(place, evidence.inside);
    return QStringLiteral("%1 %2 %3").arg(sideName(evidence.side), evidenceName(evidence.what), whole);
}

QByteArray printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n'))
            c = QLatin1Char(' ');
    }
    return text.toUtf8();
}

} // namespace

QByteArray explanationText(const std::optional<diagnosis::Diagnosis> &given)
{
    const diagnosis::Diagnosis diagnosis = given.value_or(nothing());
    QString text = diagnosis.sentence + QLatin1Char('\n');
    if (given) {
        text += QStringLiteral("%1 (%2)\n").arg(diagnosis.cause, confidenceWords(diagnosis.confidence).toLower());
    }
    if (!diagnosis.evidence.isEmpty())
        text += QLatin1Char('\n') + Tr::tr("Evidence") + QLatin1Char('\n');
    for (const diagnosis::Evidence &evidence : diagnosis.evidence)
        text += QStringLiteral("  %1\n      %2\n").arg(evidence.text, placeOf(evidence));
    if (!diagnosis.tries.isEmpty())
        text += QLatin1Char('\n') + Tr::tr("What to try") + QLatin1Char('\n');
    for (const diagnosis::Try &wish : diagnosis.tries)
        text += QStringLiteral("  - %1\n").arg(wish.sentence);
    return printable(text);
}

QByteArray explanationReport(const std::optional<diagnosis::Diagnosis> &diagnosis)
{
    return diagnosis::toJson(diagnosis.value_or(nothing())) + '\n';
}

} // namespace actionscope::cli
