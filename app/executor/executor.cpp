// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/executor.h"

#include "app/executor/networkrun.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <memory>

namespace actionscope::executor {

namespace {

// The system's proxy for everything but this machine itself.
class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

} // namespace

Executor::Executor(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxyFactory(new SystemProxy); // taken over by the manager
    m_network->setAutoDeleteReplies(false);
}

// The runs go before the network they use; left to Qt, it would be the other way round.
Executor::~Executor()
{
    const auto runs = findChildren<ExecutionRun *>(QString(), Qt::FindDirectChildrenOnly);
    for (ExecutionRun *run : runs)
        const std::unique_ptr<ExecutionRun> gone(run);
}

ExecutionRun *Executor::start(const api::HttpRequest &request, const Destination &destination, const RunOptions &options)
{
    auto *run = new NetworkRun(request, destination, options, m_network, this);
    run->start();
    return run;
}

} // namespace actionscope::executor
