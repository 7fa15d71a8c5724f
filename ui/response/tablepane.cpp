// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/tablepane.h"

#include "app/base/whenready.h"
#include "app/models/jsontablemodel.h"
#include "ui/response/tableview.h"
#include "ui/services/clipboard.h"
#include "ui/services/filedialog.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"
#include "ui/widgets/messagestrip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QShowEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QtConcurrent>

#include <chrono>

namespace actionscope::ui {

using exchange::TableFormat;
using models::JsonTableModel;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestCopy = qsizetype(64) << 20; // bytes on the clipboard
constexpr auto quietTime = 200ms; // before progress is shown
constexpr auto progressEvery = 50ms;

QString rowsText(qsizetype count)
{
    return count == 1 ? TablePane::tr("1 row") : TablePane::tr("%1 rows").arg(QLocale().toString(count));
}

QString columnsText(qsizetype count)
{
    return count == 1 ? TablePane::tr("1 column") : TablePane::tr("%1 columns").arg(QLocale().toString(count));
}

} // namespace

TablePane::TablePane(const ThemeService &theme, Clipboard &clipboard, FileDialog &files, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_files(files)
    , m_table(new JsonTableModel(this))
    , m_strip(new MessageStrip(theme, QStringLiteral("table"), this))
    , m_bar(new QWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new TableView(theme, m_table))
    , m_sentence(new QLabel)
{
    setObjectName(QStringLiteral("tablePane"));
    buildBar(theme);
    buildView();
    m_sentence->setObjectName(QStringLiteral("noTableLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setContentsMargins(spacing::medium, spacing::large, spacing::medium, spacing::medium);
    setLook(m_sentence, Look::Muted);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_sentence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::hair, 0, 0);
    column->setSpacing(spacing::hair);
    column->addWidget(m_strip);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    connect(m_table, &JsonTableModel::busyChanged, this, &TablePane::showBusy);
    connect(m_table, &JsonTableModel::columnsChanged, this, &TablePane::showNotes);
    connect(m_table, &QAbstractItemModel::modelReset, this, [this] {
        m_view->fitColumns();
        m_view->scrollToTop();
    });
    connect(&m_busyTimer, &QTimer::timeout, this, &TablePane::showBusy);
    setDocument({});
}

TablePane::~TablePane()
{
    for (const auto &watch : {m_search, m_writing}) {
        if (watch)
            watch->isCancelled = true;
    }
}

void TablePane::buildBar(const ThemeService &theme)
{
    m_choice = new QComboBox(m_bar);
    m_choice->setObjectName(QStringLiteral("tableChoiceComboBox"));
    m_choice->setAccessibleName(tr("Array shown as a table"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_notes = new QLabel(m_bar);
    m_notes->setObjectName(QStringLiteral("tableNotesLabel"));
    setLook(m_notes, Look::Muted);
    m_progress = new QProgressBar(m_bar);
    m_progress->setObjectName(QStringLiteral("tableProgressBar"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(96);
    const auto button = [&](const char *name, const char *icon, const QString &text, auto slot) {
        auto *made = new QToolButton(m_bar);
        made->setObjectName(QLatin1String(name));
        made->setIcon(themedIcon(theme, QLatin1String(icon)));
        made->setIconSize({16, 16});
        made->setToolTip(text);
        made->setAccessibleName(text);
        connect(made, &QToolButton::clicked, this, slot);
        return made;
    };
    m_cancel = button("cancelTableWorkToolButton", "stop", tr("Cancel"), &TablePane::cancelWork);
    m_export = button("exportTableToolButton", "save", tr("Export as CSV…"), &TablePane::exportTable);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(spacing::small, 0, spacing::small, 0);
    row->setSpacing(spacing::small);
    row->addWidget(m_choice, 1);
    row->addWidget(m_notes);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    m_progress->hide();
    m_cancel->hide();
    connect(m_choice, &QComboBox::activated, this, &TablePane::chooseTable);
}

void TablePane::buildView()
{
    m_view->setObjectName(QStringLiteral("bodyTableView"));
    m_view->setAccessibleName(tr("Body as a table"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TablePane::showCellMenu);
    connect(m_view, &TableView::valueActivated, this, &TablePane::reveal);
    auto *copy = new QAction(tr("Copy Selection"), m_view);
    copy->setObjectName(QStringLiteral("copyTableSelectionAction"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { copyChosen(TableFormat::Tsv); });
    m_view->addAction(copy);
}

// A table that is being exported goes on: its rows hold their document.
void TablePane::setDocument(const json::Document &document)
{
    if (m_search)
        m_search->isCancelled = true;
    if (!m_writing)
        m_strip->hide();
    m_document = document;
    m_isSearched = false;
    m_table->setTable({}, {}, {});
    showTables({});
    if (document.isEmpty())
        showSentence(document.bytes().isEmpty() ? tr("No body arrived.")
                                                : tr("The body is not JSON. The Text tab shows it as it came."));
    else if (isVisible())
        findTables();
}

void TablePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isSearched && !m_document.isEmpty())
        findTables();
}

void TablePane::findTables()
{
    m_isSearched = true;
    showSentence(tr("Looking for arrays of objects…"));
    if (m_search)
        m_search->isCancelled = true;
    m_search = std::make_shared<json::ParseWatch>();
    whenReady(QtConcurrent::run([document = m_document, watch = m_search] { return models::findTables(document, watch.get()); }),
        this, [this, watch = m_search](const QList<models::FoundTable> &tables) {
            if (watch != m_search || watch->isCancelled)
                return;
            showTables(tables);
            if (tables.isEmpty())
                showSentence(tr("The body holds no array of objects, so there is nothing to show as a table."));
            else
                chooseTable(0);
        });
}

void TablePane::showTables(const QList<models::FoundTable> &tables)
{
    m_tables = tables;
    m_choice->clear();
    for (const models::FoundTable &table : tables)
        m_choice->addItem(tr("%1 — %2").arg(table.path, rowsText(table.array.count())));
    m_bar->setVisible(!tables.isEmpty());
}

void TablePane::chooseTable(int place)
{
    const models::FoundTable &table = m_tables[place];
    m_table->setTable(m_document, table.array, table.path);
    m_pages->setCurrentWidget(m_view);
}

void TablePane::showSentence(const QString &text)
{
    m_sentence->setText(text);
    m_pages->setCurrentWidget(m_sentence);
}

void TablePane::showNotes()
{
    QStringList notes {columnsText(m_table->columnCount())};
    if (m_table->columnsLeftOut() > 0)
        notes.append(tr("%1 more have no room").arg(QLocale().toString(m_table->columnsLeftOut())));
    if (m_table->rowsLeftOut() > 0)
        notes.append(tr("%1 more rows have no room").arg(QLocale().toString(m_table->rowsLeftOut())));
    m_notes->setText(notes.join(QStringLiteral(", ")));
}

// What is done within a moment shows no progress.
void TablePane::showBusy()
{
    const bool isBusy = m_table->isBusy() || m_writing;
    if (isBusy && !m_busyTimer.isActive()) {
        m_busyTimer.start(quietTime);
        return;
    }
    if (isBusy && !m_progress->isVisible())
        m_busyTimer.start(progressEvery);
    if (!isBusy)
        m_busyTimer.stop();
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    const double writing = m_writing && m_toWrite > 0 ? double(m_writing->position) / double(m_toWrite) : 0;
    m_progress->setValue(int(1000 * (m_writing ? writing : m_table->progress())));
}

void TablePane::cancelWork()
{
    m_table->cancel();
    if (m_search)
        m_search->isCancelled = true;
    if (m_writing)
        m_writing->isCancelled = true;
    m_writing.reset();
    showBusy();
}

void TablePane::showCellMenu(const QPoint &at)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_view);
    menu->setObjectName(QStringLiteral("tableCellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *name, const QString &text, auto slot) {
        QAction *action = menu->addAction(text, this, slot);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    const json::Value value = m_table->value(index);
    add("copyCellAction", tr("Copy Value"), [this, text = index.data(JsonTableModel::TextRole).toString()] {
        m_clipboard.setText(text);
    })->setEnabled(value.isValid());
    add("copyRowAction", tr("Copy Row as JSON"), [this, row = m_table->rowValue(index.row())] {
        m_clipboard.setText(QString::fromUtf8(row.raw()));
    });
    add("copyCellPathAction", tr("Copy JSONPath"), [this, path = index.data(JsonTableModel::PathRole).toString()] {
        m_clipboard.setText(path);
    });
    add("copyTsvAction", tr("Copy Selection"), [this] { copyChosen(TableFormat::Tsv); });
    add("copyCsvAction", tr("Copy Selection as CSV"), [this] { copyChosen(TableFormat::Csv); });
    menu->addSeparator();
    add("showInTreeAction", tr("Show in Tree"), [this, index = QPersistentModelIndex(index)] { reveal(index); });
    if (value.isValid())
        Q_EMIT menuAboutToShow(menu, value);
    menu->addSeparator();
    m_view->addColumnActions(menu, index.column());
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void TablePane::reveal(const QModelIndex &index)
{
    const json::Value value = m_table->value(index);
    const json::Value shown = value.isValid() ? value : m_table->rowValue(index.row());
    if (shown.isValid())
        Q_EMIT revealRequested(shown);
}

exchange::TableSource TablePane::sourceOf(const QList<int> &columns) const
{
    exchange::TableSource source;
    for (const int column : columns)
        source.titles.append(m_table->columns()[column].title());
    source.rowCount = m_table->rowCount();
    source.read = m_table->reader(columns);
    return source;
}

template <typename Work, typename Done> void TablePane::startWriting(qsizetype total, Work work, Done done)
{
    if (m_writing)
        m_writing->isCancelled = true;
    m_writing = std::make_shared<json::ParseWatch>();
    m_toWrite = total;
    m_strip->hide();
    whenReady(QtConcurrent::run([work, watch = m_writing] { return work(watch.get()); }), this,
        [this, watch = m_writing, done](const auto &result) {
            if (watch != m_writing)
                return;
            m_writing.reset();
            showBusy();
            if (result)
                done(*result);
            else
                m_strip->showMessage(MessageStrip::Kind::Error,
                    QStringList {result.error().sentence, result.error().hint}.join(QLatin1Char(' ')).trimmed());
        });
    showBusy();
}

void TablePane::copyChosen(TableFormat format)
{
    const TableView::Chosen chosen = m_view->chosen();
    if (chosen.columns.isEmpty())
        return;
    exchange::TableSource source = sourceOf(chosen.columns);
    source.firstRow = chosen.firstRow;
    source.rowCount = chosen.lastRow - chosen.firstRow + 1;
    // A single cell is wanted for what is in it.
    if (source.rowCount == 1 && source.titles.size() == 1) {
        const QModelIndex cell = m_table->index(chosen.firstRow, chosen.columns.first());
        m_clipboard.setText(cell.data(JsonTableModel::TextRole).toString());
        return;
    }
    startWriting(
        source.rowCount,
        [source, format](json::ParseWatch *watch) { return exchange::tableText(source, format, longestCopy, watch); },
        [this](const QByteArray &text) { m_clipboard.setText(QString::fromUtf8(text)); });
}

void TablePane::exportTable()
{
    FileQuestion question;
    question.kind = FileQuestion::Kind::Save;
    question.title = tr("Export as CSV");
    question.suggestedName = QStringLiteral("table.csv");
    question.filter = tr("Comma-separated values (*.csv);;All files (*)");
    const exchange::TableSource source = sourceOf(m_view->shownColumns());
    m_files.ask(this, question, [this, source](const QString &path) {
        startWriting(
            source.rowCount,
            [path, source](json::ParseWatch *watch) {
                return exchange::writeTable(path, source, TableFormat::Csv, watch);
            },
            [this, path](bool) { m_strip->showMessage(MessageStrip::Kind::Info, tr("The table is saved as %1.").arg(path)); });
    });
}

} // namespace actionscope::ui
