// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"

#include <QObject>

namespace actionscope::workspace {

class Collections;
class Workspace;

// An environment that was named before the collections are read, one of which may bring it: chosen as soon as it is there.
// A choice that somebody makes meanwhile is respected.
class EnvironmentWish final : public QObject
{
    Q_OBJECT

public:
    // `name` as the window shows it, or a collection's environment without the collection where only one has it.
    EnvironmentWish(const QString &name, Workspace *workspace, Collections *collections, QObject *parent = nullptr);

    // From now on no further collections are asked for: where all are read and it is not there, it will not come.
    void expectNoMore();

Q_SIGNALS:
    void failed(const actionscope::Error &error);

private:
    void attempt();
    void conclude();
    void end();
    [[nodiscard]] QStringList matches() const;
    [[nodiscard]] Error trouble() const;

    QString m_name;
    Workspace *m_workspace;
    Collections *m_collections;
    bool m_isChoosing = false; // the choice is ours
    bool m_expectsMore = true;
    bool m_isOver = false;
};

} // namespace actionscope::workspace
