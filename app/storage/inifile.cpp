// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/inifile.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QThread>

#include <filesystem>
#include <system_error>

namespace actionscope::storage {

namespace {

// A file that ends with it is whole. QSettings writes new groups by the order of their names, so this one's sorts last.
const QString lastGroup = QStringLiteral("zEnd");
const QString lastKey = QStringLiteral("zEnd/end");
constexpr char endLine[] = "end=yes\n";

} // namespace

IniFile::IniFile(const QString &path)
    : QSettings(path, QSettings::IniFormat)
{
    setFallbacksEnabled(false);
}

// What is still waiting to be written goes the safe way as well.
IniFile::~IniFile()
{
    if (thread() == QThread::currentThread())
        QCoreApplication::sendPostedEvents(this, QEvent::UpdateRequest);
}

// The old file is held by a second name until the new one is seen to be whole.
bool IniFile::save()
{
    namespace fs = std::filesystem;
    const fs::path current = QFile::encodeName(fileName()).toStdString();
    const fs::path before = current.string() + ".before";
    std::error_code ignored; // a file system without hard links goes without this safety
    const bool isNew = !fs::exists(current, ignored);
    fs::remove(before, ignored);
    fs::create_hard_link(current, before, ignored);

    remove(lastGroup);
    setValue(lastKey, QStringLiteral("yes"));
    QEvent update(QEvent::UpdateRequest);
    QSettings::event(&update);
    QCoreApplication::removePostedEvents(this, QEvent::UpdateRequest);
    const bool isWritten = status() == QSettings::NoError && isWhole();
    if (!isWritten && isNew)
        fs::remove(current, ignored);
    else if (!isWritten)
        fs::rename(before, current, ignored);
    fs::remove(before, ignored);
    return isWritten;
}

bool IniFile::isWhole() const
{
    constexpr qint64 size = sizeof endLine - 1;
    QFile file(fileName());
    return file.open(QIODevice::ReadOnly) && file.size() >= size && file.seek(file.size() - size)
        && file.read(size) == endLine;
}

// QSettings writes by itself when the event loop comes round.
bool IniFile::event(QEvent *event)
{
    if (event->type() != QEvent::UpdateRequest)
        return QSettings::event(event);
    (void)save();
    return true;
}

} // namespace actionscope::storage
