// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/capture.h"

#include "app/base/tr.h"

namespace actionscope::runner {

CaptureReading readCaptures(const QByteArray &object)
{
    CaptureReading reading;
    if (object.trimmed().isEmpty())
        return reading;
    const json::Document document = json::Document::parse(object);
    if (const auto error = document.error()) {
        reading.problems.append({error->offset, Tr::tr("The captures are not JSON: %1.").arg(error->reason)});
        return reading;
    }
    if (!document.root().isObject()) {
        reading.problems.append({0, Tr::tr("“capture” takes an object of names and JSON paths.")});
        return reading;
    }
    for (json::Value member = document.root().firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString path = member.toString();
        const auto query = json::JsonPath::parse(path);
        if (!member.isString()) {
            reading.problems.append(
                {member.begin(), Tr::tr("“%1” is captured by a JSON path such as \"$.data.number\".").arg(member.key())});
        } else if (!query) {
            reading.problems.append({member.begin(),
                Tr::tr("“%1” is not a JSON path: character %2: %3.").arg(path, QString::number(query.error().offset + 1), query.error().reason)});
        } else {
            reading.captures.append({member.key(), path, *query});
        }
    }
    return reading;
}

Result<QByteArray> capturedFrom(const Capture &capture, const json::Document &answer)
{
    const QList<json::Value> values = answer.isValid() ? capture.query.evaluate(answer.root()) : QList<json::Value>();
    if (values.size() == 1)
        return values.first().raw().toByteArray();
    return failure(ErrorCode::NotFound,
        values.isEmpty() ? Tr::tr("“%1” could not be captured: there is nothing at %2.").arg(capture.name, capture.path)
                         : Tr::tr("“%1” could not be captured: %2 leads to %n values.", "", int(values.size()))
                               .arg(capture.name, capture.path));
}

} // namespace actionscope::runner
