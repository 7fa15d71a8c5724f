// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/responsepage.h"

#include "app/base/tr.h"
#include "app/exchange/code/codetargets.h"
#include "ui/response/answertabs.h"
#include "ui/response/bannerscroll.h"
#include "ui/response/diagnosisview.h"
#include "ui/response/largecopy.h"
#include "ui/response/verdictbanner.h"
#include "ui/services/clipboard.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagestrip.h"

#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

ResponsePage::ResponsePage(const ThemeService &theme, Clipboard &clipboard, FileDialog &files,
    MessageBox &questions, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_trouble(new MessageStrip(theme, QStringLiteral("responseTrouble"), this))
    , m_banner(new VerdictBanner(theme, clipboard))
    , m_tabs(new AnswerTabs(theme, clipboard, files, questions))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("responsePage"));
    setAttribute(Qt::WA_StyledBackground);
    setLook(this, Look::Page);
    buildTools(theme);
    m_emptyPage = makeEmptyPage(theme);
    m_answerPage = makeAnswerPage();
    m_pages->addWidget(m_emptyPage);
    m_pages->addWidget(m_answerPage);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_trouble);
    column->addWidget(m_pages, 1);
    showEmpty();
}

void ResponsePage::buildTools(const ThemeService &theme)
{
    const auto add = [&](const QString &name, const QString &icon, const QString &text) {
        auto *button = new QToolButton(m_banner);
        button->setObjectName(name);
        button->setIcon(themedIcon(theme, icon));
        button->setIconSize({16, 16});
        button->setToolTip(text);
        button->setAccessibleName(text);
        m_banner->addTool(button);
        return button;
    };
    m_copyBody = add(QStringLiteral("copyBodyToolButton"), QStringLiteral("copy"), tr("Copy the body"));
    m_saveBody = add(QStringLiteral("saveBodyToolButton"), QStringLiteral("save"), tr("Save the body…"));
    m_copyCurl = add(QStringLiteral("copyCurlToolButton"), QStringLiteral("code"), tr("Copy as cURL"));
    connect(m_copyBody, &QToolButton::clicked, this, [this] {
        copyText(m_clipboard, this, m_body.size(), [body = m_body] { return QString::fromUtf8(body); });
    });
    connect(m_saveBody, &QToolButton::clicked, this, &ResponsePage::saveBodyRequested);
    connect(m_copyCurl, &QToolButton::clicked, this, &ResponsePage::copyAsCurlRequested);
    buildCodeMenu();
}

// The button itself copies as cURL; its menu has the rest.
void ResponsePage::buildCodeMenu()
{
    auto *menu = new QMenu(m_copyCurl);
    menu->setObjectName(QStringLiteral("copyAsMenu"));
    menu->setTitle(tr("Copy As"));
    for (const exchange::CodeTarget &target : exchange::codeTargets()) {
        const QAction *action = menu->addAction(actionscope::Tr::tr(target.title));
        connect(action, &QAction::triggered, this, [this, name = QByteArray(target.name)] { Q_EMIT copyAsRequested(name); });
    }
    m_copyCurl->setMenu(menu);
    m_copyCurl->setPopupMode(QToolButton::MenuButtonPopup);
}

QWidget *ResponsePage::makeEmptyPage(const ThemeService &theme)
{
    auto *page = new QWidget;
    auto *icon = new IconLabel(page);
    icon->setIcon(themedIcon(theme, QStringLiteral("play"), int(ColorRole::Muted)));
    auto *title = new QLabel(tr("No answer yet"), page);
    title->setFont(ThemeService::titleFont());
    title->setAlignment(Qt::AlignHCenter);
    auto *sentence = new QLabel(
        tr("Fill in the request and press Ctrl+Return.\nWhat the action answers appears here."), page);
    sentence->setObjectName(QStringLiteral("emptyAnswerLabel"));
    sentence->setWordWrap(true);
    sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence->setMaximumWidth(360);
    setLook(sentence, Look::Muted);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(spacing::small);
    column->addStretch(2);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(sentence, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(3);
    return page;
}

QWidget *ResponsePage::makeAnswerPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    auto *scroll = new BannerScroll(m_banner, page);
    scroll->setObjectName(QStringLiteral("verdictBannerScroll"));
    column->addWidget(scroll);
    column->addWidget(m_tabs, 1);
    connect(m_tabs, &AnswerTabs::tabChosen, this, &ResponsePage::tabChosen);
    connect(m_tabs, &AnswerTabs::valueMenuAboutToShow, this, &ResponsePage::valueMenuAboutToShow);
    connect(m_tabs, &AnswerTabs::saveRequested, this, &ResponsePage::saveBodyRequested);
    connect(m_banner->diagnosis(), &DiagnosisView::evidenceChosen, m_tabs, &AnswerTabs::showPlace);
    connect(m_banner->diagnosis(), &DiagnosisView::tryRequested, this,
        [this](const diagnosis::Try &wish) { Q_EMIT tryRequested(wish, m_draft); });
    // Keeps the banner on top while there are no tabs.
    column->addStretch(0);
    return page;
}

