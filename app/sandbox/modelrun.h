// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"
#include "app/sandbox/modeloptions.h"
#include "app/sandbox/refusal.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace actionscope::sandbox {

// What an input is to be made from.
struct InputTask
{
    QString actionId;
    QString description; // of the action, the caller's own where there is one
    QString text;
    QString systemPrompt; // empty: the sandbox's own
    json::Value parameters; // JSON Schema
    json::Document manifest; // holds the parameters: the file may be read again while the model thinks
};

// Asks the model for one input. What does not fit the schema goes back once, with the faults. Only the
// address of the options is contacted: no redirect is followed.
class ModelRun final : public QObject
{
    Q_OBJECT

public:
    ModelRun(const InputTask &task, const ModelOptions &options, QObject *parent);
    ~ModelRun() override;

    void start();

Q_SIGNALS:
    // Exactly once. `arguments` is the model's own JSON object; empty where `trouble` says why there is none.
    void finished(const QByteArray &arguments, const QString &trouble);

private:
    void ask();
    void takeReply();
    void takeContent(const QString &content);
    void end(const QByteArray &arguments, const QString &trouble);
    [[nodiscard]] QByteArray requestBody() const;

    InputTask m_task;
    ModelOptions m_options;
    QNetworkAccessManager *m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_clock;
    QString m_firstContent; // what the model said at first
    QStringList m_faults; // of that
    int m_questions = 0;
};

// The JSON object in what a model says: alone, in a fenced block, or after some words. Not valid where there
// is none.
[[nodiscard]] json::Document objectIn(const QString &content);

} // namespace actionscope::sandbox
