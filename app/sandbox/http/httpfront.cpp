// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/http/httpfront.h"

#include "app/base/tr.h"

#include <QTcpServer>

namespace actionscope::sandbox {

namespace {

class Listener final : public QTcpServer
{
public:
    explicit Listener(const FrontRules &rules)
        : m_rules(rules)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        new Connection(descriptor, m_rules, this); // goes when the client has gone
    }

private:
    const FrontRules &m_rules;
};

} // namespace

HttpFront::HttpFront(Limits limits, RequestHandler handler, RefuseFunction refuse, QObject *parent)
    : QObject(parent)
    , m_rules {limits, std::move(handler), std::move(refuse)}
{
}

HttpFront::~HttpFront() = default;

Result<quint16> HttpFront::open(quint16 port, const QHostAddress &address)
{
    m_listener = std::make_unique<Listener>(m_rules);
    m_listener->setListenBacklogSize(1024); // at 50 a crowd that comes at once waits a second for its retransmission
    if (!m_listener->listen(address, port)) {
        return failure(ErrorCode::Unavailable,
            Tr::tr("The sandbox cannot listen on %1, port %2: %3.")
                .arg(address.toString())
                .arg(port)
                .arg(m_listener->errorString()),
            {},
            Tr::tr("Choose another port, or 0 for any free one."));
    }
    return m_listener->serverPort();
}

} // namespace actionscope::sandbox
