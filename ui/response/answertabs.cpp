// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answertabs.h"

#include "app/base/whenready.h"
#include "app/models/plainlines.h"
#include "ui/response/answernotes.h"
#include "ui/response/embeddedactions.h"
#include "ui/response/findbar.h"
#include "ui/response/finder.h"
#include "ui/response/headerspane.h"
#include "ui/response/pathfilter.h"
#include "ui/response/tablepane.h"
#include "ui/response/textpane.h"
#include "ui/response/textview.h"
#include "ui/response/timingview.h"
#include "ui/response/treepane.h"

#include <QShortcut>
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

AnswerTabs::AnswerTabs(const ThemeService &theme, Clipboard &clipboard, FileDialog &files,
    MessageBox &questions, QWidget *parent)
    : QWidget(parent)
    , m_embedded(new EmbeddedActions({theme, clipboard, files, questions}, this))
    , m_tabs(new QTabWidget(this))
    , m_tree(new TreePane(theme, clipboard, this))
    , m_text(new TextPane(theme, clipboard, this))
    , m_table(new TablePane(theme, clipboard, files, this))
    , m_headers(new HeadersPane(clipboard, this))
    , m_timing(new TimingView(theme, this))
    , m_request(new TextView(theme, clipboard, this))
    , m_finder(new Finder(this))
    , m_findBar(new FindBar(theme, this))
    , m_filter(new PathFilter(theme, clipboard, this))
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
    column->addWidget(m_tabs, 1);
    column->addWidget(m_filter);
    column->addWidget(m_findBar);
    m_filter->hide();
    connect(m_filter, &PathFilter::valueChosen, this,
        [this](const json::Value &value) { showFound(value.begin(), value.begin() + value.raw().size()); });
    buildFinding();
}

void AnswerTabs::buildFinding()
{
    m_findBar->hide();
    const auto addShortcut = [this](const QKeySequence &keys, const auto &method, auto *receiver) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, receiver, method);
    };
    addShortcut(QKeySequence::Find, &AnswerTabs::openFindBar, this);
    addShortcut(QKeySequence(Qt::Key_F3), &Finder::next, m_finder);
    addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), &Finder::previous, m_finder);
    connect(m_findBar, &FindBar::wishChanged, this,
        [this] { m_finder->find(m_findBar->needle(), m_findBar->options(), m_text->caretOffset()); });
    connect(m_findBar, &FindBar::nextRequested, m_finder, &Finder::next);
    connect(m_findBar, &FindBar::previousRequested, m_finder, &Finder::previous);
    connect(m_findBar, &FindBar::closed, this, &AnswerTabs::closeFindBar);
    connect(m_finder, &Finder::stateChanged, this, [this] { m_findBar->showState(m_finder->state()); });
    connect(m_finder, &Finder::marksChanged, this, [this] { m_text->setMarks(m_finder->marks()); });
    connect(m_finder, &Finder::found, this, &AnswerTabs::showFound);
}

void AnswerTabs::openFindBar()
{
    const bool wasOpen = m_findBar->isVisible();
    m_findBar->open();
    if (!wasOpen && !m_findBar->needle().isEmpty())
        m_finder->find(m_findBar->needle(), m_findBar->options(), m_text->caretOffset());
}

void AnswerTabs::closeFindBar()
{
    m_findBar->hide();
    m_finder->find({}, {}, 0);
    m_tabs->currentWidget()->setFocus();
}

// In the tree where that is in front, else in the text; both stand there when the tab changes.
void AnswerTabs::showFound(qsizetype begin, qsizetype end)
{
    const bool inTree = m_tabs->currentWidget() == m_tree && !m_document.isEmpty();
    if (!inTree)
        m_tabs->setCurrentWidget(m_text);
    m_text->reveal(begin, end);
    if (!m_document.isEmpty())
        m_tree->reveal(m_document.valueAt(begin));
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
    m_document = document;
    m_tree->setDocument(document, keep);
    m_text->setDocument(document, keep);
    m_table->setDocument(document);
    m_embedded->setDocument(document);
    m_filter->setDocument(document);
    m_finder->setText(document.bytes(), document.isValid());
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
