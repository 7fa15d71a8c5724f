// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/catalogoptions.h"
#include "app/cli/catalogsession.h"
#include "app/cli/command.h"

namespace actionscope::cli {

// What the commands that read the catalogue have in common: a verb, the kept catalogue, the service where that is
// missing or old, an answer on standard output, and on standard error what could not be read.
class CatalogCommand : public Command
{
    Q_OBJECT

public:
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

protected:
    // What stands behind the command's name, and what it does.
    struct Verb
    {
        QByteArray name;
        QString usage; // "show ACTION_ID"
        QString summary;
        QList<Option> options = {}; // besides those of every command
        int usualLimit = 0;
    };
    // For standard output, and a sentence about it for standard error.
    struct Answer
    {
        QByteArray bytes;
        QString summary = {};
    };

    using Command::Command;

    [[nodiscard]] virtual QList<Verb> verbs() const = 0;
    // What its verbs share.
    [[nodiscard]] virtual const QList<Option> &sharedOptions() const { return catalogOptions(); }
    [[nodiscard]] virtual Result<void> readWords(const QByteArray &verb, const Arguments &arguments) = 0;
    // Which list the answer is made of: whether it was read to its end decides the exit code.
    [[nodiscard]] virtual api::ListKind list() const = 0;
    [[nodiscard]] virtual Result<Answer> answer() = 0;
    // The kept catalogue is there.
    virtual void proceed();
    // The service was read.
    virtual void conclude(const catalog::SyncResult &result);

    [[nodiscard]] const CatalogOptions &options() const { return m_options; }
    [[nodiscard]] CatalogSession &session() { return *m_session; }
    [[nodiscard]] Console &console() { return *m_console; }
    void beginSync();
    // Prints the answer and ends; `code` is what is said where that works.
    void finish(ExitCode code);
    void print(const Answer &answer, ExitCode code);
    void refuse(const Error &error, ExitCode code = ExitCode::BadUsage);
    // What is printed of `all`, which is cut to --limit, for standard error.
    template <typename T> [[nodiscard]] QString countOf(QList<T> &all, const QString &one, const QString &many) const
    {
        const qsizetype found = all.size();
        if (m_options.limit > 0 && found > m_options.limit)
            all.resize(m_options.limit);
        return summaryOf(found == 1 ? one : many.arg(found), all.size() < found ? all.size() : -1);
    }
    // "12 apps, as of 2026-03-01 10:00."
    [[nodiscard]] QString summaryOf(const QString &things, qsizetype printed = -1) const;
    [[nodiscard]] ExitCode exitCodeOf(const catalog::SyncResult &result) const;

private:
    [[nodiscard]] Failure refusedVerb(const QByteArray &word) const;
    void tell(const catalog::SyncProgress &progress);

    Console *m_console = nullptr;
    CatalogOptions m_options;
    CatalogSession *m_session = nullptr;
    bool m_isOver = false;
};

// "Did you mean A, B?" Empty where nothing known is near.
[[nodiscard]] QString nearestHint(const QString &word, const QStringList &known);

} // namespace actionscope::cli
