// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace/keykeeper.h"

#include "app/base/whenready.h"

#include <QFuture>

namespace actionscope::workspace {

using KeyResult = Result<QByteArray>;
using StoreResult = Result<void>;

KeyKeeper::KeyKeeper(storage::SecretStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void KeyKeeper::apply(const QList<KeyChange> &changes)
{
    QList<KeyChange> known;
    QList<QFuture<KeyResult>> reads;
    QList<KeyChange> moves;
    for (const KeyChange &change : changes) {
        const bool isMove = change.newKey.isEmpty() && !change.name.isEmpty() && !change.storedName.isEmpty()
            && change.name != change.storedName;
        if (isMove) {
            moves.append(change);
            reads.append(m_store->read(change.storedName));
        } else {
            known.append(change);
        }
    }
    if (reads.isEmpty()) {
        write(known);
        return;
    }
    whenReady(QtFuture::whenAll(reads.begin(), reads.end()), this,
        [this, known, moves](const QList<QFuture<KeyResult>> &found) {
            QList<KeyChange> all = known;
            for (qsizetype i = 0; i < found.size(); ++i) {
                KeyChange change = moves.at(i);
                change.newKey = found.at(i).result().value_or(QByteArray());
                all.append(change);
            }
            write(all);
        });
}

void KeyKeeper::write(const QList<KeyChange> &changes)
{
    QList<QFuture<StoreResult>> writes;
    for (const KeyChange &change : changes) {
        if (!change.storedName.isEmpty() && change.storedName != change.name)
            writes.append(m_store->remove(change.storedName));
    }
    for (const KeyChange &change : changes) {
        if (!change.name.isEmpty() && !change.newKey.isEmpty())
            writes.append(m_store->write(change.name, change.newKey));
    }
    if (writes.isEmpty()) {
        Q_EMIT applied({});
        return;
    }
    whenReady(QtFuture::whenAll(writes.begin(), writes.end()), this,
        [this](const QList<QFuture<StoreResult>> &results) {
            QStringList troubles;
            for (const QFuture<StoreResult> &each : results) {
                const StoreResult result = each.result();
                if (!result && result.error().code != ErrorCode::NotFound)
                    troubles.append(result.error().sentence);
            }
            Q_EMIT applied(troubles);
        });
}

} // namespace actionscope::workspace
