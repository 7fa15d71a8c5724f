// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/catalogoptions.h"
#include "app/cli/catalogsession.h"
#include "app/cli/exitcode.h"

namespace actionscope::catalog {
class ActionRead;
}

namespace actionscope::cli {

// One action with its schemas: what is kept of it while that is new enough, else what the service says.
class ActionLookup final : public QObject
{
    Q_OBJECT

public:
    // `version` empty: the one that is listed, or that the service takes by itself.
    ActionLookup(CatalogSession *session, CatalogOptions::Asking asking, const QString &actionId,
        const QString &version, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    // Exactly one of the three, unless the session fails. `trouble` is why the service could not be asked, with the code
    // that says so; what was kept is there all the same.
    void found(const actionscope::api::ActionInfo &action, const actionscope::Error &trouble,
        actionscope::cli::ExitCode code);
    void failed(const actionscope::Error &error, actionscope::cli::ExitCode code);
    // The service knows no such action.
    void unknown();

private:
    void takeKept(const std::optional<api::ActionInfo> &kept);
    void ask();
    void takeAnswer(const Result<api::ActionInfo> &action, int refusedStatus);

    CatalogSession *m_session;
    CatalogOptions::Asking m_asking;
    api::ActionInfo m_listed; // as the catalogue lists it; only an id where it does not
    bool m_isListed = false;
    QString m_version;
    std::optional<api::ActionInfo> m_kept;
};

} // namespace actionscope::cli
