// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/api/apiversion.h"
#include "app/api/executerequest.h"
#include "app/api/httpmessage.h"
#include "app/api/verdict.h"
#include "app/base/error.h"
#include "app/exchange/imported.h"

#include <QDateTime>

namespace actionscope::exchange {

// One execution with all that is needed to look at it elsewhere, replay it and compare: NAME.actionbundle.
struct Bundle
{
    QDateTime createdAt = {}; // UTC
    QString createdBy = {}; // program and version
    api::ExecuteRequest request = {}; // as it stood in the form
    QString environment = {}; // its name
    QString baseUrl = {};
    std::optional<api::ApiVersion> apiVersion = {};
    QDateTime startedAt = {};
    api::Exchange exchange = {};
    std::optional<api::Verdict> verdict = {};
    QString sentence = {};
    QByteArray account = {}; // JSON: id, status, appName, entityId, as far as they are known
    QByteArray action = {}; // JSON: the action's version and schema at that time
    QByteArray diagnosis = {}; // JSON, as explain reports it
    QString notes = {}; // Markdown

    bool operator==(const Bundle &) const = default;
};

inline constexpr char16_t bundleSuffix[] = u".actionbundle";

// The file: one JSON object, a line for each member. A body is written
//   as "json", its own bytes unchanged, where it is a JSON value with nothing around it,
//   as "text" where it is UTF-8 otherwise, and as "base64" where it is not,
// so that what is read back is the same to the last byte. Precondition: secrets have been taken out, see redacted().
[[nodiscard]] QByteArray writeBundle(const Bundle &bundle);

// What could be read, and what could not: a file that breaks off or was edited by hand gives all that is whole.
struct ReadBundle
{
    Bundle bundle = {};
    QList<ImportTrouble> troubles = {};
    bool isReadOnly = false; // a newer version wrote it

    bool operator==(const ReadBundle &) const = default;
};
[[nodiscard]] bool isBundle(const QByteArray &bytes);
[[nodiscard]] ReadBundle readBundle(const QByteArray &bytes);

// The action as the bundle describes it; nothing where it holds no schema.
[[nodiscard]] std::optional<api::ActionInfo> describedAction(const Bundle &bundle);

[[nodiscard]] Imported importBundle(const QByteArray &bytes);

} // namespace actionscope::exchange
