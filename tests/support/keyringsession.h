// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace actionscope::test {

// Set in the inner run.
inline constexpr char insideKeyring[] = "ACTIONSCOPE_TEST_INSIDE_KEYRING";

struct InnerRun
{
    int exitCode = -1;
    QByteArray output;
};

// Runs this program again on a private bus with a keyring of its own, and waits until all of it has ended.
[[nodiscard]] InnerRun runInsideKeyring();

// In there: writes a secret as the program does, again until the keyring has taken its name on the bus. False where it
// never does.
[[nodiscard]] bool writeToKeyring(const QString &name, const QByteArray &secret);

} // namespace actionscope::test
