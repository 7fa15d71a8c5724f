// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

// The repository as the fences read it. Paths are relative to its top.
namespace actionscope::fences {

inline QString absolutePath(const QString &path)
{
    return QStringLiteral(ACTIONSCOPE_SOURCE_DIR "/") + path;
}

inline QString contentOf(const QString &path)
{
    QFile file(absolutePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Every file below `folder` whose name fits one of the patterns, in order.
inline QStringList filesBelow(const QString &folder, const QStringList &patterns)
{
    const QString top = absolutePath(folder);
    QStringList files;
    QDirIterator walk(top, patterns, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = QDir(QStringLiteral(ACTIONSCOPE_SOURCE_DIR)).relativeFilePath(walk.next());
        if (!path.contains(QLatin1String("node_modules/")))
            files.append(path);
    }
    files.sort();
    return files;
}

inline QStringList shippedSources()
{
    const QStringList patterns {QStringLiteral("*.h"), QStringLiteral("*.cpp")};
    return filesBelow(QStringLiteral("app"), patterns) + filesBelow(QStringLiteral("ui"), patterns);
}

// The text without comments and without what stands in quotes; line numbers stay.
inline QString codeOf(const QString &path)
{
    static const QRegularExpression quotesOrComments(
        QStringLiteral("\"(?:\\\\.|[^\"\\\\\\n])*\"|(?<![0-9])'(?:\\\\.|[^'\\\\\\n])*'|//[^\\n]*"));
    return contentOf(path).replace(quotesOrComments, QStringLiteral("\"\""));
}

} // namespace actionscope::fences
