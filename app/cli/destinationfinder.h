// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commonoptions.h"
#include "app/executor/executionrun.h"
#include "app/storage/environment.h"

#include <QObject>

namespace actionscope::sandbox {
struct SandboxAddress;
}

namespace actionscope::cli {

// From options, settings, environment variables and keychain to one address and one key. Starts the embedded sandbox
// where that is the destination; it lives as long as this object.
class DestinationFinder final : public QObject
{
    Q_OBJECT

public:
    explicit DestinationFinder(const CommonOptions &options, QObject *parent = nullptr);

    // Takes the place of what the settings know: an environment of a collection. Options still change its address and
    // version.
    void use(const storage::Environment &environment) { m_given = environment; }

    // As --api-key-file would.
    void setApiKey(const QByteArray &key) { m_options.apiKey = key; }

    // Name, address and version, without key and without starting anything.
    [[nodiscard]] Result<storage::Environment> environment();

    // What was wrong with the settings file when environment() looked there first, or empty.
    [[nodiscard]] QString settingsTrouble() const { return m_settingsTrouble; }

    // found() or failed() follows, exactly once.
    void find();

Q_SIGNALS:
    void found(const actionscope::storage::Environment &environment,
        const actionscope::executor::Destination &destination);
    void failed(const actionscope::Error &error);

private:
    void startSandbox(const storage::Environment &environment);
    void findKey(const storage::Environment &environment, const QUrl &url);
    void askKeychain(const storage::Environment &environment, const QUrl &url);

    CommonOptions m_options;
    std::optional<storage::Environment> m_given;
    QString m_settingsTrouble;
};

} // namespace actionscope::cli
