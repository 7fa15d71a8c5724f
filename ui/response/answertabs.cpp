// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answertabs.h"

#include "app/base/whenready.h"
#include "app/models/plainlines.h"
#include "ui/response/answernotes.h"
#include "ui/response/embeddedactions.h"
#include "ui/response/headerspane.h"
#include "ui/response/tablepane.h"
#include "ui/response/textpane.h"
#include "ui/response/textview.h"
#include "ui/response/timingview.h"
#include "ui/response/treepane.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <array>

namespace actionscope::ui {

namespace {

constexpr std::array<const char *, 6> tabIds {
    "tree", "text", "table", "headers", "timing", "request"}; // as they stand

constexpr qsizetype small = 1 << 16; // bytes

} // namespace

AnswerTabs::AnswerTabs(
    const ThemeService &theme, Clipboard &clipboard, FileDialog &files, MessageBox &questions, QWidget *parent)
    : QWidget(parent)
    , m_embedded(new EmbeddedActions({theme, clipboard, files, questions}, this))
    , m_tabs(new QTabWidget(this))
    , m_tree(new TreePane(theme, clipboard, this))
    , m_text(new TextPane(theme, clipboard, this))
    , m_table(new TablePane(theme, clipboard, files, this))
    , m_headers(new HeadersPane(clipboard, this))
    , m_timing(new TimingView(theme, this))
    , m_request(new TextView(theme, clipboard, this))
{
    m_timing->setObjectName(QStringLiteral("timingView"));
    m_timing->setAccessibleName(tr("Timing"));
    m_request->setObjectName(QStringLiteral("requestTextView"));
    m_request->setAccessibleName(tr("The request as it was sent"));
    buildTabs();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_embedded);
    column->addWidget(m_tabs);
}

void AnswerTabs::buildTabs()
{
    m_tabs->setObjectName(QStringLiteral("responseTabWidget"));
    m_tabs->setAccessibleName(tr("Answer"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("responseTabBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Answer"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_timing, tr("Timing"));
    m_tabs->addTab(m_request, tr("Request"));
    connect(m_tree, &TreePane::menuAboutToShow, m_embedded, &EmbeddedActions::addTo);
    connect(m_table, &TablePane::menuAboutToShow, m_embedded, &EmbeddedActions::addTo);
    connect(m_table, &TablePane::revealRequested, this, [this](const json::Value &value) {
        m_tabs->setCurrentWidget(m_tree);
        m_tree->reveal(value);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_choosing)
            return;
        m_wantsTree = m_tabs->currentWidget() == m_tree;
        Q_EMIT tabChosen(QLatin1String(tabIds.at(std::size_t(m_tabs->currentIndex()))));
    });
}

void AnswerTabs::setCurrentTab(const QString &id)
{
    const auto found = std::find_if(
        tabIds.cbegin(), tabIds.cend(), [&](const char *each) { return id == QLatin1String(each); });
    if (found == tabIds.cend())
        return;
    m_choosing = true;
    m_tabs->setCurrentIndex(int(found - tabIds.cbegin()));
    m_wantsTree = m_tabs->currentWidget() == m_tree;
    m_choosing = false;
}

void AnswerTabs::showRecord(const workspace::RunRecord &record, const QByteArray &body)
{
    const api::Exchange &exchange = record.entry.exchange;
    m_headers->setHeaders(exchange.answer.headers);
    m_timing->setTimings(exchange.timings);
    m_request->prepare([record] {
        const SentRequest sent = sentRequest(record);
        const auto lines = std::make_shared<models::PlainLines>(sent.text);
        lines->setLanguageFrom(sent.bodyBegin, models::TextRow::Language::Json);
        return PreparedText {lines, TextForm::AsReceived};
    });
    const json::Document &known = record.judgement.document;
    ++m_job;
    // The same bytes in another place would be found out only by reading all of them here.
    if (known.bytes().isSharedWith(body) || (body.size() < small && known.bytes() == body))
        showDocument(known, Body::Whole);
    else
        readDocument(body, Body::Whole);
}

void AnswerTabs::showArriving(const QByteArray &beginning)
{
    if (!m_isArriving) {
        m_headers->setHeaders({});
        m_timing->setTimings({});
        m_request->setText({});
    }
    ++m_job;
    readDocument(beginning, Body::Arriving);
}

// The judgement was made over the body without its secrets; what is shown is the body as it came.
void AnswerTabs::readDocument(const QByteArray &body, Body kind)
{
    if (!m_isArriving)
        m_tree->showBusy();
    whenReady(QtConcurrent::run([body] { return json::Document::parse(body); }), this,
        [this, job = m_job, kind](const json::Document &document) {
            if (job == m_job)
                showDocument(document, kind);
        });
}

// What a person looks at in the part stays where it is when more of it comes.
void AnswerTabs::showDocument(const json::Document &document, Body kind)
{
    const Keep keep = m_isArriving ? Keep::Place : Keep::Nothing;
    m_isArriving = kind == Body::Arriving;
    m_tree->setDocument(document, keep);
    m_text->setDocument(document, keep);
    // A table of a part would begin anew with each piece.
    m_table->setDocument(m_isArriving ? json::Document() : document);
    m_embedded->setDocument(document);
    chooseTab(document);
}

void AnswerTabs::chooseTab(const json::Document &document)
{
    if (!m_wantsTree)
        return;
    m_choosing = true;
    const bool onlyText = document.isEmpty() && !document.bytes().isEmpty();
    m_tabs->setCurrentWidget(onlyText ? static_cast<QWidget *>(m_text) : m_tree);
    m_choosing = false;
}

} // namespace actionscope::ui
