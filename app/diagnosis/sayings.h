// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/document.h"

#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>

namespace actionscope::diagnosis {

// One text of an answer, and where it stands.
struct Said
{
    QString pointer; // into the body; of the string around it where it stands in JSON inside a string
    QString inner; // a JSON Pointer on inside that string's JSON, through strings in it, too; empty elsewhere
    QString text;
};

// How surely a number is meant as an HTTP status: status_code is, code may be anything, and prose only speaks of it.
enum class StatusWeight { Mentioned, Guessed, Named };

struct SaidStatus
{
    int status = 0; // 400 to 599
    Said where;
    StatusWeight weight = StatusWeight::Mentioned;
};

// JSON that an answer has inside a text of its own.
struct OpenedText
{
    json::Document document;
    Said where;
};

// What an answer says in words, and with which HTTP status a provider behind it answered: out of `error`, `data`,
// providers' own bodies and JSON inside strings. Looks at a bounded part of a large answer.
class Sayings final
{
public:
    Sayings() = default;
    explicit Sayings(const json::Value &root);

    [[nodiscard]] const QList<Said> &texts() const { return m_texts; }
    [[nodiscard]] const std::optional<SaidStatus> &status() const { return m_status; }
    [[nodiscard]] const QList<OpenedText> &opened() const { return m_opened; }
    // The first text that holds one of these, compared without case; null where none does.
    [[nodiscard]] const Said *find(std::initializer_list<const char *> words) const;
    // The first text that holds one of these names as a word of its own, in the same letters.
    [[nodiscard]] const Said *findName(std::initializer_list<const char *> names) const;

private:
    void visit(const json::Value &value, const Said &place, int depth);
    void takeText(const Said &said, int depth);
    void takeStatus(int status, StatusWeight weight, const Said &where);
    void readNumber(const json::Value &value, const QString &name, const Said &place);

    QList<Said> m_texts;
    QList<OpenedText> m_opened;
    std::optional<SaidStatus> m_status;
    int m_visited = 0;
};

} // namespace actionscope::diagnosis
