// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/textview.h"

#include "app/base/whenready.h"
#include "ui/response/rowtext.h"
#include "ui/services/clipboard.h"
#include "ui/services/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <QtConcurrent>

#include <cmath>

namespace actionscope::ui {

namespace {

constexpr int tabColumns = 4;
constexpr int dragScrollInterval = 30; // milliseconds

ColorRole roleOf(JsonSpan::Kind kind)
{
    switch (kind) {
    case JsonSpan::Kind::Key:
        return ColorRole::JsonKey;
    case JsonSpan::Kind::String:
        return ColorRole::JsonString;
    case JsonSpan::Kind::Number:
        return ColorRole::JsonNumber;
    case JsonSpan::Kind::Word:
        return ColorRole::JsonWord;
    }
    return ColorRole::Text;
}

} // namespace

TextView::TextView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_clipboard(clipboard)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &ThemeService::themeChanged, viewport(), qOverload<>(&QWidget::update));
    measure();
}

void TextView::setText(const PreparedText &text)
{
    ++m_job;
    m_text = text;
    m_anchor = 0;
    m_caret = 0;
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    measure();
    viewport()->update();
    Q_EMIT textChanged();
}

void TextView::prepare(const std::function<PreparedText()> &make)
{
    const int job = ++m_job;
    whenReady(QtConcurrent::run(make), this, [this, job](const PreparedText &text) {
        if (job == m_job)
            setText(text);
    });
}

QByteArray TextView::selectedBytes() const
{
    const qsizetype from = std::min(m_anchor, m_caret);
    return m_text.lines.text().mid(from, std::max(m_anchor, m_caret) - from);
}

void TextView::selectAll()
{
    m_anchor = 0;
    m_caret = m_text.lines.text().size();
    viewport()->update();
}

void TextView::select(qsizetype begin, qsizetype end)
{
    m_anchor = begin;
    moveCaret(end, Anchor::Stays);
}

void TextView::copy()
{
    if (hasSelection())
        m_clipboard.setText(QString::fromUtf8(selectedBytes()));
}

QString TextView::visibleText() const
{
    QStringList rows;
    const qsizetype end = std::min(firstRow() + visibleRows() + 1, m_text.lines.rowCount());
    for (qsizetype row = firstRow(); row < end; ++row)
        rows.append(rowText(m_text.lines.bytes(row)).text);
    return rows.join(QLatin1Char('\n'));
}

// Measures
// ---------------------------------------------------------------------------------------------------------

void TextView::measure()
{
    setFont(ThemeService::monospaceFont());
    const QFontMetricsF metrics(font());
    m_rowHeight = int(std::ceil(metrics.height() * 1.2));
    m_characterWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    const int digits = std::max<int>(3, int(QString::number(m_text.lines.lineCount()).size()));
    m_gutter = int(std::ceil(digits * m_characterWidth)) + spacing::medium + spacing::small;
    layOut();
}

void TextView::layOut()
{
    const qsizetype rows = m_text.lines.rowCount();
    verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, rows - visibleRows())));
    verticalScrollBar()->setPageStep(std::max(1, visibleRows()));
    const int wanted = int(std::ceil(double(m_text.lines.widestRow() + 2) * m_characterWidth));
    const int room = viewport()->width() - m_gutter - spacing::small;
    horizontalScrollBar()->setRange(0, std::max(0, wanted - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(int(4 * m_characterWidth));
}

int TextView::visibleRows() const { return (viewport()->height() - spacing::small) / m_rowHeight; }

qsizetype TextView::firstRow() const { return verticalScrollBar()->value(); }

int TextView::textLeft() const { return m_gutter + spacing::small - horizontalScrollBar()->value(); }

void TextView::shape(QTextLayout &layout, const RowText &row, qsizetype number) const
{
    QTextOption option;
    option.setTabStopDistance(tabColumns * m_characterWidth);
    option.setWrapMode(QTextOption::NoWrap);
    // Code reads from the left whatever a string inside it is written in.
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFont(font());
    layout.setText(row.text);
    if (m_text.jsonBegin >= 0 && m_text.lines.begin(number) >= m_text.jsonBegin) {
        QList<QTextLayout::FormatRange> formats;
        const QList<JsonSpan> spans = jsonSpans(row.text, m_text.lines.beginsInString(number));
        for (const JsonSpan &span : spans) {
            QTextLayout::FormatRange range {int(span.start), int(span.length), {}};
            range.format.setForeground(m_theme.color(roleOf(span.kind)));
            formats.append(range);
        }
        layout.setFormats(formats);
    }
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

// Painting
// ---------------------------------------------------------------------------------------------------------

void TextView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Raised));
    const qsizetype end = std::min(firstRow() + visibleRows() + 2, m_text.lines.rowCount());
    int top = spacing::hair;
    for (qsizetype row = firstRow(); row < end; ++row, top += m_rowHeight) {
        painter.save();
        painter.setClipRect(m_gutter, 0, viewport()->width() - m_gutter, viewport()->height());
        paintRow(painter, row, top);
        painter.restore();
        paintNumber(painter, row, top);
    }
}

