// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/jsonpath.h"
#include "app/json/valuepaths.h"
#include "app/json/writer.h"

#include <QFile>

#include <cstdio>

using namespace actionscope::json;

namespace {

QByteArray pathsOf(const QList<Value> &values)
{
    ValuePaths paths;
    ArrayWriter writer;
    for (const Value &value : values)
        writer.addString(paths.pathOf(value));
    return writer.finished();
}

// What this program makes of one case: {"selector": …, "document": …} is a query, {"text": …} a text to read.
QByteArray answerTo(const Value &wanted)
{
    if (const Value text = wanted.member(u"text"); text.isString())
        return Document::parse(text.toString().toUtf8()).isValid() ? "true" : "false";
    const auto path = JsonPath::parse(wanted.member(u"selector").toString());
    if (!path)
        return "null";
    const Document document = Document::parse(wanted.member(u"document").raw().toByteArray());
    return pathsOf(path->evaluate(document.root()));
}

} // namespace

// Reads an array of cases from standard input and prints one line for each.
int main()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    const Document cases = Document::parse(input.readAll());
    for (Value one = cases.root().firstChild(); one.isValid(); one = one.nextSibling())
        std::puts(answerTo(one).constData());
    return cases.isValid() ? 0 : 1;
}
