// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace actionscope::storage {

// A name that requests may use as {{name}}, and the JSON that stands for it, byte for byte.
struct Variable
{
    QString name;
    QByteArray json;

    bool operator==(const Variable &) const = default;
};

// In the order of the file.
using VariableList = QList<Variable>;

} // namespace actionscope::storage
