// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/cli/exitcode.h"

#include <QByteArrayList>
#include <QObject>

namespace actionscope::cli {

class Console;

// One word behind the program's name. A command reads its words, then works in the event loop until done().
class Command : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual QByteArray name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;
    [[nodiscard]] virtual QString help() const = 0;

    // Reads the words behind the command. A failure is bad usage: nothing has happened yet.
    [[nodiscard]] virtual Result<void> prepare(const QByteArrayList &words, Console &console) = 0;
    virtual void start() = 0;
    // Somebody pressed Ctrl+C; done() follows soon.
    virtual void interrupt() = 0;

Q_SIGNALS:
    void done(actionscope::cli::ExitCode code);

protected:
    using QObject::QObject;
};

} // namespace actionscope::cli
