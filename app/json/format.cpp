// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/format.h"

namespace actionscope::json {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// One past the closing quote of the string that begins at `at`.
qsizetype endOfString(QByteArrayView json, qsizetype at)
{
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

qsizetype skipSpace(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

void newLine(QByteArray &out, qsizetype depth, int indent)
{
    out += '\n';
    out.append(depth * indent, ' ');
}

} // namespace

QByteArray minified(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size());
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            const qsizetype end = endOfString(json, at);
            out.append(json.sliced(at, end - at));
            at = end;
        } else {
            if (!isSpace(json[at]))
                out += json[at];
            ++at;
        }
    }
    return out;
}

QByteArray prettyPrinted(QByteArrayView json, int indent, qsizetype limit)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 4);
    qsizetype depth = 0;
    for (qsizetype at = skipSpace(json, 0); at < json.size(); at = skipSpace(json, at)) {
        if (out.size() > limit)
            return {};
        const char c = json[at];
        if (c == '"') {
            const qsizetype end = endOfString(json, at);
            out.append(json.sliced(at, end - at));
            at = end;
            continue;
        }
        ++at;
        if (c == '{' || c == '[') {
            out += c;
            const qsizetype next = skipSpace(json, at);
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                out += json[next];
                at = next + 1;
            } else {
                newLine(out, ++depth, indent);
            }
        } else if (c == '}' || c == ']') {
            depth = depth > 0 ? depth - 1 : 0;
            newLine(out, depth, indent);
            out += c;
        } else if (c == ',') {
            out += c;
            newLine(out, depth, indent);
        } else if (c == ':') {
            out += ": ";
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace actionscope::json
