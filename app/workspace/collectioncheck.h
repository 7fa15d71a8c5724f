// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/runner/doctor/checkreport.h"
#include "app/runner/doctor/migration.h"
#include "app/workspace/preparedrun.h"

#include <QObject>

namespace actionscope::workspace {

class CatalogKeeper;
class Workspace;

// Something that is wrong with a saved request, as a person looks at it.
struct CheckedFinding
{
    runner::Finding finding;
    QString file; // absolute: of the request; empty where the finding is about something else
    QString collection = {}; // its folder, where that something is the collection's
    QByteArray migrated = {}; // the file as it would be, brought to the schema of today; empty where nothing is offered
    QStringList steps = {}; // what that changes, as sentences

    bool operator==(const CheckedFinding &) const = default;
};

struct CheckedCollection
{
    QString title;
    qsizetype requests = 0;
    QList<CheckedFinding> findings;
    QString note; // why actions and schemas were not looked at, where that is so
    runner::CheckRecord record = {}; // the same for a report
};

// Examines saved requests without sending one. Asks the service only for the actions they use. Looks for the person's own
// secrets in the files, and keeps none of them. Ends once.
class CollectionCheck final : public QObject
{
    Q_OBJECT

public:
    CollectionCheck(Workspace *workspace, CatalogKeeper *catalog, QObject *parent = nullptr);

    void start(const QStringList &paths);

Q_SIGNALS:
    void failed(const actionscope::Error &error);
    void finished(const actionscope::workspace::CheckedCollection &checked);

private:
    void askForActions();
    void settle(const QString &id);
    void gatherKnowledge();
    void readSecretsOf(int collection);
    void findKey();
    void examine();

    Workspace *m_workspace;
    CatalogKeeper *m_catalog;
    PreparedRun m_prepared;
    storage::Environment m_environment;
    runner::Knowledge m_knowledge;
    QSet<QString> m_awaited; // ids, in lower case
    QString m_note;
    bool m_isOver = false;
};

} // namespace actionscope::workspace
