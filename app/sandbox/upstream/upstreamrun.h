// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/upstream/answerreader.h"
#include "app/sandbox/upstream/hostpolicy.h"
#include "app/sandbox/upstream/upstreamcall.h"
#include "app/sandbox/upstream/upstreamoptions.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QSslSocket;

namespace actionscope::sandbox {

// One call. The request leaves once: a redirect is an answer like any other. The name is resolved here and the
// connection made to an address that was checked, so that a second look at the name's server changes nothing.
class UpstreamRun final : public QObject
{
    Q_OBJECT

public:
    // `place` is held as long as this lives.
    UpstreamRun(UpstreamRequest request, const UpstreamOptions &options, HostPolicy policy,
        std::shared_ptr<const bool> place, QObject *parent);
    ~UpstreamRun() override;

    void start();

Q_SIGNALS:
    // Exactly once, and not before start() has returned.
    void finished(const actionscope::sandbox::UpstreamAnswer &answer);

private:
    void takeAddresses(const QList<QHostAddress> &addresses);
    void connectToNext();
    void send();
    void read();
    void takeError();
    void conclude();
    void endWith(UpstreamAnswer::Trouble trouble, const QString &sentence, const QString &hint = {});
    [[nodiscard]] QString requestFault() const;
    [[nodiscard]] bool isSecure() const;
    [[nodiscard]] quint16 port() const;

    UpstreamRequest m_request;
    UpstreamOptions m_options;
    HostPolicy m_policy;
    std::shared_ptr<const bool> m_place;
    QString m_host; // as the URL says it
    QList<QHostAddress> m_addresses; // checked, not tried yet
    QSslSocket *m_socket;
    QTimer m_clock;
    AnswerReader m_reader;
    bool m_hasLeft = false;
    bool m_isOver = false;
};

} // namespace actionscope::sandbox
