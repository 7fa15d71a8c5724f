// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/json/document.h"
#include "app/storage/variable.h"

#include <QStringList>

#include <vector>

namespace actionscope::runner {

// The rows a run goes through, each a set of variables. Kept as the file's bytes; a row is read when it is its turn.
class DataRows final
{
public:
    // None: the run happens once, without a row.
    DataRows() = default;

    // By the name: .csv (with commas, or with semicolons as some spreadsheets write it), .tsv, or .json with an array of
    // objects. The whole file is checked; it is refused where no row of it can be used. A field is a text; under a title
    // that ends in ":json" it is JSON.
    [[nodiscard]] static Result<DataRows> read(const QString &path);
    [[nodiscard]] static Result<DataRows> fromCsv(const QByteArray &bytes, char separator, const QString &name);
    [[nodiscard]] static Result<DataRows> fromJson(const QByteArray &bytes, const QString &name);

    [[nodiscard]] bool isEmpty() const { return m_places.empty(); }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_places.size()); }
    // `position` from 0.
    [[nodiscard]] storage::VariableList row(qsizetype position) const;
    // "users.csv, row 3"
    [[nodiscard]] QString sourceOf(qsizetype position) const;
    // Rows that cannot be used and are left out: "users.csv, line 3: this row has …".
    [[nodiscard]] const QStringList &troubles() const { return m_troubles; }
    [[nodiscard]] const QString &fileName() const { return m_name; }
    // All names that rows set, in the order they are met first.
    [[nodiscard]] QStringList names() const { return m_names; }

private:
    QString m_name; // of the file, without its folder
    QByteArray m_bytes;
    char m_separator = 0; // 0: JSON
    QStringList m_names;
    QStringList m_troubles;
    QList<bool> m_isJson; // by column
    json::Document m_document;
    std::vector<qsizetype> m_places; // of a row: its first byte, or its node
};

} // namespace actionscope::runner
