// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/atomicfile.h"
#include "app/catalog/catalogstore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace actionscope;
using catalog::Catalog;
using catalog::CatalogStore;

// The catalogue on disk: what was written comes back, and nothing on the disk can do harm.
class TestCatalogStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void bringsEverythingBack();
    void keepsSchemasByteForByte();
    void takesSchemasOverFromAnEarlierFile();
    void remembersOneAction();
    void keepsEnvironmentsApart();
    void survivesDamage_data();
    void survivesDamage();
    void leavesALaterFormatAlone();
    void saysWhereItCannotWrite();
    void noticesAFileWrittenByAnother();
    void isStaleAfterADay();
    void opensTwentyThousandActionsAtOnce();

private:
    [[nodiscard]] CatalogStore store(const char *name = "work", const char *url = "https://x.example") const
    {
        return {m_folder->path(), QString::fromUtf8(name), QUrl(QString::fromLatin1(url)), api::ApiVersion::V31};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr char oddSchema[] = R"({"type":"object",  "properties":{"n":{"default":1.10,"maximum":12345678901234567890}}})";

api::ActionInfo action(const char *id, const char *version, const QByteArray &parameters)
{
    api::ActionInfo action;
    action.id = QString::fromLatin1(id);
    action.name = QStringLiteral("Üben \"mit\" \u2028 \\ Zeichen");
    action.description = QStringLiteral("line\nline");
    action.appKey = QStringLiteral("github");
    action.tags = QStringList {QStringLiteral("important"), QStringLiteral("readOnlyHint")};
    action.version = QString::fromLatin1(version);
    action.availableVersions = QStringList {action.version, QStringLiteral("latest")};
    action.isDeprecated = true;
    action.successor = QStringLiteral("NEXT");
    action.parameters = parameters;
    return action;
}

Catalog sample(const QByteArray &parameters = oddSchema)
{
    api::AppInfo app {QStringLiteral("github"), QStringLiteral("GitHub"), QStringLiteral("Code"), {QStringLiteral("dev")},
        {}, {QStringLiteral("OAUTH2")}, true};
    api::ConnectedAccount account;
    account.id = QStringLiteral("ca_1");
    account.appKey = app.key;
    account.userId = QStringLiteral("default");
    account.statusWord = QStringLiteral("EXPIRED");
    account.status = api::AccountStatus::Expired;
    account.statusReason = QStringLiteral("long ago");
    account.labels = QStringList {QStringLiteral("primary")};
    account.isDisabled = true;
    account.createdAt = QDateTime(QDate(2026, 1, 5), QTime(9, 30, 0, 123), Qt::UTC);
    return {{app}, {action("A_ONE", "1", parameters), action("A_TWO", "1", {})}, {account},
        QDateTime(QDate(2026, 2, 1), QTime(8, 0), Qt::UTC)};
}

Catalog bare(Catalog catalog)
{
    for (api::ActionInfo each : catalog.actions()) {
        each.parameters.clear();
        catalog = catalog.with(each);
    }
    return catalog;
}

} // namespace

void TestCatalogStore::bringsEverythingBack()
{
    CatalogStore first = store();
    QVERIFY(first.load().catalog.isEmpty());
    QVERIFY(first.load().trouble.isEmpty());
    const auto saved = first.save(sample());
    QVERIFY(saved);
    CatalogStore second = store();
    const auto loaded = second.load();
    QVERIFY2(loaded.trouble.isEmpty(), qPrintable(loaded.trouble));
    for (const Catalog &catalog : {loaded.catalog, *saved}) {
        QCOMPARE(catalog.apps(), sample().apps());
        QCOMPARE(catalog.accounts(), sample().accounts());
        QCOMPARE(catalog.syncedAt(), sample().syncedAt());
        QCOMPARE(catalog.actions(), bare(sample()).actions());
    }
}

