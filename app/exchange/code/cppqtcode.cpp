// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exchange/code/codewriters.h"

#include "app/exchange/code/literals.h"

namespace actionscope::exchange {

namespace {

// A raw literal, with a delimiter that the text does not end.
QByteArray rawLiteral(const QByteArray &text)
{
    QByteArray delimiter = "json";
    while (text.contains(')' + delimiter + '"'))
        delimiter += '_';
    return "R\"" + delimiter + '(' + text + ')' + delimiter + '"';
}

} // namespace

QByteArray cppQtCode(const CodeRequest &code)
{
    return "// Qt 6, modules Core and Network\n"
           "#include <QCoreApplication>\n"
           "#include <QNetworkAccessManager>\n"
           "#include <QNetworkReply>\n"
           "\n"
           "#include <cstdio>\n"
           "\n"
           "int main(int argc, char **argv)\n"
           "{\n"
           "    QCoreApplication application(argc, argv);\n"
           "    QNetworkAccessManager network;\n"
           "    QNetworkRequest request(QUrl(QStringLiteral("
        + quotedText(QString::fromUtf8(addressOf(code)))
        + ")));\n"
          "    request.setRawHeader(\"Content-Type\", \"application/json\");\n"
          "    request.setRawHeader(\"Accept\", \"application/json\");\n"
          "    request.setRawHeader(\"x-api-key\", qgetenv(\"COMPOSIO_API_KEY\"));\n"
          "    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);\n"
          "    request.setTransferTimeout(180'000);\n"
          "    const QByteArray body("
        + rawLiteral(wireRequest(code).body)
        + ");\n"
          "    QNetworkReply *reply = network.post(request, body);\n"
          "    QObject::connect(reply, &QNetworkReply::finished, &application, [reply] {\n"
          "        std::puts(reply->readAll().constData());\n"
          "        QCoreApplication::exit(reply->error() == QNetworkReply::NoError ? 0 : 1);\n"
          "    });\n"
          "    return application.exec();\n"
          "}\n";
}

} // namespace actionscope::exchange
