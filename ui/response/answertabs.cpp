// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answertabs.h"

#include "app/json/pointer.h"
#include "app/models/plainlines.h"
#include "app/models/readable.h"
#include "ui/response/answernotes.h"
#include "ui/response/bodyreader.h"
#include "ui/response/comparepane.h"
#include "ui/response/embeddedactions.h"
#include "ui/response/findbar.h"
#include "ui/response/finder.h"
#include "ui/response/headerspane.h"
#include "ui/response/pathfilter.h"
#include "ui/response/previewpane.h"
#include "ui/response/tablepane.h"
#include "ui/response/texthints.h"
#include "ui/response/textpane.h"
#include "ui/response/textview.h"
#include "ui/response/timingview.h"
#include "ui/response/treepane.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <memory>

namespace actionscope::ui {

namespace {

constexpr std::array<const char *, 8> tabIds {
    "tree", "text", "table", "preview", "headers", "timing", "request", "compare"}; // as they stand
constexpr qsizetype largestTraced = 4 * 1024 * 1024; // bytes of a body that is read while the pointer waits

// Where each value that was sent came from. The body is read when it is first asked for.
TextHints::Finder originFinder(const workspace::RunRecord &record)
{
    if (!record.sent || record.entry.exchange.request.body.size() > largestTraced)
        return {};
    const auto known = std::make_shared<std::optional<std::pair<workspace::SentValues, qsizetype>>>();
    return [record, known](qsizetype offset) {
        if (!*known) {
            const SentRequest sent = sentRequest(record);
            known->emplace(workspace::SentValues(*record.sent, sent.text.sliced(sent.bodyBegin)), sent.bodyBegin);
        }
        return (*known)->first.originAt(offset - (*known)->second);
    };
}

} // namespace

AnswerTabs::AnswerTabs(const ThemeService &theme, Clipboard &clipboard, FileDialog &files,
    MessageBox &questions, QWidget *parent)
    : QWidget(parent)
    , m_embedded(new EmbeddedActions({theme, clipboard, files, questions}, this))
    , m_reader(new BodyReader(this))
    , m_note(new MessageStrip(theme, QStringLiteral("body"), this))
    , m_tabs(new QTabWidget(this))
    , m_tree(new TreePane(theme, clipboard, this))
    , m_text(new TextPane(theme, clipboard, this))
    , m_table(new TablePane(theme, clipboard, files, this))
    , m_preview(new PreviewPane(theme, clipboard, this))
    , m_headers(new HeadersPane(clipboard, this))
    , m_timing(new TimingView(theme, this))
    , m_request(new TextView(theme, clipboard, this))
    , m_sentHints(new TextHints(m_request))
    , m_finder(new Finder(this))
    , m_findBar(new FindBar(theme, this))
    , m_compare(new ComparePane(theme, clipboard, this))
    , m_filter(new PathFilter(theme, clipboard, this))
{
    m_timing->setObjectName(QStringLiteral("timingView"));
    m_timing->setAccessibleName(tr("Timing"));
    m_request->setObjectName(QStringLiteral("requestTextView"));
    m_request->setAccessibleName(tr("The request as it was sent"));
    buildTabs();
    buildReader();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_embedded);
    column->addWidget(m_note);
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
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_timing, tr("Timing"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_compare, tr("Compare"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_compare), false);
    m_tabs->setTabVisible(m_tabs->indexOf(m_preview), false);
    connect(m_preview, &PreviewPane::saveRequested, this, &AnswerTabs::saveRequested);
    connect(m_tree, &TreePane::menuAboutToShow, m_embedded, &EmbeddedActions::addTo);
    connect(m_tree, &TreePane::menuAboutToShow, this, &AnswerTabs::valueMenuAboutToShow);
    connect(m_table, &TablePane::menuAboutToShow, m_embedded, &EmbeddedActions::addTo);
    connect(m_tree, &TreePane::textRequested, this, [this](const json::Value &value) {
        m_tabs->setCurrentWidget(m_text);
        m_text->reveal(value.begin(), value.begin() + value.raw().size());
    });
    connect(m_table, &TablePane::revealRequested, this, [this](const json::Value &value) {
        m_tabs->setCurrentWidget(m_tree);
        m_tree->reveal(value);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        placeFilter();
        if (m_choosing)
            return;
        m_wantsTree = m_tabs->currentWidget() == m_tree;
        Q_EMIT tabChosen(QLatin1String(tabIds.at(std::size_t(m_tabs->currentIndex()))));
    });
}

