// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/harscanner.h"

#include "app/api/wirereader.h"
#include "app/base/tr.h"
#include "app/exchange/answerfinder.h"
#include "app/exchange/draftbuilder.h"
#include "app/exchange/harreader.h"
#include "app/exchange/httptext.h"

#include <QIODevice>

namespace actionscope::exchange {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;
constexpr qsizetype largestEntry = 512 * 1024 * 1024;
constexpr qsizetype keptRecordings = 16 * 1024 * 1024; // bytes of answers

// Finds where the items of log.entries begin and end, byte by byte: strings, depth and names are all it knows of JSON.
class EntryFinder final
{
public:
    // The device may be read from anywhere; `found` gets each item's bytes and place.
    template <typename Found> void run(QIODevice &file, const Found &found)
    {
        qint64 offset = 0;
        for (;;) {
            const QByteArray piece = file.read(pieceSize);
            if (piece.isEmpty())
                return;
            qsizetype copied = 0; // bytes of the piece that are in the entry already
            for (qsizetype i = 0; i < piece.size(); ++i) {
                const Event event = take(piece[i]);
                if (event == Event::EntryBegins) {
                    m_entryBegin = offset + i;
                    copied = i;
                    m_entry.clear();
                } else if (event == Event::EntryEnds) {
                    m_entry.append(piece.constData() + copied, i + 1 - copied);
                    if (!found(m_entryBegin, m_entry))
                        return;
                    m_entry.clear();
                } else if (event == Event::Done) {
                    return;
                }
            }
            if (m_isInEntry && m_entry.size() < largestEntry)
                m_entry.append(piece.constData() + copied, piece.size() - copied);
            offset += piece.size();
        }
    }
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] bool isInEntry() const { return m_isInEntry; }
    [[nodiscard]] qint64 entryBegin() const { return m_entryBegin; }

private:
    enum class Event { None, EntryBegins, EntryEnds, Done };

    Event take(char c)
    {
        if (m_isInString) {
            if (m_isEscaped)
                m_isEscaped = false;
            else if (c == '\\')
                m_isEscaped = true;
            else if (c == '"')
                m_isInString = false;
            else if (!m_isInEntry && m_name.size() < 64)
                m_name += c;
            return Event::None;
        }
        switch (c) {
        case '"':
            m_isInString = true;
            m_name.clear();
            return Event::None;
        case ':':
            m_isLog = m_depth == 1 && m_name == "log" ? true : m_isLog;
            m_isEntries = m_depth == 2 && m_isLog && m_name == "entries";
            return Event::None;
        case '{':
        case '[':
            return open(c);
        case '}':
        case ']':
            return close(c);
        case ',':
            m_isEntries = m_depth == 2 ? false : m_isEntries;
            return Event::None;
        default:
            return Event::None;
        }
    }

    Event open(char c)
    {
        ++m_depth;
        if (c == '[' && m_depth == 3 && m_isEntries)
            m_hasBegun = m_isList = true;
        if (c == '{' && m_depth == 4 && m_isList) {
            m_isInEntry = true;
            return Event::EntryBegins;
        }
        return Event::None;
    }

    Event close(char c)
    {
        --m_depth;
        if (m_isInEntry && m_depth == 3) {
            m_isInEntry = false;
            return Event::EntryEnds;
        }
        if (c == ']' && m_depth == 2 && m_isList) {
            m_isList = false;
            m_hasEnded = true;
            return Event::Done;
        }
        return Event::None;
    }

    QByteArray m_entry;
    QByteArray m_name; // the last text outside of entries
    qint64 m_entryBegin = 0;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isLog = false;
    bool m_isEntries = false;
    bool m_isList = false;
    bool m_isInEntry = false;
    bool m_hasBegun = false;
    bool m_hasEnded = false;
};

HarEntry summaryOf(const ReadExchange &read, int number, qint64 begin, qsizetype length)
{
    HarEntry entry;
    entry.number = number;
    entry.begin = begin;
    entry.length = length;
    entry.method = QString::fromLatin1(read.exchange.request.method);
    entry.url = read.baseUrl + QString::fromUtf8(read.exchange.request.path);
    entry.status = read.exchange.answer.status;
    entry.startedAt = read.receivedAt;
    if (const auto execution = api::readExecution(read.exchange.request))
        entry.actionId = execution->request.actionId;
    entry.hasFailed = isFailure(entry.status, read.exchange.answer.body);
    return entry;
}

