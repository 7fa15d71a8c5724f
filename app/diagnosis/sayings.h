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
    QString inner; // the way inside that string's JSON, as "error.message"; empty elsewhere
    QString text;
};

struct SaidStatus
{
    int status = 0; // 400 to 599
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
    // The first text that holds one of these, compared without case; null where none does.
    [[nodiscard]] const Said *find(std::initializer_list<const char *> words) const;

private:
    enum class Weight { Named, Guessed }; // status_code is meant as one, code may be anything

    void visit(const json::Value &value, const Said &place, int depth);
    void takeText(const Said &said, int depth);
    void takeStatus(int status, Weight weight, const Said &where);
    void readNumber(const json::Value &value, const QString &name, const Said &place);

    QList<Said> m_texts;
    std::optional<SaidStatus> m_status;
    Weight m_weight = Weight::Guessed;
    int m_visited = 0;
};

} // namespace actionscope::diagnosis
