// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fences/sourcetree.h"

#include <QHash>
#include <QLibraryInfo>
#include <QTest>

using namespace actionscope::fences;

namespace {

// Who may enter which room, and which Qt modules are at home there besides Core: the table of the floor plan.
struct Room
{
    const char *folder;
    const char *rooms;
    const char *modules;
};

constexpr char anyRoomBelowModels[] = "app/workspace app/runner app/diagnosis app/exchange app/storage app/catalog "
                                      "app/executor app/schema app/api app/json app/base";
constexpr char pageRooms[] = "app/models app/workspace app/runner app/diagnosis app/exchange app/storage app/catalog "
                             "app/executor app/schema app/api app/json app/base ui/editor ui/widgets ui/delegates "
                             "ui/services";
constexpr char widgetModules[] = "QtGui QtWidgets QtConcurrent";

constexpr Room rooms[] = {
    {"app/base", "", ""},
    {"app/json", "app/base", ""},
    {"app/api", "app/json app/base", ""},
    {"app/schema", "app/json app/base", ""},
    {"app/executor", "app/api app/json app/base", "QtNetwork"},
    {"app/catalog", "app/executor app/api app/schema app/json app/base", "QtConcurrent"},
    {"app/storage", "app/api app/json app/base", "QtConcurrent"},
    {"app/exchange", "app/api app/json app/base", ""},
    {"app/diagnosis", "app/api app/schema app/json app/base app/catalog", ""},
    {"app/runner", "app/diagnosis app/executor app/storage app/api app/schema app/json app/base", "QtConcurrent"},
    {"app/workspace", anyRoomBelowModels, "QtConcurrent"},
    {"app/models", anyRoomBelowModels, "QtConcurrent"},
    {"app/sandbox", "app/api app/schema app/json app/base", "QtNetwork QtSql"},
    {"app/cli", "app/workspace app/runner app/diagnosis app/exchange app/storage app/catalog app/executor app/schema "
                "app/api app/json app/base app/sandbox", "QtConcurrent"},
    {"ui/services", "app/base", "QtGui QtWidgets QtSvg QtDBus"},
    {"ui/widgets", "app/base ui/services", widgetModules},
    {"ui/delegates", "app/models app/diagnosis app/api app/json app/base ui/services ui/widgets", widgetModules},
    {"ui/editor", "app/schema app/json app/base ui/services ui/widgets", "QtGui QtWidgets QtConcurrent QtPrintSupport"},
    {"ui/request", pageRooms, widgetModules},
    {"ui/response", pageRooms, widgetModules},
    {"ui/runs", pageRooms, widgetModules},
    {"ui/sidebar", pageRooms, widgetModules},
    {"ui/dialogs", pageRooms, widgetModules},
    {"ui/shell", "app/sandbox app/models app/workspace app/runner app/diagnosis app/exchange app/storage app/catalog "
                 "app/executor app/schema app/api app/json app/base ui/request ui/response ui/runs ui/sidebar ui/dialogs "
                 "ui/editor ui/widgets ui/delegates ui/services", widgetModules},
};

// Headers that only some files may know.
struct Guarded
{
    const char *pattern; // of what stands between the brackets
    const char *files; // of the path that may include it
    const char *reason;
};

constexpr Guarded guardedHeaders[] = {
    {"^qt6keychain/", "^app/storage/keychain\\w*\\.cpp$", "the keychain is known to one file"},
    {"^(QtCore/)?QSettings$", "^app/storage/", "settings are kept by app/storage"},
    {"^valijson/", "^app/schema/(valijson\\w+\\.h|validator\\.cpp)$", "one file compiles valijson, two lend it our document"},
    {"^Qsci/", "^ui/editor/", "only the editor knows QScintilla"},
    {"^(QtCore/)?QJson\\w+$",
        "^(app/sandbox/|app/storage/(settings|environments)\\w*\\.cpp$|ui/services/theme\\w*\\.cpp$)",
        "QJsonDocument sorts keys and rounds numbers; it may read our own settings and manifests only"},
    {"^(QtNetwork/)?QNetworkAccessManager$", "^app/(executor|catalog)/|^app/sandbox/modelrun\\.cpp$",
        "requests leave by the executor, and the sandbox's questions to a model by one file"},
};

const Room *roomOf(const QString &path)
{
    for (const Room &room : rooms) {
        if (path.startsWith(QLatin1String(room.folder) + QLatin1Char('/')))
            return &room;
    }
    return nullptr;
}

bool lists(const char *words, const QString &word)
{
    return QString::fromLatin1(words).split(QLatin1Char(' ')).contains(word);
}

// The Qt module whose folder of headers holds this one; empty for what is not Qt's.
QString moduleOf(const QString &header)
{
    static QHash<QString, QString> known;
    if (header.startsWith(QLatin1String("Qt")) && header.contains(QLatin1Char('/')))
        return header.section(QLatin1Char('/'), 0, 0);
    const auto at = known.constFind(header);
    if (at != known.cend())
        return *at;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const QStringList modules = headers.entryList({QStringLiteral("Qt*")}, QDir::Dirs);
    for (const QString &module : modules) {
        if (headers.exists(module + QLatin1Char('/') + header))
            return *known.insert(header, module);
    }
    return *known.insert(header, {});
}

} // namespace

