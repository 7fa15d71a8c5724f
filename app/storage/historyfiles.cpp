// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historyfiles.h"

#include "app/base/logging.h"
#include "app/base/tr.h"
#include "app/storage/entryredaction.h"
#include "app/storage/historysegment.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

namespace actionscope::storage {

namespace {

constexpr int lockTimeoutMilliseconds = 30'000;
// A program killed while it makes the lock leaves an empty file, and only its age tells that nobody holds it. The
// lock of a program that lives is safe at any age: the system keeps it as well.
constexpr int staleLockMilliseconds = 3'000;

qint64 totalSize(const QFileInfoList &files)
{
    qint64 size = 0;
    for (const QFileInfo &file : files)
        size += file.size();
    return size;
}

HistoryEntry withoutLargeBody(HistoryEntry entry, qint64 largest)
{
    QByteArray &body = entry.exchange.answer.body;
    if (body.size() > largest) {
        entry.bodyLeftOut = body.size();
        body.clear();
    }
    return entry;
}

} // namespace

HistoryFiles::HistoryFiles(const QString &folder, Clock clock, qint64 largestKeptBody)
    : m_folder(folder)
    , m_clock(std::move(clock))
    , m_largestBody(largestKeptBody)
{
}

Result<HistoryEntry> HistoryFiles::append(const HistoryEntry &entry)
{
    const HistoryEntry harmless = withoutSecrets(withoutLargeBody(entry, m_largestBody));
    if (const Result<void> made = makeFolder(); !made)
        return Failure(made.error());
    QLockFile lock(lockPath());
    if (const Result<void> taken = take(lock); !taken)
        return Failure(taken.error());
    const Result<int> number = segmentFor(harmless);
    if (!number)
        return Failure(number.error());
    return HistorySegment(m_folder, *number).add(harmless, m_clock());
}

Result<QList<HistorySummary>> HistoryFiles::list(int limit)
{
    const QFileInfo folder(m_folder);
    if (folder.exists() && !(folder.isDir() && folder.isReadable())) {
        return failure(
            ErrorCode::Unreadable, Tr::tr("The history folder %1 cannot be read.").arg(m_folder));
    }
    QList<int> numbers = segmentNumbers();
    std::reverse(numbers.begin(), numbers.end());
    QList<HistorySummary> result;
    for (const int number : std::as_const(numbers)) {
        if (result.size() >= limit)
            break;
        HistorySegment segment(m_folder, number);
        result += segment.summaries();
        if (segment.isDamaged()) {
            m_damaged.insert(number);
            qCWarning(logStorage) << "damaged history segment" << HistorySegment::pathOf(m_folder, number);
        }
    }
    return result.mid(0, std::max(0, limit));
}

Result<QString> HistoryFiles::idOf(const QString &word)
{
    if (word != QLatin1String("last"))
        return word;
    const auto newest = list(1);
    if (!newest)
        return Failure(newest.error());
    if (newest->isEmpty())
        return failure(ErrorCode::NotFound, Tr::tr("The history is empty."));
    return newest->first().id;
}

Result<HistoryEntry> HistoryFiles::load(const QString &id)
{
    const auto place = HistoryId::parse(id);
    if (!place)
        return failure(ErrorCode::NotFound, Tr::tr("“%1” is not the id of a run in the history.").arg(id));
    return HistorySegment(m_folder, place->segment).load(id);
}

Result<void> HistoryFiles::remove(const QString &id)
{
    const auto place = HistoryId::parse(id);
    if (!place || !QFileInfo::exists(HistorySegment::pathOf(m_folder, place->segment)))
        return failure(ErrorCode::NotFound, Tr::tr("The history has no run with the id %1.").arg(id));
    QLockFile lock(lockPath());
    if (const Result<void> taken = take(lock); !taken)
        return taken;
    if (const Result<void> removed = HistorySegment(m_folder, place->segment).remove(id); !removed)
        return removed;
    // Another program notices a changed segment by its size and time. A segment that shrank could grow to the
    // old size again within one tick of the clock, so nothing is ever added to one that lost an entry.
    findNewest();
    if (m_newest != place->segment)
        return {};
    const Result<int> next = beginSegment(m_newest + 1);
    return next ? Result<void>() : Failure(next.error());
}

Result<void> HistoryFiles::prune(qint64 keepBytes)
{
    QDir folder(m_folder);
    if (!folder.exists())
        return {};
    QLockFile lock(lockPath());
    if (const Result<void> taken = take(lock); !taken)
        return taken;
    const QList<int> numbers = segmentNumbers();
    qint64 size = totalSize(folder.entryInfoList(QDir::Files));
    for (const int number : numbers) {
        if (size <= keepBytes || number == numbers.last())
            break;
        // The segment first: a body that nobody mentions does no harm, a mention without its body does.
        const QString six = QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0'));
        QFileInfoList files {QFileInfo(HistorySegment::pathOf(m_folder, number))};
        files += folder.entryInfoList({QStringLiteral("*-%1-*.body").arg(six)}, QDir::Files);
        for (const QFileInfo &file : std::as_const(files)) {
            const qint64 freed = file.size();
            if (!QFile::remove(file.filePath())) {
                return failure(ErrorCode::Unwritable,
                    Tr::tr("The history file %1 could not be removed.").arg(file.filePath()));
            }
            size -= freed;
        }
    }
    return {};
}

QString HistoryFiles::lockPath() const
{
    return m_folder + QStringLiteral("/history.lock");
}

Result<void> HistoryFiles::makeFolder() const
{
    if (QFileInfo(m_folder).isDir())
        return {};
    const QFileInfo folder(m_folder);
    const bool made = QDir().mkpath(folder.absolutePath())
        && (QDir().mkdir(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner)
            || QFileInfo(m_folder).isDir());
    if (!made) {
        return failure(ErrorCode::Unwritable, Tr::tr("The history folder %1 could not be created.").arg(m_folder), {},
            Tr::tr("Check that its parent folder may be written to, or choose another one with --config."));
    }
    return {};
}

Result<void> HistoryFiles::take(QLockFile &lock) const
{
    lock.setStaleLockTime(staleLockMilliseconds);
    if (lock.tryLock(lockTimeoutMilliseconds))
        return {};
    if (lock.error() == QLockFile::LockFailedError) {
        return failure(ErrorCode::Unavailable,
            Tr::tr("The history is locked by another program: the lock file is %1.").arg(lock.fileName()));
    }
    return failure(ErrorCode::Unwritable, Tr::tr("The history folder %1 cannot be written to.").arg(m_folder));
}

Result<int> HistoryFiles::segmentFor(const HistoryEntry &entry)
{
    findNewest();
    if (m_newest > 0 && !m_damaged.contains(m_newest)) {
        const HistorySegment segment(m_folder, m_newest);
        const bool hasRoom = segment.size() == 0 || segment.size() + HistorySegment::inlineSizeOf(entry) <= segmentSize;
        if (hasRoom && !segment.isDamaged())
            return m_newest;
    }
    return beginSegment(m_newest + 1);
}

Result<int> HistoryFiles::beginSegment(int number)
{
    // What a program that was killed while writing left behind. Nobody else writes now: we hold the lock.
    QDir folder(m_folder);
    const QStringList leftovers = folder.entryList(
        {QStringLiteral("segment-*.ini.*"), QStringLiteral("*.body.*")}, QDir::Files);
    for (const QString &name : leftovers)
        folder.remove(name);

    if (const Result<void> created = HistorySegment::create(m_folder, number); !created)
        return Failure(created.error());
    m_newest = number;
    return number;
}

void HistoryFiles::findNewest()
{
    if (m_newest == 0 || !QFileInfo::exists(HistorySegment::pathOf(m_folder, m_newest))) {
        const QList<int> numbers = segmentNumbers();
        m_newest = numbers.isEmpty() ? 0 : numbers.last();
        return;
    }
    while (QFileInfo::exists(HistorySegment::pathOf(m_folder, m_newest + 1)))
        ++m_newest;
}

QList<int> HistoryFiles::segmentNumbers() const
{
    constexpr qsizetype prefix = 8; // "segment-"
    constexpr qsizetype suffix = 4; // ".ini"
    QList<int> numbers;
    const QStringList names = QDir(m_folder).entryList(
        {QStringLiteral("segment-*.ini")}, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    for (const QString &name : names) {
        bool isNumber = false;
        const int number = QStringView(name).sliced(prefix).chopped(suffix).toInt(&isNumber);
        if (isNumber && number > 0)
            numbers.append(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace actionscope::storage
