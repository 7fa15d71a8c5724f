// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>

#include <deque>

namespace actionscope::sandbox {

// One accepted TCP connection. QTcpSocket keeps a buffer for each direction, which costs as much as the rest of a short
// exchange; here bytes are handed on as they are read, and what is written leaves at once as far as the system takes it.
class ClientSocket final : public QObject
{
    Q_OBJECT

public:
    // Takes the descriptor over.
    explicit ClientSocket(qintptr descriptor, QObject *parent = nullptr);
    ~ClientSocket() override;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] QHostAddress peerAddress() const;
    void write(const QByteArray &bytes);
    [[nodiscard]] qint64 bytesToWrite() const { return m_bytesToWrite; }
    // Emits writable() from the event loop, as soon as nothing waits to be written.
    void callWhenWritable();
    void closeWhenWritten();
    void abort();
    // As abort(), and the other side is told that something went wrong.
    void reset();

Q_SIGNALS:
    void arrived(QByteArrayView bytes); // good until the slot returns
    void ended(); // the other side sends no more
    void writable();
    void closed(); // once, and nothing after it

private:
    void readSome();
    void writeSome();
    // How many bytes the system took; -1: the connection is broken.
    [[nodiscard]] qint64 send(QByteArrayView bytes);

    int m_descriptor;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    std::deque<QByteArray> m_waiting;
    qsizetype m_sentOfFirst = 0;
    qint64 m_bytesToWrite = 0;
    bool m_isClosing = false; // when all is written
};

} // namespace actionscope::sandbox
