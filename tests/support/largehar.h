// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>

namespace actionscope::tests {

// An execution as a HAR entry, with an answer of so many bytes.
inline QByteArray harEntry(const QByteArray &actionId, qsizetype answerBytes)
{
    return R"({"startedDateTime":"2026-11-25T12:00:00.000Z","time":1,"request":{"method":"POST","url":"https://h/api/v2/actions/)" + actionId
        + R"(/execute","headers":[],"postData":{"mimeType":"application/json","text":"{\"input\":{\"n\":1.10}}"}},"response":{"status":200,"statusText":"OK","headers":[],"content":{"mimeType":"application/json","text":"{\"data\":\")"
        + QByteArray(answerBytes, 'x') + R"(\",\"successful\":true}"}}})";
}

// So many entries with an answer of a megabyte each, written one by one; the one in the middle has one of `largest` bytes.
inline bool writeLargeHar(const QString &path, int entries, qsizetype largest)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(R"({"log":{"version":"1.2","entries":[)");
    for (int i = 0; i < entries; ++i)
        file.write((i == 0 ? "\n" : ",\n") + (i == entries / 2 ? harEntry("SANDBOX_FILL", largest) : harEntry("SANDBOX_ECHO", 1'000'000)));
    return file.write("\n]}}\n") > 0 && file.flush();
}

} // namespace actionscope::tests
