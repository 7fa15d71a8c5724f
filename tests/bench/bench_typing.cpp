// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/catalog/actionindex.h"
#include "app/json/format.h"
#include "app/storage/memorysecretstore.h"
#include "tests/bench/issues.h"
#include "tests/bench/measure.h"
#include "tests/support/actionsample.h"
#include "tests/ui/shell/windowdriver.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/jsoneditor.h"
#include "ui/request/inputpane.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"
#include "ui/sidebar/actionspanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <ctime>
#include <vector>

using namespace actionscope;
using namespace actionscope::bench;

// What a person waits for after a key: in the input's editor with 1 MB in it, as part of the whole window, and in the
// panel over 20,000 actions, until the rows have been painted.
namespace {

constexpr double keyLimit = 16; // milliseconds; one frame
constexpr double rowsMedianLimit = 2;
constexpr double rowsWorstLimit = 8;
constexpr qsizetype actionCount = 20'000;

double since(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

// What this thread itself did, whatever else the machine was busy with.
double workUntilNow()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

// Lets the window go on for a while, as a person does between two keys; the longest time that the event loop stood.
double pass(int milliseconds)
{
    double longest = 0;
    QElapsedTimer whole;
    whole.start();
    while (whole.elapsed() < milliseconds) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, since(turn));
    }
    return longest;
}

bool print(const char *name, std::vector<double> times, double medianLimit, double worstLimit)
{
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    const double worst = times.back();
    std::printf("%-44s median %6.2f ms (limit %.0f)  worst %6.2f ms (limit %.0f)  %zu keys%s\n", name, median,
        medianLimit, worst, worstLimit, times.size(), median <= medianLimit && worst <= worstLimit ? "" : "  OVER");
    return true;
}

// Keys into the middle of the text, 60 ms apart: each until the editor has been painted, and what the loop stood
// otherwise, as checks, marks and the form follow.
bool typeInto(test::WindowDriver &driver, const char *name, const QByteArray &text)
{
    auto *pane = driver.find<ui::InputPane>("inputPane");
    auto *editor = driver.find<ui::CodeEditor>("inputCodeEditor");
    pane->setView(QStringLiteral("both"));
    pane->setBytes(text);
    editor->jumpTo(text.indexOf("\"body\"", text.size() / 2) + 12);
    pass(2000);
    std::vector<double> keys;
    std::vector<double> works;
    std::vector<double> rests;
    const qsizetype sizeBefore = pane->editor()->bytes().size();
    constexpr int count = 60;
    for (int i = 0; i < count; ++i) {
        const double before = workUntilNow();
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(editor, Qt::Key_A);
        QCoreApplication::processEvents();
        keys.push_back(since(timer));
        works.push_back(workUntilNow() - before);
        rests.push_back(pass(60));
    }
    rests.push_back(pass(1500));
    std::printf("%s: %.2f MB\n", name, double(text.size()) / megabyte);
    print("  key to painted", keys, keyLimit, keyLimit);
    print("  of that, work of the window's thread", works, keyLimit, keyLimit);
    print("  longest stand between keys", rests, keyLimit, keyLimit);
    return pane->editor()->bytes().size() == sizeBefore + count;
}

bool typeIntoJson(bool isWanted(const char *))
{
    if (!isWanted("lines") && !isWanted("line"))
        return true;
    const QTemporaryDir folder;
    storage::MemorySecretStore secrets;
    ui::CompositionOptions options;
    options.configFolder = folder.path();
    options.secrets = &secrets;
    test::WindowDriver driver(options);
    driver.window().resize(1360, 860);
    if (!QTest::qWaitForWindowExposed(&driver.window()) || !QTest::qWaitFor([&] { return driver.sandboxIsThere(); }))
        return false;
    auto *action = driver.find<QLineEdit>("actionIdLineEdit");
    action->setFocus();
    action->selectAll();
    QTest::keyClicks(action, QStringLiteral("GITHUB_CREATE_AN_ISSUE"));
    QTest::keyClick(action, Qt::Key_Escape);
    pass(3000); // its schema comes
    const QByteArray list = "{\"owner\":\"octocat\",\"repo\":\"Hello-World\",\"title\":\"A\",\"many\":" + issues(megabyte) + '}';
    return (!isWanted("lines") || typeInto(driver, "1 MB JSON editor, many lines", json::prettyPrinted(list)))
        && (!isWanted("line") || typeInto(driver, "1 MB JSON editor, one line", list));
}

// From the key to the rows on the screen, everything between done at once.
bool typeIntoPanel()
{
    const ui::ThemeService theme;
    ui::SystemClipboard clipboard;
    ui::ActionsPanel panel(theme, clipboard);
    const test::ActionSample sample = test::manyActions(actionCount);
    panel.setIndex(catalog::ActionIndex(sample.apps, sample.actions));
    panel.resize(300, 800);
    panel.show();
    if (!QTest::qWaitForWindowExposed(&panel))
        return false;
    auto *filter = panel.findChild<QLineEdit *>(QStringLiteral("actionsFilterLineEdit"));
    const auto *list = panel.findChild<QListView *>(QStringLiteral("actionsListView"));
    panel.focusFilter();
    pass(500);
    std::vector<double> keys;
    for (const char *query : {"gh iss cr", "create github issue", "githib creat isue", "google calender create event",
             "slack send message", "notoin databse query", "gsheet batch upd"}) {
        for (const char *letter = query; *letter != '\0'; ++letter) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(filter, *letter);
            QCoreApplication::processEvents();
            keys.push_back(since(timer));
            pass(20);
        }
        if (list->model()->rowCount() == 0) {
            std::printf("%s finds nothing\n", query);
            return false;
        }
        filter->clear();
        pass(100);
    }
    return print("20,000 actions: key to rows painted", keys, rowsMedianLimit, rowsWorstLimit);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    // bench_typing [panel|lines|line …]
    const auto isWanted = [](const char *name) {
        const QStringList names = QCoreApplication::arguments().mid(1);
        return names.isEmpty() || names.contains(QLatin1String(name));
    };
    return (!isWanted("panel") || typeIntoPanel()) && typeIntoJson(isWanted) ? 0 : 1;
}
