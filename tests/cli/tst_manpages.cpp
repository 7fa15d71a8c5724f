// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

QString outputOf(const QString &program, const QStringList &words)
{
    QProcess process;
    process.start(program, words);
    process.waitForFinished();
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

// As a reader sees it: hyphens without their backslashes, no changes of the font.
QString page(const char *name)
{
    QFile file(QStringLiteral(ACTIONSCOPE_MAN "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).replace(QLatin1String("\\-"), QLatin1String("-"));
}

QStringList firstWords(const QString &help, const char *pattern)
{
    QStringList words;
    auto matches = QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption).globalMatch(help);
    while (matches.hasNext())
        words.append(matches.next().captured(1));
    words.removeDuplicates();
    return words;
}

bool holdsWord(const QString &text, const QString &word)
{
    return text.contains(QRegularExpression(QStringLiteral("(?<![\\w-])%1(?![\\w-])").arg(QRegularExpression::escape(word))));
}

} // namespace

// The manual pages know every command and every option that the programs tell of, and no other.
class TestManPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCommand();
    void namesEveryOption_data();
    void namesEveryOption();
    void namesNoOptionThatIsGone_data() { namesEveryOption_data(); }
    void namesNoOptionThatIsGone();
    void isWellFormed_data();
    void isWellFormed();
};

void TestManPages::namesEveryCommand()
{
    const QString manual = page("actionscope-cli.1");
    const QStringList commands = firstWords(outputOf(QStringLiteral(ACTIONSCOPE_CLI), {QStringLiteral("--help")}), "^  ([a-z]+) ");
    for (const char *known : {"exec", "run", "report", "history", "replay", "logs", "import", "export", "explain", "actions", "apps", "accounts", "catalog"})
        QVERIFY2(commands.contains(QLatin1String(known)), known);
    const QString synopsis = manual.section(QLatin1String(".SH SYNOPSIS"), 1).section(QLatin1String(".SH "), 0, 0);
    for (const QString &command : commands)
        QVERIFY2(synopsis.contains(QStringLiteral(".B actionscope-cli %1").arg(command)), qPrintable(command));
    const QStringList described = firstWords(synopsis, "^\\.B actionscope-cli ([a-z]+)");
    for (const QString &command : described)
        QVERIFY2(commands.contains(command), qPrintable(command));
}

void TestManPages::namesEveryOption_data()
{
    QTest::addColumn<QString>("manual");
    QTest::addColumn<QString>("help");
    QString help;
    for (const QString &command : firstWords(outputOf(QStringLiteral(ACTIONSCOPE_CLI), {QStringLiteral("--help")}), "^  ([a-z]+) "))
        help += outputOf(QStringLiteral(ACTIONSCOPE_CLI), {command, QStringLiteral("--help")});
    QTest::newRow("command line") << QStringLiteral("actionscope-cli.1") << help;
#ifdef ACTIONSCOPE_WINDOW
    QTest::newRow("window") << QStringLiteral("actionscope.1") << outputOf(QStringLiteral(ACTIONSCOPE_WINDOW), {QStringLiteral("--help")});
#endif
}

void TestManPages::namesEveryOption()
{
    QFETCH(QString, manual);
    QFETCH(QString, help);
    const QStringList options = firstWords(help, "(?<![\\w-])(--[a-z][a-z-]+)");
    QVERIFY2(options.size() >= 4, qPrintable(help));
    const QString text = page(manual.toLatin1().constData());
    for (const QString &option : options)
        QVERIFY2(holdsWord(text, option), qPrintable(option));
}

void TestManPages::namesNoOptionThatIsGone()
{
    QFETCH(QString, manual);
    QFETCH(QString, help);
    help += QStringLiteral(" --help --version");
    for (const QString &option : firstWords(page(manual.toLatin1().constData()), "(?<![\\w=-])(--[a-z][a-z-]+)"))
        QVERIFY2(holdsWord(help, option), qPrintable(option));
}

void TestManPages::isWellFormed_data()
{
    QTest::addColumn<QString>("manual");
    QTest::newRow("command line") << QStringLiteral("actionscope-cli.1");
    QTest::newRow("window") << QStringLiteral("actionscope.1");
}

// Sections in the usual order, one request a line, and no line that a pager would show as it stands.
void TestManPages::isWellFormed()
{
    QFETCH(QString, manual);
    const QString text = page(manual.toLatin1().constData());
    const QStringList sections = firstWords(text, "^\\.SH (.+)$");
    QCOMPARE(sections.mid(0, 3), QStringList({QStringLiteral("NAME"), QStringLiteral("SYNOPSIS"), QStringLiteral("DESCRIPTION")}));
    QVERIFY(sections.contains(QStringLiteral("ENVIRONMENT")));
    static const QRegularExpression request(QStringLiteral("^\\.(\\\\\"|TH |SH |SS |TP$|PP?$|br$|RS$|RE$|nf$|fi$|[BI]R? |R[BI] |BI |IB |IP)"));
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1Char('.')))
            QVERIFY2(request.match(line).hasMatch(), qPrintable(line));
        QVERIFY2(!line.startsWith(QLatin1Char('\'')), qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
