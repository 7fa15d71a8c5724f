// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/complaints.h"

#include "app/diagnosis/complaintitem.h"
#include "app/diagnosis/complaintwords.h"
#include "app/diagnosis/facts.h"
#include "app/json/pathtext.h"

#include <QRegularExpression>

#include <utility>

namespace actionscope::diagnosis {

namespace {

constexpr int most = 50;

// "payload.arguments.a.b" and "input.a.b" are about the input; "payload.text" is about the request.
void place(Complaint &complaint, QStringList names)
{
    if (!names.isEmpty() && (names.first() == QLatin1String("payload") || names.first() == QLatin1String("body")))
        names.removeFirst();
    if (names.isEmpty())
        return;
    const QString first = names.first();
    if (first == QLatin1String("arguments") || first == QLatin1String("input"))
        complaint.path = names.sliced(1);
    if (complaint.path.isEmpty())
        complaint.field = first;
}

void readWords(const Said &said, QList<Complaint> &complaints)
{
    for (Complaint complaint : complaintsInWords(said)) {
        const QStringList names = std::exchange(complaint.path, {});
        place(complaint, names);
        complaints.append(complaint);
    }
}

void readLine(const QString &line, const QString &pointer, QList<Complaint> &complaints)
{
    static const QRegularExpression beginning(QStringLiteral("^\\s*([A-Za-z_$][\\w$-]*(?:(?:\\.|\\[)[\\w$-]+\\]?)*)(?:\\s*[:\\s]\\s*|$)(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    Complaint complaint {{}, {}, {}, line, pointer};
    const auto match = beginning.match(line);
    // A word that begins a sentence is no path.
    const QString path = match.captured(1);
    const bool isPath = match.hasMatch() && (path.contains(QLatin1Char('.')) || line.trimmed().startsWith(path + QLatin1Char(':')));
    if (!isPath) {
        const qsizetype before = complaints.size();
        readWords({pointer, {}, line}, complaints);
        if (complaints.size() == before)
            complaints.append(complaint);
        return;
    }
    place(complaint, pathNames(path));
    if (!match.captured(2).isEmpty())
        complaint.text = match.captured(2);
    complaints.append(complaint);
}

void readDetail(const json::Value &detail, QStringList names, const QString &pointer, QList<Complaint> &complaints, int depth)
{
    if (depth > 32 || complaints.size() >= most)
        return;
    const QString property = detail.member(u"property").toString();
    if (!property.isEmpty())
        names.append(property);
    const json::Value constraints = detail.member(u"constraints");
    for (json::Value rule = constraints.firstChild(); rule.isValid(); rule = rule.nextSibling()) {
        Complaint complaint {{}, {}, rule.key(), rule.toString(), pointer + QStringLiteral("/constraints/") + rule.key()};
        place(complaint, names);
        complaints.append(complaint);
    }
    qsizetype position = 0;
    const json::Value children = detail.member(u"children");
    for (json::Value child = children.firstChild(); child.isValid(); child = child.nextSibling())
        readDetail(child, names, pointer + QStringLiteral("/children/%1").arg(position++), complaints, depth + 1);
}

void readItem(const json::Value &item, const QString &pointer, QList<Complaint> &complaints)
{
    if (item.member(u"property").isValid()) {
        readDetail(item, {}, pointer, complaints, 0);
    } else if (item.isString()) {
        readLine(item.hasKey() ? item.key() + QStringLiteral(": ") + item.toString() : item.toString(), pointer, complaints);
    } else if (const auto told = readComplaintItem(item)) {
        Complaint complaint {{}, {}, told->rule, told->text, pointer};
        place(complaint, told->names);
        complaints.append(complaint);
    }
}

} // namespace

QList<Complaint> readComplaints(const Facts &facts)
{
    QList<Complaint> complaints;
    // Of this service, and of the validators that web frameworks bring: FastAPI's detail, Zod's issues.
    for (const char *name : {"errors", "details", "detail", "issues"}) {
        const json::Value list = facts.errorObject().member(QString(QLatin1String(name)));
        qsizetype position = 0;
        for (json::Value item = list.firstChild(); item.isValid() && complaints.size() < most; item = item.nextSibling()) {
            const QString step = item.hasKey() ? json::pointerStep(item.key()) : QString::number(position++);
            readItem(item, facts.errorPointer() + QLatin1Char('/') + QLatin1String(name) + QLatin1Char('/') + step, complaints);
        }
    }
    return complaints;
}

QList<Complaint> readComplaintsInMessage(const Facts &facts)
{
    QList<Complaint> complaints;
    for (const Said &said : facts.sayings.texts()) {
        readWords(said, complaints);
        if (!complaints.isEmpty())
            break;
    }
    return complaints;
}

} // namespace actionscope::diagnosis
