// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/sandbox/actions/behaviour.h"
#include "app/schema/validator.h"

#include <QStringList>

#include <vector>

namespace actionscope::sandbox {

struct App
{
    QString key; // lower case
    QString name;
    QString description;
    QStringList categories;
    QStringList authSchemes;
    bool isNoAuth = false;
    int actionCount = 0;
};

struct Action
{
    QString name; // UPPER_SNAKE
    QString displayName;
    QString description;
    QString appKey;
    QStringList tags;
    bool isNoAuth = false;
    json::Value parameters; // JSON Schema
    schema::Validator validator; // of the parameters
    Behaviour behaviour;
};

// One app and its actions, read from one file of resources/sandbox or of a person's own folder.
struct Manifest
{
    App app;
    std::vector<Action> actions;
    json::Document document; // keeps the actions' values alive
};

// `name` is how the file is called in the error.
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray &bytes, const QString &name);

} // namespace actionscope::sandbox
