// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/formview.h"

#include "ui/services/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace actionscope::ui {

using models::FormModel;
using models::FormNode;
using schema::FieldKind;

FormView::FormView(const ThemeService &theme, FormModel *model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_model(model)
    , m_sample(new QLineEdit(this))
{
    m_sample->setFocusPolicy(Qt::NoFocus);
    m_sample->hide();
    setObjectName(QStringLiteral("inputFormView"));
    setAccessibleName(tr("Input, form"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // and not the viewport's: that would be handed on to this
    verticalScrollBar()->setSingleStep(24);
    for (const auto signal : {&QAbstractItemModel::modelAboutToBeReset, &QAbstractItemModel::modelReset}) {
        connect(model, signal, this, [this] {
            for (FormRow *row : std::as_const(m_made)) {
                row->hide();
                row->deleteLater();
            }
            m_made.clear();
            m_folds.clear();
            rebuildSoon();
        });
    }
    connect(model, &QAbstractItemModel::rowsInserted, this, &FormView::rebuildSoon);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &FormView::rebuildSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FormView::rebuildSoon);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, &FormView::rebuildSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &FormView::refresh);
    connect(&theme, &ThemeService::themeChanged, this, &FormView::rebuildSoon);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && viewport()->isAncestorOf(now))
            now->installEventFilter(this);
    });
}

void FormView::setFilter(const models::FormFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (!filter.text.isEmpty())
        models::loadForSearch(*m_model);
    verticalScrollBar()->setValue(0);
    rebuild();
}

// Many rows come and go with one edit; the rows on the screen are made anew once.
void FormView::rebuildSoon()
{
    if (m_isBuilding)
        return;
    m_rows = {}; // its indexes may be of rows that go
    m_tops = {0};
    if (m_isStale)
        return;
    m_isStale = true;
    QMetaObject::invokeMethod(this, [this] { if (m_isStale) rebuild(); }, Qt::QueuedConnection);
}

void FormView::rebuild()
{
    m_isStale = false;
    {
        const QScopedValueRollback building(m_isBuilding, true);
        m_rows = models::formRows(*m_model, m_filter, [this](const QModelIndex &index) { return isUnfolded(index); });
    }
    measure();
    arrange();
    Q_EMIT rowsChanged();
}

void FormView::measure()
{
    m_metrics = FormMetrics::measured(viewport()->width(), *m_sample);
    m_tops.assign(1, spacing::hair);
    m_tops.reserve(size_t(m_rows.rows.size()) + 1);
    QList<QModelIndex> troubled;
    for (const FormRow *row : std::as_const(m_made)) {
        if (row->hasTrouble())
            troubled.append(row->index());
    }
    for (const models::FormRows::Row &row : std::as_const(m_rows.rows))
        m_tops.push_back(m_tops.back() + m_metrics.heightFor(*m_model, row.index, troubled.contains(row.index)));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_tops.back() + spacing::small - viewport()->height()));
}

void FormView::arrange()
{
    if (m_isStale)
        return;
    const int top = verticalScrollBar()->value();
    const int bottom = top + viewport()->height();
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), top);
    const qsizetype first = std::max<qsizetype>(0, after - m_tops.begin() - 1);
    QList<FormRow *> seen;
    for (qsizetype i = first; i < m_rows.rows.size() && m_tops[size_t(i)] < bottom; ++i) {
        FormRow *row = rowAt(i);
        seen.append(row);
        row->setGeometry(0, m_tops[size_t(i)] - top, viewport()->width(), m_tops[size_t(i) + 1] - m_tops[size_t(i)]);
        row->show();
    }
    for (FormRow *row : std::as_const(m_made)) {
        if (seen.contains(row))
            continue;
        // The one that is typed in lives on out of sight.
        if (row->index().isValid() && row->isAncestorOf(QApplication::focusWidget())) {
            const qsizetype position = positionOf(row->index());
            row->move(0, position < 0 ? -row->height() - 1 : m_tops[size_t(position)] - top);
            seen.append(row);
        } else {
            row->hide();
            row->deleteLater();
        }
    }
    m_made = seen;
}

FormRow *FormView::madeRow(const QModelIndex &index) const
{
    const auto found = std::find_if(m_made.begin(), m_made.end(), [&index](FormRow *row) { return row->index() == index; });
    return found != m_made.end() ? *found : nullptr;
}

FormRow *FormView::rowAt(qsizetype position)
{
    const models::FormRows::Row &place = m_rows.rows[position];
    FormRow *row = madeRow(place.index);
    if (!row)
        row = makeRow(place.index);
    row->setMetrics(m_metrics, place.depth);
    row->setHit(place.isHit && !m_filter.text.isEmpty());
    row->setUnfolded(m_filter.isActive() ? m_model->rowCount(place.index) > 0 : isUnfolded(place.index));
    return row;
}

