// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/answertabs.h"

#include "app/models/plainlines.h"
#include "app/models/readable.h"
#include "ui/response/answernotes.h"
#include "ui/response/bodyreader.h"
#include "ui/response/headerspane.h"
#include "ui/response/previewpane.h"
#include "ui/response/textpane.h"
#include "ui/response/textview.h"
#include "ui/response/timingview.h"
#include "ui/response/treepane.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace actionscope::ui {

namespace {

constexpr std::array<const char *, 6> tabIds {
    "tree", "text", "preview", "headers", "timing", "request"}; // as they stand

} // namespace

AnswerTabs::AnswerTabs(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_reader(new BodyReader(this))
    , m_note(new MessageStrip(theme, QStringLiteral("body"), this))
    , m_tabs(new QTabWidget(this))
    , m_tree(new TreePane(theme, clipboard, this))
    , m_text(new TextPane(theme, clipboard, this))
    , m_preview(new PreviewPane(theme, clipboard, this))
    , m_headers(new HeadersPane(clipboard, this))
    , m_timing(new TimingView(theme, this))
    , m_request(new TextView(theme, clipboard, this))
{
    m_timing->setObjectName(QStringLiteral("timingView"));
    m_timing->setAccessibleName(tr("Timing"));
    m_request->setObjectName(QStringLiteral("requestTextView"));
    m_request->setAccessibleName(tr("The request as it was sent"));
    buildTabs();
    buildReader();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_note);
    column->addWidget(m_tabs, 1);
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
    m_tabs->addTab(m_preview, tr("Preview"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_timing, tr("Timing"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->setTabVisible(m_tabs->indexOf(m_preview), false);
    connect(m_preview, &PreviewPane::saveRequested, this, &AnswerTabs::saveRequested);
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

void AnswerTabs::buildReader()
{
    connect(m_reader, &BodyReader::begun, this, [this] { m_tree->showBusy(); });
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
    showDocument(body.document);
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

void AnswerTabs::showDocument(const json::Document &document)
{
    m_tree->setDocument(document);
    m_text->setDocument(document);
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
