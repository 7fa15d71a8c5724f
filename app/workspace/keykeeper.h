// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/secretstore.h"

#include <QList>

namespace actionscope::workspace {

// One change to the stored keys; names are those of the secret store.
struct KeyChange
{
    QString name; // where the key shall lie; empty: nowhere, the old one goes
    QString storedName; // where it lies now; empty for a new one
    QByteArray newKey; // empty: the one stored now is kept

    bool operator==(const KeyChange &) const = default;
};

// Applies a batch of changes to the secret store. All keys that move are read before any is written, so that
// two environments may swap their names.
class KeyKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit KeyKeeper(storage::SecretStore *store, QObject *parent = nullptr);

    [[nodiscard]] storage::SecretStore::Kind storeKind() const { return m_store->kind(); }
    void apply(const QList<KeyChange> &changes);

Q_SIGNALS:
    // Once per batch, when every change was tried; one sentence for each that failed.
    void applied(const QStringList &troubles);

private:
    void write(const QList<KeyChange> &changes);

    storage::SecretStore *m_store;
};

} // namespace actionscope::workspace
