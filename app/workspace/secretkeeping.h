// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exchange/imported.h"
#include "app/storage/environment.h"

#include <QObject>

namespace actionscope::workspace {

class VariableKeeper;
class Workspace;

// Keeps the secrets that stood in an imported text, where a person wishes it: the API key as that of an environment at the
// text's address, everything else under a name that requests refer to as {{name}}. Ends once; belongs to one import.
class SecretKeeping final : public QObject
{
    Q_OBJECT

public:
    SecretKeeping(Workspace *workspace, VariableKeeper *variables, QObject *parent = nullptr);

    void start(const QList<exchange::ImportedSecret> &secrets, const QList<exchange::ImportedDraft> &drafts);

Q_SIGNALS:
    // The drafts refer to what is kept. `told` says what was kept and where, `troubles` what could not be.
    void finished(const QList<actionscope::exchange::ImportedDraft> &drafts, const QStringList &told, const QStringList &troubles);

private:
    void next();
    void keepKey(const exchange::ImportedSecret &secret, const QString &baseUrl);
    void writeKey(const storage::Environment &environment, const QByteArray &key);
    void keepVariable(const exchange::ImportedSecret &secret);
    [[nodiscard]] storage::Environment newEnvironment(const QUrl &url) const;

    Workspace *m_workspace;
    VariableKeeper *m_variables;
    QList<exchange::ImportedSecret> m_left;
    QList<exchange::ImportedDraft> m_drafts;
    QStringList m_told;
    QStringList m_troubles;
};

// The draft with {{name}} where the placeholder of a secret stood.
[[nodiscard]] exchange::ImportedDraft referring(exchange::ImportedDraft draft, const QByteArray &secret, const QString &name);

} // namespace actionscope::workspace
