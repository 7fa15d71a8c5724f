// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/historysegment.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace actionscope::storage {

namespace {

constexpr int formatVersion = 1;
const QString versionKey = QStringLiteral("History/version");
const QString nextKey = QStringLiteral("History/next");
const QString indexGroup = QStringLiteral("Index");
const QString digestKey = QStringLiteral("digest");
// Where in the body file a field lies: offset and size.
const QString placeSuffix = QStringLiteral(".at");

QString runGroup(const QString &id)
{
    return QStringLiteral("Run-") + id;
}

QString indexKey(const QString &id)
{
    return indexGroup + QLatin1Char('/') + id;
}

bool isLarge(const QVariant &value)
{
    const int type = value.metaType().id();
    const bool isList = type == QMetaType::QStringList || type == QMetaType::QVariantList;
    return !isList && bytesOf(value).size() > HistorySegment::largestInlineBody;
}

// Moves what is large out of the fields and leaves its place behind. Returns the bytes of the body file.
QByteArray takeLargeFields(HistoryFields &fields)
{
    QByteArray large;
    const QStringList names = fields.keys();
    for (const QString &name : names) {
        if (!isLarge(fields.value(name)))
            continue;
        const QByteArray bytes = bytesOf(fields.value(name));
        fields.insert(name + placeSuffix, QStringList {QString::number(large.size()), QString::number(bytes.size())});
        fields.remove(name);
        large += bytes;
    }
    return large;
}

Failure damaged(const QString &path, const QString &reason)
{
    return failure(ErrorCode::Unreadable,
        Tr::tr("The run cannot be read from the history: the file %1 %2.").arg(path, reason), {},
        Tr::tr("The other runs are not affected. Restore the file from a backup, or remove the run from the history."));
}

Failure unknownRun(const QString &id)
{
    return failure(ErrorCode::NotFound, Tr::tr("The history has no run with the id %1.").arg(id));
}

} // namespace

QString HistoryId::make(const QDateTime &time, int segment, int position)
{
    return QStringLiteral("%1-%2-%3")
        .arg(time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz")))
        .arg(segment, 6, 10, QLatin1Char('0'))
        .arg(position, 4, 10, QLatin1Char('0'));
}

std::optional<HistoryId> HistoryId::parse(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{8}T[0-9]{9}-([0-9]{6,9})-([0-9]{4,9})\\z"));
    const QRegularExpressionMatch match = form.match(id);
    if (!match.hasMatch())
        return {};
    return HistoryId {match.capturedView(1).toInt(), match.capturedView(2).toInt()};
}

HistorySegment::HistorySegment(const QString &folder, int number)
    : m_folder(folder)
    , m_number(number)
    , m_settings(pathOf(folder, number))
{
}

QString HistorySegment::pathOf(const QString &folder, int number)
{
    return folder + QStringLiteral("/segment-%1.ini").arg(number, 6, 10, QLatin1Char('0'));
}

QString HistorySegment::bodyPathOf(const QString &folder, const QString &id)
{
    return folder + QLatin1Char('/') + id + QStringLiteral(".body");
}

Result<void> HistorySegment::create(const QString &folder, int number)
{
    QFile file(pathOf(folder, number));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("The history file %1 could not be created: %2.").arg(file.fileName(), file.errorString()));
    }
    return {};
}

qint64 HistorySegment::inlineSizeOf(const HistoryEntry &entry)
{
    qint64 size = 0;
    const HistoryFields fields = fieldsOf(entry);
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        size += field.key().size() + (isLarge(*field) ? 0 : bytesOf(*field).size());
    return size;
}

qint64 HistorySegment::size() const
{
    return QFileInfo(m_settings.fileName()).size();
}

bool HistorySegment::isDamaged() const
{
    const QFileInfo file(m_settings.fileName());
    if (!file.isFile() || m_settings.status() != QSettings::NoError)
        return true;
    return file.size() > 0 && (m_settings.value(versionKey).toInt() != formatVersion || !m_settings.isWhole());
}

bool HistorySegment::save()
{
    // QSettings' own lock, left by a program that was killed. Nobody else can be writing.
    QFile::remove(m_settings.fileName() + QStringLiteral(".lock"));
    return m_settings.save();
}

