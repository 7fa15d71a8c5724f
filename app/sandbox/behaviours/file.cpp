// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/behaviours/file.h"

#include "app/json/writer.h"
#include "app/sandbox/actions/pdftext.h"
#include "app/sandbox/actions/template.h"
#include "app/sandbox/store.h"

namespace actionscope::sandbox {

namespace {

Result<std::optional<StoredFile>> fileOf(const json::Value &spec, const Scope &scope, FileStore &files)
{
    if (const json::Value key = spec.member(u"key"); key.isValid())
        return files.find(renderedText(key, scope));
    const json::Value pdf = spec.member(u"pdf");
    const QByteArray bytes = pdf.isValid() ? pdfOf(renderedText(pdf, scope))
                                           : renderedText(spec.member(u"text"), scope).toUtf8();
    auto kept = files.keep(
        renderedText(spec.member(u"name"), scope), renderedText(spec.member(u"mimetype"), scope), bytes);
    return kept ? Result<std::optional<StoredFile>>(std::move(*kept)) : Failure(kept.error());
}

QByteArray described(const StoredFile &file, const FileStore &files)
{
    json::ObjectWriter object;
    object.addString("key", file.key);
    object.addString("name", file.name);
    object.addString("mimetype", file.mimeType);
    object.addString("md5", file.md5);
    object.addInteger("size", file.bytes.size());
    object.addString("url", files.urlOf(file.key));
    if (file.mimeType.startsWith(QLatin1String("text/")))
        object.addString("text", QString::fromUtf8(file.bytes));
    return object.finished();
}

} // namespace

Result<Step> makeFile(const BehaviourText &text)
{
    const auto file = [spec = text.spec](const Call &call, Scope &scope) -> Result<std::optional<Outcome>> {
        const auto found = fileOf(spec, scope, call.store.files());
        if (!found)
            return Failure(found.error());
        if (!*found || !(*found)->isComplete)
            return refusalOutcome(spec.member(u"missing"), scope, 404);
        scope.set(resultName(spec), described(**found, call.store.files()));
        return std::nullopt;
    };
    return Step {file, true};
}

} // namespace actionscope::sandbox
