// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/redaction.h"
#include "app/cli/destinationfinder.h"
#include "app/cli/runoptions.h"
#include "app/runner/requestsource.h"
#include "app/runner/variables.h"

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
    [[nodiscard]] QString settingsTrouble() const { return m_finder->settingsTrouble(); }

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
    [[nodiscard]] const storage::CollectionEnvironment *chosen(const QString &name) const;
    [[nodiscard]] Result<void> useCollectionEnvironment(const storage::CollectionEnvironment &environment);
    void gatherVariables();
    void readNextSecret();
    void keepSecret(const QString &name, const QByteArray &value, const QString &source);
    void findDestination();

    RunOptions m_options;
    const runner::RunSources &m_sources;
    DestinationFinder *m_finder = nullptr;
    QList<runner::Variables> m_variables;
    Redactor m_redactor;
    QString m_environmentName; // of the collections' environments that take part
    QStringList m_secretsLeft; // names
};

// Under which name the keychain holds a secret variable of an environment.
[[nodiscard]] QString keychainName(const QString &environment, const QString &variable);

} // namespace actionscope::cli
