// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QFlags>
#include <QString>

namespace actionscope::sandbox {

// A key that may not do everything: a project of the service gives such keys out too.
struct AccessKey
{
    enum Scope {
        Read = 1, // lists, what stands behind a name, logs, input from text
        Execute = 2, // actions, and files for them
        Proxy = 4, // requests to other services
        Connect = 8, // connections and auth configs made, changed and deleted
        Administer = 16, // the state as a whole, with every secret in it
    };
    Q_DECLARE_FLAGS(Scopes, Scope)

    QByteArray key;
    Scopes scopes = Scopes(Read | Execute | Proxy | Connect | Administer);
    QString user; // acts for nobody else; empty for everybody

    bool operator==(const AccessKey &) const = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(AccessKey::Scopes)

// "ak_reader=read", "ak_app=read,execute,user:ada".
[[nodiscard]] Result<AccessKey> readAccessKey(const QByteArray &text);
// What a request needs, and how that is called.
[[nodiscard]] AccessKey::Scope scopeOf(const QByteArray &method, const QByteArray &path);
[[nodiscard]] QString scopeName(AccessKey::Scope scope);

} // namespace actionscope::sandbox