void TextView::paintRow(QPainter &painter, qsizetype row, int top) const
{
    const RowText text = rowText(m_text.lines.bytes(row));
    QTextLayout layout;
    shape(layout, text, row);
    const qsizetype begin = m_text.lines.begin(row);
    const qsizetype next
        = row + 1 < m_text.lines.rowCount() ? m_text.lines.begin(row + 1) : m_text.lines.text().size();
    const qsizetype from = std::max(std::min(m_anchor, m_caret), begin);
    const qsizetype to = std::min(std::max(m_anchor, m_caret), next);
    const qreal y = top + (m_rowHeight - layout.boundingRect().height()) / 2;
    if (from < to) {
        const QTextLine line = layout.lineAt(0);
        const qreal left = line.cursorToX(text.positionOf(from - begin));
        qreal right = line.cursorToX(text.positionOf(to - begin));
        if (to - begin > text.offsets.back())
            right += m_characterWidth; // the line break is selected too
        painter.fillRect(
            QRectF(textLeft() + left, top, right - left, m_rowHeight), m_theme.color(ColorRole::Selection));
    }
    painter.setPen(m_theme.color(ColorRole::Text));
    layout.draw(&painter, QPointF(textLeft(), y));
    const bool isCaretRow = m_caret >= begin && m_text.lines.rowAt(m_caret) == row;
    if (hasFocus() && isCaretRow)
        layout.drawCursor(&painter, QPointF(textLeft(), y), text.positionOf(m_caret - begin), 1);
}

void TextView::paintNumber(QPainter &painter, qsizetype row, int top) const
{
    if (m_text.lines.isContinuation(row))
        return;
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(QRect(0, top, m_gutter - spacing::small, m_rowHeight), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(m_text.lines.lineNumber(row)));
}

void TextView::resizeEvent(QResizeEvent *) { layOut(); }

void TextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        measure();
}

void TextView::focusInEvent(QFocusEvent *) { viewport()->update(); }

void TextView::focusOutEvent(QFocusEvent *) { viewport()->update(); }

// Caret and selection
// ----------------------------------------------------------------------------------------------

qsizetype TextView::offsetInRow(qsizetype row, qreal x) const
{
    const RowText text = rowText(m_text.lines.bytes(row));
    QTextLayout layout;
    shape(layout, text, row);
    return m_text.lines.begin(row) + text.offsetOf(layout.lineAt(0).xToCursor(x));
}

qsizetype TextView::offsetAt(const QPoint &point) const
{
    const qsizetype rows = m_text.lines.rowCount();
    if (rows == 0)
        return 0;
    const int down = point.y() - spacing::hair;
    const qsizetype row = firstRow() + (down < 0 ? -1 : down / m_rowHeight);
    return offsetInRow(std::clamp<qsizetype>(row, 0, rows - 1), point.x() - textLeft());
}

qreal TextView::xOf(qsizetype offset) const
{
    const qsizetype row = m_text.lines.rowAt(offset);
    const RowText text = rowText(m_text.lines.bytes(row));
    QTextLayout layout;
    shape(layout, text, row);
    return layout.lineAt(0).cursorToX(text.positionOf(offset - m_text.lines.begin(row)));
}

void TextView::moveCaret(qsizetype offset, Anchor anchor)
{
    m_caret = std::clamp<qsizetype>(offset, 0, m_text.lines.text().size());
    if (anchor == Anchor::Follows)
        m_anchor = m_caret;
    reveal(m_caret);
    viewport()->update();
}

void TextView::reveal(qsizetype offset)
{
    if (m_text.lines.rowCount() == 0)
        return;
    const qsizetype row = m_text.lines.rowAt(offset);
    const int full = std::max(1, visibleRows());
    if (row < firstRow())
        verticalScrollBar()->setValue(int(row));
    else if (row >= firstRow() + full)
        verticalScrollBar()->setValue(int(row - full + 1));
    const int x = int(xOf(offset));
    const int room = viewport()->width() - m_gutter - 2 * spacing::small;
    QScrollBar *bar = horizontalScrollBar();
    if (x < bar->value())
        bar->setValue(x - int(4 * m_characterWidth));
    else if (x > bar->value() + room)
        bar->setValue(x - room + int(4 * m_characterWidth));
}

