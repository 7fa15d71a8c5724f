// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/rules/rules.h"

#include "app/base/tr.h"
#include "app/diagnosis/evidence.h"

namespace actionscope::diagnosis::rules {

Claim emptyAccountList(const Facts &facts)
{
    const json::Value items = facts.root().member(u"items");
    if (facts.operation != Operation::ListAccounts || facts.status() != 200 || !items.isArray() || items.count() > 0)
        return {};
    const QByteArray query = facts.exchange.request.path.split('?').value(1);
    const bool isFiltered = query.contains("user") || query.contains("entity") || query.contains("toolkit") || query.contains("app");
    Diagnosis diagnosis {QStringLiteral("account.emptyList"),
        isFiltered ? Tr::tr("No account fits the filter. Accounts made in the dashboard belong to a generated user named "
                            "pg-test-…, and a key sees the accounts of its own project only.")
                   : Tr::tr("This project has no connected accounts; a key sees those of its own project only.")};
    diagnosis.confidence = Confidence::Likely;
    diagnosis.evidence = {pathEvidence(facts), fieldEvidence(facts, QStringLiteral("/items"))};
    diagnosis.tries = {advice(Tr::tr("List the accounts without a filter and compare their user ids.")),
        {TryKind::OpenEnvironment, Tr::tr("Check that the key is of the project that has the account.")}};
    diagnosis.isWarning = true;
    return diagnosis;
}

} // namespace actionscope::diagnosis::rules
