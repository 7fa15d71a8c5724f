// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <thread>

namespace actionscope::bench {

// Answers every request on 127.0.0.1 with the same body, from a thread of its own.
class AnswerServer final
{
public:
    explicit AnswerServer(const QByteArray &body);
    ~AnswerServer();
    Q_DISABLE_COPY_MOVE(AnswerServer)

    [[nodiscard]] QUrl url() const;

private:
    void serve() const;
    void answer(int connection) const;

    QByteArray m_body;
    int m_listener = -1;
    int m_port = 0;
    std::thread m_thread;
};

} // namespace actionscope::bench
