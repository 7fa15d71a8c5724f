// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/fallbacksecretstore.h"
#include "app/storage/keychainsecretstore.h"
#include "app/storage/memorysecretstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QPromise>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace actionscope;
using namespace actionscope::storage;

namespace {

constexpr char insideKeyring[] = "ACTIONSCOPE_TEST_INSIDE_KEYRING";

// A keychain that answers when the test says so.
class SlowStore final : public SecretStore
{
    Q_OBJECT

public:
    [[nodiscard]] Kind kind() const override { return Kind::Keychain; }
    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        asked << name;
        promises.append(std::make_shared<QPromise<Result<QByteArray>>>());
        promises.constLast()->start();
        return promises.constLast()->future();
    }
    QFuture<Result<void>> write(const QString &name, const QByteArray &) override
    {
        asked << name;
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> remove(const QString &name) override
    {
        asked << name;
        return QtFuture::makeReadyFuture(Result<void>());
    }
    void answer(const Result<QByteArray> &result)
    {
        const auto promise = promises.takeFirst();
        promise->addResult(result);
        promise->finish();
    }

    QStringList asked;
    QList<std::shared_ptr<QPromise<Result<QByteArray>>>> promises;
};

template <typename T> T outcome(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.resultCount() > 0 ? future.result() : T(failure(ErrorCode::Internal, QStringLiteral("no answer")));
}

} // namespace

class tst_secretstore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memory();
    void withoutABusTheKeychainIsUnavailable();
    void withoutABusMemoryIsUsedAndSaid();
    void whatIsAskedEarlyWaits();
    void aLaterFailureIsToldNotHidden();
    void destroyedWhileWaiting();
    void realKeyring();
    void insideRealKeyring();

private:
    void exercise(SecretStore &store);
};

void tst_secretstore::exercise(SecretStore &store)
{
    const QString name = QStringLiteral("apiKey/live, München");
    const auto missing = outcome(store.read(name));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().sentence.contains(name));
    QVERIFY(outcome(store.remove(name)));

    const QByteArray secret("ak_\xc3\xbc\0\xff end", 10);
    QVERIFY(outcome(store.write(name, "first")));
    QVERIFY(outcome(store.write(name, secret)));
    QCOMPARE(outcome(store.read(name)).value_or("none"), secret);
    QVERIFY(!outcome(store.read(QStringLiteral("apiKey/other"))));
    QVERIFY(outcome(store.remove(name)));
    QCOMPARE(outcome(store.read(name)).error().code, ErrorCode::NotFound);
}

void tst_secretstore::memory()
{
    MemorySecretStore store;
    QCOMPARE(store.kind(), SecretStore::Kind::Memory);
    exercise(store);
}

void tst_secretstore::withoutABusTheKeychainIsUnavailable()
{
    if (qEnvironmentVariableIsSet(insideKeyring))
        QSKIP("this run has a keyring");
    KeychainSecretStore store;
    const auto read = outcome(store.read(QStringLiteral("apiKey/live")));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Unavailable);
    QVERIFY(read.error().sentence.startsWith(QLatin1String("The keychain cannot be reached: ")));
    const auto written = outcome(store.write(QStringLiteral("apiKey/live"), "s3cret-value"));
    QCOMPARE(written.error().code, ErrorCode::Unavailable);
    QVERIFY(!(written.error().sentence + written.error().detail).contains(QLatin1String("s3cret")));
    QCOMPARE(outcome(store.remove(QStringLiteral("apiKey/live"))).error().code, ErrorCode::Unavailable);
}

void tst_secretstore::withoutABusMemoryIsUsedAndSaid()
{
    if (qEnvironmentVariableIsSet(insideKeyring))
        QSKIP("this run has a keyring");
    FallbackSecretStore store;
    QSignalSpy chosen(&store, &FallbackSecretStore::chosen);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(store.kind(), SecretStore::Kind::Memory);
    QVERIFY(store.trouble().startsWith(QLatin1String("The keychain cannot be reached: ")));
    QVERIFY2(store.trouble().endsWith(QLatin1String("; keys are kept in memory until the program ends.")),
        qPrintable(store.trouble()));
    exercise(store);
}

