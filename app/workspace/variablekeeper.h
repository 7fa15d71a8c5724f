// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/runner/collectionvariables.h"
#include "app/workspace/namemeaning.h"
#include "app/workspace/runrecord.h"

#include <QFuture>
#include <QObject>

namespace actionscope::storage {
class SecretStore;
class Settings;
} // namespace actionscope::storage

namespace actionscope::workspace {

class Collections;
class OpenDrafts;
class Workspace;
struct OpenCollection;

// What {{names}} stand for in the request that is in front: its collection's variables, those of the chosen environment
// with its secrets, and what earlier answers of that collection were captured as. Keeps the workspace informed, and puts
// the collections' environments beside the person's own.
class VariableKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Workspace *workspace = nullptr;
        Collections *collections = nullptr;
        OpenDrafts *openDrafts = nullptr;
        storage::SecretStore *secrets = nullptr;
        storage::Settings *settings = nullptr; // has the names of the person's own secrets
    };
    explicit VariableKeeper(const Parts &parts, QObject *parent = nullptr);

    [[nodiscard]] const runner::Variables &variables() const;
    // The collection the request in front belongs to, else the chosen environment's; null for none.
    [[nodiscard]] const OpenCollection *collection() const;
    // Of all names that can be used, built-in ones last; before them those that the request in front uses and nothing sets.
    [[nodiscard]] QList<NameMeaning> meanings() const;
    // Writes a secret of an environment to the store; empty takes it away.
    void setSecret(
        const QString &collection, const QString &environment, const QString &secret, const QByteArray &value);

    // The person's own secrets, for requests in collections and outside: as {{name}}, where nothing else has that name.
    void readKeptSecrets();
    [[nodiscard]] QStringList keptNames() const;
    [[nodiscard]] QFuture<Result<void>> keepSecret(const QString &name, const QByteArray &value);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const OpenCollection *collectionOf(const QString &path) const;
    [[nodiscard]] QStringList usedNames() const;
    void listEnvironments();
    void readSecrets();
    void gather();
    void setKept(const QString &name, const QByteArray &value);
    void capture(const RunRecord &record, const QByteArray &rawBody);
    [[nodiscard]] const storage::CollectionEnvironment *environment(const OpenCollection **owner) const;

    Parts m_parts;
    QList<storage::SecretValue> m_secrets; // of the chosen environment
    QString m_secretsOf; // its name
    QHash<QString, QByteArray> m_kept; // the person's own
    quint64 m_newest = 0;
    QString m_path; // of the request that the names are for
    QHash<QString, QList<runner::Binding>> m_captured; // by the collection's folder
};

// What a collection's environment is called beside others: "ci · Issues".
[[nodiscard]] QString environmentTitle(const QString &collection, const QString &environment);

} // namespace actionscope::workspace
