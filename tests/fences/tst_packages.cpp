// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fences/sourcetree.h"

#include <QTest>

using namespace actionscope::fences;

// What the scripts install, the README names, in the same order and words.
class TestPackages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReadmeNamesEveryPackage();
    void theReadmeOpensWithTheTwoCommands();
    void scriptsCanBeExecuted_data();
    void scriptsCanBeExecuted();
};

void TestPackages::theReadmeNamesEveryPackage()
{
    static const QRegularExpression entry(QStringLiteral("^([a-z0-9+.-]+)\\s+(build|test|bench|fuzz)\\s+\\S+\\s+(.+)$"));
    QStringList rows;
    const QStringList lines = contentOf(QStringLiteral("packaging/packages")).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const auto match = entry.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        rows.append(QStringLiteral("| %1 | %2 | %3 |").arg(match.captured(1), match.captured(2), match.captured(3)));
    }
    QVERIFY(rows.size() > 10);
    QVERIFY(contentOf(QStringLiteral("README.md")).contains(rows.join(QLatin1Char('\n'))));
}

void TestPackages::theReadmeOpensWithTheTwoCommands()
{
    const QString start = contentOf(QStringLiteral("README.md")).left(400);
    QVERIFY(start.contains(QLatin1String("packaging/start")));
    QVERIFY(start.contains(QLatin1String("packaging/check")));
}

void TestPackages::scriptsCanBeExecuted_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"packaging/start", "packaging/check", "packaging/install", ".ci/run"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestPackages::scriptsCanBeExecuted()
{
    QFETCH(QString, path);
    QVERIFY(QFile::permissions(absolutePath(path)).testFlag(QFileDevice::ExeOwner));
    QVERIFY(contentOf(path).startsWith(QLatin1String("#!/usr/bin/env bash\n")));
    QVERIFY(contentOf(path).contains(QLatin1String("set -euo pipefail")));
}

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
