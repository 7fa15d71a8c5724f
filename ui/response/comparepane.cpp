// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/comparepane.h"

#include "app/base/whenready.h"
#include "app/models/changelistmodel.h"
#include "ui/response/textview.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrent>

#include <chrono>

namespace actionscope::ui {

using models::ChangeListModel;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 400ms;

} // namespace

ComparePane::ComparePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_changes(new ChangeListModel(this))
    , m_sentence(new QLabel(this))
    , m_ignoresVolatile(new QCheckBox(tr("Ignore times and ids"), this))
    , m_ignored(new QLineEdit(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_list(new QTableView(this))
    , m_left(new TextView(theme, clipboard, this))
    , m_right(new TextView(theme, clipboard, this))
{
    buildTools();
    buildList();
    m_left->setObjectName(QStringLiteral("beforeTextView"));
    m_left->setAccessibleName(tr("The answer before"));
    m_right->setObjectName(QStringLiteral("nowTextView"));
    m_right->setAccessibleName(tr("The answer now"));
    auto *texts = new QSplitter(Qt::Horizontal);
    texts->setObjectName(QStringLiteral("compareTextsSplitter"));
    texts->addWidget(m_left);
    texts->addWidget(m_right);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setObjectName(QStringLiteral("compareSplitter"));
    parts->addWidget(m_list);
    parts->addWidget(texts);
    parts->setStretchFactor(1, 1);
    auto *first = new QHBoxLayout;
    first->setSpacing(spacing::small);
    first->addWidget(m_sentence, 1);
    first->addWidget(m_cancel);
    auto *second = new QHBoxLayout;
    second->setSpacing(spacing::small);
    second->addWidget(m_ignoresVolatile);
    second->addWidget(m_ignored, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::small, spacing::small, spacing::small, 0);
    column->setSpacing(spacing::small);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(parts, 1);
    setFocusProxy(m_list);
}

ComparePane::~ComparePane() { stop(); }

void ComparePane::buildTools()
{
    m_sentence->setObjectName(QStringLiteral("compareLabel"));
    m_sentence->setWordWrap(true);
    m_ignoresVolatile->setObjectName(QStringLiteral("ignoreVolatileCheckBox"));
    m_ignoresVolatile->setToolTip(tr("Take dates with a time, UUIDs and request ids for equal"));
    m_ignored->setObjectName(QStringLiteral("ignoredPathsLineEdit"));
    m_ignored->setAccessibleName(tr("Paths to leave out"));
    m_ignored->setPlaceholderText(tr("Leave out, such as $..etag; $.meta"));
    m_ignored->setFont(ThemeService::monospaceFont());
    m_cancel->setObjectName(QStringLiteral("cancelComparePushButton"));
    m_cancel->hide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_ignored, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &ComparePane::compare);
    connect(m_ignoresVolatile, &QCheckBox::toggled, this, &ComparePane::compare);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        stop();
        say(tr("Cancelled."));
    });
    for (const int rows : {1, -1}) {
        auto *shortcut = new QShortcut(QKeySequence(rows > 0 ? Qt::Key_F8 : Qt::SHIFT | Qt::Key_F8), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, rows] { step(rows); });
    }
}

void ComparePane::buildList()
{
    m_list->setObjectName(QStringLiteral("changesTableView"));
    m_list->setAccessibleName(tr("Differences"));
    m_list->setModel(m_changes);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setShowGrid(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideMiddle); // the end of a path says the most
    m_list->setTabKeyNavigation(false);
    m_list->setFont(ThemeService::monospaceFont());
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(QFontMetrics(m_list->font()).height() + spacing::small);
    m_list->horizontalHeader()->setObjectName(QStringLiteral("changesHeaderView"));
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setColumnWidth(ChangeListModel::KindColumn, 80);
    m_list->setColumnWidth(ChangeListModel::PathColumn, 200);
    m_list->setColumnWidth(ChangeListModel::LeftColumn, 120);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { showChange(current.row()); });
}

void ComparePane::setBefore(const QByteArray &body, const QString &title)
{
    m_before = body;
    m_title = title;
    compare();
}

void ComparePane::setShown(const json::Document &document)
{
    m_shown = document;
    if (hasBefore())
        compare();
}

void ComparePane::stop()
{
    if (m_isCancelled)
        *m_isCancelled = true;
    m_isCancelled.reset();
    m_cancel->hide();
}

// Separated by semicolons, which no plain path holds.
bool ComparePane::readIgnoredPaths(json::DiffOptions &options)
{
    const QStringList texts = m_ignored->text().split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        if (text.trimmed().isEmpty())
            continue;
        const auto path = json::JsonPath::parse(text.trimmed());
        setStyleFlag(m_ignored, "problem", !path);
        if (!path) {
            say(tr("%1: character %2: %3")
                    .arg(text.trimmed())
                    .arg(path.error().offset + 1)
                    .arg(path.error().reason));
            return false;
        }
        options.ignoredPaths.append(*path);
    }
    setStyleFlag(m_ignored, "problem", false);
    return true;
}

void ComparePane::compare()
{
    stop();
    json::DiffOptions options;
    options.ignoresVolatile = m_ignoresVolatile->isChecked();
    if (!hasBefore() || !readIgnoredPaths(options))
        return;
    const auto isCancelled = std::make_shared<std::atomic_bool>(false);
    m_isCancelled = isCancelled;
    m_cancel->show();
    say(tr("Comparing with %1…").arg(m_title));
    const auto work = [before = m_before, shown = m_shown, options, isCancelled] {
        return json::difference(json::Document::parse(before), shown, options, isCancelled.get());
    };
    whenReady(QtConcurrent::run(work), this, [this, isCancelled](const json::Difference &difference) {
        if (m_isCancelled == isCancelled)
            showDifference(difference);
    });
}

void ComparePane::showDifference(const json::Difference &difference)
{
    stop();
    m_changes->setDifference(difference);
    m_left->prepare([document = difference.left] { return preparedText(document, TextForm::Pretty); });
    m_right->prepare([document = difference.right] { return preparedText(document, TextForm::Pretty); });
    if (!difference.left.isValid() || !difference.right.isValid())
        say(tr("At least one of the two is not JSON as a whole; compared is what could be read. %1")
                .arg(json::summaryOf(difference)));
    else
        say(tr("Compared with %1: %2").arg(m_title, json::summaryOf(difference)));
    if (m_changes->rowCount() > 0)
        m_list->selectRow(0);
}

void ComparePane::say(const QString &sentence) { m_sentence->setText(sentence); }

void ComparePane::step(int rows)
{
    const int count = m_changes->rowCount();
    if (count > 0)
        m_list->selectRow((m_list->currentIndex().row() + rows + count) % count);
}

// A side that lacks the value stays where it is.
void ComparePane::showChange(int row)
{
    if (row < 0 || row >= m_changes->rowCount())
        return;
    const json::Change &change = m_changes->difference().changes[std::size_t(row)];
    if (change.left.isValid())
        m_left->select(change.left.begin(), change.left.begin() + change.left.raw().size());
    if (change.right.isValid())
        m_right->select(change.right.begin(), change.right.begin() + change.right.raw().size());
}

} // namespace actionscope::ui