void tst_secretstore::whatIsAskedEarlyWaits()
{
    auto owned = std::make_unique<SlowStore>();
    SlowStore *keychain = owned.get();
    FallbackSecretStore store(std::move(owned));
    QFuture<Result<void>> written = store.write(QStringLiteral("a"), "secret");
    QFuture<Result<QByteArray>> read = store.read(QStringLiteral("a"));
    int ticks = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
    ticker.start(1);
    QTRY_VERIFY(ticks > 20);
    QVERIFY(!written.isFinished() && !read.isFinished());
    QCOMPARE(keychain->asked, QStringList {QStringLiteral("probe")});

    keychain->answer(failure(ErrorCode::Unavailable, QStringLiteral("It is locked.")));
    QCOMPARE(outcome(read).value_or("none"), QByteArray("secret"));
    QVERIFY(outcome(written));
    QCOMPARE(store.trouble(), QStringLiteral("It is locked; keys are kept in memory until the program ends."));
    QCOMPARE(keychain->asked.size(), 1);
}

void tst_secretstore::aLaterFailureIsToldNotHidden()
{
    auto owned = std::make_unique<SlowStore>();
    SlowStore *keychain = owned.get();
    FallbackSecretStore store(std::move(owned));
    keychain->answer(failure(ErrorCode::NotFound, QStringLiteral("None.")));
    QFuture<Result<QByteArray>> read = store.read(QStringLiteral("a"));
    QTRY_COMPARE(keychain->asked.size(), 2);
    keychain->answer(failure(ErrorCode::Unavailable, QStringLiteral("Gone.")));
    QCOMPARE(outcome(read).error().code, ErrorCode::Unavailable);
    QCOMPARE(store.kind(), SecretStore::Kind::Keychain);
    QVERIFY(store.trouble().isEmpty());
}

void tst_secretstore::destroyedWhileWaiting()
{
    QFuture<Result<QByteArray>> read;
    {
        FallbackSecretStore store(std::make_unique<SlowStore>());
        read = store.read(QStringLiteral("a"));
    }
    QTRY_VERIFY(read.isFinished());
    QVERIFY(read.isCanceled());
}

// Runs this program again on a private bus with a keyring of its own.
void tst_secretstore::realKeyring()
{
    if (qEnvironmentVariableIsSet(insideKeyring))
        QSKIP("this is the inner run");
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(program))));
    }
    QTemporaryDir home;
    const QString runtime = home.filePath(QStringLiteral("runtime"));
    QVERIFY(QDir().mkdir(runtime, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
    environment.insert(QString::fromLatin1(insideKeyring), QStringLiteral("1"));

    QProcess inner;
    inner.setProcessEnvironment(environment);
    inner.setProcessChannelMode(QProcess::MergedChannels);
    // The keyring daemon stays in the foreground, so that it ends with this shell and leaves nothing running.
    inner.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets "
                           ">/dev/null 2>&1 & "
                           "\"$0\" insideRealKeyring; status=$?; kill $!; exit $status"),
            QCoreApplication::applicationFilePath()});
    QVERIFY(inner.waitForFinished(50'000));
    const QByteArray output = inner.readAll();
    QVERIFY2(inner.exitCode() == 0 && output.contains("PASS   : tst_secretstore::insideRealKeyring"),
        output.constData());
}

void tst_secretstore::insideRealKeyring()
{
    if (!qEnvironmentVariableIsSet(insideKeyring))
        QSKIP("started by realKeyring()");
    // The daemon needs a moment to take its name on the bus.
    KeychainSecretStore keychain;
    QElapsedTimer timer;
    timer.start();
    Result<void> written = outcome(keychain.write(QStringLiteral("warm"), "up"));
    while (!written && timer.elapsed() < 10'000)
        written = outcome(keychain.write(QStringLiteral("warm"), "up"));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
    exercise(keychain);

    FallbackSecretStore store;
    QSignalSpy chosen(&store, &FallbackSecretStore::chosen);
    exercise(store);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(store.kind(), SecretStore::Kind::Keychain);
    QVERIFY2(store.trouble().isEmpty(), qPrintable(store.trouble()));
    // What one store wrote another finds, as after a restart.
    QVERIFY(outcome(store.write(QStringLiteral("apiKey/live"), "ak_123")));
    KeychainSecretStore later;
    QCOMPARE(outcome(later.read(QStringLiteral("apiKey/live"))).value_or("none"), QByteArray("ak_123"));
}

QTEST_GUILESS_MAIN(tst_secretstore)
#include "tst_secretstore.moc"
