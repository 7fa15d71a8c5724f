// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/apiversion.h"
#include "app/base/redaction.h"
#include "app/runner/requestsource.h"
#include "app/runner/variables.h"

namespace actionscope::runner {

// What a saved request can suffer from.
enum class Complaint {
    CannotBeSent, // not JSON, an unknown expectation, a circle of captures
    DeadAction,
    DeprecatedAction,
    SchemaDrift,
    WrongInput,
    UndefinedVariable,
    UnusedVariable,
    PlainSecret,
    Duplicate,
    NoExpectation,
    NotCarried, // by the API version
    UnknownName, // in the order of a collection
};

// "deadAction", …
[[nodiscard]] QString complaintName(Complaint complaint);

struct Finding
{
    enum class Severity { Warning, Error };

    QString path; // of the file, as in the plan
    Complaint complaint = Complaint::CannotBeSent;
    Severity severity = Severity::Warning;
    QString sentence;
    FilePlace place = {}; // of what it is about

    bool operator==(const Finding &) const = default;
};

// What the doctor knows besides the files.
struct Knowledge
{
    QHash<QString, api::ActionInfo> actions; // by id, with their schemas
    QStringList missing; // ids that the service does not have
    QHash<QString, QString> refusals; // of those, its own words
    QStringList actionIds; // all that it has, where somebody knows them
    QList<Variables> variables; // by collection, with the chosen environment's
    QStringList secretNames; // of that environment: set wherever the run takes place
    QStringList rowNames; // set by data rows
    api::ApiVersion apiVersion = api::ApiVersion::V31;
    Redactor ownSecrets; // the person's: none of them may stand in a file
};

// "Line 3, column 7: …"
[[nodiscard]] inline QString withPlace(const Finding &finding) { return withPlace({finding.sentence, finding.place}); }

// Looks at everything and sends nothing. Findings in the order of the files.
[[nodiscard]] QList<Finding> examine(const RunSources &sources, const RunPlan &plan, const Knowledge &knowledge);

} // namespace actionscope::runner
