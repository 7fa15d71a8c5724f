// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/bodykind.h"
#include "app/base/gzip.h"
#include "app/json/document.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace actionscope::ui {

// A body made readable. What is shown may differ from what came: unpacked, or converted to UTF-8. The bytes that came
// are not touched.
struct ReadBody
{
    api::BodyKind kind; // of what is shown
    json::Document document; // over what is shown
    QString note; // sentences on how it came to be, or what is odd about it; may be empty
    bool isUnpacked = false;
    bool isPart = false; // more of it is to come
};

// Reads bodies on worker threads; the newest body wins.
class BodyReader final : public QObject
{
    Q_OBJECT

public:
    explicit BodyReader(QObject *parent = nullptr);
    ~BodyReader() override;

    // `known` is used where it was read from these very bytes and nothing has to be converted; it is ready at once.
    void read(const api::HeaderList &headers, const QByteArray &body, const json::Document &known);
    // What is there of a body that still arrives: as JSON or text, and nothing else is said about it.
    void readPart(const QByteArray &beginning);
    // Unpacks the body that was read last.
    void unpack();
    void cancel();

Q_SIGNALS:
    void begun();
    void ready(const actionscope::ui::ReadBody &body);
    // While it is unpacked: bytes of the packed body, and bytes unpacked so far.
    void progressed(qint64 read, qint64 of, qint64 unpacked);

private:
    void start(const std::function<ReadBody()> &make);

    QByteArray m_body;
    std::shared_ptr<UnpackWatch> m_watch;
    QTimer m_progress;
    QThreadPool m_pool; // unpacking takes long, and painting waits for the global one
    int m_job = 0; // counts bodies, so that a late one is known as such
};

} // namespace actionscope::ui
