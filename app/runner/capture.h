// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/jsonpath.h"
#include "app/runner/expectation.h"

namespace actionscope::runner {

// A value of an answer that later requests use under a name.
struct Capture
{
    QString name;
    QString path; // JSONPath as written
    json::JsonPath query;
};

struct CaptureReading
{
    QList<Capture> captures;
    QList<ExpectationProblem> problems; // in the order of the text
};

// Reads the object of a saved request's `capture`. Blank is an empty object.
[[nodiscard]] CaptureReading readCaptures(const QByteArray &object);

// The one value that the path leads to, byte for byte; a failure where there is none, or several.
[[nodiscard]] Result<QByteArray> capturedFrom(const Capture &capture, const json::Document &answer);

} // namespace actionscope::runner
