// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

namespace actionscope::json {

// Builds the index of one text in a single pass: grammar of RFC 8259, UTF-8, escapes.
class Parser final
{
public:
    Parser(const QByteArray &bytes, ParseWatch *watch);
    [[nodiscard]] Index run();

private:
    struct Open
    {
        quint32 span;
        quint32 count; // children begun
        bool isObject;
    };

    void parseAll();
    bool parseValue();
    bool parseKey();
    bool parseString();
    bool parseUnusual();
    bool parseEscape();
    bool parseMultibyte();
    bool parseNumber();
    bool parseWord(QByteArrayView word, Type type);
    bool openContainer(const char *begin, Type type);
    bool afterValue();
    bool failUnclosed();
    void closeContainer();
    void closeAll();
    void skipSpace();
    bool addValue(const char *begin, Type type);
    void addNode(const char *begin, quint32 type);
    quint32 addSpan(quint32 node, quint32 end);
    bool isCancelled();
    [[nodiscard]] quint32 offset(const char *at) const { return quint32(at - m_begin); }
    bool fail(const char *at, const QString &reason);
    [[nodiscard]] QString unexpected() const;

    Index m_index;
    ParseWatch *m_watch;
    const char *m_begin;
    const char *m_end;
    const char *m_at;
    const char *m_readEnd; // one past the last thing that counts as read
    std::vector<Open> m_open;
};

} // namespace actionscope::json
