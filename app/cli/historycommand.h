// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/verdict.h"
#include "app/base/secretfinder.h"
#include "app/cli/arguments.h"
#include "app/cli/command.h"
#include "app/storage/historyentry.h"

#include <atomic>
#include <memory>

namespace actionscope::cli {

// `history`: what was executed, from the folder where it is remembered. Asks no service.
class HistoryCommand final : public Command
{
    Q_OBJECT

public:
    explicit HistoryCommand(QObject *parent = nullptr);

    [[nodiscard]] QByteArray name() const override { return "history"; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] Result<void> prepare(const QByteArrayList &words, Console &console) override;
    void start() override;
    void interrupt() override;

private:
    enum class Verb { List, Show, Search, Export, Prune };

    // In the order of the words that --print and --as take.
    enum class Print { Report, Body, Request };
    enum class Form { Bundle, Har, Markdown, Report };

    struct Wish
    {
        Verb verb = Verb::List;
        QString folder; // of the history
        QString catalogFolder;
        RedactionWish hidden; // in what is exported, beyond what always is
        QStringList words; // ids, or the text that is searched for
        QString action;
        QString environment;
        std::optional<api::Verdict> verdict;
        int limit = 0; // 0: all
        bool isJson = false;
        Print print = Print::Report;
        Form form = Form::Bundle;
        qint64 keepBytes = 0;
    };
    // What goes to standard output, and a sentence for standard error.
    struct Answer
    {
        QByteArray bytes;
        QString sentence = {};
        bool hasFound = true;
    };

    [[nodiscard]] Result<void> readVerb(const Arguments &arguments);
    [[nodiscard]] Result<void> readFilter(const Arguments &arguments);
    [[nodiscard]] static Result<Answer> answer(const Wish &wish, const std::atomic_bool *isCancelled, bool isForPeople);
    [[nodiscard]] static Result<Answer> listed(const Wish &wish, const std::atomic_bool *isCancelled, bool isForPeople);
    [[nodiscard]] static Result<Answer> shown(const Wish &wish);
    [[nodiscard]] static Result<Answer> exported(const Wish &wish);
    [[nodiscard]] static Result<Answer> pruned(const Wish &wish);
    void conclude(const Result<Answer> &answer);

    Console *m_console = nullptr;
    Wish m_wish;
    bool m_isQuiet = false;
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace actionscope::cli
