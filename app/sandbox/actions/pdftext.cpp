// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/actions/pdftext.h"

#include <QList>
#include <QStringList>

namespace actionscope::sandbox {

namespace {

constexpr qsizetype lineLength = 80;
constexpr qsizetype pageLines = 54;

QStringList wrapped(const QString &text)
{
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        qsizetype from = 0;
        do {
            qsizetype length = lineLength;
            const qsizetype space = paragraph.lastIndexOf(QLatin1Char(' '), from + lineLength);
            if (from + lineLength < paragraph.size() && space > from)
                length = space - from + 1;
            lines.append(paragraph.mid(from, length));
            from += length;
        } while (from < paragraph.size());
    }
    return lines;
}

QByteArray pageContent(const QStringList &lines)
{
    QByteArray content = "BT /F1 11 Tf 14 TL 50 790 Td\n";
    for (const QString &line : lines) {
        QByteArray letters = line.toLatin1();
        letters.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)").replace('\r', "").replace('\0', "?");
        content += '(' + letters + ") Tj T*\n";
    }
    return content + "ET";
}

} // namespace

QByteArray pdfOf(const QString &text)
{
    const QStringList lines = wrapped(text);
    QList<QByteArray> objects {"<< /Type /Catalog /Pages 2 0 R >>", QByteArray(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"};
    QByteArrayList pages;
    for (qsizetype first = 0; first < lines.size(); first += pageLines) {
        const QByteArray content = pageContent(lines.mid(first, pageLines));
        objects.append("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream");
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                       "/Contents "
            + QByteArray::number(objects.size()) + " 0 R >>");
        pages.append(QByteArray::number(objects.size()) + " 0 R");
    }
    objects[1] = "<< /Type /Pages /Kids [" + pages.join(' ') + "] /Count " + QByteArray::number(pages.size()) + " >>";
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n"
        + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

} // namespace actionscope::sandbox