void addTrouble(QList<ImportTrouble> &troubles, const QString &sentence, qint64 offset)
{
    troubles.append({Tr::tr("Byte %1: %2").arg(offset).arg(sentence), {}, offset});
}

// An entry alone, as browsers copy it.
Imported importOneEntry(QIODevice &file)
{
    file.seek(0);
    const QByteArray bytes = file.readAll();
    DraftBuilder builder(ImportForm::Har, bytes);
    const auto read = readHar(bytes, json::Document::parse(bytes), {});
    if (read)
        builder.addExchange(*read);
    else
        builder.complain(read.error().sentence);
    return builder.finished();
}

} // namespace

QList<ImportTrouble> scanHar(QIODevice &file, const std::function<bool(const HarEntry &, const QByteArray &)> &visit)
{
    QList<ImportTrouble> troubles;
    EntryFinder finder;
    int number = 0;
    file.seek(0);
    finder.run(file, [&](qint64 begin, const QByteArray &bytes) {
        ++number;
        const json::Document document = json::Document::parse(bytes);
        if (const auto error = document.error()) {
            addTrouble(troubles, Tr::tr("Entry %1 is no JSON here and was left out: %2.").arg(number).arg(error->reason), begin + error->offset);
            return true;
        }
        if (!isHar(bytes, document)) {
            addTrouble(troubles, Tr::tr("Entry %1 has no request with a url and no response; it was left out.").arg(number), begin);
            return true;
        }
        const auto read = readHar(bytes, document, {});
        return !read || visit(summaryOf(*read, number, begin, bytes.size()), bytes);
    });
    if (!finder.hasBegun())
        addTrouble(troubles, Tr::tr("The file has no list of entries."), 0);
    else if (finder.isInEntry())
        addTrouble(troubles, Tr::tr("The file breaks off in entry %1, which begins here. What stands before was taken.").arg(number + 1), finder.entryBegin());
    else if (!finder.hasEnded() && file.atEnd())
        addTrouble(troubles, Tr::tr("The file breaks off here. What stands before was taken."), file.size());
    return troubles;
}

HarListing listHar(QIODevice &file)
{
    HarListing listing;
    listing.troubles = scanHar(file, [&listing](const HarEntry &entry, const QByteArray &) {
        listing.entries.append(entry);
        return true;
    });
    return listing;
}

QByteArray harEntryBytes(QIODevice &file, const HarEntry &entry)
{
    return file.seek(entry.begin) ? file.read(entry.length) : QByteArray();
}

Imported importHar(QIODevice &file)
{
    file.seek(0);
    const QByteArray start = file.peek(64 * 1024);
    const json::Document beginning = json::Document::parse(start);
    if (!beginning.root().member(u"log").isValid() && isHar(start, beginning))
        return importOneEntry(file);
    DraftBuilder builder(ImportForm::Har, {});
    qsizetype kept = 0;
    int others = 0;
    QList<ImportTrouble> troubles = scanHar(file, [&](const HarEntry &entry, const QByteArray &bytes) {
        if (entry.actionId.isEmpty()) {
            ++others;
            return true;
        }
        auto read = readHar(bytes, json::Document::parse(bytes), {});
        kept += read->exchange.answer.body.size();
        builder.setSource(Tr::tr("Entry %1").arg(entry.number));
        builder.addExchange(*read);
        if (kept > keptRecordings)
            builder.imported().drafts.last().recorded.reset();
        return true;
    });
    builder.setSource({});
    if (others > 0)
        builder.complain(Tr::tr("%n entries execute no action and were left out.", nullptr, others));
    if (kept > keptRecordings)
        builder.complain(Tr::tr("The answers of the later entries are too large to be taken over; they stay in the file."));
    builder.imported().troubles += troubles;
    return builder.finished();
}

} // namespace actionscope::exchange
