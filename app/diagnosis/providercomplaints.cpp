// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/providercomplaints.h"

#include "app/diagnosis/complaintitem.h"
#include "app/diagnosis/complaintwords.h"
#include "app/diagnosis/inputplace.h"
#include "app/json/pathtext.h"

#include <QRegularExpression>

namespace actionscope::diagnosis {

namespace {

constexpr int deepest = 8;
constexpr qsizetype most = 20;

// Gathers the complaints of one body, walking every object of it.
class BodyReader final
{
public:
    explicit BodyReader(QList<Complaint> &complaints)
        : m_complaints(complaints)
    {
    }

    void read(const json::Value &value, const Said &where, int depth = 0)
    {
        if (!value.isContainer() || depth > deepest || m_complaints.size() >= most)
            return;
        if (const auto item = readComplaintItem(value))
            add(item->names, item->rule, item->text, where);
        readByName(value.member(u"errors"), below(where, QStringLiteral("errors")));
        qsizetype position = 0;
        for (json::Value child = value.firstChild(); child.isValid(); child = child.nextSibling())
            read(child, below(where, child.hasKey() ? child.key() : QString::number(position++)), depth + 1);
    }

private:
    static Said below(const Said &where, const QString &name)
    {
        Said at = where;
        (at.inner.isNull() ? at.pointer : at.inner) += QLatin1Char('/') + json::pointerStep(name);
        return at;
    }

    // Jira's and others': {"project": "project is required", "labels": ["must be a list"]}
    void readByName(const json::Value &errors, const Said &where)
    {
        for (json::Value one = errors.firstChild(); errors.isObject() && one.isValid(); one = one.nextSibling()) {
            const QString text = one.isArray() ? one.at(0).toString() : one.toString();
            if (!text.isEmpty())
                add({one.key()}, {}, text, below(where, one.key()));
        }
    }

    void add(const QStringList &names, const QString &rule, const QString &text, const Said &where)
    {
        if (m_complaints.size() < most)
            m_complaints.append({names, {}, rule, text, where.pointer, where.inner});
    }

    QList<Complaint> &m_complaints;
};

// "project: Not a recognized ID: 1", where the action has such a field; anything may stand before a colon.
void readPrefix(const Facts &facts, const Said &said, QList<Complaint> &complaints)
{
    static const QRegularExpression prefix(QStringLiteral("^\\s*([A-Za-z_][\\w.\\[\\]]*):\\s+(\\S.*)$"), QRegularExpression::DotMatchesEverythingOption);
    const auto match = prefix.match(said.text);
    const QStringList names = pathNames(match.captured(1));
    if (match.hasMatch() && isInputField(facts, names))
        complaints.append({names, {}, {}, match.captured(2), said.pointer, said.inner});
}

} // namespace

QList<Complaint> readProviderComplaints(const Facts &facts)
{
    QList<Complaint> complaints;
    BodyReader reader(complaints);
    for (const char *name : {"error", "data"})
        reader.read(facts.root().member(QString(QLatin1String(name))), {QLatin1Char('/') + QLatin1String(name), {}, {}});
    for (const OpenedText &opened : facts.sayings.opened())
        reader.read(opened.document.root(), opened.where);
    if (complaints.isEmpty()) {
        for (const Said &said : facts.sayings.texts().first(std::min<qsizetype>(most, facts.sayings.texts().size()))) {
            complaints += complaintsInWords(said);
            readPrefix(facts, said, complaints);
            if (!complaints.isEmpty())
                break;
        }
    }
    for (Complaint &complaint : complaints)
        complaint.path = inputPathOf(facts, complaint.path);
    return complaints;
}

} // namespace actionscope::diagnosis
