// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificatemaker.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>

namespace actionscope::test {

QString CertificateMaker::whyNot()
{
    if (!QSslSocket::supportsSsl())
        return QStringLiteral("This Qt has no TLS.");
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        return QStringLiteral("The openssl program, which makes the certificates, is not installed.");
    return {};
}

QSslConfiguration CertificateMaker::make(const QString &subject, const QString &names, const QString &end)
{
    m_fault.clear();
    write(QStringLiteral("index.txt"), {});
    write(QStringLiteral("ca.cnf"),
        "[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial.txt\ndefault_md=sha256\nunique_subject=no\n"
        "policy=any\nx509_extensions=extra\n[any]\ncommonName=supplied\n[extra]\nsubjectAltName="
            + names.toLatin1() + '\n');
    run(QStringLiteral("req -new -newkey rsa:2048 -nodes -keyout key.pem -out request.pem -subj"), subject);
    run(QStringLiteral("ca -batch -selfsign -notext -rand_serial -config ca.cnf -keyfile key.pem -in request.pem "
                       "-out certificate.pem -startdate 20200101000000Z -enddate"),
        end);
    QSslConfiguration tls;
    if (!m_fault.isEmpty())
        return tls;
    tls.setLocalCertificate(QSslCertificate(read(QStringLiteral("certificate.pem"))));
    tls.setPrivateKey(QSslKey(read(QStringLiteral("key.pem")), QSsl::Rsa));
    return tls;
}

void CertificateMaker::run(const QString &words, const QString &last)
{
    if (!m_fault.isEmpty())
        return;
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), words.split(QLatin1Char(' ')) + QStringList {last});
    if (!process.waitForFinished(30000))
        m_fault = process.errorString();
    else if (process.exitCode() != 0)
        m_fault = QString::fromLocal8Bit(process.readAllStandardError());
}

void CertificateMaker::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        m_fault = file.errorString();
}

QByteArray CertificateMaker::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace actionscope::test
