// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/http/reply.h"
#include "app/sandbox/http/request.h"

#include <QObject>
#include <QVarLengthArray>

#include <functional>
#include <memory>
#include <optional>

namespace actionscope::sandbox {

// What the request log tells about an answer beside its bytes.
struct ExchangeNotes
{
    QByteArray faults; // that struck, as readFaults() reads them
    QByteArray replay; // which recorded run answered, see Replayer
};

// One request and the answer it waits for. It dies with its connection, so a timer that has it as context is
// forgotten when the client leaves.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    explicit Exchange(Request request, QObject *parent = nullptr);

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] const std::optional<Reply> &reply() const { return m_reply; }
    // Called when there is an answer, the latest first: whoever reads an answer finds it in the log. What they hold is let
    // go of with the exchange, answered or not.
    void whenAnswered(std::function<void()> call) { m_whenAnswered.append(std::move(call)); }
    // The first answer counts, a second one is ignored.
    void answer(Reply reply);
    [[nodiscard]] const std::shared_ptr<ExchangeNotes> &notes() const { return m_notes; } // may outlive this
    // The only user this request may act for; empty for any. The gate knows.
    [[nodiscard]] const QString &onlyUser() const { return m_onlyUser; }
    void limitTo(const QString &user) { m_onlyUser = user; }
    // Has the last word on the answer before it leaves.
    void amendAnswer(std::function<void(Reply *reply)> amend) { m_amend = std::move(amend); }

private:
    Request m_request;
    QString m_onlyUser;
    std::optional<Reply> m_reply;
    std::shared_ptr<ExchangeNotes> m_notes = std::make_shared<ExchangeNotes>();
    std::function<void(Reply *reply)> m_amend;
    QVarLengthArray<std::function<void()>, 2> m_whenAnswered;
};

} // namespace actionscope::sandbox
