// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cliprocess.h"

#include <QFileInfo>

using actionscope::tests::CliProcess;

// The shell completion, as bash asks it.
class TestCliCompletion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_cli.run({QStringLiteral("catalog"), QStringLiteral("sync")}), 0); }
    void completes_data();
    void completes();

private:
    QStringList completed(const QString &words);

    CliProcess m_cli;
};

QStringList TestCliCompletion::completed(const QString &words)
{
    const QString script = QStringLiteral("source %1; COMP_WORDS=(%2 %3); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                                          "_actionscope_cli; printf '%s\\n' \"${COMPREPLY[@]}\"")
                               .arg(QStringLiteral(ACTIONSCOPE_COMPLETION), QStringLiteral(ACTIONSCOPE_CLI), words);
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_cli.folder.path());
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
    if (!bash.waitForFinished())
        return {};
    return QString::fromUtf8(bash.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void TestCliCompletion::completes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("choices");
    const auto row = [](const char *words, const char *choices) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(choices);
    };
    row("a", "actions apps accounts");
    row("exec GITHUB_CREATE_AN_IS", "GITHUB_CREATE_AN_ISSUE GITHUB_CREATE_AN_ISSUE_COMMENT");
    row("exec A --str", "--strict");
    row("exec A --print p", "pretty");
    row("diff --print r", "report");
    row("explain --print t", "text");
    row("explain x --stat", "--status");
    row("actions s", "search show");
    row("actions show GMAIL_SEND", "GMAIL_SEND_EMAIL");
    row("actions list --app git", "github");
    row("actions list --del", "--deletes");
    row("accounts list --ent", "--entity");
    row("catalog ''", "sync");
    row("actions list --lim", "--limit");
    row("run x --rep", "--repeat --report");
    row("run x --report h", "html=");
    row("report ''", "merge compare");
    row("history ''", "list show search export prune");
    row("history list --verdict s", "successful serviceRefused");
    row("history show x --print b", "body");
    row("history export x --as h", "har");
    row("replay x --mini", "--minimize");
    row("replay x --print r", "report");
    row("logs --status f", "failed");
}

void TestCliCompletion::completes()
{
    QFETCH(const QString, words);
    QFETCH(const QString, choices);
    QCOMPARE(completed(words), choices.split(QLatin1Char(' ')));
}

QTEST_GUILESS_MAIN(TestCliCompletion)
#include "tst_cli_completion.moc"
