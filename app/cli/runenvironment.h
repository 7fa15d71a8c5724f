// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/runoptions.h"
#include "app/runner/requestsource.h"
#include "app/runner/variables.h"
#include "app/storage/collectionsecrets.h"

namespace actionscope::cli {

// Where a run goes, with which key and which variables: from the environment of a collection, or of the settings.
// Secrets come from ACTIONSCOPE_SECRET_NAME, else from the keychain.
class RunEnvironment final : public QObject
{
    Q_OBJECT

public:
    RunEnvironment(const RunOptions &options, const runner::RunSources &sources, QObject *parent = nullptr);

    // Without secrets, key, or starting anything.
    [[nodiscard]] Result<storage::Environment> environment();
    [[nodiscard]] QString settingsTrouble() const { return m_finder ? m_finder->settingsTrouble() : QString(); }

    // After environment(): ready() or failed() follows, exactly once.
    void find();

    // By collection; whole when ready.
    [[nodiscard]] QList<runner::Variables> variables() const { return m_variables; }
    [[nodiscard]] Redactor redactor() const { return m_redactor; }

Q_SIGNALS:
    void ready(const actionscope::storage::Environment &environment,
        const actionscope::executor::Destination &destination);
    void failed(const actionscope::Error &error);

private:
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] Result<void> useCollectionEnvironment(const storage::CollectionEnvironment &environment);
    [[nodiscard]] runner::Variables variablesOf(int collection, const QList<storage::SecretValue> &secrets) const;
    void readSecretsOf(int collection);
    void takeSecrets(int collection, const QList<storage::SecretValue> &secrets);
    void findDestination();

    RunOptions m_options;
    const runner::RunSources &m_sources;
    DestinationFinder *m_finder = nullptr;
    QList<runner::Variables> m_variables;
    Redactor m_redactor;
    QString m_name; // of the collections' environments that take part
    storage::SecretStore *m_store = nullptr;
};

} // namespace actionscope::cli
