// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textview.h"

#include "app/base/whenready.h"
#include "app/models/readable.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QtConcurrent>

#include <cmath>

namespace actionscope::ui {

using models::TextPlace;
using models::TextRow;

namespace {

constexpr int dragScrollInterval = 30; // milliseconds
constexpr qsizetype manyRows = 5000; // more are copied on a worker thread

} // namespace

TextView::TextView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &ThemeService::themeChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const bool isLast = value == verticalScrollBar()->maximum();
        const TextScreen::Line last = m_screen.moved(m_screen.lastLine(), 1 - fullLines());
        m_top = isLast ? last : TextScreen::Line {m_screen.folds().rowAt(value), 0};
        viewport()->update();
    });
    measure();
}

void TextView::setText(const PreparedText &text, Keep keep)
{
    ++m_job;
    m_isPreparing = false;
    m_text = text;
    m_screen.setText(text.lines);
    if (keep == Keep::Nothing) {
        m_top = {};
        m_anchor = {};
        m_caret = {};
        horizontalScrollBar()->setValue(0);
    } else if (m_screen.isEmpty() || std::max(m_anchor, m_caret) > m_screen.text()->end()) {
        m_caret = m_screen.isEmpty() ? TextPlace() : m_screen.text()->end();
        m_anchor = m_caret;
    }
    measure();
    if (const auto wanted = std::exchange(m_wanted, std::nullopt))
        select(wanted->first, wanted->second);
    Q_EMIT textChanged();
}

void TextView::prepare(const std::function<PreparedText()> &make, Keep keep)
{
    const int job = ++m_job;
    m_isPreparing = true;
    m_wanted.reset();
    whenReady(QtConcurrent::run(make), this, [this, job, keep](const PreparedText &text) {
        if (job == m_job)
            setText(text, keep);
    });
}

QByteArray TextView::selectedBytes() const
{
    return m_screen.isEmpty()
        ? QByteArray()
        : m_screen.text()->textBetween(std::min(m_anchor, m_caret), std::max(m_anchor, m_caret));
}

void TextView::selectAll()
{
    if (m_screen.isEmpty())
        return;
    m_anchor = {};
    m_caret = m_screen.text()->end();
    viewport()->update();
}

void TextView::select(qsizetype begin, qsizetype end)
{
    if (m_isPreparing) {
        m_wanted = {begin, end};
        return;
    }
    if (m_screen.isEmpty())
        return;
    m_anchor = m_screen.text()->placeOf(begin);
    TextPlace caret = m_anchor;
    if (end > begin) {
        caret = m_screen.text()->placeOf(end - 1);
        caret.column += 1;
    }
    m_screen.folds().uncover(m_anchor.row);
    m_screen.folds().uncover(caret.row);
    layOut();
    reveal(caret);
    // The beginning says more than the end.
    reveal(m_anchor);
    moveCaret(caret.row - m_anchor.row < fullLines() ? caret : m_anchor, Anchor::Stays);
    m_caret = caret;
}

qsizetype TextView::caretOffset() const
{
    const TextPlace from = std::min(m_anchor, m_caret);
    return m_screen.isEmpty() ? 0 : m_screen.text()->row(from.row).offsetAt(from.column);
}

void TextView::goToLine(qsizetype line)
{
    if (m_screen.isEmpty())
        return;
    const qsizetype row
        = m_screen.text()->rowOfLine(std::clamp<qsizetype>(line, 1, m_screen.text()->lineCount()));
    m_screen.folds().uncover(row);
    layOut();
    scrollTo(m_screen.moved({row, 0}, -fullLines() / 2));
    moveCaret({row, 0}, Anchor::Follows);
}

