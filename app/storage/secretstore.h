// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

namespace actionscope::storage {

// Where secrets live. Never a file of ours. Futures finish on the thread of the store.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Keychain, Memory };

    [[nodiscard]] virtual Kind kind() const = 0;
    // NotFound when there is none under that name; Unavailable when the keychain cannot be reached.
    virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    virtual QFuture<Result<void>> write(const QString &name, const QByteArray &secret) = 0;
    virtual QFuture<Result<void>> remove(const QString &name) = 0;

protected:
    using QObject::QObject;
};

} // namespace actionscope::storage
