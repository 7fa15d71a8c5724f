// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/keyringsession.h"

#include "app/storage/keychainsecretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QProcess>
#include <QTemporaryDir>

namespace actionscope::test {

InnerRun runInsideKeyring()
{
    QTemporaryDir home;
    const QString runtime = home.filePath(QStringLiteral("runtime"));
    if (!QDir().mkdir(runtime, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return {};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
    environment.insert(QString::fromLatin1(insideKeyring), QStringLiteral("1"));
    QProcess inner;
    inner.setProcessEnvironment(environment);
    inner.setProcessChannelMode(QProcess::MergedChannels);
    // The keyring daemon stays in the foreground, so that it ends with this shell and leaves nothing running.
    inner.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets "
                           ">/dev/null 2>&1 & \"$0\"; status=$?; kill $!; exit $status"),
            QCoreApplication::applicationFilePath()});
    if (!inner.waitForFinished(120'000))
        return {-1, inner.readAll()};
    return {inner.exitCode(), inner.readAll()};
}

bool writeToKeyring(const QString &name, const QByteArray &secret)
{
    storage::KeychainSecretStore keychain;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000) {
        const QFuture<Result<void>> written = keychain.write(name, secret);
        QFutureWatcher<Result<void>> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(written);
        loop.exec();
        if (written.resultCount() > 0 && written.result())
            return true;
    }
    return false;
}

} // namespace actionscope::test
