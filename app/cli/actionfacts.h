// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/actioninfo.h"
#include "app/cli/commonoptions.h"
#include "app/executor/executionrun.h"
#include "app/storage/environment.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace actionscope::executor {
class Executor;
}

namespace actionscope::cli {

// What the service says of some actions, with their schemas: from the catalogue that is kept on disk where it knows
// them, else asked one after the other.
class ActionFacts final : public QObject
{
    Q_OBJECT

public:
    ActionFacts(const CommonOptions &options, const storage::Environment &environment,
        const executor::Destination &destination, const QStringList &actionIds, QObject *parent = nullptr);

    void start();

    // After finished(). An action that could not be described is left out of both where nobody knows why.
    [[nodiscard]] const QHash<QString, api::ActionInfo> &known() const { return m_known; }
    [[nodiscard]] const QStringList &missing() const { return m_missing; } // the service does not have them
    [[nodiscard]] const QHash<QString, QString> &refusals() const { return m_refusals; } // of those, its own words
    [[nodiscard]] const QList<Error> &troubles() const { return m_troubles; }

Q_SIGNALS:
    void finished();

private:
    void readKept();
    void readNext();

    CommonOptions m_options;
    storage::Environment m_environment;
    executor::Destination m_destination;
    QStringList m_left;
    executor::Executor *m_executor;
    QHash<QString, api::ActionInfo> m_known;
    QStringList m_missing;
    QHash<QString, QString> m_refusals;
    QList<Error> m_troubles;
};

} // namespace actionscope::cli