void TestCatalogStore::keepsSchemasByteForByte()
{
    QVERIFY(store().save(sample()));
    CatalogStore again = store();
    const Catalog catalog = again.load().catalog;
    const auto described = again.describe(*catalog.action(QStringLiteral("A_ONE")));
    QVERIFY(described);
    QCOMPARE(described->parameters, QByteArray(oddSchema));
    QCOMPARE(described->name, sample().actions()[0].name);
    QVERIFY(!again.describe(*catalog.action(QStringLiteral("A_TWO"))));
    QVERIFY(!again.describe(action("UNHEARD_OF", "1", {})));
    QVERIFY(!again.describe(action("A_ONE", "2", {}))); // another version is another schema
}

void TestCatalogStore::takesSchemasOverFromAnEarlierFile()
{
    CatalogStore kept = store();
    QVERIFY(kept.save(sample()));
    // A list that leaves the schemas out; of one action there is a new version.
    Catalog later = bare(sample()).with(action("A_TWO", "2", {}));
    QVERIFY(kept.save(later));
    CatalogStore again = store();
    const Catalog catalog = again.load().catalog;
    const auto described = again.describe(*catalog.action(QStringLiteral("A_ONE")));
    QVERIFY(described);
    QCOMPARE(described->parameters, QByteArray(oddSchema));
    later = later.with(action("A_ONE", "2", {}));
    QVERIFY(kept.save(later));
    QVERIFY(!kept.describe(action("A_ONE", "2", {})));
}

void TestCatalogStore::remembersOneAction()
{
    CatalogStore kept = store();
    const api::ActionInfo alone = action("A_THREE", "7", oddSchema);
    QVERIFY(kept.remember(alone));
    const auto described = kept.describe(action("a_three", "7", {}));
    QVERIFY(described);
    QCOMPARE(*described, alone);
    QVERIFY(!kept.describe(action("A_THREE", "8", {})));
    QVERIFY(kept.describe(action("A_THREE", "", {}))); // no version is any version
    QVERIFY(!store("work", "https://elsewhere.example").describe(action("A_THREE", "7", {})));
}

