// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/identity.h"
#include "app/executor/executionrun.h"
#include "app/storage/environment.h"
#include "app/storage/secretstore.h"

#include <QObject>

namespace actionscope::executor {
class Executor;
}

namespace actionscope::workspace {

// "The key is good, for the project Shop. Plan: HOBBY."
[[nodiscard]] QString sentenceOf(const api::Identity &identity);

// Tries a key that was typed, or is stored, on the address it is for. The key the service echoes is not
// looked at.
class KeyTest final : public QObject
{
    Q_OBJECT

public:
    KeyTest(storage::SecretStore *secrets, executor::Executor *executor, QObject *parent = nullptr);

    // `typedKey` empty: the one that is stored under `storedName`. A new test takes the place of one that
    // runs.
    void start(
        const storage::Environment &environment, const QString &storedName, const QByteArray &typedKey);

Q_SIGNALS:
    // Whose key it is, or why it cannot be used, as sentences.
    void finished(const actionscope::Result<actionscope::api::Identity> &identity);

private:
    void probe(const QUrl &url, api::ApiVersion version, const Result<QByteArray> &key);

    storage::SecretStore *m_secrets;
    executor::Executor *m_executor;
    int m_attempt = 0;
};

} // namespace actionscope::workspace
