// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fences/sourcetree.h"

#include <QHash>
#include <QTest>

using namespace actionscope::fences;

// Lengths and habits of the house style. What needs to be larger is listed below with its reason.
class TestSizes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesStayShort();
    void functionsStayShort();
    void everyFileSaysItsLicence();
    void forbiddenWordsStayOut_data();
    void forbiddenWordsStayOut();
    void testsDoNotSleepOrSkipSilently();
};

namespace {

constexpr qsizetype longestFunction = 60;
constexpr qsizetype longestSource = 500;
constexpr qsizetype longestHeader = 120;
constexpr qsizetype longestMainWindow = 400;

struct Exception
{
    const char *path;
    qsizetype lines;
    const char *reason;
};

// Longer on purpose.
constexpr Exception longerFiles[] = {
    {"app/json/document.h", 150, "one value type of three small classes that are read together"},
    {"app/diagnosis/rules/rules.h", 140, "a list of the rules, one line each"},
};

qsizetype limitFor(const QString &path)
{
    for (const Exception &exception : longerFiles) {
        if (path == QLatin1String(exception.path))
            return exception.lines;
    }
    if (path == QLatin1String("ui/shell/mainwindow.cpp"))
        return longestMainWindow;
    return path.endsWith(QLatin1String(".h")) ? longestHeader : longestSource;
}

// Every body that opens with a brace on a line of its own, as functions do here; classes end in “};”.
QStringList longFunctions(const QString &path)
{
    QStringList found;
    const QStringList lines = contentOf(path).split(QLatin1Char('\n'));
    QHash<qsizetype, qsizetype> openAt; // by indentation
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString text = lines[i].trimmed();
        const qsizetype indent = lines[i].indexOf(text);
        if (text == QLatin1String("{"))
            openAt.insert(indent, i);
        else if (text == QLatin1String("}") && openAt.contains(indent) && i - openAt.take(indent) - 1 > longestFunction)
            found.append(QStringLiteral("%1:%2").arg(path).arg(i + 1));
        else if (text.startsWith(QLatin1String("};")))
            openAt.remove(indent);
    }
    return found;
}

// Where the pattern stands in the code, comments and quoted text aside.
QStringList placesOf(const QRegularExpression &pattern, const QString &path)
{
    QStringList found;
    const QString code = codeOf(path);
    auto matches = pattern.globalMatch(code);
    while (matches.hasNext()) {
        const qsizetype line = code.left(matches.next().capturedStart()).count(QLatin1Char('\n')) + 1;
        found.append(QStringLiteral("%1:%2").arg(path).arg(line));
    }
    return found;
}

} // namespace

void TestSizes::filesStayShort()
{
    QStringList found;
    for (const QString &path : shippedSources()) {
        const qsizetype lines = contentOf(path).count(QLatin1Char('\n'));
        if (lines > limitFor(path))
            found.append(QStringLiteral("%1: %2 lines, %3 are the guide").arg(path).arg(lines).arg(limitFor(path)));
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestSizes::functionsStayShort()
{
    QStringList found;
    for (const QString &path : shippedSources())
        found += longFunctions(path);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestSizes::everyFileSaysItsLicence()
{
    QStringList files {QStringLiteral("CMakeLists.txt"), QStringLiteral(".ci/run")};
    const QStringList patterns {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("CMakeLists.txt"),
        QStringLiteral("*.cmake"), QStringLiteral("*.qss"), QStringLiteral("*.svg"), QStringLiteral("*.sh"),
        QStringLiteral("*.py"), QStringLiteral("*.js"), QStringLiteral("*.mjs"), QStringLiteral("*.1"),
        QStringLiteral("*.supp")};
    for (const char *folder : {"app", "ui", "resources", "tests", "packaging"})
        files += filesBelow(QLatin1String(folder), patterns);
    QDir packaging(absolutePath(QStringLiteral("packaging")));
    const QStringList scripts = packaging.entryList(QDir::Files);
    for (const QString &script : scripts) {
        if (!script.contains(QLatin1Char('.')))
            files.append(QStringLiteral("packaging/") + script);
    }
    QStringList found;
    for (const QString &path : std::as_const(files)) {
        const QString start = contentOf(path).left(400);
        // The tag is put together here so that a licence scanner reads only the one at the top.
        const bool isSaid = start.contains(QLatin1String("SPDX-" "License-Identifier: GPL-3.0-or-later"))
            && start.contains(QLatin1String("SPDX-" "FileCopyrightText:"));
        const bool isOnlyAList = path.endsWith(QLatin1String(".supp")); // its format knows no such header
        if (!isSaid && !isOnlyAList)
            found.append(path);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestSizes::forbiddenWordsStayOut_data()
{
    QTest::addColumn<QString>("pattern");
    // A file that may use it, because there is no other way; said beside the row.
    QTest::addColumn<QString>("exception");
    QTest::newRow("sender()") << QStringLiteral("\\bsender\\(\\)") << QString();
    QTest::newRow("connect by string") << QStringLiteral("\\b(SIGNAL|SLOT)\\s*\\(")
                                       << QStringLiteral("ui/services/desktoplook.cpp"); // D-Bus knows no other
    QTest::newRow("connect to a lambda without a context")
        << QStringLiteral("\\bconnect\\(\\s*[^,;]+,\\s*&[\\w:]+,\\s*\\[") << QString();
    QTest::newRow("blocking waits") << QStringLiteral("(\\.|->)waitFor[A-Z]\\w*\\(") << QString();
    QTest::newRow("event loops inside") << QStringLiteral("\\b(QEventLoop|processEvents)\\b") << QString();
    QTest::newRow("delete") << QStringLiteral("\\bdelete\\s+\\w") << QString();
    QTest::newRow("lower-case signals and slots") << QStringLiteral("\\b(signals|slots)\\s*:|\\bemit\\s") << QString();
}

void TestSizes::forbiddenWordsStayOut()
{
    QFETCH(QString, pattern);
    QFETCH(QString, exception);
    const QRegularExpression expression(pattern);
    QVERIFY(expression.isValid());
    QStringList found;
    for (const QString &path : shippedSources()) {
        if (path != exception)
            found += placesOf(expression, path);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestSizes::testsDoNotSleepOrSkipSilently()
{
    static const QRegularExpression sleeps(QStringLiteral("\\b(qWait|qSleep|msleep|usleep)\\s*\\(|QSKIP\\(\\s*\\)"));
    QStringList found;
    const QStringList tests = filesBelow(QStringLiteral("tests"), {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
    for (const QString &path : tests)
        found += placesOf(sleeps, path);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestSizes)
#include "tst_sizes.moc"