void TestCatalogStore::keepsEnvironmentsApart()
{
    QVERIFY(store("work").save(sample()));
    QVERIFY(store("../../work").load().catalog.isEmpty());
    QVERIFY(store("work", "https://other.example").load().catalog.isEmpty());
    const QString odd = QString(300, QLatin1Char('x')) + QStringLiteral("/../Ü");
    QVERIFY(CatalogStore(m_folder->path(), odd, {}, api::ApiVersion::V2).save(sample()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
    // A sandbox on this machine has another port each time.
    QVERIFY(store("sandbox", "http://127.0.0.1:1234").save(sample()));
    QVERIFY(!store("sandbox", "http://127.0.0.1:9999").load().catalog.isEmpty());
}

void TestCatalogStore::survivesDamage_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage : {"empty", "no header", "cut in the lists", "cut in the schemas", "a byte too many",
             "lists are no JSON", "lists of another shape", "a field of another type", "binary", "endless first line"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestCatalogStore::survivesDamage()
{
    QFETCH(QString, damage);
    CatalogStore kept = store();
    QVERIFY(kept.save(sample()));
    QByteArray bytes = *readFile(kept.path());
    const qsizetype lists = bytes.indexOf('\n') + 1;
    if (damage == QLatin1String("empty"))
        bytes.clear();
    else if (damage == QLatin1String("no header"))
        bytes = bytes.sliced(lists);
    else if (damage == QLatin1String("cut in the lists"))
        bytes.truncate(lists + 100);
    else if (damage == QLatin1String("cut in the schemas"))
        bytes.chop(10);
    else if (damage == QLatin1String("a byte too many"))
        bytes += ' ';
    else if (damage == QLatin1String("lists are no JSON"))
        bytes[lists] = '[';
    else if (damage == QLatin1String("lists of another shape"))
        bytes.replace("\"actions\"", "\"axtions\"");
    else if (damage == QLatin1String("a field of another type"))
        bytes.replace("[\"A_ONE\",", "[1234567,");
    else if (damage == QLatin1String("binary"))
        bytes = QByteArray(5000, '\xff');
    else
        bytes = QByteArray(100'000, '{');
    QVERIFY(writeFileAtomically(kept.path(), bytes));

    CatalogStore again = store();
    const auto loaded = again.load();
    QVERIFY(loaded.catalog.isEmpty());
    QVERIFY2(loaded.trouble.contains(QLatin1String("is damaged")), qPrintable(loaded.trouble));
    QVERIFY(!again.describe(action("A_ONE", "1", {}))); // nothing of it is believed
    QVERIFY(again.save(sample()));
    QVERIFY(!store().load().catalog.isEmpty());
}

void TestCatalogStore::leavesALaterFormatAlone()
{
    CatalogStore kept = store();
    QVERIFY(kept.save(sample()));
    const QByteArray later = "{\"actionscopeCatalog\":2,\"something\":\"else\"}\nwhatever";
    QVERIFY(writeFileAtomically(kept.path(), later));
    CatalogStore again = store();
    QVERIFY(again.load().trouble.contains(QLatin1String("later version")));
    QVERIFY(!again.save(sample()));
    QCOMPARE(*readFile(kept.path()), later);
}

void TestCatalogStore::saysWhereItCannotWrite()
{
    QVERIFY(writeFileAtomically(m_folder->filePath(QStringLiteral("file")), "in the way"));
    CatalogStore kept(m_folder->filePath(QStringLiteral("file/catalog")), QStringLiteral("x"), {}, api::ApiVersion::V2);
    const auto saved = kept.save(sample());
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::Unwritable);
    QVERIFY(!kept.remember(sample().actions()[0]));
    QVERIFY(kept.load().catalog.isEmpty());
}

void TestCatalogStore::noticesAFileWrittenByAnother()
{
    CatalogStore window = store();
    QVERIFY(window.save(sample()));
    QVERIFY(store().save(sample("{\"another\":\"schema, which shifts every place\"}")));
    QVERIFY(!window.describe(action("A_ONE", "1", {})));
    (void)window.load();
    QVERIFY(window.describe(action("A_ONE", "1", {}))->parameters.contains("another"));
}

void TestCatalogStore::isStaleAfterADay()
{
    const QDateTime then = sample().syncedAt();
    QVERIFY(!catalog::isStale(sample(), then.addSecs(60)));
    QVERIFY(catalog::isStale(sample(), then.addDays(1).addSecs(1)));
    QVERIFY(catalog::isStale(sample(), then.addSecs(-60))); // the clock was wrong then, or is now
    QVERIFY(catalog::isStale(Catalog(), then));
}

void TestCatalogStore::opensTwentyThousandActionsAtOnce()
{
    QList<api::ActionInfo> actions;
    const QByteArray padding = ",\"description\":\"" + QByteArray(1800, 'x') + "\"}";
    for (int i = 0; i < 20'000; ++i) {
        api::ActionInfo each = action("X", "20250909_00", "{\"type\":\"object\",\"title\":\"" + QByteArray::number(i) + '"' + padding);
        each.id = QStringLiteral("APPLICATION_%1_DO_SOMETHING_WITH_A_THING_%2").arg(i % 400).arg(i);
        each.name = QStringLiteral("Do something with a thing %1").arg(i);
        each.description = QStringLiteral("Does what it says with the thing that is named, and tells what came of it. ").repeated(2);
        each.appKey = QStringLiteral("application_%1").arg(i % 400);
        each.response = "{\"type\":\"object\"}";
        actions.append(each);
    }
    CatalogStore kept = store();
    QVERIFY(kept.save(Catalog({}, actions, {}, sample().syncedAt())));
    CatalogStore again = store();
    QElapsedTimer clock;
    clock.start();
    const Catalog catalog = again.load().catalog;
    const qint64 milliseconds = clock.elapsed();
    QCOMPARE(catalog.actions().size(), 20'000);
    const auto described = again.describe(catalog.actions()[19'999]);
    QVERIFY(described);
    QCOMPARE(described->parameters, actions[19'999].parameters);
    qInfo("20,000 actions: %lld bytes on disk, opened in %lld ms", QFileInfo(kept.path()).size(), milliseconds);
    QVERIFY2(milliseconds < 1500, "far beyond what a busy machine explains");
}

QTEST_GUILESS_MAIN(TestCatalogStore)
#include "tst_catalogstore.moc"
