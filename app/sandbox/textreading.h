// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/textfacts.h"
#include "app/schema/field.h"

#include <QHash>

namespace actionscope::sandbox {

// Reads a sentence for the fields of an action, by rules a person can foresee (resources/sandbox/README.md).
class TextReading final
{
public:
    TextReading(const QString &text, const QList<schema::Field> &fields);

    // JSON by field, for those the text says something of.
    [[nodiscard]] QHash<QString, QByteArray> values();

private:
    struct Mark // a field is named here, and its value follows
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        qsizetype field = 0;
    };

    void findMarks();
    void readMarks();
    void readMark(const Mark &mark);
    void readFacts();
    void readRepository(const Fact &fact);
    void readByPurpose(Fact &fact);
    void readQuoted();
    void readLimit();
    void readLoneNumber();
    void readChoices();

    [[nodiscard]] bool isInFact(qsizetype position) const;
    [[nodiscard]] bool isWanted(const Fact &fact) const;
    [[nodiscard]] qsizetype endOfValue(qsizetype begin, const schema::Field &field) const;
    [[nodiscard]] QStringList listAt(qsizetype begin, qsizetype end);
    Fact *factAt(qsizetype begin, qsizetype end, Fact::Kind kind);
    void set(const schema::Field &field, const QString &value);
    void setList(const schema::Field &field, const QStringList &values);
    [[nodiscard]] bool isOpen(const schema::Field &field) const { return !m_values.contains(field.name); }

    QString m_text;
    QList<schema::Field> m_fields;
    QList<Fact> m_facts;
    QList<Mark> m_marks;
    QHash<QString, QByteArray> m_values;
};

} // namespace actionscope::sandbox
