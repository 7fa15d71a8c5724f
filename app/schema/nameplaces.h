// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace actionscope::schema {

// One {{name}} as it stands in a text, set or not.
struct NamePlace
{
    QString name;
    qsizetype begin = 0; // bytes, with the braces
    qsizetype length = 0;

    bool operator==(const NamePlace &) const = default;
};

// Letters, digits, '_', '-', '.' and '$' make a name; anything else in double braces is just text.
[[nodiscard]] QList<NamePlace> namesIn(QByteArrayView text);

} // namespace actionscope::schema