FormRow *FormView::makeRow(const QModelIndex &index)
{
    auto *row = new FormRow(m_theme, *m_model, index, viewport());
    wire(row);
    for (const Upload &upload : std::as_const(m_uploads)) {
        if (m_model->node(index)->path() == upload.path)
            row->showUpload(upload.sentence, upload.isRunning);
    }
    m_made.append(row);
    return row;
}

void FormView::wire(FormRow *row)
{
    connect(row, &FormRow::jsonChosen, this,
        [this, row](const QByteArray &json) { make(m_model->settingJson(row->index(), json)); });
    connect(row, &FormRow::itemRequested, this, [this, row] {
        const QPersistentModelIndex index = row->index();
        m_folds.insert(index, true);
        make(m_model->addingItem(index));
        rebuild();
        if (m_model->rowCount(index) > 0)
            goTo(m_model->index(m_model->rowCount(index) - 1, 0, index));
    });
    connect(row, &FormRow::variantChosen, this, [this, row](int variant) {
        const QPersistentModelIndex index = row->index();
        m_folds.insert(index, true);
        make(m_model->choosingVariant(index, variant));
        rebuild();
    });
    connect(row, &FormRow::troubleChanged, this, &FormView::rebuildSoon);
    connect(row, &FormRow::foldToggled, this, [this, row] { toggleFold(row->index()); });
    connect(row, &FormRow::deedChosen, this, [this, row](FormRow::Deed deed) { doDeed(row->index(), deed); });
    connect(row, &FormRow::fixChosen, this, &FormView::fixChosen);
    connect(row, &FormRow::fileChosen, this,
        [this, row](const QString &file) { Q_EMIT fileChosen(m_model->node(row->index())->path(), file); });
    connect(row, &FormRow::uploadCancelled, this,
        [this, row] { Q_EMIT uploadCancelled(m_model->node(row->index())->path()); });
}

void FormView::make(const QList<json::TextEdit> &edits)
{
    if (!edits.isEmpty())
        Q_EMIT edited(edits);
}

void FormView::doDeed(const QModelIndex &index, FormRow::Deed deed)
{
    const FormNode *node = m_model->node(index);
    switch (deed) {
    case FormRow::Deed::Unset:
        make(m_model->unsetting(index));
        break;
    case FormRow::Deed::SendNull:
        make(m_model->settingJson(index, QByteArrayLiteral("null")));
        break;
    case FormRow::Deed::SendEmptyText:
        make(m_model->settingJson(index, QByteArrayLiteral("\"\"")));
        break;
    case FormRow::Deed::ResetToDefault:
        make(m_model->settingJson(index, node->shown.defaultValue));
        break;
    case FormRow::Deed::CopyJson:
        Q_EMIT copyRequested(QString::fromUtf8(node->value.raw()));
        break;
    case FormRow::Deed::MoveUp:
        make(m_model->movingItem(index, -1));
        break;
    case FormRow::Deed::MoveDown:
        make(m_model->movingItem(index, 1));
        break;
    }
}

// A row whose height changes moves those below it; any other is only shown anew.
void FormView::refresh(const QModelIndex &first, const QModelIndex &)
{
    if (FormRow *row = madeRow(first))
        row->refresh();
    const qsizetype position = m_isStale ? -1 : positionOf(first);
    const FormRow *made = madeRow(first);
    const bool changesHeight = position >= 0
        && m_tops[size_t(position) + 1] - m_tops[size_t(position)]
            != m_metrics.heightFor(*m_model, first, made && made->hasTrouble());
    const FormNode *node = m_model->node(first);
    const bool mayUnfold = node->kind != FormNode::Kind::Group && node->mayHaveChildren();
    if (changesHeight || mayUnfold || m_filter.isOnlySet)
        rebuildSoon();
}

bool FormView::isUnfolded(const QModelIndex &index)
{
    const FormNode *node = m_model->node(index);
    const bool isGroup = node->kind == FormNode::Kind::Group;
    if (!isGroup && !node->mayHaveChildren())
        return false;
    const auto chosen = m_folds.constFind(QPersistentModelIndex(index));
    const bool holdsSomething = node->value.count() > 0 || (node->field.isRequired && node->shown.kind == FieldKind::Object);
    const bool isOpen = chosen != m_folds.constEnd() ? *chosen : isGroup || holdsSomething;
    if (isOpen && m_model->canFetchMore(index)) {
        const QScopedValueRollback building(m_isBuilding, true);
        m_model->fetchMore(index);
    }
    return isOpen;
}

void FormView::toggleFold(const QModelIndex &index)
{
    m_folds.insert(QPersistentModelIndex(index), !isUnfolded(index));
    rebuild();
}

