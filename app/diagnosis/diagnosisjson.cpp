// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/diagnosis/diagnosisjson.h"

#include "app/json/writer.h"

namespace actionscope::diagnosis {

namespace {

QByteArray evidenceJson(const QList<Evidence> &evidence)
{
    json::ArrayWriter list;
    for (const Evidence &each : evidence) {
        json::ObjectWriter one;
        one.addString("what", evidenceName(each.what));
        one.addString("side", sideName(each.side));
        one.addString("place", each.place);
        if (!each.inside.isEmpty())
            one.addString("inside", each.inside);
        one.addString("text", each.text);
        list.addRaw(one.finished());
    }
    return list.finished();
}

QByteArray triesJson(const QList<Try> &tries)
{
    json::ArrayWriter list;
    for (const Try &each : tries) {
        json::ObjectWriter parameters;
        for (auto at = each.parameters.cbegin(); at != each.parameters.cend(); ++at)
            parameters.addString(at.key().toUtf8(), at.value());
        json::ObjectWriter one;
        one.addString("action", tryName(each.kind));
        one.addString("sentence", each.sentence);
        one.addRaw("parameters", parameters.finished());
        list.addRaw(one.finished());
    }
    return list.finished();
}

} // namespace

QByteArray toJson(const std::optional<Diagnosis> &diagnosis)
{
    if (!diagnosis)
        return "null";
    json::ObjectWriter writer;
    writer.addString("cause", diagnosis->cause);
    writer.addString("sentence", diagnosis->sentence);
    writer.addRaw("evidence", evidenceJson(diagnosis->evidence));
    writer.addRaw("tries", triesJson(diagnosis->tries));
    writer.addString("confidence", confidenceName(diagnosis->confidence));
    writer.addBool("warning", diagnosis->isWarning);
    return writer.finished();
}

} // namespace actionscope::diagnosis
