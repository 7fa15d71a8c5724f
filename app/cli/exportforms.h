// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/secretfinder.h"
#include "app/cli/arguments.h"
#include "app/cli/commonoptions.h"

namespace actionscope::cli {

// A form of `export` that is no code: a run or a request for a colleague, a ticket, or another program.
struct ExportForm
{
    const char *name; // as --as takes it
    const char *title; // marked for translation
};
[[nodiscard]] const QList<ExportForm> &exportForms();
[[nodiscard]] bool redactsForm(const QByteArray &name);
[[nodiscard]] bool isExportForm(const QByteArray &name);

// Options of these forms: what is hidden beyond keys, credentials and what the settings say.
[[nodiscard]] const QList<Option> &redactionOptions();
[[nodiscard]] RedactionWish redactionWish(const Arguments &arguments, const QString &configFolder);

struct ExportedText
{
    QByteArray bytes;
    QStringList notes; // what was hidden, and what could not be carried, as sentences
    QByteArray preview = {}; // what is hidden and what stays, for people; of forms that hide
};

// `source` is a saved request, a bundle, a run in the history; for Postman also a collection or a folder of it, and for its
// environments a file environments/NAME.json.
[[nodiscard]] Result<ExportedText> exportedText(
    const QByteArray &form, const QString &source, const CommonOptions &options, const RedactionWish &wish);

} // namespace actionscope::cli
