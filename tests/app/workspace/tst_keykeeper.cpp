// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memorysecretstore.h"
#include "app/workspace/keykeeper.h"

#include <QSignalSpy>
#include <QTest>

using namespace actionscope;
using workspace::KeyChange;
using workspace::KeyKeeper;

class TestKeyKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<storage::MemorySecretStore>(); }

    void aNewKeyIsStored()
    {
        apply({{QStringLiteral("apiKey/a"), {}, "ak_1"}});
        QCOMPARE(stored("a"), "ak_1");
    }

    void aRenamedEnvironmentTakesItsKeyAlong()
    {
        apply({{QStringLiteral("apiKey/a"), {}, "ak_1"}});
        apply({{QStringLiteral("apiKey/b"), QStringLiteral("apiKey/a"), {}}});
        QCOMPARE(stored("a"), QByteArray());
        QCOMPARE(stored("b"), "ak_1");
    }

    void twoEnvironmentsMaySwapTheirNames()
    {
        apply({{QStringLiteral("apiKey/a"), {}, "ak_1"}, {QStringLiteral("apiKey/b"), {}, "ak_2"}});
        apply({{QStringLiteral("apiKey/b"), QStringLiteral("apiKey/a"), {}},
            {QStringLiteral("apiKey/a"), QStringLiteral("apiKey/b"), {}}});
        QCOMPARE(stored("a"), "ak_2");
        QCOMPARE(stored("b"), "ak_1");
    }

    void aRemovedEnvironmentLeavesNoKey()
    {
        apply({{QStringLiteral("apiKey/a"), {}, "ak_1"}});
        apply({{{}, QStringLiteral("apiKey/a"), {}}});
        QCOMPARE(stored("a"), QByteArray());
    }

    void anUnchangedKeyStays()
    {
        apply({{QStringLiteral("apiKey/a"), {}, "ak_1"}});
        apply({{QStringLiteral("apiKey/a"), QStringLiteral("apiKey/a"), {}}});
        QCOMPARE(stored("a"), "ak_1");
    }

private:
    void apply(const QList<KeyChange> &changes)
    {
        KeyKeeper keeper(m_store.get());
        QSignalSpy applied(&keeper, &KeyKeeper::applied);
        QVERIFY(applied.isValid());
        keeper.apply(changes);
        QTRY_COMPARE(applied.size(), 1);
        QCOMPARE(applied.first().first().toStringList(), QStringList());
    }
    QByteArray stored(const char *environment)
    {
        return m_store->read(QStringLiteral("apiKey/") + QLatin1String(environment))
            .result()
            .value_or(QByteArray());
    }

    std::unique_ptr<storage::MemorySecretStore> m_store;
};

QTEST_GUILESS_MAIN(TestKeyKeeper)
#include "tst_keykeeper.moc"
