// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

namespace actionscope::json {

// Builds the index of one text in a single pass: grammar of RFC 8259, UTF-8, escapes.
class Parser final
{
public:
    explicit Parser(const QByteArray &bytes);
    [[nodiscard]] Index run();

private:
    struct Open
    {
        quint32 node;
        quint32 count;
        bool isObject;
    };

    void parseAll();
    bool parseValue();
    bool parseKey();
    bool parseString();
    bool parseEscape();
    bool parseMultibyte();
    bool parseNumber();
    bool parseWord(QByteArrayView word, Type type);
    bool openContainer(Type type);
    bool afterValue();
    void closeContainer();
    void closeAll();
    void skipSpace();
    void countChild();
    quint32 addNode(qsizetype begin, qsizetype end, Type type);
    bool fail(qsizetype at, const QString &reason);
    [[nodiscard]] QString unexpected() const;

    Index m_index;
    const char *m_text;
    qsizetype m_size;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
};

} // namespace actionscope::json
