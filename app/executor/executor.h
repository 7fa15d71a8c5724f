// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/executor/executionrun.h"

#include <QObject>

class QNetworkAccessManager;

namespace actionscope::executor {

// Sends requests, each exactly once. Keeps one QNetworkAccessManager, because a new one per request costs double.
// Nothing is retried, no redirect is followed, no cookie is kept, no TLS error is passed over.
class Executor final : public QObject
{
    Q_OBJECT

public:
    explicit Executor(QObject *parent = nullptr);
    ~Executor() override;

    // The run is a child of the executor, emits finished() exactly once and deletes itself afterwards.
    ExecutionRun *start(const api::HttpRequest &request, const Destination &destination, const RunOptions &options = {});

private:
    QNetworkAccessManager *m_network = nullptr;
};

} // namespace actionscope::executor
