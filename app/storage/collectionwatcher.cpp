// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/collectionwatcher.h"

#include <QFileInfo>

namespace actionscope::storage {

namespace {

constexpr int quietFor = 150; // milliseconds
constexpr int longestWait = 2000;

} // namespace

CollectionWatcher::CollectionWatcher(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietFor);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestWait);
    const auto note = [this] {
        m_quiet.start();
        if (!m_longest.isActive())
            m_longest.start();
    };
    const auto tell = [this] {
        m_quiet.stop();
        m_longest.stop();
        restore();
        Q_EMIT changed();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, note);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, note);
    connect(&m_quiet, &QTimer::timeout, this, tell);
    connect(&m_longest, &QTimer::timeout, this, tell);
}

void CollectionWatcher::watch(const QStringList &folders, const QStringList &files)
{
    QSet<QString> wanted(folders.cbegin(), folders.cend());
    for (const QString &file : files)
        wanted.insert(file);
    const QSet<QString> gone = m_wanted - wanted;
    if (!gone.isEmpty())
        m_watcher.removePaths(gone.values());
    m_wanted = wanted;
    restore();
}

// A file that another takes the place of, as editors and git do it, is watched no more until it is asked for again.
void CollectionWatcher::restore()
{
    QSet<QString> missing = m_wanted;
    for (const QString &path : m_watcher.files() + m_watcher.directories())
        missing.remove(path);
    QStringList paths;
    for (const QString &path : missing) {
        if (QFileInfo::exists(path))
            paths.append(path);
    }
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

} // namespace actionscope::storage
