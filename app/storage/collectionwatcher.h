// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace actionscope::storage {

// Tells when files of a collection changed, whoever changed them: once for a whole `git pull`, when it has been quiet
// for a moment.
class CollectionWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit CollectionWatcher(QObject *parent = nullptr);

    // Replaces what is watched. What is not there is passed over.
    void watch(const QStringList &folders, const QStringList &files);

Q_SIGNALS:
    void changed();

private:
    void restore();

    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
    QTimer m_longest; // a disk that never rests is looked at, too
    QSet<QString> m_wanted;
};

} // namespace actionscope::storage
