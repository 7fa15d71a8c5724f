// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/actions/manifest.h"

#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace actionscope::sandbox {

// The *.json of a folder as manifests, read again when one of them changes. A file that cannot be used keeps what it
// said when it last could; it is named once for each state it is in.
class ActionFolder final : public QObject
{
    Q_OBJECT

public:
    // ":/sandbox/apps" for the built-in ones.
    explicit ActionFolder(const QString &folder, QObject *parent = nullptr);

    bool read(); // all there is now; true when that is not what it was
    void watch(); // changed() is emitted from now on
    // In the order of the files' names.
    [[nodiscard]] std::vector<std::shared_ptr<const Manifest>> manifests() const;

Q_SIGNALS:
    void changed();
    void refused(const actionscope::Error &error);

private:
    struct File
    {
        QByteArray bytes; // as last read
        std::shared_ptr<const Manifest> manifest; // as last good; null if it never was
    };
    [[nodiscard]] bool readFileAgain(const QString &path);
    void readAgain();

    QString m_folder;
    QMap<QString, File> m_files; // by path
    QFileSystemWatcher m_watcher;
    QTimer m_settled; // editors write in several strokes
};

} // namespace actionscope::sandbox