// Holds the floor plan against every #include: linking alone does not keep rooms apart.
class TestIncludes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasARoom();
    void roomsEnterOnlyWhereTheyMay();
    void qtModulesStayAtHome();
    void guardedHeadersStayGuarded();
    void includesNameTheRoom();
    void ownHeaderComesFirst();

private:
    // Calls `check` with path, header, and whether it stands in quotes; it returns a complaint or nothing.
    template <typename Check> QStringList complaints(Check check);
};

template <typename Check> QStringList TestIncludes::complaints(Check check)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    QStringList found;
    for (const QString &path : shippedSources()) {
        const QStringList lines = contentOf(path).split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto match = include.match(lines[i]);
            if (!match.hasMatch())
                continue;
            const QString complaint = check(path, match.captured(2), match.captured(1) == QLatin1String("\""));
            if (!complaint.isEmpty())
                found.append(QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(complaint));
        }
    }
    return found;
}

void TestIncludes::everyFileHasARoom()
{
    const QStringList sources = shippedSources();
    QVERIFY(sources.size() > 50);
    QStringList homeless;
    for (const QString &path : sources) {
        if (!roomOf(path) && path != QLatin1String("ui/main.cpp"))
            homeless.append(path);
    }
    QCOMPARE(homeless.join(QLatin1Char('\n')), QString());
}

void TestIncludes::roomsEnterOnlyWhereTheyMay()
{
    const QStringList found = complaints([](const QString &path, const QString &header, bool isOurs) -> QString {
        const Room *from = roomOf(path);
        const QString to = header.section(QLatin1Char('/'), 0, 1);
        if (!isOurs || !from || to == QLatin1String(from->folder) || lists(from->rooms, to))
            return {};
        return QStringLiteral("%1 must not include %2").arg(QLatin1String(from->folder), header);
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestIncludes::qtModulesStayAtHome()
{
    const QStringList found = complaints([](const QString &path, const QString &header, bool isOurs) -> QString {
        const Room *room = roomOf(path);
        const QString module = isOurs ? QString() : moduleOf(header);
        if (module.isEmpty() || module == QLatin1String("QtCore") || !room || lists(room->modules, module))
            return {};
        return QStringLiteral("%1 must not use %2, but includes <%3>").arg(QLatin1String(room->folder), module, header);
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    QCOMPARE(moduleOf(QStringLiteral("QString")), QStringLiteral("QtCore"));
    QCOMPARE(moduleOf(QStringLiteral("QtWidgets/QWidget")), QStringLiteral("QtWidgets"));
    QCOMPARE(moduleOf(QStringLiteral("QTcpSocket")), QStringLiteral("QtNetwork"));
}

void TestIncludes::guardedHeadersStayGuarded()
{
    const QStringList found = complaints([](const QString &path, const QString &header, bool) -> QString {
        for (const Guarded &guarded : guardedHeaders) {
            const QRegularExpression pattern(QLatin1String(guarded.pattern));
            const QRegularExpression files(QLatin1String(guarded.files));
            if (pattern.match(header).hasMatch() && !files.match(path).hasMatch())
                return QStringLiteral("<%1>: %2").arg(header, QLatin1String(guarded.reason));
        }
        return {};
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestIncludes::includesNameTheRoom()
{
    static const QRegularExpression fullName(QStringLiteral("^(app|ui)(/\\w+)+\\.h$"));
    const QStringList found = complaints([](const QString &, const QString &header, bool isOurs) -> QString {
        if (!isOurs || fullName.match(header).hasMatch() || header.endsWith(QLatin1String(".moc")))
            return {};
        return QStringLiteral("write \"%1\" with its room").arg(header);
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestIncludes::ownHeaderComesFirst()
{
    static const QRegularExpression first(QStringLiteral("#include [<\"]([^>\"]+)[>\"]"));
    QStringList found;
    for (const QString &path : shippedSources()) {
        const QString header = path.chopped(4) + QStringLiteral(".h");
        if (path.endsWith(QLatin1String(".cpp")) && QFile::exists(absolutePath(header))
            && first.match(contentOf(path)).captured(1) != header)
            found.append(path);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
