// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/exchange/imported.h"

namespace actionscope::exchange {

// The words that --as takes: "curl", "powershell", "http", "har", …
[[nodiscard]] QString formName(ImportForm form);
[[nodiscard]] std::optional<ImportForm> formFromName(QStringView name);
[[nodiscard]] QStringList formNames();
// For people, as the end of a sentence: "a cURL command", "a HAR file".
[[nodiscard]] QString formTitle(ImportForm form);

// What a text is, by what stands in it.
[[nodiscard]] ImportForm recognise(const QByteArray &bytes);

// Everything that can be made of a text; it never fails as a whole, what was not understood is among the troubles.
// Nothing is executed, no file is opened that the text names, and no secret gets into a draft.
[[nodiscard]] Imported importText(const QByteArray &bytes);
[[nodiscard]] Imported importText(const QByteArray &bytes, ImportForm form);

// A file NAME, or a folder of Bruno's. A large HAR file is read in pieces and its answers are left where they are.
[[nodiscard]] Result<Imported> importFile(const QString &path, std::optional<ImportForm> form = {});

} // namespace actionscope::exchange
