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
constexpr qint64 longestText = 16 * 1024 * 1024; // bytes of one text in an entry; a longer one is passed over
constexpr qsizetype largestEntry = 64 * 1024 * 1024; // of what is left
constexpr qsizetype keptRecordings = 16 * 1024 * 1024; // bytes of answers

// A text that is too long to be held.
struct PassedOver
{
    qint64 begin = 0; // byte of the file
    qint64 length = 0;
};

// An item of log.entries, free of what is too long.
struct FoundEntry
{
    qint64 begin = 0; // byte of the file
    qint64 length = 0; // in the file
    QByteArray bytes = {};
    QList<PassedOver> passedOver = {};
    bool isTooLarge = false; // and then without its end
};

// Finds where the items of log.entries begin and end, byte by byte: strings, depth and names are all it knows of JSON.
class EntryFinder final
{
public:
    // The device may be read from anywhere.
    template <typename Found> void run(QIODevice &file, const Found &found)
    {
        qint64 offset = 0;
        for (;;) {
            const QByteArray piece = file.read(pieceSize);
            if (piece.isEmpty())
                return;
            m_copied = 0;
            for (qsizetype i = 0; i < piece.size(); ++i) {
                const bool wasInString = m_isInString;
                const Event event = take(piece[i]);
                if (m_isInEntry && m_isInString != wasInString)
                    noteText(piece, i, offset);
                else if (m_isInEntry && m_isInString && !m_isPassingOver && offset + i - m_textBegin > longestText)
                    passOver(piece, i);
                if (event == Event::EntryBegins) {
                    m_entry = {offset + i};
                    m_copied = i;
                } else if (event == Event::EntryEnds) {
                    keepUpTo(piece, i + 1);
                    m_entry.length = offset + i + 1 - m_entry.begin;
                    if (!found(m_entry))
                        return;
                } else if (event == Event::Done) {
                    return;
                }
            }
            if (m_isInEntry)
                keepUpTo(piece, piece.size());
            offset += piece.size();
        }
    }
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] bool isInEntry() const { return m_isInEntry; }
    [[nodiscard]] qint64 entryBegin() const { return m_entry.begin; }

private:
    enum class Event { None, EntryBegins, EntryEnds, Done };

    void keepUpTo(const QByteArray &piece, qsizetype end)
    {
        if (!m_isPassingOver && m_entry.bytes.size() < largestEntry)
            m_entry.bytes.append(piece.constData() + m_copied, end - m_copied);
        else if (!m_isPassingOver)
            m_entry.isTooLarge = true;
        m_copied = end;
    }

    // Between two quotes begins or ends a text.
    void noteText(const QByteArray &piece, qsizetype at, qint64 offset)
    {
        if (m_isInString) {
            keepUpTo(piece, at + 1);
            m_textBegin = offset + at + 1;
            m_keptBeforeText = m_entry.bytes.size();
        } else if (m_isPassingOver) {
            m_entry.passedOver.append({m_textBegin, offset + at - m_textBegin});
            m_isPassingOver = false;
            m_copied = at;
        }
    }

    void passOver(const QByteArray &piece, qsizetype at)
    {
        keepUpTo(piece, at);
        m_entry.bytes.truncate(m_keptBeforeText);
        m_isPassingOver = true;
    }

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

    FoundEntry m_entry;
    QByteArray m_name; // the last text outside of entries
    qsizetype m_copied = 0; // bytes of the piece that are in the entry already
    qint64 m_textBegin = 0;
    qsizetype m_keptBeforeText = 0;
    bool m_isPassingOver = false;
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

HarEntry summaryOf(const ReadExchange &read, int number, const FoundEntry &found)
{
    HarEntry entry;
    entry.number = number;
    entry.begin = found.begin;
    entry.length = found.length;
    entry.isWhole = found.passedOver.isEmpty();
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
    finder.run(file, [&](const FoundEntry &found) {
        ++number;
        for (const PassedOver &text : found.passedOver)
            addTrouble(troubles, Tr::tr("Entry %1 holds a text of %2 bytes, which is too long to be taken over. The rest was taken.").arg(number).arg(text.length), text.begin);
        if (found.isTooLarge) {
            addTrouble(troubles, Tr::tr("Entry %1 is %2 bytes long, too long to be taken over; it was left out.").arg(number).arg(found.length), found.begin);
            return true;
        }
        const json::Document document = json::Document::parse(found.bytes);
        if (const auto error = document.error()) {
            addTrouble(troubles, Tr::tr("Entry %1 is no JSON here and was left out: %2.").arg(number).arg(error->reason),
                found.begin + (found.passedOver.isEmpty() ? error->offset : 0));
            return true;
        }
        if (!isHar(found.bytes, document)) {
            addTrouble(troubles, Tr::tr("Entry %1 has no request with a url and no response; it was left out.").arg(number), found.begin);
            return true;
        }
        const auto read = readHar(found.bytes, document, {});
        return !read || visit(summaryOf(*read, number, found), found.bytes);
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
        if (kept > keptRecordings || !entry.isWhole)
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
