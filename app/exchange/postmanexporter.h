// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"

namespace actionscope::exchange {

// A collection of ours in the words of Postman: v2.1, folders as folders, {{variables}} as they are. Expectations and
// captures have no place there but in scripts of ours, which are short: successful, status and captures are carried.
struct PostmanSource
{
    QString name = {};
    QList<ImportedDraft> requests = {}; // baseUrl empty: {{baseUrl}}
    QList<ImportedVariable> variables = {};
    api::ApiVersion apiVersion = api::ApiVersion::V31; // where a request names none
};

struct PostmanExport
{
    QByteArray collection;
    QStringList troubles; // what could not be carried, each with its request
};
[[nodiscard]] PostmanExport writePostmanCollection(const PostmanSource &source);

// Values of secrets are left empty, to be filled in there.
[[nodiscard]] QByteArray writePostmanEnvironment(const ImportedEnvironment &environment);

} // namespace actionscope::exchange
