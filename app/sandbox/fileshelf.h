// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace actionscope::sandbox {

// The storage that uploaded files go to: in memory, or in a folder of the state. A file is known by its MD5 and name;
// a ticket lets one file in, and knows no API key.
class FileShelf final
{
public:
    static constexpr qint64 mostBytes = 256LL * 1024 * 1024; // of all files together
    static constexpr std::size_t mostTickets = 1000;

    struct Ticket
    {
        QByteArray token; // in the address the bytes are put to
        QString key; // what an action's input names
        bool isThere = false; // no need to put anything
    };
    enum class Putting { Stored, NoTicket, WrongSum, Full, Unwritable };

    // `state` as for the store: ":memory:" or a folder, which gets a folder "files".
    explicit FileShelf(const QString &state);

    [[nodiscard]] Ticket expect(const QByteArray &md5, const QString &fileName);
    [[nodiscard]] Putting put(const QByteArray &token, const QByteArray &bytes);
    // Nothing where no file of that key has arrived.
    [[nodiscard]] std::optional<QByteArray> file(const QString &key) const;

private:
    struct Expected
    {
        QByteArray token;
        QString key;
        QByteArray md5;
    };

    [[nodiscard]] QString pathOf(const QString &key) const;

    QString m_folder; // empty: in memory
    QHash<QString, QByteArray> m_files; // by key, where they are in memory
    std::deque<Expected> m_expected; // oldest first
    qint64 m_bytes = 0;
};

} // namespace actionscope::sandbox
