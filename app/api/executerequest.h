// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QString>

namespace actionscope::api {

// One execution of an action, version-neutral, under the v2 field names. An empty field is not sent.
// The JSON fields hold the person's own bytes, which travel unchanged.
struct ExecuteRequest
{
    QString actionId = {};
    QString appName = {};
    QString entityId = {};
    QString connectedAccountId = {};
    QByteArray input = {}; // a JSON object
    QString text = {};
    QString systemPrompt = {};
    QString customDescription = {};
    QByteArray authConfig = {}; // a JSON object {parameters[{name,in,value}], base_url, body}
    QByteArray sessionInfo = {}; // a JSON object
    QString version = {}; // of the action (tool): YYYYMMDD_NN, 0_1, latest

    bool operator==(const ExecuteRequest &) const = default;
};

// One thing wrong with a request, with its place where the field is JSON.
struct FieldProblem
{
    QString field; // the API's name, e.g. "input"
    QString sentence; // complete, with line and column where there are any
    qsizetype offset = -1; // byte in the field's text, -1 when the field as a whole is meant

    bool operator==(const FieldProblem &) const = default;
};

// Everything that makes a request unfit to be sent; empty means it can go.
[[nodiscard]] QList<FieldProblem> findProblems(const ExecuteRequest &request);

} // namespace actionscope::api
