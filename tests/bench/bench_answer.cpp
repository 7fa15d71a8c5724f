// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/executor/executor.h"
#include "app/json/format.h"
#include "app/models/plainlines.h"
#include "app/workspace/execution.h"
#include "tests/bench/answerserver.h"
#include "tests/bench/issues.h"
#include "tests/bench/measure.h"
#include "tests/bench/painttimer.h"
#include "ui/response/responsepage.h"
#include "ui/response/textview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/messagebox.h"
#include "ui/services/theme.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

#include <simdjson.h>

using namespace actionscope;
using namespace actionscope::bench;

// An answer of 100 MB over HTTP, from its last byte to what a person sees.
namespace {

constexpr qsizetype size = 100 * megabyte;
constexpr int rounds = 3;

double memoryInUse() // bytes
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() * 1024;
    }
    return 0;
}

// The least anybody can do: re-indent the bytes in one pass, find the lines, draw the first of them.
double bareText(const QByteArray &body, const ui::ThemeService &theme, ui::Clipboard &clipboard)
{
    return bestOf(rounds, [&] {
        ui::TextView view(theme, clipboard);
        view.resize(700, 800);
        view.show();
        const auto lines = std::make_shared<models::PlainLines>(
            json::prettyPrinted(body), models::TextRow::Language::Json);
        view.setText({lines, ui::TextForm::AsReceived});
        view.viewport()->repaint();
    });
}

// A tree over simdjson's tape: read, the first thousand rows, drawn.
double peerTree(const QByteArray &body)
{
    return bestOf(rounds, [&] {
        simdjson::dom::parser parser;
        const simdjson::padded_string padded(body.constData(), std::size_t(body.size()));
        const simdjson::dom::element root = parser.parse(padded);
        QStandardItemModel model;
        int row = 0;
        for (const auto item : root.get_array()) {
            auto *name = new QStandardItem(QString::number(row));
            for (const auto member : item.get_object()) {
                const std::string_view key = member.key;
                name->appendRow(new QStandardItem(QString::fromUtf8(key.data(), qsizetype(key.size()))));
            }
            model.appendRow(name);
            if (++row == 1000)
                break;
        }
        QTreeView view;
        view.setUniformRowHeights(true);
        view.resize(700, 800);
        view.setModel(&model);
        view.show();
        view.viewport()->repaint();
    });
}

struct Shown
{
    double milliseconds = 0; // from the last byte to the first paint
    double gap = 0; // the longest time the window did not go on, milliseconds
};

// The real way: request, run, judgement, page. `isFresh` says that the view has the new answer.
Shown showAnswer(AnswerServer &server, ui::ResponsePage &page, QWidget *view, bool &isFresh)
{
    executor::Executor executor;
    workspace::ExecutionPlan plan;
    plan.draft.request.actionId = QStringLiteral("GITHUB_LIST_ISSUES");
    plan.draft.request.input = "{}";
    plan.destination = {server.url(), {}};
    workspace::Execution execution(plan, &executor);
    PaintTimer painted(view, [&isFresh] { return isFresh; });
    qint64 lastByte = 0;
    QObject::connect(&execution, &workspace::Execution::finished, &page,
        [&](const workspace::RunRecord &record, const QByteArray &rawBody) {
            lastByte = record.entry.exchange.timings.lastByte;
            page.showRun(record, rawBody);
        });
    page.showRunning();
    isFresh = false;
    painted.start();
    execution.start();
    painted.wait();
    return {painted.milliseconds() - double(lastByte) / 1000, painted.longestGap()};
}

Shown bestShown(AnswerServer &server, ui::ResponsePage &page, QWidget *view, bool &isFresh)
{
    Shown best {1e9, 1e9};
    for (int i = 0; i < rounds; ++i) {
        const Shown shown = showAnswer(server, page, view, isFresh);
        best = {std::min(best.milliseconds, shown.milliseconds), std::min(best.gap, shown.gap)};
    }
    return best;
}

void printGap(double gap) { std::printf("%-44s %9.2f ms  (allowed 16)\n", "longest event-loop gap", gap); }

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const ui::ThemeService theme;
    ui::SystemClipboard clipboard;
    ui::SystemFileDialog files;
    ui::SystemMessageBox questions;
    const QByteArray body = issues(size);
    AnswerServer server(body);
    const double before = memoryInUse();

    ui::ResponsePage page(theme, clipboard, files, questions);
    page.resize(700, 900);
    page.show();
    auto *text = page.findChild<ui::TextView *>(QStringLiteral("bodyTextView"));
    auto *tree = page.findChild<QTreeView *>(QStringLiteral("bodyTreeView"));

    bool isFresh = false;
    const auto see
        = [&] { isFresh = page.body().size() == body.size(); }; // and not a part that still arrives
    QObject::connect(text, &ui::TextView::textChanged, &page, see);
    QObject::connect(tree->model(), &QAbstractItemModel::rowsInserted, &page, see);
    page.setCurrentTab(QStringLiteral("text"));
    const Shown once = showAnswer(server, page, text->viewport(), isFresh);
    const double after = memoryInUse();
    const Shown asText = bestShown(server, page, text->viewport(), isFresh);
    const double bare = bareText(body, theme, clipboard);
    printTime("re-indent, lines, paint: the bare limit", bare);
    printRatio("last byte to painted text", asText.milliseconds, bare, 1.7);
    printGap(asText.gap);
    printTime("the same, the first time", once.milliseconds);
    std::printf("%-44s %9.2f x the body  (allowed 3.30)\n", "memory for one answer at its most",
        (after - before) / double(size));
    printTime("jump to the end (allowed 16)", bestOf(rounds, [&] {
        QTest::keyClick(text, Qt::Key_Home, Qt::ControlModifier);
        text->viewport()->repaint();
        QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
        text->viewport()->repaint();
    }));
    page.setCurrentTab(QStringLiteral("tree"));
    const double peer = peerTree(body);
    const Shown asTree = bestShown(server, page, tree->viewport(), isFresh);
    printTime("a tree over simdjson's tape", peer);
    printRatio("last byte to painted tree", asTree.milliseconds, peer, 1.7);
    printGap(asTree.gap);
    const bool isRight = page.body() == body
        && text->text().lines->lineCount() == json::prettyPrinted(body).trimmed().count('\n') + 1;
    std::printf("same work: %s\n", isRight ? "yes" : "NO");
    return isRight ? 0 : 1;
}