// What is large is put together on a worker thread.
void TextView::copy()
{
    if (!hasSelection() || m_screen.isEmpty())
        return;
    const TextPlace from = std::min(m_anchor, m_caret);
    const TextPlace to = std::max(m_anchor, m_caret);
    const int job = ++m_copyJob;
    if (to.row - from.row < manyRows)
        return m_clipboard.setText(QString::fromUtf8(m_screen.text()->textBetween(from, to)));
    Q_EMIT noticed(tr("Copying %1 rows…").arg(locale().toString(to.row - from.row + 1)));
    const auto gather
        = [text = m_screen.sharedText(), from, to] { return QString::fromUtf8(text->textBetween(from, to)); };
    whenReady(QtConcurrent::run(gather), this, [this, job](const QString &text) {
        if (job != m_copyJob)
            return;
        m_clipboard.setText(text);
        Q_EMIT noticed(tr("Copied %1.").arg(models::sizeText(text.size())));
    });
}

void TextView::setWrapped(bool on)
{
    m_isWrapped = on;
    layOut();
    reveal(m_caret);
}

void TextView::setMarks(const MarkFinder &marks)
{
    m_marks = marks;
    viewport()->update();
}

QString TextView::visibleText() const
{
    QStringList rows;
    const qsizetype end = m_screen.moved(m_top, fullLines()).row;
    for (qsizetype row = m_top.row; row <= end && row < m_screen.rowCount(); row = m_screen.rowAfter(row))
        rows.append(rowText(m_screen.text()->row(row).bytes).text);
    return rows.join(QLatin1Char('\n'));
}

QPoint TextView::pointOf(const TextPlace &place) const
{
    const TextScreen::Line wanted = m_screen.lineOf(place);
    int top = spacing::hair - m_top.line * m_screen.style().lineHeight;
    for (qsizetype row = m_top.row; row < wanted.row && top < viewport()->height();
         row = m_screen.rowAfter(row))
        top += m_screen.layout(row).height();
    return {int(textLeft() + m_screen.xOf(place)), top + wanted.line * m_screen.style().lineHeight};
}

// Measures
// ---------------------------------------------------------------------------------------------------------

void TextView::measure()
{
    setFont(ThemeService::monospaceFont());
    const QFontMetricsF metrics(font());
    RowStyle style;
    style.theme = &m_theme;
    style.font = font();
    style.lineHeight = int(std::ceil(metrics.height() * 1.2));
    style.characterWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    m_screen.setStyle(style);
    const qsizetype lines = m_screen.isEmpty() ? 0 : m_screen.text()->lineCount();
    const int digits = std::max<int>(3, int(QString::number(lines).size()));
    // Bytes go by their offset, which stands in the row itself.
    m_gutter = m_text.form == TextForm::Hex
        ? spacing::small
        : int(std::ceil(digits * style.characterWidth)) + spacing::small + RowPainter::foldSignWidth;
    layOut();
}

void TextView::layOut()
{
    RowStyle style = m_screen.style();
    const int room = viewport()->width() - m_gutter - 2 * spacing::small;
    style.wrapWidth = m_isWrapped ? std::max(room, int(10 * style.characterWidth)) : -1;
    m_screen.setStyle(style);
    const TextScreen::Line last = m_screen.moved(m_screen.lastLine(), 1 - fullLines());
    const QSignalBlocker blocker(verticalScrollBar());
    verticalScrollBar()->setRange(0, int(m_screen.folds().visibleOf(last.row)));
    verticalScrollBar()->setPageStep(fullLines());
    scrollTo(m_top);
    const qsizetype widest = m_screen.isEmpty() ? 0 : m_screen.text()->widestRow();
    const int wanted = m_isWrapped ? 0 : int(std::ceil(double(widest + 2) * style.characterWidth));
    horizontalScrollBar()->setRange(0, std::max(0, wanted - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(int(4 * style.characterWidth));
}

void TextView::scrollTo(TextScreen::Line top)
{
    top.row = m_screen.folds().rowAt(m_screen.folds().visibleOf(top.row));
    m_top = std::min(top, m_screen.moved(m_screen.lastLine(), 1 - fullLines()));
    const QSignalBlocker blocker(verticalScrollBar());
    verticalScrollBar()->setValue(int(m_screen.folds().visibleOf(m_top.row)));
    viewport()->update();
}

int TextView::fullLines() const
{
    return std::max(1, (viewport()->height() - spacing::small) / m_screen.style().lineHeight);
}

int TextView::textLeft() const { return m_gutter + spacing::small - horizontalScrollBar()->value(); }

void TextView::resizeEvent(QResizeEvent *) { layOut(); }

void TextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        measure();
}

void TextView::focusInEvent(QFocusEvent *) { viewport()->update(); }

void TextView::focusOutEvent(QFocusEvent *) { viewport()->update(); }

// Painting
// ---------------------------------------------------------------------------------------------------------

void TextView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Raised));
    int top = spacing::hair - m_top.line * m_screen.style().lineHeight;
    for (qsizetype row = m_top.row; row < m_screen.rowCount() && top < viewport()->height();
         row = m_screen.rowAfter(row)) {
        const RowPainter rowPainter(m_screen, row, {m_gutter, textLeft(), top, viewport()->width()});
        rowPainter.drawGutter(painter);
        painter.setClipRect(m_gutter, 0, viewport()->width() - m_gutter, viewport()->height());
        if (m_marks)
            rowPainter.drawMarks(painter, m_marks);
        rowPainter.drawSelection(painter, std::min(m_anchor, m_caret), std::max(m_anchor, m_caret));
        rowPainter.drawText(painter);
        if (hasFocus())
            rowPainter.drawCaret(painter, m_caret);
        painter.setClipping(false);
        top += rowPainter.height();
    }
}