void AnswerTabs::showPlace(const diagnosis::Evidence &evidence)
{
    switch (evidence.what) {
    case diagnosis::EvidenceKind::Phase:
        m_tabs->setCurrentWidget(m_timing);
        return;
    case diagnosis::EvidenceKind::Status:
        m_tabs->setCurrentWidget(m_headers);
        return;
    case diagnosis::EvidenceKind::Header:
    case diagnosis::EvidenceKind::Field:
        if (evidence.side == diagnosis::Side::Request) {
            showSent(evidence);
        } else if (evidence.what == diagnosis::EvidenceKind::Field) {
            showField(evidence);
        } else {
            m_tabs->setCurrentWidget(m_headers);
            m_headers->choose(evidence.place);
        }
        return;
    case diagnosis::EvidenceKind::Catalog:
        return;
    }
}

void AnswerTabs::showField(const diagnosis::Evidence &evidence)
{
    if (evidence.place.startsWith(QLatin1Char('@'))) {
        const qsizetype at = evidence.place.sliced(1).toLongLong();
        m_tabs->setCurrentWidget(m_text);
        m_text->reveal(at, std::min(at + 1, m_body.size()));
        return;
    }
    m_tabs->setCurrentWidget(m_tree);
    const json::Value value = json::valueAtPointer(m_document.root(), evidence.place);
    if (value.isValid())
        showFound(value.begin(), value.begin() + value.raw().size());
}

// A header's line, or the value in the body below them.
void AnswerTabs::showSent(const diagnosis::Evidence &evidence)
{
    m_tabs->setCurrentWidget(m_request);
    const SentRequest sent = m_sent ? m_sent() : SentRequest();
    if (evidence.what == diagnosis::EvidenceKind::Header) {
        const qsizetype at = sent.text.left(sent.bodyBegin).toLower().indexOf('\n' + evidence.place.toLower().toUtf8() + ':');
        if (at >= 0)
            m_request->select(at + 1, sent.text.indexOf('\n', at + 1));
        return;
    }
    if (evidence.place.startsWith(QLatin1Char('@'))) {
        const qsizetype at = sent.bodyBegin + evidence.place.sliced(1).toLongLong();
        m_request->select(at, std::min(at + 1, sent.text.size()));
        return;
    }
    const json::Document document = json::Document::parse(sent.text.sliced(sent.bodyBegin));
    const json::Value value = json::valueAtPointer(document.root(), evidence.place);
    if (value.isValid() && !evidence.place.isEmpty())
        m_request->select(sent.bodyBegin + value.begin(), sent.bodyBegin + value.begin() + value.raw().size());
}

void AnswerTabs::compareWith(const QByteArray &before, const QString &title)
{
    setCompared(before, title);
    m_tabs->setCurrentWidget(m_compare);
}

void AnswerTabs::setCompared(const QByteArray &before, const QString &title)
{
    if (!m_compare->isBefore(before, title))
        m_compare->setBefore(before, title);
    m_choosing = true;
    if (title.isEmpty() && m_tabs->currentWidget() == m_compare) {
        m_tabs->setCurrentWidget(m_tree);
        m_wantsTree = true;
    }
    m_tabs->setTabVisible(m_tabs->indexOf(m_compare), !title.isEmpty());
    m_choosing = false;
}

// Beside the views that it leads to.
void AnswerTabs::placeFilter()
{
    const QWidget *current = m_tabs->currentWidget();
    m_filter->setVisible(!m_document.isEmpty() && (current == m_tree || current == m_text));
}

