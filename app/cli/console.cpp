// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include "app/base/tr.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace actionscope::cli {

namespace {

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

} // namespace

Result<void> Console::writeResult(QByteArrayView bytes)
{
    const int trouble = writeAll(STDOUT_FILENO, bytes);
    if (trouble == 0 || trouble == EPIPE) {
        if (!bytes.isEmpty())
            m_isLineOpen = bytes.back() != '\n' && ::isatty(STDOUT_FILENO);
        return {};
    }
    return failure(ErrorCode::Unwritable,
        Tr::tr("The result could not be written to standard output: %1.").arg(QString::fromLocal8Bit(strerror(trouble))));
}

void Console::say(const QString &line, Tone tone)
{
    QByteArray text = withoutControls(line).toUtf8();
    if (tone != Tone::Plain && isColored())
        text = (tone == Tone::Good ? "\033[32m" : "\033[31m") + text + "\033[0m";
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

bool Console::isColored() const
{
    if (m_color != Color::Auto)
        return m_color == Color::Always;
    return ::isatty(STDERR_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR");
}

} // namespace actionscope::cli
