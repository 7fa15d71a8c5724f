// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/datarows.h"

#include "app/base/atomicfile.h"
#include "app/base/tr.h"
#include "app/json/writer.h"
#include "app/runner/csvreader.h"

#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

namespace actionscope::runner {

namespace {

QString placed(const QString &name, qsizetype line, const QString &why)
{
    return Tr::tr("%1, line %2: %3.").arg(name, QString::number(line), why);
}

Failure refused(const QString &name, qsizetype line, const QString &why)
{
    return failure(ErrorCode::InvalidInput, placed(name, line, why));
}

// Semicolons where the titles hold some and no comma.
char separatorOf(const QByteArray &bytes)
{
    CsvReader reader(bytes, ',');
    QByteArrayList titles;
    return reader.next(titles) && titles.size() == 1 && titles.first().contains(';') ? ';' : ',';
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

// The titles, each once; those that end in ":json" say so in `isJson`.
Result<QStringList> titlesOf(const QByteArrayList &fields, const QString &name, qsizetype line, QList<bool> &isJson)
{
    constexpr QLatin1String mark(":json");
    QStringList titles;
    for (const QByteArray &field : fields) {
        QString title = QString::fromUtf8(field).trimmed();
        isJson.append(title.endsWith(mark));
        if (isJson.last())
            title.chop(mark.size());
        if (title.isEmpty())
            return refused(name, line, Tr::tr("column %1 has no title").arg(titles.size() + 1));
        if (titles.contains(title))
            return refused(name, line, Tr::tr("the title “%1” stands there twice").arg(title));
        titles.append(title);
    }
    return titles;
}

// What is wrong with a row; empty where nothing is.
QString troubleOf(const QByteArrayList &fields, const QStringList &titles, const QList<bool> &isJson)
{
    if (fields.size() != titles.size())
        return Tr::tr("this row has another number of fields (%1) than there are titles (%2)").arg(fields.size()).arg(titles.size());
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!isUtf8(fields[i]))
            return Tr::tr("“%1” is not UTF-8").arg(titles[i]);
        if (isJson[i] && !json::Document::parse(fields[i]).isValid())
            return Tr::tr("“%1” is not JSON: %2").arg(titles[i], QString::fromUtf8(fields[i].left(80)));
    }
    return {};
}

} // namespace

Result<DataRows> DataRows::read(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return Failure(bytes.error());
    const QFileInfo file(path);
    const QString suffix = file.suffix().toLower();
    if (suffix == QLatin1String("json"))
        return fromJson(*bytes, file.fileName());
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv"))
        return fromCsv(*bytes, suffix == QLatin1String("csv") ? separatorOf(*bytes) : '\t', file.fileName());
    return failure(ErrorCode::InvalidInput,
        Tr::tr("%1 is no table of data rows: its name ends neither in .csv nor in .tsv or .json.").arg(path));
}

Result<DataRows> DataRows::fromCsv(const QByteArray &bytes, char separator, const QString &name)
{
    DataRows rows;
    rows.m_name = name;
    rows.m_bytes = bytes;
    rows.m_separator = separator;
    CsvReader reader(bytes, separator);
    QByteArrayList fields;
    if (!reader.next(fields)) {
        return reader.trouble().isEmpty() ? failure(ErrorCode::InvalidInput, Tr::tr("%1 is empty.").arg(name))
                                          : refused(name, reader.line(), reader.trouble());
    }
    const auto titles = titlesOf(fields, name, reader.line(), rows.m_isJson);
    if (!titles)
        return Failure(titles.error());
    rows.m_names = *titles;
    while (reader.next(fields)) {
        const QString trouble = troubleOf(fields, rows.m_names, rows.m_isJson);
        if (trouble.isEmpty())
            rows.m_places.push_back(reader.offset());
        else
            rows.m_troubles.append(placed(name, reader.line(), trouble));
    }
    if (!reader.trouble().isEmpty()) {
        const QString why = rows.m_places.empty() ? reader.trouble() : Tr::tr("%1, so the rows from here on were left out").arg(reader.trouble());
        rows.m_troubles.append(placed(name, reader.line(), why));
    }
    if (rows.m_places.empty() && !rows.m_troubles.isEmpty())
        return failure(ErrorCode::InvalidInput, rows.m_troubles.first());
    if (rows.m_places.empty())
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 has titles and no row.").arg(name));
    return rows;
}

Result<DataRows> DataRows::fromJson(const QByteArray &bytes, const QString &name)
{
    DataRows rows;
    rows.m_name = name;
    rows.m_document = json::Document::parse(bytes);
    if (const auto error = rows.m_document.error()) {
        const json::Place place = json::placeOf(bytes, error->offset);
        return failure(ErrorCode::InvalidInput,
            Tr::tr("%1 is not JSON: line %2, column %3: %4.").arg(name, QString::number(place.line), QString::number(place.column), error->reason));
    }
    if (rows.m_document.root().isArray() && rows.m_document.root().count() == 0)
        return failure(ErrorCode::InvalidInput, Tr::tr("The list in %1 is empty: there is no row to run with.").arg(name));
    if (!rows.m_document.root().isArray())
        return failure(ErrorCode::InvalidInput, Tr::tr("%1 holds no list of objects, one for each row.").arg(name));
    QSet<QString> known;
    for (json::Value row = rows.m_document.root().firstChild(); row.isValid(); row = row.nextSibling()) {
        if (!row.isObject()) {
            rows.m_troubles.append(placed(name, json::placeOf(bytes, row.begin()).line, Tr::tr("a row is an object")));
            continue;
        }
        for (json::Value member = row.firstChild(); member.isValid(); member = member.nextSibling()) {
            const QString title = member.key();
            if (!known.contains(title)) {
                known.insert(title);
                rows.m_names.append(title);
            }
        }
        rows.m_places.push_back(row.node());
    }
    if (rows.m_places.empty())
        return failure(ErrorCode::InvalidInput, rows.m_troubles.first());
    return rows;
}

storage::VariableList DataRows::row(qsizetype position) const
{
    storage::VariableList variables;
    const qsizetype place = m_places[std::size_t(position)];
    if (!m_separator) {
        const json::Value row = m_document.value(quint32(place));
        for (json::Value member = row.firstChild(); member.isValid(); member = member.nextSibling())
            variables.append({member.key(), member.raw().toByteArray()});
        return variables;
    }
    CsvReader reader(m_bytes, m_separator, place);
    QByteArrayList fields;
    reader.next(fields);
    for (qsizetype i = 0; i < fields.size(); ++i)
        variables.append({m_names[i], m_isJson[i] ? fields[i].trimmed() : json::quoted(QString::fromUtf8(fields[i]))});
    return variables;
}

QString DataRows::sourceOf(qsizetype position) const
{
    return Tr::tr("%1, row %2").arg(m_name).arg(position + 1);
}

} // namespace actionscope::runner