// The offset that many characters away, over line breaks too.
qsizetype TextView::stepped(int characters) const
{
    const qsizetype row = m_text.lines.rowAt(m_caret);
    const qsizetype begin = m_text.lines.begin(row);
    const RowText text = rowText(m_text.lines.bytes(row));
    QTextLayout layout;
    shape(layout, text, row);
    const int position = text.positionOf(m_caret - begin);
    if (characters < 0) {
        if (position > 0)
            return begin + text.offsetOf(layout.previousCursorPosition(position));
        return row > 0 ? m_text.lines.begin(row - 1) + m_text.lines.bytes(row - 1).size() : 0;
    }
    if (position < text.text.size())
        return begin + text.offsetOf(layout.nextCursorPosition(position));
    return row + 1 < m_text.lines.rowCount() ? m_text.lines.begin(row + 1) : m_caret;
}

qsizetype TextView::sameColumn(qsizetype rows) const
{
    const qsizetype row = m_text.lines.rowAt(m_caret);
    return offsetInRow(std::clamp<qsizetype>(row + rows, 0, m_text.lines.rowCount() - 1), xOf(m_caret));
}

// Where a movement key takes the caret; -1 for any other key.
qsizetype TextView::caretAfter(const QKeyEvent &event) const
{
    const LineIndex &lines = m_text.lines;
    const bool farther = event.modifiers().testFlag(Qt::ControlModifier);
    const qsizetype row = lines.rowAt(m_caret);
    switch (event.key()) {
    case Qt::Key_Left:
        return stepped(-1);
    case Qt::Key_Right:
        return stepped(1);
    case Qt::Key_Up:
        return sameColumn(-1);
    case Qt::Key_Down:
        return sameColumn(1);
    case Qt::Key_PageUp:
        return sameColumn(-std::max(1, visibleRows()));
    case Qt::Key_PageDown:
        return sameColumn(std::max(1, visibleRows()));
    case Qt::Key_Home:
        return farther ? 0 : lines.begin(row);
    case Qt::Key_End:
        return farther ? lines.text().size() : lines.begin(row) + lines.bytes(row).size();
    default:
        return -1;
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
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (m_text.lines.rowCount() > 0) {
        const qsizetype target = caretAfter(*event);
        if (target < 0)
            return QAbstractScrollArea::keyPressEvent(event);
        moveCaret(target, event->modifiers().testFlag(Qt::ShiftModifier) ? Anchor::Stays : Anchor::Follows);
    }
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveCaret(offsetAt(event->pos()),
            event->modifiers().testFlag(Qt::ShiftModifier) ? Anchor::Stays : Anchor::Follows);
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const bool isOutside = !viewport()->rect().contains(event->pos());
    if (!isOutside)
        moveCaret(offsetAt(event->pos()), Anchor::Stays);
    if (isOutside != m_dragScroll.isActive())
        isOutside ? m_dragScroll.start(dragScrollInterval, this) : m_dragScroll.stop();
}

void TextView::mouseReleaseEvent(QMouseEvent *) { m_dragScroll.stop(); }

// Follows a drag beyond the edge, faster the farther it is.
void TextView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId())
        return QAbstractScrollArea::timerEvent(event);
    moveCaret(offsetAt(viewport()->mapFromGlobal(QCursor::pos())), Anchor::Stays);
}

// Selects a word, or a whole JSON string where the click hit one.
void TextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_text.lines.rowCount() == 0 || event->button() != Qt::LeftButton)
        return;
    const qsizetype offset = offsetAt(event->pos());
    const qsizetype row = m_text.lines.rowAt(offset);
    const qsizetype begin = m_text.lines.begin(row);
    const RowText text = rowText(m_text.lines.bytes(row));
    const auto isWord = [&text](int at) {
        return text.text[at].isLetterOrNumber() || text.text[at] == QLatin1Char('_')
            || text.text[at].isSurrogate();
    };
    int from = text.positionOf(offset - begin);
    int to = from;
    while (from > 0 && isWord(from - 1))
        --from;
    while (to < text.text.size() && isWord(to))
        ++to;
    m_anchor = begin + text.offsetOf(from);
    moveCaret(begin + text.offsetOf(to), Anchor::Stays);
}

void TextView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"), this, &TextView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(hasSelection());
    menu->addAction(tr("Select All"), this, &TextView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->popup(event->globalPos());
}

} // namespace actionscope::ui
