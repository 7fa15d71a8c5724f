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
    QString baseUrl = {}; // of the service behind it; empty when there is none
    QByteArray auth = {}; // JSON: where the parts of a connection go in a call; empty: where the scheme says
    QByteArray connection = {}; // JSON: what is known of the ready-made accounts' connection; empty: made up
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
    json::Value example; // an input that works on the ready-made data; invalid when the file gives none
    Behaviour behaviour;
    json::Document document = {}; // keeps the values alive, for a copy too
};

// Ready-made records of one table's partition, kept the first time a state is used.
struct Seed
{
    QString table;
    QString partition;
    QList<QByteArray> records;
};

// One app and its actions, read from one file of resources/sandbox or of a person's own folder.
struct Manifest
{
    App app;
    std::vector<Action> actions;
    std::vector<Seed> seeds;
};

// `name` is how the file is called in the error, which says line and column too.
[[nodiscard]] Result<Manifest> parseManifest(const QByteArray &bytes, const QString &name);

} // namespace actionscope::sandbox
