// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/upstream/upstreams.h"

#include "app/base/tr.h"
#include "app/sandbox/upstream/upstreamrun.h"

#include <QHostInfo>
#include <QTimer>

namespace actionscope::sandbox {

namespace {

void resolveBySystem(
    const QString &name, QObject *context, std::function<void(const QList<QHostAddress> &)> then)
{
    QHostInfo::lookupHost(
        name, context, [then = std::move(then)](const QHostInfo &found) { then(found.addresses()); });
}

} // namespace

Upstreams::Upstreams(UpstreamOptions options)
    : m_options(std::move(options))
    , m_policy(m_options.allowedHosts)
    , m_place(std::make_shared<const bool>(true))
{
    if (!m_options.resolve)
        m_options.resolve = resolveBySystem;
}

void Upstreams::fetch(const UpstreamRequest &request, QObject *context,
    std::function<void(const UpstreamAnswer &answer)> then) const
{
    const int running = int(m_place.use_count()) - 1;
    if (running >= m_options.mostAtOnce) {
        UpstreamAnswer busy {UpstreamAnswer::Trouble::Unreachable,
            running == 1 ? Tr::tr("The sandbox is waiting for another service already.")
                         : Tr::tr("The sandbox is waiting for %n other services already.", nullptr, running),
            Tr::tr("Look for an action that calls the sandbox itself without end, or try again later.")};
        QTimer::singleShot(0, context, [busy, then = std::move(then)] { then(busy); });
        return;
    }
    auto *run = new UpstreamRun(request, m_options, m_policy, m_place, context);
    QObject::connect(run, &UpstreamRun::finished, context, [run, then = std::move(then)](const UpstreamAnswer &answer) {
        run->deleteLater();
        then(answer);
    });
    run->start();
}

} // namespace actionscope::sandbox
