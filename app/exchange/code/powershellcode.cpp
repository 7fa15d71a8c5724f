// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

namespace actionscope::exchange {

namespace {

// Nothing is special between single quotes but the quotes, of which PowerShell knows five.
QByteArray quoted(const QByteArray &text)
{
    QString doubled;
    const QString plain = QString::fromUtf8(text);
    for (const QChar c : plain) {
        const char16_t code = c.unicode();
        doubled += c;
        if (code == u'\'' || (code >= 0x2018 && code <= 0x201B))
            doubled += c;
    }
    return '\'' + doubled.toUtf8() + '\'';
}

} // namespace

QByteArray powerShellCode(const CodeRequest &code)
{
    // As bytes: older releases would send the text as Latin-1.
    return "$body = [System.Text.Encoding]::UTF8.GetBytes(" + quoted(wireRequest(code).body)
        + ")\n"
          "Invoke-RestMethod -Method Post -Uri "
        + quoted(addressOf(code))
        + " `\n"
          "  -Headers @{ 'x-api-key' = $env:COMPOSIO_API_KEY; 'Accept' = 'application/json' } `\n"
          "  -ContentType 'application/json' -TimeoutSec 180 -MaximumRedirection 0 -Body $body |\n"
          "  ConvertTo-Json -Depth 100\n";
}

} // namespace actionscope::exchange
