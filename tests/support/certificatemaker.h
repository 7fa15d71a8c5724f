// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace actionscope::test {

// Certificates for servers of a test, made by the openssl program, so that no key lies in the sources.
class CertificateMaker final
{
public:
    // Why there can be no certificates here; empty where there can.
    [[nodiscard]] static QString whyNot();

    // A fresh key with a certificate that signs itself, for `names` ("DNS:service.example") and valid from 2020 until
    // `end` (YYYYMMDDHHMMSSZ). Without a certificate where it failed; fault() says how.
    [[nodiscard]] QSslConfiguration make(
        const QString &subject, const QString &names, const QString &end = QStringLiteral("20991231000000Z"));
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    void run(const QString &words, const QString &last);
    void write(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name) const;

    QTemporaryDir m_folder;
    QString m_fault;
};

} // namespace actionscope::test
