// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/preparedtext.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <functional>

class QTextLayout;

namespace actionscope::ui {

class Clipboard;
class ThemeService;
struct RowText;

// Any bytes as lines of text, read-only. Only the rows on the screen are decoded, coloured and drawn, so its
// cost does not depend on the size of the text. Caret and selection are byte offsets: what is copied is what
// came.
class TextView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    TextView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setText(const PreparedText &text);
    // Makes the text on a worker thread and shows it when it is ready; a newer text wins.
    void prepare(const std::function<PreparedText()> &make);
    [[nodiscard]] const PreparedText &text() const { return m_text; }

    [[nodiscard]] bool hasSelection() const { return m_anchor != m_caret; }
    [[nodiscard]] QByteArray selectedBytes() const;
    void selectAll();
    // Selects a range of bytes and scrolls to it.
    void select(qsizetype begin, qsizetype end);
    void copy();

    // The rows on the screen as they are drawn, one line each.
    [[nodiscard]] QString visibleText() const;

Q_SIGNALS:
    void textChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Anchor { Stays, Follows };

    void measure();
    void layOut();
    void shape(QTextLayout &layout, const RowText &row, qsizetype number) const;
    void paintRow(QPainter &painter, qsizetype row, int top) const;
    void paintNumber(QPainter &painter, qsizetype row, int top) const;
    void moveCaret(qsizetype offset, Anchor anchor);
    [[nodiscard]] qsizetype caretAfter(const QKeyEvent &event) const;
    [[nodiscard]] qsizetype stepped(int characters) const;
    [[nodiscard]] qsizetype sameColumn(qsizetype rows) const;
    void reveal(qsizetype offset);
    [[nodiscard]] qsizetype offsetAt(const QPoint &point) const;
    [[nodiscard]] qreal xOf(qsizetype offset) const;
    [[nodiscard]] qsizetype offsetInRow(qsizetype row, qreal x) const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] qsizetype firstRow() const;
    [[nodiscard]] int textLeft() const;

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    PreparedText m_text;
    qsizetype m_anchor = 0;
    qsizetype m_caret = 0;
    int m_rowHeight = 1;
    int m_gutter = 0;
    qreal m_characterWidth = 1;
    QBasicTimer m_dragScroll;
    int m_job = 0; // counts texts, so that a late one is known as such
};

} // namespace actionscope::ui