void ResponsePage::setCurrentTab(const QString &id) { m_tabs->setCurrentTab(id); }

void ResponsePage::compareWith(const QByteArray &before, const QString &title)
{
    m_tabs->compareWith(before, title);
}

void ResponsePage::setCompared(const QByteArray &before, const QString &title) { m_tabs->setCompared(before, title); }

json::Document ResponsePage::document() const { return m_tabs->document(); }

void ResponsePage::startAnew() { m_tabs->startAnew(); }

void ResponsePage::showEmpty()
{
    m_trouble->hide();
    m_body.clear();
    m_pages->setCurrentWidget(m_emptyPage);
}

void ResponsePage::showRunning(qint64 receivingSince)
{
    m_trouble->hide();
    m_body.clear();
    m_banner->showRunning(receivingSince);
    m_tabs->hide();
    for (QToolButton *tool : {m_copyBody, m_saveBody, m_copyCurl})
        tool->hide();
    m_pages->setCurrentWidget(m_answerPage);
}

void ResponsePage::showProgress(const executor::Progress &progress, qint64 elapsedMs)
{
    m_banner->showProgress(progress, elapsedMs);
}

void ResponsePage::showArriving(const QByteArray &beginning)
{
    m_tabs->showArriving(beginning);
    m_tabs->show();
}

void ResponsePage::showRun(const workspace::RunRecord &record, const QByteArray &rawBody)
{
    m_banner->showRecord(record, rawBody, VerdictBanner::Origin::Fresh);
    showAnswer(record, rawBody);
    if (!record.historyTrouble.isEmpty()) {
        m_trouble->showMessage(
            MessageStrip::Kind::Warning, tr("This run is not in the history: %1").arg(record.historyTrouble));
    }
}

void ResponsePage::showRemembered(const workspace::RunRecord &record)
{
    const QByteArray body = record.entry.exchange.answer.body;
    m_banner->showRecord(record, body, VerdictBanner::Origin::History);
    showAnswer(record, body);
}

void ResponsePage::showLogged(const workspace::RunRecord &record)
{
    const QByteArray body = record.entry.exchange.answer.body;
    m_banner->showRecord(record, body, VerdictBanner::Origin::RequestLog);
    showAnswer(record, body);
}

void ResponsePage::showImported(const workspace::RunRecord &record)
{
    const QByteArray body = record.entry.exchange.answer.body;
    m_banner->showRecord(record, body, VerdictBanner::Origin::Import);
    showAnswer(record, body);
}

void ResponsePage::showOfRun(const workspace::RunRecord &record)
{
    const QByteArray body = record.entry.exchange.answer.body;
    m_banner->showRecord(record, body, VerdictBanner::Origin::CollectionRun);
    showAnswer(record, body);
}

void ResponsePage::showAnswer(const workspace::RunRecord &record, const QByteArray &body)
{
    m_trouble->hide();
    m_body = body;
    m_draft = record.entry.draft;
    m_tabs->showRecord(record, body);
    m_tabs->show();
    m_copyBody->setVisible(!body.isEmpty());
    m_saveBody->setVisible(!body.isEmpty());
    m_copyCurl->show();
    m_pages->setCurrentWidget(m_answerPage);
}

void ResponsePage::showTrouble(const Error &trouble)
{
    const QString text
        = trouble.hint.isEmpty() ? trouble.sentence : trouble.sentence + QLatin1Char(' ') + trouble.hint;
    m_trouble->showMessage(MessageStrip::Kind::Error, text);
}

} // namespace actionscope::ui