// Caret and selection
// ----------------------------------------------------------------------------------------------

TextScreen::Line TextView::lineAt(const QPoint &point) const
{
    const int down = point.y() - spacing::hair;
    const int height = m_screen.style().lineHeight;
    return m_screen.moved(m_top, down < 0 ? -1 : down / height);
}

TextPlace TextView::placeAt(const QPoint &point) const
{
    return m_screen.placeIn(lineAt(point), point.x() - textLeft());
}

void TextView::moveCaret(const TextPlace &place, Anchor anchor)
{
    m_caret = place;
    if (anchor == Anchor::Follows)
        m_anchor = m_caret;
    reveal(m_caret);
    viewport()->update();
}

void TextView::reveal(const TextPlace &place)
{
    if (m_screen.isEmpty())
        return;
    const TextScreen::Line line = m_screen.lineOf(place);
    if (line < m_top)
        scrollTo(line);
    else if (line > m_screen.moved(m_top, fullLines() - 1))
        scrollTo(m_screen.moved(line, 1 - fullLines()));
    const int x = int(m_screen.xOf(place));
    const int room = viewport()->width() - m_gutter - 2 * spacing::small;
    const int margin = int(4 * m_screen.style().characterWidth);
    QScrollBar *bar = horizontalScrollBar();
    if (x < bar->value())
        bar->setValue(x - margin);
    else if (x > bar->value() + room)
        bar->setValue(x - room + margin);
}

TextPlace TextView::linesAway(qsizetype lines) const
{
    return m_screen.placeIn(m_screen.moved(m_screen.lineOf(m_caret), lines), m_screen.xOf(m_caret));
}

// Where a movement key takes the caret.
std::optional<TextPlace> TextView::caretAfter(const QKeyEvent &event) const
{
    const bool farther = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Left:
        return m_screen.before(m_caret);
    case Qt::Key_Right:
        return m_screen.after(m_caret);
    case Qt::Key_Up:
        return linesAway(-1);
    case Qt::Key_Down:
        return linesAway(1);
    case Qt::Key_PageUp:
        return linesAway(-fullLines());
    case Qt::Key_PageDown:
        return linesAway(fullLines());
    case Qt::Key_Home:
        return farther ? TextPlace() : TextPlace {m_caret.row, 0};
    case Qt::Key_End:
        return farther ? m_screen.text()->end()
                       : TextPlace {m_caret.row, m_screen.text()->row(m_caret.row).bytes.size()};
    default:
        return std::nullopt;
    }
}

bool TextView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (m_screen.isEmpty())
        return;
    if (event->key() == Qt::Key_Minus || event->key() == Qt::Key_Plus)
        return setFolded(m_caret.row, event->key() == Qt::Key_Minus);
    const std::optional<TextPlace> target = caretAfter(*event);
    if (!target)
        return QAbstractScrollArea::keyPressEvent(event);
    m_screen.folds().uncover(target->row);
    layOut();
    moveCaret(*target, event->modifiers().testFlag(Qt::ShiftModifier) ? Anchor::Stays : Anchor::Follows);
}

