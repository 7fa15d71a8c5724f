// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/json/writer.h"

#include <QString>

#include <algorithm>

namespace actionscope::json {

namespace {

QByteArray unicodeEscape(char16_t unit)
{
    return "\\u" + QByteArray::number(uint(unit), 16).rightJustified(4, '0');
}

bool isPlain(char16_t unit) { return unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\'; }

// Most texts are plain, and a run writes thousands of them: those are copied straight to where they belong.
bool appendPlain(QByteArray *out, QStringView text)
{
    const qsizetype before = out->size();
    out->resize(before + text.size() + 2);
    char *to = out->data() + before;
    *to++ = '"';
    for (const QChar c : text) {
        if (!isPlain(c.unicode())) {
            out->truncate(before);
            return false;
        }
        *to++ = char(c.unicode());
    }
    *to = '"';
    return true;
}

} // namespace

QByteArray quoted(QStringView text)
{
    QByteArray out;
    if (appendPlain(&out, text))
        return out;
    out.reserve(text.size() + 2);
    out += '"';
    qsizetype plainFrom = 0;
    const auto flush = [&](qsizetype to) { out += text.sliced(plainFrom, to - plainFrom).toUtf8(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        if (unit >= 0x20 && unit != u'"' && unit != u'\\' && !text[i].isSurrogate())
            continue;
        flush(i);
        plainFrom = i + 1;
        switch (unit) {
        case u'"':
            out += "\\\"";
            break;
        case u'\\':
            out += "\\\\";
            break;
        case u'\n':
            out += "\\n";
            break;
        case u'\r':
            out += "\\r";
            break;
        case u'\t':
            out += "\\t";
            break;
        default:
            out += unicodeEscape(unit);
        }
    }
    flush(text.size());
    return out + '"';
}

QByteArray quotedUtf8(QByteArrayView text)
{
    if (!std::all_of(text.begin(), text.end(), [](char c) { return isPlain(uchar(c)); }))
        return quoted(QString::fromUtf8(text));
    QByteArray out(text.size() + 2, '"');
    std::copy(text.begin(), text.end(), out.begin() + 1);
    return out;
}

namespace {

void beginMember(QByteArray *object, QByteArrayView name)
{
    if (object->size() > 1)
        *object += ',';
    *object += quotedUtf8(name);
    *object += ':';
}

} // namespace

void ObjectWriter::addRaw(QByteArrayView name, QByteArrayView json)
{
    if (json.startsWith("\xEF\xBB\xBF")) // may begin a text, but not stand inside one
        json = json.sliced(3);
    beginMember(&m_bytes, name);
    m_bytes.append(json);
}

void ObjectWriter::addString(QByteArrayView name, QStringView text)
{
    beginMember(&m_bytes, name);
    if (!appendPlain(&m_bytes, text))
        m_bytes += quoted(text);
}

void ObjectWriter::addInteger(QByteArrayView name, qint64 number)
{
    addRaw(name, QByteArray::number(number));
}

void ObjectWriter::addBool(QByteArrayView name, bool value)
{
    addRaw(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

void ObjectWriter::addNull(QByteArrayView name)
{
    addRaw(name, "null");
}

void ArrayWriter::addRaw(QByteArrayView json)
{
    if (m_bytes.size() > 1)
        m_bytes += ',';
    m_bytes.append(json);
}

void ArrayWriter::addString(QStringView text)
{
    addRaw(quoted(text));
}

} // namespace actionscope::json
