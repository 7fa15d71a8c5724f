// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace actionscope::tests {

// The real program as a process, with a config folder of its own. The event loop runs meanwhile, so that a server in
// the test can answer it.
class CliProcess final
{
public:
    CliProcess()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("COMPOSIO_API_KEY"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(folder.path());
    }

    void setEnvironment(const QString &name, const QString &value)
    {
        QProcessEnvironment environment = m_process.processEnvironment();
        environment.insert(name, value);
        m_process.setProcessEnvironment(environment);
    }

    void start(const QStringList &arguments, const QByteArray &standardInput = {})
    {
        output.clear();
        errors.clear();
        m_process.start(QStringLiteral(ACTIONSCOPE_CLI), arguments);
        m_process.write(standardInput);
        m_process.closeWriteChannel();
    }

    // The exit code; -1 when it crashed or went on for too long, and then the test's output says which.
    int finish(int milliseconds = 30'000)
    {
        const bool ended
            = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, milliseconds);
        collect();
        if (ended && m_process.exitStatus() == QProcess::NormalExit)
            return m_process.exitCode();
        const QByteArray what = ended ? "was ended by signal " + QByteArray::number(m_process.exitCode())
                                      : "did not end within " + QByteArray::number(milliseconds) + " ms";
        qWarning("%s %s; it printed:\n%s%s", qPrintable(m_process.arguments().join(QLatin1Char(' '))), what.constData(),
            output.constData(), errors.constData());
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }

    int run(const QStringList &arguments, const QByteArray &standardInput = {})
    {
        start(arguments, standardInput);
        return finish();
    }

    // Waits until standard output holds this text.
    bool waitForOutput(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                collect();
                return output.contains(text);
            },
            30'000);
    }

    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }

    // Writes a file into the working folder and returns its path.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir folder;
    QByteArray output;
    QByteArray errors;

private:
    void collect()
    {
        output += m_process.readAllStandardOutput();
        errors += m_process.readAllStandardError();
    }

    QProcess m_process;
};

} // namespace actionscope::tests
