// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/api/actioneffect.h"
#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"
#include "app/json/pathtext.h"

#include <QSet>

namespace actionscope::diagnosis::rules {

namespace {

bool isNothing(const json::Value &value)
{
    return !value.isValid() || value.isNull() || (value.isContainer() && value.count() == 0);
}

// The list that data has nothing in, where everything else in it is about that list (a cursor, a count of nought);
// empty where there is more to data.
QString emptyListIn(const json::Value &data)
{
    static const QSet<QString> about {QStringLiteral("next_cursor"), QStringLiteral("nextCursor"), QStringLiteral("nextPageToken"),
        QStringLiteral("has_more"), QStringLiteral("total_pages"), QStringLiteral("current_page"), QStringLiteral("page"), QStringLiteral("ok")};
    QString found;
    for (json::Value member = data.firstChild(); data.isObject() && member.isValid(); member = member.nextSibling()) {
        const bool isNought = member.isNumber() && member.toInteger() == std::optional<qint64>(0);
        if (member.isArray() && member.count() == 0)
            found = found.isEmpty() ? member.key() : found;
        else if (!isNothing(member) && !isNought && !about.contains(member.key()))
            return {};
    }
    return found;
}

} // namespace

Claim emptyData(const Facts &facts)
{
    const bool isExecution = facts.operation == Operation::Execute || facts.isRequestUnknown();
    if (!facts.isSuccess() || !isExecution || !facts.judgement.response)
        return {};
    const json::Value data = facts.judgement.response->data;
    const QString list = emptyListIn(data);
    // What deletes or sends has often nothing to say.
    const api::ActionEffect effect = api::effectOf(facts.actionId);
    if ((!isNothing(data) && list.isEmpty()) || effect == api::ActionEffect::Deletes || effect == api::ActionEffect::Sends || effect == api::ActionEffect::Changes)
        return {};
    Diagnosis diagnosis {QStringLiteral("data.empty"),
        list.isEmpty() ? Tr::tr("It succeeded and brought nothing: data is empty. A filter may leave nothing over, or the account may see nothing.")
                       : Tr::tr("It succeeded and found nothing: there is nothing in %1. A filter may leave nothing over, or the account may see nothing.").arg(list)};
    diagnosis.confidence = Confidence::Possible;
    diagnosis.isWarning = true;
    diagnosis.evidence = {fieldEvidence(facts, list.isEmpty() ? QStringLiteral("/data") : QStringLiteral("/data/") + json::pointerStep(list))};
    diagnosis.tries = {advice(Tr::tr("Widen filters in the input, and check which account was used."))};
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
