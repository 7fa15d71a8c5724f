// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace actionscope::executor {

// A request body that can be read once. QNetworkAccessManager silently sends a request again when a kept-alive
// connection closes before the answer; it must rewind the body for that, and this one refuses. So an action
// never runs twice.
class UploadBody final : public QIODevice
{
    Q_OBJECT

public:
    UploadBody(const QByteArray &bytes, QObject *parent);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

} // namespace actionscope::executor
