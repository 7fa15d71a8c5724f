// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>

namespace actionscope::storage {

// An INI file that is written whole or stays as it was. On a full disk QSettings alone can put a file in place that was
// cut short, what was there before included, and reports no error.
class IniFile final : public QSettings
{
    Q_OBJECT

public:
    explicit IniFile(const QString &path);
    ~IniFile() override;

    // Writes what has changed. False where it could not be; the old file is then in its place again.
    [[nodiscard]] bool save();
    // Whether the file on disk ends as save() ends it.
    [[nodiscard]] bool isWhole() const;

protected:
    bool event(QEvent *event) override;
};

} // namespace actionscope::storage
