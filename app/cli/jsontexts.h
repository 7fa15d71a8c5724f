// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/json/writer.h"

#include <QDateTime>
#include <QStringList>

namespace actionscope::cli {

[[nodiscard]] inline QByteArray jsonTexts(const QStringList &texts)
{
    json::ArrayWriter writer;
    for (const QString &text : texts)
        writer.addString(text);
    return writer.finished();
}

// UTC; null where it is not known.
inline void addTime(json::ObjectWriter &writer, QByteArrayView name, const QDateTime &time)
{
    if (time.isValid())
        writer.addString(name, time.toUTC().toString(Qt::ISODateWithMs));
    else
        writer.addNull(name);
}

} // namespace actionscope::cli
