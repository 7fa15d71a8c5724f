// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/actionfolder.h"

#include "app/base/atomicfile.h"

#include <QDir>

namespace actionscope::sandbox {

namespace {

constexpr std::chrono::milliseconds settlingTime {150};

} // namespace

ActionFolder::ActionFolder(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(settlingTime);
    connect(&m_settled, &QTimer::timeout, this, &ActionFolder::readAgain);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settled.start(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settled.start(); });
}

void ActionFolder::watch()
{
    QStringList paths = m_files.keys();
    paths.append(m_folder);
    // A file that is replaced rather than written to drops out of the watcher.
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : watched)
        paths.removeAll(path);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

std::vector<std::shared_ptr<const Manifest>> ActionFolder::manifests() const
{
    std::vector<std::shared_ptr<const Manifest>> good;
    for (const File &file : m_files) {
        if (file.manifest)
            good.push_back(file.manifest);
    }
    return good;
}

// True when its actions are not what they were.
bool ActionFolder::readFileAgain(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        Q_EMIT refused(bytes.error());
        return false;
    }
    const bool isNew = !m_files.contains(path);
    File &file = m_files[path];
    if (!isNew && file.bytes == *bytes)
        return false;
    file.bytes = *bytes;
    auto manifest = parseManifest(*bytes, QDir::toNativeSeparators(path));
    if (!manifest) {
        Q_EMIT refused(manifest.error());
        return false;
    }
    file.manifest = std::make_shared<const Manifest>(std::move(*manifest));
    return true;
}

bool ActionFolder::read()
{
    const QDir directory(m_folder);
    const QStringList names
        = directory.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    bool isOther = false;
    for (const QString &path : m_files.keys()) {
        if (!names.contains(QFileInfo(path).fileName())) {
            isOther = isOther || m_files.value(path).manifest;
            m_files.remove(path);
        }
    }
    for (const QString &name : names)
        isOther = readFileAgain(directory.filePath(name)) || isOther;
    return isOther;
}

void ActionFolder::readAgain()
{
    const bool isOther = read();
    watch();
    if (isOther)
        Q_EMIT changed();
}

} // namespace actionscope::sandbox