Result<HistoryEntry> HistorySegment::add(const HistoryEntry &entry, const QDateTime &time)
{
    const int position = m_settings.value(nextKey, 1).toInt();
    HistoryEntry stored = entry;
    stored.id = HistoryId::make(time, m_number, position);

    HistoryFields fields = fieldsOf(stored);
    const QByteArray digest = digestOf(fields);
    const QByteArray large = takeLargeFields(fields);
    const QString bodyPath = bodyPathOf(m_folder, stored.id);
    if (!large.isEmpty()) {
        // Before the segment mentions it, so that no entry ever points at nothing.
        if (const Result<void> written = writeFileAtomically(bodyPath, large); !written)
            return Failure(written.error());
    }
    m_settings.setValue(versionKey, formatVersion);
    m_settings.setValue(nextKey, position + 1);
    write(stored.id, fields, digest, summaryOf(stored));
    if (!save()) {
        // QSettings would keep the entry in memory and write it with the next one, after it was reported lost.
        m_settings.remove(runGroup(stored.id));
        m_settings.remove(indexKey(stored.id));
        (void)save();
        QFile::remove(bodyPath);
        return failure(ErrorCode::Unwritable,
            Tr::tr("The run could not be written to the history file %1.").arg(m_settings.fileName()), {},
            Tr::tr("Check that the disk has room and that the folder may be written to."));
    }
    return stored;
}

void HistorySegment::write(
    const QString &id, const HistoryFields &fields, const QByteArray &digest, const HistorySummary &summary)
{
    m_settings.beginGroup(runGroup(id));
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        m_settings.setValue(field.key(), *field);
    m_settings.setValue(digestKey, QString::fromLatin1(digest));
    m_settings.endGroup();
    m_settings.setValue(indexKey(id), wordsOf(summary));
}

QList<HistorySummary> HistorySegment::summaries()
{
    QList<HistorySummary> result;
    m_settings.beginGroup(indexGroup);
    QStringList ids = m_settings.childKeys();
    std::sort(ids.begin(), ids.end(), std::greater<>());
    for (const QString &id : std::as_const(ids)) {
        const auto place = HistoryId::parse(id);
        const auto summary = summaryFromWords(id, m_settings.value(id).toStringList());
        if (place && place->segment == m_number && summary)
            result.append(*summary);
    }
    m_settings.endGroup();
    return result;
}

Result<HistoryEntry> HistorySegment::load(const QString &id)
{
    Result<HistoryFields> fields = read(id);
    if (!fields)
        return Failure(fields.error());
    const QString digest = fields->take(digestKey).toString();
    if (digest.toLatin1() != digestOf(*fields))
        return damaged(m_settings.fileName(), Tr::tr("is damaged where the run stands"));
    HistoryEntry entry = entryFromFields(*fields);
    entry.id = id;
    return entry;
}

Result<HistoryFields> HistorySegment::read(const QString &id)
{
    HistoryFields fields;
    m_settings.beginGroup(runGroup(id));
    const QStringList names = m_settings.childKeys();
    for (const QString &name : names)
        fields.insert(name, m_settings.value(name));
    m_settings.endGroup();
    if (fields.isEmpty()) {
        if (!QFileInfo::exists(m_settings.fileName()) || (!isDamaged() && !m_settings.contains(indexKey(id))))
            return unknownRun(id);
        return damaged(m_settings.fileName(), Tr::tr("is damaged"));
    }
    std::optional<Result<QByteArray>> large;
    for (const QString &name : names) {
        if (!name.endsWith(placeSuffix))
            continue;
        const QString bodyPath = bodyPathOf(m_folder, id);
        if (!large)
            large = readFile(bodyPath);
        if (!*large)
            return damaged(bodyPath, Tr::tr("is missing or cannot be read"));
        const QStringList place = fields.take(name).toStringList();
        const qint64 offset = place.value(0).toLongLong();
        const qint64 size = place.value(1).toLongLong();
        if (offset < 0 || size < 0 || offset > (*large)->size() - size)
            return damaged(bodyPath, Tr::tr("is shorter than it was"));
        fields.insert(name.chopped(placeSuffix.size()), (*large)->mid(offset, size));
    }
    return fields;
}

Result<void> HistorySegment::remove(const QString &id)
{
    const QString group = runGroup(id);
    m_settings.beginGroup(group);
    const bool hasRun = !m_settings.childKeys().isEmpty();
    m_settings.endGroup();
    if (!hasRun && !m_settings.contains(indexKey(id)))
        return unknownRun(id);
    m_settings.remove(group);
    m_settings.remove(indexKey(id));
    if (!save()) {
        return failure(ErrorCode::Unwritable,
            Tr::tr("The run could not be removed from the history file %1.").arg(m_settings.fileName()));
    }
    QFile::remove(bodyPathOf(m_folder, id));
    return {};
}

} // namespace actionscope::storage
