// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/htmltext.h"

#include <QTest>

using namespace actionscope::models;

// What a page says, without what it would do, however broken it is.
class TestHtmlText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPage_data();
    void readsAPage();
    void readsAnyDepth();
};

void TestHtmlText::readsAPage_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *html, const char *text) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(text);
    };
    row("nothing", "", "");
    row("a gateway's page",
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>"
        "</center>\r\n<hr><center>nginx</center>\r\n</body></html>",
        "502 Bad Gateway\n\n# 502 Bad Gateway\n\nnginx");
    row("headings", "<h1>One</h1>a<h3>Two</h3>b", "# One\n\na\n\n### Two\n\nb");
    row("paragraphs", "<p>a<p>b", "a\n\nb");
    row("spaces", "a \n\t b", "a b");
    row("words around tags", "one <b>two</b> three<i>four</i>", "one two threefour");
    row("line break", "a<br>b<br/>c", "a\nb\nc");
    row("list", "<ul><li>a</li><li>b</ul>c", "• a\n• b\nc");
    row("table", "<table><tr><th>k</th><th>v</th></tr><tr><td>1</td><td>2</td></tr></table>", "k  v  \n1  2");
    row("preformatted", "<pre>a\n  b</pre>c", "a\n  b\n\nc");
    row("link", "<a href=\"https://a.example/?q=1\">More</a>.", "More <https://a.example/?q=1>.");
    row("link without quotes", "<a class=x href=/b>B</a>", "B </b>");
    row("link to a script", "<a href='javascript:x()'>Go</a>", "Go");
    row("entities", "a &amp;&lt;b&gt; &#233;&#xe9;&nbsp;x&hellip;", "a &<b> éé x…");
    row("no entity", "a & b &unknown; &; &#xd800; &#99999999;", "a & b &unknown; &;");
    row("scripts and styles", "a<script>if (1 < 2) document.write('</b>')</script><style>p{}</style>b", "ab");
    row("a script never closed", "a<script>x", "a");
    row("a comment", "a<!-- <p> -->b", "ab");
    row("a comment never closed", "a<!-- b", "a");
    row("quotes hide the end", "<p title=\"a>b\">c", "c");
    row("a tag never closed", "a<p title=\"", "a");
    row("less than", "1 < 2 <3", "1 < 2 <3");
    row("at the end", "a<", "a<");
}

void TestHtmlText::readsAPage()
{
    QFETCH(const QByteArray, html);
    QTEST(htmlAsText(html), "text");
}

void TestHtmlText::readsAnyDepth()
{
    QCOMPARE(htmlAsText(QByteArray("<table><tr><td>").repeated(100000) + 'x'), QByteArray("x"));
}

QTEST_APPLESS_MAIN(TestHtmlText)
#include "tst_htmltext.moc"
