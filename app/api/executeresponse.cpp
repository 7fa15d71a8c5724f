// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/api/executeresponse.h"

namespace actionscope::api {

namespace {

std::optional<bool> lenientBool(const json::Value &value)
{
    if (!value.isString())
        return value.toBool();
    const QString text = value.toString().trimmed();
    if (text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        return false;
    return {};
}

QString textOf(const json::Value &value)
{
    if (!value.isValid() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.raw());
}

json::Value firstOf(const json::Value &object, QStringView name, QStringView otherName)
{
    const json::Value value = object.member(name);
    return value.isValid() ? value : object.member(otherName);
}

} // namespace

std::optional<ExecuteResponse> readExecuteResponse(const json::Document &document)
{
    const json::Value root = document.root();
    if (!document.isValid() || !root.isObject())
        return {};
    const json::Value data = root.member(u"data");
    const json::Value error = root.member(u"error");
    ExecuteResponse response;
    response.document = document;
    response.data = data;
    response.successful = lenientBool(root.member(u"successful"));
    response.successfull = lenientBool(root.member(u"successfull"));
    if (!data.isValid() && !error.isValid() && !response.successful && !response.successfull)
        return {};
    response.error = textOf(error);
    response.logId = textOf(firstOf(root, u"logId", u"log_id"));
    response.sessionInfo = firstOf(root, u"sessionInfo", u"session_info");
    if (response.successful) {
        response.success = *response.successful;
        response.decidedBy = SuccessSource::Successful;
    } else if (response.successfull) {
        response.success = *response.successfull;
        response.decidedBy = SuccessSource::Successfull;
    } else {
        response.success = response.error.isEmpty();
    }
    return response;
}

} // namespace actionscope::api
