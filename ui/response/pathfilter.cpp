// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/pathfilter.h"

#include "app/base/whenready.h"
#include "app/json/jsonpath.h"
#include "ui/response/largecopy.h"
#include "ui/services/clipboard.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTableView>
#include <QTextCharFormat>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>

namespace actionscope::ui {

using models::PathResultModel;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 200ms;
constexpr int shownRows = 7;

} // namespace

PathFilter::PathFilter(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
    , m_results(new PathResultModel(this))
    , m_list(new QTableView(this))
    , m_path(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_fault(new QLabel(this))
{
    setObjectName(QStringLiteral("pathFilter"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setLook(this, Look::Bar);
    buildList();
    m_path->setObjectName(QStringLiteral("pathLineEdit"));
    m_path->setAccessibleName(tr("Filter by JSONPath"));
    m_path->setPlaceholderText(tr("Filter by JSONPath, such as $.data"));
    m_path->setFont(ThemeService::monospaceFont());
    m_path->setClearButtonEnabled(true);
    m_path->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("pathCountLabel"));
    m_count->setFont(ThemeService::smallFont());
    setLook(m_count, Look::Muted);
    m_fault->setObjectName(QStringLiteral("pathFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(spacing::small, spacing::hair, spacing::small, 0);
    m_fault->hide();
    setLook(m_fault, Look::Bad);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::small, spacing::hair, spacing::small, spacing::hair);
    row->setSpacing(spacing::small);
    row->addWidget(m_path, 1);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_fault);
    column->addLayout(row);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_path, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &PathFilter::follow);
    connect(m_path, &QLineEdit::returnPressed, this, [this] {
        if (m_typing.isActive()) {
            m_typing.stop();
            follow();
        } else {
            choose(0);
        }
    });
}

PathFilter::~PathFilter() { stop(); }

void PathFilter::buildList()
{
    m_list->setObjectName(QStringLiteral("pathResultTableView"));
    m_list->setAccessibleName(tr("What the path leads to"));
    m_list->setModel(m_results);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setFont(ThemeService::monospaceFont());
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideMiddle); // the end of a path says the most
    m_list->setTabKeyNavigation(false);
    m_list->horizontalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->verticalHeader()->hide();
    const int height = QFontMetrics(m_list->font()).height() + spacing::small;
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(height);
    m_list->setFixedHeight(shownRows * height);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->hide();
    connect(m_list, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QTableView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &PathFilter::showMenu);
}

void PathFilter::setDocument(const json::Document &document)
{
    m_document = document;
    clear(); // the rows led into the document before
    follow();
}

void PathFilter::stop()
{
    if (m_isCancelled)
        *m_isCancelled = true;
    m_isCancelled.reset();
}

void PathFilter::follow()
{
    stop();
    const QString text = m_path->text().trimmed();
    if (text.isEmpty() || m_document.isEmpty()) {
        clear();
        return say({});
    }
    const auto path = json::JsonPath::parse(text);
    if (!path) {
        clear();
        return sayFault(path.error());
    }
    const auto isCancelled = std::make_shared<std::atomic_bool>(false);
    m_isCancelled = isCancelled;
    say(tr("Looking…"));
    const auto walk = [document = m_document, path = *path, isCancelled] {
        const QList<json::Value> values = path.evaluate(document.root(), isCancelled.get());
        const auto nodes = std::make_shared<PathResultModel::Nodes>();
        nodes->reserve(std::size_t(values.size()));
        for (const json::Value &value : values)
            nodes->push_back(value.node());
        return Nodes(nodes);
    };
    whenReady(QtConcurrent::run(walk), this, [this, isCancelled](const Nodes &nodes) {
        if (m_isCancelled == isCancelled)
            showResults(nodes);
    });
}

void PathFilter::showResults(const Nodes &nodes)
{
    stop();
    m_results->setResults(m_document, nodes);
    const auto count = qlonglong(nodes->size());
    const QLocale locale;
    m_list->setVisible(count > 0);
    m_list->setColumnWidth(PathResultModel::PathColumn, std::max(160, width() * 45 / 100));
    if (count > PathResultModel::mostRows)
        say(tr("%1 values, listed are the first %2")
                .arg(locale.toString(count), locale.toString(PathResultModel::mostRows)));
    else
        say(count == 0       ? tr("Leads nowhere")
                : count == 1 ? tr("1 value")
                             : tr("%1 values").arg(locale.toString(count)));
}

void PathFilter::clear()
{
    m_list->hide();
    m_results->clear();
}

void PathFilter::say(const QString &sentence)
{
    m_count->setText(sentence);
    m_count->setHidden(sentence.isEmpty());
    m_fault->hide();
    setStyleFlag(m_path, "problem", false);
    underline(-1);
}

void PathFilter::sayFault(const json::ParseError &fault)
{
    const QString typed = m_path->text();
    const auto begin = std::find_if_not(typed.cbegin(), typed.cend(), [](QChar c) { return c.isSpace(); });
    const qsizetype at = fault.offset + (begin - typed.cbegin());
    say({});
    m_fault->setText(begin != typed.cend() && *begin == QLatin1Char('$')
            ? tr("Character %1: %2.").arg(at + 1).arg(fault.reason)
            : tr("A path begins with $, such as $.data."));
    m_fault->show();
    setStyleFlag(m_path, "problem", true);
    underline(at);
}

// The only way to mark a part of a line edit is the one that input methods have.
void PathFilter::underline(qsizetype offset)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (offset >= 0 && !m_path->text().isEmpty()) {
        const int at = int(std::min(offset, m_path->text().size() - 1));
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(m_theme.color(ColorRole::Bad));
        format.setForeground(m_theme.color(ColorRole::Bad));
        attributes.append({QInputMethodEvent::TextFormat, at - m_path->cursorPosition(), 1, format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(m_path, &event);
}

void PathFilter::choose(int row)
{
    if (const json::Value value = m_results->value(row); value.isValid())
        Q_EMIT valueChosen(value);
}

void PathFilter::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Other results may have come by the time a line is chosen.
    menu->addAction(tr("Copy JSONPath"), this, [this, at = QPersistentModelIndex(index)] {
        m_clipboard.setText(at.sibling(at.row(), PathResultModel::PathColumn).data().toString());
    });
    menu->addAction(tr("Copy as JSON"), this,
        [this, at = QPersistentModelIndex(index)] {
            const json::Value value = m_results->value(at.row());
            copyText(m_clipboard, this, value.isValid() ? value.raw().size() : 0,
                [document = m_document, value] { return QString::fromUtf8(value.raw()); });
        });
    menu->addSeparator();
    const auto addAll = [&](const QString &name, const QString &text, const auto &write) {
        menu->addAction(text, this, [this, write] { copyAll(write); })->setObjectName(name);
    };
    addAll(QStringLiteral("copyAllAsJsonAction"), tr("Copy All as a JSON Array"),
        [](const Results &results) { return QString::fromUtf8(results.asJson()); });
    addAll(QStringLiteral("copyAllPathsAction"), tr("Copy All JSONPaths"),
        [](const Results &results) { return results.asPaths(); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

// A hundred megabytes are not put together while a person waits.
void PathFilter::copyAll(const std::function<QString(const Results &)> &write)
{
    whenReady(QtConcurrent::run([write, results = m_results->results()] { return write(results); }), this,
        [this](const QString &text) { m_clipboard.setText(text); });
}

bool PathFilter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_path && key == Qt::Key_Down && m_list->isVisible()) {
        m_list->setFocus();
        m_list->selectRow(std::max(0, m_list->currentIndex().row()));
        return true;
    }
    if (key == Qt::Key_Escape && (watched == m_list || !m_path->text().isEmpty())) {
        if (watched == m_path)
            m_path->clear();
        m_path->setFocus();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace actionscope::ui