qsizetype FormView::positionOf(const QModelIndex &index) const
{
    for (qsizetype i = 0; i < m_rows.rows.size(); ++i) {
        if (m_rows.rows[i].index == index)
            return i;
    }
    return -1;
}

qsizetype FormView::focusedPosition() const
{
    const FormRow *row = focusedRow();
    return row ? positionOf(row->index()) : -1;
}

FormRow *FormView::focusedRow() const
{
    for (FormRow *row : m_made) {
        if (row->isAncestorOf(QApplication::focusWidget()))
            return row;
    }
    return nullptr;
}

void FormView::goToProblem(int direction)
{
    const FormRow *row = focusedRow();
    const QModelIndex next = m_model->nextProblem(row ? row->index() : QModelIndex(), direction);
    if (next.isValid())
        goTo(next);
}

void FormView::bringIntoSight(qsizetype position)
{
    const int top = m_tops[size_t(position)];
    const int bottom = m_tops[size_t(position) + 1];
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top - spacing::small);
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(bottom - viewport()->height() + spacing::small);
}

// The next row from `from` on that has something to type or choose in.
bool FormView::focusRow(qsizetype from, int direction)
{
    if (m_isStale)
        rebuild();
    for (qsizetype i = from; i >= 0 && i < m_rows.rows.size(); i += direction) {
        bringIntoSight(i);
        FormRow *row = rowAt(i);
        QWidget *target = row->editor()->focusTarget();
        if (!target || !target->isEnabled())
            continue;
        arrange();
        target->setFocus(direction > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return false;
}

void FormView::goTo(const QModelIndex &index)
{
    const QPersistentModelIndex kept = index;
    for (QModelIndex around = index.parent(); around.isValid(); around = around.parent())
        m_folds.insert(QPersistentModelIndex(around), true);
    rebuild();
    const qsizetype position = positionOf(kept);
    if (position < 0)
        return;
    bringIntoSight(position);
    arrange();
    if (QWidget *target = rowAt(position)->editor()->focusTarget())
        target->setFocus(Qt::TabFocusReason);
}

void FormView::showUpload(const json::Path &path, const QString &sentence, bool isRunning)
{
    m_uploads.removeIf([&path](const Upload &upload) { return upload.path == path; });
    if (!sentence.isEmpty())
        m_uploads.append({path, sentence, isRunning});
    for (FormRow *row : std::as_const(m_made)) {
        if (m_model->node(row->index())->path() == path)
            row->showUpload(sentence, isRunning);
    }
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
    arrange();
}

void FormView::scrollContentsBy(int, int) { arrange(); }

void FormView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        rebuildSoon();
}

void FormView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_isLeaving)
        return;
    if (event->reason() == Qt::TabFocusReason)
        focusRow(0, 1);
    else if (event->reason() == Qt::BacktabFocusReason)
        focusRow(m_rows.rows.size() - 1, -1);
}

bool FormView::focusNextPrevChild(bool next)
{
    const qsizetype position = focusedPosition();
    if (position >= 0 && focusRow(position + (next ? 1 : -1), next ? 1 : -1))
        return true;
    // Out of the form: no field inside takes part in the window's own order, only the form as a whole.
    const QScopedValueRollback leaving(m_isLeaving, true);
    if (!hasFocus() && position >= 0)
        setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return QAbstractScrollArea::focusNextPrevChild(next);
}

bool FormView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !takeKey(*static_cast<QKeyEvent *>(event), event->type()))
        return QAbstractScrollArea::eventFilter(watched, event);
    event->accept();
    return true;
}

// Undo and redo are those of the text that the form shows; the keys for problems are those of the editor.
bool FormView::takeKey(const QKeyEvent &key, QEvent::Type type)
{
    const bool isReturn = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool isFix = isReturn && key.modifiers() == Qt::AltModifier;
    const bool isUndo = key.matches(QKeySequence::Undo);
    const bool isRedo = key.matches(QKeySequence::Redo);
    const bool isNext = key.key() == Qt::Key_F8 && key.modifiers() == Qt::NoModifier;
    const bool isPrevious = key.key() == Qt::Key_F8 && key.modifiers() == Qt::ShiftModifier;
    if (!isFix && !isUndo && !isRedo && !isNext && !isPrevious)
        return false;
    if (type != QEvent::KeyPress)
        return true;
    if (isUndo)
        Q_EMIT undoRequested();
    else if (isRedo)
        Q_EMIT redoRequested();
    else if (!isFix)
        goToProblem(isNext ? 1 : -1);
    else if (FormRow *row = focusedRow())
        row->showFixes();
    return true;
}

} // namespace actionscope::ui
