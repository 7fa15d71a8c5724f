// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace actionscope::json {

// `text` as a JSON string with its quotes. Only what must be escaped is; a lone surrogate becomes \uXXXX.
[[nodiscard]] QByteArray quoted(QStringView text);

// The same of a text in UTF-8.
[[nodiscard]] QByteArray quotedUtf8(QByteArrayView text);

// Writes one object member by member, in order. `addRaw` takes JSON exactly as it stands, which is how
// a person's own bytes get into a body unchanged.
class ObjectWriter final
{
public:
    void addRaw(QByteArrayView name, QByteArrayView json);
    void addString(QByteArrayView name, QStringView text);
    void addUtf8(QByteArrayView name, QByteArrayView text) { addRaw(name, quotedUtf8(text)); }
    void addInteger(QByteArrayView name, qint64 number);
    void addBool(QByteArrayView name, bool value);
    void addNull(QByteArrayView name);
    [[nodiscard]] bool isEmpty() const { return m_bytes.size() == 1; }
    [[nodiscard]] QByteArray finished() const { return m_bytes + '}'; }

private:
    QByteArray m_bytes = QByteArrayLiteral("{");
};

// The same for an array.
class ArrayWriter final
{
public:
    void addRaw(QByteArrayView json);
    void addString(QStringView text);
    void addUtf8(QByteArrayView text) { addRaw(quotedUtf8(text)); }
    [[nodiscard]] QByteArray finished() const { return m_bytes + ']'; }

private:
    QByteArray m_bytes = QByteArrayLiteral("[");
};

} // namespace actionscope::json
