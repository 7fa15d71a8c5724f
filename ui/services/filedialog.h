// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace actionscope::ui {

struct FileQuestion
{
    enum class Kind { Open, Save, Folder };

    Kind kind = Kind::Open;
    QString title;
    QString suggestedName; // for Save
    QString filter; // as QFileDialog takes it; empty for all files
};

// The seam to the file dialog; a test answers at once. The answer comes later and only if a file was chosen.
class FileDialog
{
public:
    virtual ~FileDialog() = default;
    virtual void ask(QWidget *parent, const FileQuestion &question,
        const std::function<void(const QString &path)> &onChosen)
        = 0;
};

class SystemFileDialog final : public FileDialog
{
public:
    void ask(QWidget *parent, const FileQuestion &question,
        const std::function<void(const QString &path)> &onChosen) override;
};

} // namespace actionscope::ui
