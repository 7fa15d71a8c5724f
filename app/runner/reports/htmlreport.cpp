// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/runner/reports/htmlreport.h"

#include "app/base/tr.h"
#include "app/runner/fileplace.h"
#include "app/runner/reports/htmlcharts.h"
#include "app/runner/reports/htmlmatrix.h"

#include <QIODevice>
#include <QLocale>

namespace actionscope::runner {

namespace {

constexpr qint64 shownInFull = 1000; // of what did not pass
constexpr qint64 shownInTable = 1000; // of what did

// Nothing may be fetched, and nothing runs: the policy says so to the browser as well.
constexpr char head[] = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<style>
:root{--ground:#f6f7f9;--card:#fff;--text:#1c2330;--soft:#5b6575;--line:#dfe3ea;--good:#1f8a5b;--bad:#c8372d;--odd:#b7791f;--idle:#8a93a3;--bar:#3b6fd4}
@media(prefers-color-scheme:dark){:root{--ground:#14171d;--card:#1c2129;--text:#e6e9ef;--soft:#9aa5b5;--line:#2e3542;--good:#4cc38a;--bad:#ff7a70;--odd:#e2b25a;--idle:#7d8797;--bar:#7aa5ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:960px;margin:0 auto;padding:24px 16px 48px}
h1{font-size:24px;line-height:1.25;margin:0 0 4px}h2{font-size:18px;margin:32px 0 12px}
p{margin:4px 0}.soft{color:var(--soft);font-size:14px}
.verdict{font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.odd{color:var(--odd)}.idle{color:var(--idle)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(104px,1fr));gap:8px;margin:16px 0}
.card,details,figure,.table{background:var(--card);border:1px solid var(--line);border-radius:8px}
.card{padding:12px}.card b{display:block;white-space:nowrap;font-size:20px;font-variant-numeric:tabular-nums}
figure{margin:12px 0;padding:16px}figcaption{font-size:14px;color:var(--soft);margin-bottom:8px}svg{display:block;width:100%}
.legend,.axis{display:flex;gap:4px 16px;font-size:14px;color:var(--soft);margin:8px 0 0}.legend{flex-wrap:wrap}.axis{justify-content:space-between}
.legend span{color:var(--soft)}.legend .good b{color:var(--good)}.legend .bad b{color:var(--bad)}.legend .odd b{color:var(--odd)}.legend .idle b{color:var(--idle)}
details{margin:0 0 8px}summary{padding:12px 16px;cursor:pointer;overflow-wrap:anywhere}
details>div{padding:0 16px 16px}
ul{margin:8px 0;padding-left:0;list-style:none}li{margin:4px 0;overflow-wrap:anywhere}
pre{margin:4px 0 12px;padding:12px;background:var(--ground);border-radius:4px;overflow:auto;max-height:320px;font:13px/1.45 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.table{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:14px}
th,td{text-align:left;padding:8px 12px;border-top:1px solid var(--line);overflow-wrap:anywhere}tr:first-child th{border-top:0}
td.marked{box-shadow:inset 3px 0 0 var(--odd)}.grid td,.grid th{vertical-align:top;min-width:120px}
td.number,th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
</style>
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

const char *toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return "good";
    case Outcome::Failed:
        return "bad";
    case Outcome::NotSent:
        return "odd";
    case Outcome::Skipped:
    case Outcome::Cancelled:
        break;
    }
    return "idle";
}

class Page final
{
public:
    explicit Page(QIODevice &file)
        : m_file(file)
    {
    }

    void addHead(const RunSummary &summary)
    {
        const QString name = summary.title.isEmpty() ? Tr::tr("Run") : summary.title;
        m_file.write(head);
        write(QStringLiteral("<title>%1</title>\n</head>\n<body>\n<main>\n<h1>%1</h1>\n").arg(escaped(name)));
        write(QStringLiteral("<p class=\"verdict %1\">%2</p>\n")
                  .arg(summary.isGood() ? QStringLiteral("good") : QStringLiteral("bad"), escaped(sentenceOf(summary))));
        QStringList facts {QLocale::c().toString(summary.startedAt.toUTC(), QStringLiteral("d MMM yyyy, HH:mm:ss"))
            + QStringLiteral(" UTC")};
        for (const QString &fact : {summary.environment, summary.baseUrl, summary.apiVersion}) {
            if (!fact.isEmpty())
                facts.append(fact);
        }
        if (!summary.shard.isEmpty())
            facts.append(Tr::tr("shard %1").arg(summary.shard));
        write(QStringLiteral("<p class=\"soft\">%1</p>\n").arg(escaped(facts.join(QStringLiteral(" · ")))));
    }

    void addFigures(const RunSummary &summary)
    {
        write(QStringLiteral("<figure>\n<figcaption>%1</figcaption>\n%2</figure>\n")
                  .arg(escaped(Tr::tr("Outcomes")), outcomeBar(summary)));
        const Latencies &times = summary.latencies;
        if (!times.count())
            return;
        write(QStringLiteral("<h2>%1</h2>\n<div class=\"cards\">\n").arg(escaped(Tr::tr("Times"))));
        const std::pair<QString, qint64> cards[] = {{Tr::tr("half within"), times.percentile(0.5)},
            {Tr::tr("90 % within"), times.percentile(0.9)}, {Tr::tr("95 % within"), times.percentile(0.95)},
            {Tr::tr("99 % within"), times.percentile(0.99)}, {Tr::tr("slowest"), times.most()}};
        for (const auto &[words, microseconds] : cards) {
            write(QStringLiteral("<div class=\"card\"><b>%1</b><span class=\"soft\">%2</span></div>\n")
                      .arg(escaped(shownTime(microseconds)), escaped(words)));
        }
        write(QStringLiteral("</div>\n<figure>\n<figcaption>%1</figcaption>\n%2</figure>\n")
                  .arg(escaped(Tr::tr("How many requests took how long")), latencyHistogram(times)));
    }

    void addBad(const RunResult &result)
    {
        write(QStringLiteral("<details>\n<summary><b class=\"%1\">%2</b> %3<br><span class=\"soft\">%4</span></summary>\n<div>\n")
                  .arg(QLatin1String(toneOf(result.outcome)), escaped(outcomeTitle(result.outcome)),
                      escaped(titleOf(result)), escaped(result.sentence)));
        QStringList facts {result.path, result.actionId};
        if (result.status)
            facts.append(Tr::tr("HTTP %1").arg(result.status));
        if (result.microseconds >= 0)
            facts.append(shownTime(result.microseconds));
        if (result.attempts > 1)
            facts.append(Tr::tr("sent %n times", "", result.attempts));
        if (!result.requestId.isEmpty())
            facts.append(Tr::tr("request id %1").arg(result.requestId));
        facts.removeAll(QString());
        write(QStringLiteral("<p class=\"soft\">%1</p>\n<ul>\n").arg(escaped(facts.join(QStringLiteral(" · ")))));
        for (const ExpectationOutcome &outcome : result.expectations) {
            const QString tone = outcome.isWarning() ? QStringLiteral("odd") : outcome.passed ? QStringLiteral("good") : QStringLiteral("bad");
            const QString mark = outcome.isWarning() ? QStringLiteral("!") : outcome.passed ? QStringLiteral("✓") : QStringLiteral("✗");
            write(QStringLiteral("<li><b class=\"%1\">%2</b> %3</li>\n")
                      .arg(tone, mark, escaped(withPlace({outcome.sentence, {outcome.line, outcome.column}}))));
        }
        write(QStringLiteral("</ul>\n"));
        addBody(Tr::tr("Sent"), result.sent);
        addBody(Tr::tr("Received"), result.received);
        write(QStringLiteral("</div>\n</details>\n"));
    }

    void addRow(const RunResult &result)
    {
        const QString again = result.attempts > 1 ? Tr::tr(", sent %n times", "", result.attempts) : QString();
        write(QStringLiteral("<tr><td>%1%2%3</td><td>%4</td><td class=\"number\">%5</td></tr>\n")
                  .arg(escaped(titleOf(result)), escaped(again), warningsOf(result), escaped(result.path),
                      result.microseconds < 0 ? QString() : escaped(shownTime(result.microseconds))));
    }

    void write(const QString &text) { m_file.write(text.toUtf8()); }
    [[nodiscard]] QString trouble() const { return m_file.errorString(); }

private:
    static QString warningsOf(const RunResult &result)
    {
        QString html;
        for (const ExpectationOutcome &outcome : result.expectations) {
            if (outcome.isWarning())
                html += QStringLiteral("<br><b class=\"odd\">!</b> ") + escaped(withPlace({outcome.sentence, {outcome.line, outcome.column}}));
        }
        return html;
    }
    void addBody(const QString &title, const QByteArray &body)
    {
        if (!body.isEmpty())
            write(QStringLiteral("<p class=\"soft\">%1</p>\n<pre>%2</pre>\n").arg(escaped(title), escaped(QString::fromUtf8(body))));
    }

    QIODevice &m_file;
};

QString left(qint64 count)
{
    return QStringLiteral("<p class=\"soft\">%1</p>\n")
        .arg(Tr::tr("%1 more are in the JSON report.").arg(count).toHtmlEscaped());
}

Result<void> addAllBad(Page &page, const RunSummary &summary, RunLog &log)
{
    const qint64 count = summary.done() - summary.passed;
    if (!count)
        return {};
    page.write(QStringLiteral("<h2>%1</h2>\n").arg(Tr::tr("What did not pass").toHtmlEscaped()));
    qint64 shown = 0;
    const auto read = log.forEach([&](const RunResult &result) {
        if (result.outcome != Outcome::Passed) {
            page.addBad(result);
            ++shown;
        }
        return shown < shownInFull;
    });
    if (shown < count)
        page.write(left(count - shown));
    return read;
}

Result<void> addAllGood(Page &page, const RunSummary &summary, RunLog &log)
{
    if (!summary.passed)
        return {};
    page.write(QStringLiteral("<h2>%1</h2>\n<div class=\"table\">\n<table>\n<tr><th>%2</th><th>%3</th><th class=\"number\">%4</th></tr>\n")
                   .arg(Tr::tr("What passed"), Tr::tr("Request"), Tr::tr("File"), Tr::tr("Time")));
    qint64 shown = 0;
    const auto read = log.forEach([&](const RunResult &result) {
        if (result.outcome == Outcome::Passed) {
            page.addRow(result);
            ++shown;
        }
        return shown < shownInTable;
    });
    page.write(QStringLiteral("</table>\n</div>\n"));
    if (shown < summary.passed)
        page.write(left(summary.passed - shown));
    return read;
}

} // namespace

Result<void> writeHtml(QIODevice &file, const RunSummary &summary, RunLog &log)
{
    Page page(file);
    page.addHead(summary);
    page.addFigures(summary);
    const auto matrix = matrixTable(log);
    if (!matrix)
        return Failure(matrix.error());
    page.write(*matrix);
    if (const auto bad = addAllBad(page, summary, log); !bad)
        return bad;
    if (const auto good = addAllGood(page, summary, log); !good)
        return good;
    const QByteArray end = "</main>\n</body>\n</html>\n";
    if (file.write(end) != end.size())
        return failure(ErrorCode::Unwritable, Tr::tr("The report could not be written: %1.").arg(page.trouble()));
    return {};
}

} // namespace actionscope::runner