// A wrapped row can be taller than the screen: the wheel moves by lines.
void TextView::wheelEvent(QWheelEvent *event)
{
    if (!m_isWrapped || event->angleDelta().y() == 0)
        return QAbstractScrollArea::wheelEvent(event);
    const int lines = event->angleDelta().y() / 40;
    scrollTo(m_screen.moved(m_top, lines == 0 ? (event->angleDelta().y() > 0 ? -1 : 1) : -lines));
    event->accept();
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_screen.isEmpty())
        return;
    const qsizetype row = lineAt(event->pos()).row;
    if (event->pos().x() < m_gutter && m_screen.text()->row(row).opens)
        return setFolded(row, !m_screen.folds().isFolded(row));
    moveCaret(placeAt(event->pos()),
        event->modifiers().testFlag(Qt::ShiftModifier) ? Anchor::Stays : Anchor::Follows);
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(event->pos().x() < m_gutter ? Qt::ArrowCursor : Qt::IBeamCursor);
    if (!event->buttons().testFlag(Qt::LeftButton) || m_screen.isEmpty())
        return;
    const bool isOutside = !viewport()->rect().contains(event->pos());
    if (!isOutside)
        moveCaret(placeAt(event->pos()), Anchor::Stays);
    if (isOutside != m_dragScroll.isActive())
        isOutside ? m_dragScroll.start(dragScrollInterval, this) : m_dragScroll.stop();
}

void TextView::mouseReleaseEvent(QMouseEvent *) { m_dragScroll.stop(); }

// Follows a drag beyond the edge, faster the farther it is.
void TextView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId())
        return QAbstractScrollArea::timerEvent(event);
    moveCaret(placeAt(viewport()->mapFromGlobal(QCursor::pos())), Anchor::Stays);
}

void TextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_screen.isEmpty() || event->button() != Qt::LeftButton || event->pos().x() < m_gutter)
        return;
    const auto [from, to] = m_screen.wordAt(placeAt(event->pos()));
    m_anchor = from;
    moveCaret(to, Anchor::Stays);
}

// Folds
// ---------------------------------------------------------------------------------------------------------

void TextView::setFolded(qsizetype row, bool on)
{
    if (on && m_screen.text()->row(row).opens)
        m_screen.folds().fold(row, m_screen.text()->closingRow(row));
    else
        m_screen.folds().unfold(row);
    foldsChanged();
}

// A caret that is folded away moves to where the fold is.
void TextView::foldsChanged()
{
    const qsizetype row = m_screen.folds().rowAt(m_screen.folds().visibleOf(m_caret.row));
    if (row != m_caret.row) {
        m_caret = {row, 0};
        m_anchor = m_caret;
    }
    layOut();
    viewport()->update();
}

void TextView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), this, &TextView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(hasSelection());
    menu->addAction(tr("Select All"), this, &TextView::selectAll)->setShortcut(QKeySequence::SelectAll);
    if (m_text.form == TextForm::Pretty && !m_screen.isEmpty()) {
        const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
        const qsizetype row = byKey ? m_caret.row : lineAt(event->pos()).row;
        const bool isFolded = m_screen.folds().isFolded(row);
        menu->addSeparator();
        QAction *fold = menu->addAction(
            isFolded ? tr("Unfold") : tr("Fold"), this, [this, row, isFolded] { setFolded(row, !isFolded); });
        fold->setShortcut(isFolded ? Qt::Key_Plus : Qt::Key_Minus);
        fold->setEnabled(m_screen.text()->row(row).opens);
        QAction *unfoldAll = menu->addAction(tr("Unfold All"), this, [this] {
            m_screen.folds().clear();
            foldsChanged();
        });
        unfoldAll->setEnabled(!m_screen.folds().isEmpty());
    }
    menu->popup(event->globalPos());
}

} // namespace actionscope::ui
