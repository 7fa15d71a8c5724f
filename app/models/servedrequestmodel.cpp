// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/servedrequestmodel.h"

#include "app/base/tr.h"
#include "app/models/readable.h"

#include <algorithm>

namespace actionscope::models {

namespace {

QString titleOf(const ServedRequest &request)
{
    return request.actionId.isEmpty() ? request.method + QLatin1Char(' ') + request.path : request.actionId;
}

QString statusText(const ServedRequest &request)
{
    return request.status == 0 ? Tr::tr("no answer") : QString::number(request.status);
}

// What a request that executes nothing came to, in the shapes that people know from executions.
api::Verdict verdictOf(const ServedRequest &request)
{
    if (request.verdict)
        return *request.verdict;
    if (request.status == 0)
        return api::Verdict::NoUsableAnswer;
    return request.status < 400 ? api::Verdict::Successful : api::Verdict::ServiceRefused;
}

QString replayText(const ServedRequest &request)
{
    if (request.replay.startsWith(QLatin1String("exact")))
        return Tr::tr("replayed");
    return request.replay.startsWith(QLatin1String("nearest")) ? Tr::tr("replayed the nearest") : QString();
}

} // namespace

ServedRequestModel::ServedRequestModel(QObject *parent, const Clock &clock)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void ServedRequestModel::append(const QList<ServedRequest> &requests)
{
    const qsizetype first = std::max<qsizetype>(0, requests.size() - mostRows);
    const int count = int(requests.size() - first);
    if (count == 0)
        return;
    const int surplus = int(m_requests.size()) + count - mostRows;
    if (surplus > 0) {
        beginRemoveRows({}, rowCount() - surplus, rowCount() - 1);
        m_requests.remove(0, surplus);
        endRemoveRows();
    }
    beginInsertRows({}, 0, count - 1);
    m_requests.append(requests.sliced(first));
    endInsertRows();
}

void ServedRequestModel::clear()
{
    beginResetModel();
    m_requests.clear();
    endResetModel();
}

int ServedRequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_requests.size());
}

int ServedRequestModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ServedRequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServedRequest &request = requestAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(request, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList {titleOf(request), request.method + QLatin1Char(' ') + request.path, detailText(request),
            durationText(request.microseconds)}
            .join(QStringLiteral(", "));
    case NumberRole:
        return request.number;
    case VerdictRole:
        return int(verdictOf(request));
    case TitleRole:
        return titleOf(request);
    case DetailRole:
        return detailText(request);
    case FaultRole:
        return request.faults;
    case DurationTextRole:
        return durationText(request.microseconds);
    case SearchRole:
        return QString(request.actionId + QLatin1Char('\n') + request.method + QLatin1Char(' ') + request.path
            + QLatin1Char('\n') + statusText(request) + QLatin1Char('\n') + displayText(request, VerdictColumn)
            + QLatin1Char('\n') + request.faults + QLatin1Char('\n') + replayText(request));
    default:
        return {};
    }
}

QVariant ServedRequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return Tr::tr("Time");
    case MethodColumn:
        return Tr::tr("Method");
    case PathColumn:
        return Tr::tr("Path");
    case ActionColumn:
        return Tr::tr("Action");
    case StatusColumn:
        return Tr::tr("Status");
    case VerdictColumn:
        return Tr::tr("Verdict");
    case DurationColumn:
        return Tr::tr("Duration");
    case FaultColumn:
        return Tr::tr("Fault");
    default:
        return {};
    }
}

QString ServedRequestModel::displayText(const ServedRequest &request, int column) const
{
    switch (column) {
    case TimeColumn:
        return momentText(request.time, m_clock());
    case MethodColumn:
        return request.method;
    case PathColumn:
        return request.path;
    case ActionColumn:
        return request.actionId;
    case StatusColumn:
        return statusText(request);
    case VerdictColumn:
        return request.verdict ? api::verdictTitle(*request.verdict) : QString();
    case DurationColumn:
        return durationText(request.microseconds);
    case FaultColumn:
        return request.faults;
    default:
        return {};
    }
}

// "14:03:22 · v3.1 · 503 · The service refused · replayed"
QString ServedRequestModel::detailText(const ServedRequest &request) const
{
    QStringList parts {momentText(request.time, m_clock())};
    if (!request.actionId.isEmpty())
        parts.append(request.path.section(QLatin1Char('/'), 2, 2)); // /api/v3.1/…
    parts.append(statusText(request));
    if (request.verdict && *request.verdict != api::Verdict::Successful)
        parts.append(api::verdictTitle(*request.verdict));
    if (const QString replay = replayText(request); !replay.isEmpty())
        parts.append(replay);
    return parts.join(QStringLiteral(" · "));
}

} // namespace actionscope::models
