// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include "app/base/tr.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace actionscope::cli {

namespace {

constexpr int usualColumns = 80; // where a terminal does not tell
constexpr char eraseLine[] = "\r\033[K";

// Asked once: a run writes thousands of lines.
bool isTerminal(int file)
{
    static const std::array<bool, 3> areTerminals {
        ::isatty(STDIN_FILENO) == 1, ::isatty(STDOUT_FILENO) == 1, ::isatty(STDERR_FILENO) == 1};
    return areTerminals.at(std::size_t(file));
}

// 0, or the system's reason.
int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), std::size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return errno;
        bytes = bytes.sliced(written < 0 ? 0 : written);
    }
    return 0;
}

QByteArray toned(const QString &line, Console::Tone tone, bool isColored)
{
    const QByteArray text = withoutControls(line).toUtf8();
    if (tone == Console::Tone::Plain || !isColored)
        return text;
    return (tone == Console::Tone::Good ? "\033[32m" : "\033[31m") + text + "\033[0m";
}

} // namespace

QString withoutControls(QString line)
{
    for (QChar &c : line) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
        else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return line;
}

Result<void> Console::writeResult(QByteArrayView bytes)
{
    clearProgress();
    const int trouble = writeAll(STDOUT_FILENO, bytes);
    if (trouble == 0 || trouble == EPIPE) {
        if (!bytes.isEmpty())
            m_isLineOpen = bytes.back() != '\n' && isTerminal(STDOUT_FILENO);
        return {};
    }
    return failure(ErrorCode::Unwritable,
        Tr::tr("The result could not be written to standard output: %1.").arg(QString::fromLocal8Bit(strerror(trouble))));
}

void Console::say(const QString &line, Tone tone)
{
    clearProgress();
    QByteArray text = toned(line, tone, isColored(STDERR_FILENO));
    if (m_isLineOpen)
        text.prepend('\n');
    m_isLineOpen = false;
    writeAll(STDERR_FILENO, text + '\n');
}

void Console::sayError(const Error &error)
{
    say(error.sentence, Tone::Bad);
    if (!error.hint.isEmpty())
        say(error.hint);
}

Result<void> Console::tell(const QString &line, Tone tone)
{
    return writeResult(toned(line, tone, isColored(STDOUT_FILENO)) + '\n');
}

Console::Looks Console::looks() const
{
    Looks looks {isColored(STDOUT_FILENO)};
    winsize size {};
    if (isTerminal(STDOUT_FILENO))
        looks.columns = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usualColumns;
    return looks;
}

bool Console::canShowProgress() { return isTerminal(STDERR_FILENO); }

void Console::showProgress(const QString &line)
{
    if (!canShowProgress())
        return;
    writeAll(STDERR_FILENO, eraseLine + withoutControls(line).toUtf8());
    m_isProgressShown = true;
}

void Console::clearProgress()
{
    if (std::exchange(m_isProgressShown, false))
        writeAll(STDERR_FILENO, eraseLine);
}

bool Console::isColored(int file) const
{
    if (m_color != Color::Auto)
        return m_color == Color::Always;
    return isTerminal(file) && qEnvironmentVariableIsEmpty("NO_COLOR");
}

} // namespace actionscope::cli
