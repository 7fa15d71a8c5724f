// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QStringList>

#include <optional>

namespace actionscope::diagnosis {

// One complaint as an object has it, whoever wrote it: GitHub's {field, code}, Stripe's {param, message}, Google's
// {field, description}, FastAPI's {loc, msg}, Zod's {path, message}, HubSpot's {context: {propertyName}}, ….
struct ComplaintItem
{
    QStringList names; // the way to the field, with whatever wrappers its writer puts before it
    QString rule; // required, unknown or type where its code means that; else the code itself
    QString text;
};

// Nothing where the object names no field.
[[nodiscard]] std::optional<ComplaintItem> readComplaintItem(const json::Value &object);
// "payload.arguments.a[0].b" as its names.
[[nodiscard]] QStringList pathNames(const QString &path);

} // namespace actionscope::diagnosis