void AnswerTabs::setCurrentTab(const QString &id)
{
    const auto found = std::find_if(
        tabIds.cbegin(), tabIds.cend(), [&](const char *each) { return id == QLatin1String(each); });
    if (found == tabIds.cend() || !m_tabs->isTabVisible(int(found - tabIds.cbegin())))
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
    m_sent = [record] { return sentRequest(record); };
    m_sentHints->setFinder(originFinder(record));
    m_request->prepare([record] {
        const SentRequest sent = sentRequest(record);
        const auto lines = std::make_shared<models::PlainLines>(sent.text);
        lines->setLanguageFrom(sent.bodyBegin, models::TextRow::Language::Json);
        return PreparedText {lines, TextForm::AsReceived};
    });
    m_headerList = exchange.answer.headers;
    m_body = body;
    // The judgement was made over the body without its secrets; what is shown is the body as it came.
    m_reader->read(m_headerList, m_body, record.judgement.document);
}

void AnswerTabs::showArriving(const QByteArray &beginning)
{
    if (!m_isArriving) {
        m_headers->setHeaders({});
        m_timing->setTimings({});
        m_request->setText({});
    }
    m_reader->readPart(beginning);
}

void AnswerTabs::buildReader()
{
    connect(m_reader, &BodyReader::begun, this, [this] {
        if (!m_isArriving)
            m_tree->showBusy();
    });
    connect(m_reader, &BodyReader::ready, this, &AnswerTabs::showBody);
    connect(m_preview, &PreviewPane::unpackRequested, m_reader, &BodyReader::unpack);
    connect(m_reader, &BodyReader::progressed, this, [this](qint64 read, qint64 of, qint64 unpacked) {
        m_strip = Strip::Unpacking;
        m_note->showMessage(MessageStrip::Kind::Info,
            tr("Unpacking: %1 of %2 read, %3 unpacked.")
                .arg(models::sizeText(read), models::sizeText(of), models::sizeText(unpacked)),
            tr("Cancel"));
    });
    connect(m_note, &MessageStrip::actionTriggered, this, [this] {
        if (m_strip == Strip::Unpacking)
            m_reader->cancel();
        else if (m_strip == Strip::Unpacked)
            m_reader->read(m_headerList, m_body, {});
    });
}

void AnswerTabs::showBody(const ReadBody &body)
{
    m_strip = body.isUnpacked ? Strip::Unpacked : Strip::Note;
    m_note->setVisible(!body.note.isEmpty());
    if (!body.note.isEmpty()) {
        m_note->showMessage(
            body.kind.disagreement.isEmpty() ? MessageStrip::Kind::Info : MessageStrip::Kind::Warning, body.note,
            body.isUnpacked ? tr("Show as Received") : QString());
    }
    showPreview(body.kind, body.document.bytes());
    showDocument(body.document, body.isPart ? Body::Arriving : Body::Whole);
}

// The tab is there only where it has something to show.
void AnswerTabs::showPreview(const api::BodyKind &kind, const QByteArray &body)
{
    const bool hasPreview = PreviewPane::hasPreviewOf(kind.form);
    m_isFile = hasPreview && kind.form != api::BodyForm::Html;
    m_choosing = true;
    if (!hasPreview && m_tabs->currentWidget() == m_preview)
        m_tabs->setCurrentWidget(m_text);
    m_tabs->setTabVisible(m_tabs->indexOf(m_preview), hasPreview);
    m_choosing = false;
    if (hasPreview)
        m_preview->showBody(kind, body);
    else
        m_preview->clear();
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
    m_compare->setShown(document);
    m_filter->setDocument(document);
    placeFilter();
    m_finder->setText(document.bytes(), document.isValid());
    chooseTab(document);
}

void AnswerTabs::chooseTab(const json::Document &document)
{
    if (!m_wantsTree)
        return;
    m_choosing = true;
    const bool onlyText = document.isEmpty() && !document.bytes().isEmpty();
    QWidget *page = onlyText ? static_cast<QWidget *>(m_text) : m_tree;
    if (onlyText && m_isFile)
        page = m_preview;
    m_tabs->setCurrentWidget(page);
    m_choosing = false;
}

} // namespace actionscope::ui
