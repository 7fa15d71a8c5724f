// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/response/preparedtext.h"
#include "ui/response/rowpainter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <functional>
#include <optional>

namespace actionscope::ui {

class Clipboard;
class ThemeService;

// Text of any size, read-only. Only the rows on the screen are made, coloured and drawn, so its cost does not
// depend on the size of the text. Blocks of JSON can be folded away: by a click beside the line number, by +
// and -.
class TextView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    TextView(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    void setText(const PreparedText &text, Keep keep = Keep::Nothing);
    // Makes the text on a worker thread and shows it when it is ready; a newer text wins.
    void prepare(const std::function<PreparedText()> &make, Keep keep = Keep::Nothing);
    [[nodiscard]] const PreparedText &text() const { return m_text; }

    [[nodiscard]] bool hasSelection() const { return m_anchor != m_caret; }
    [[nodiscard]] QByteArray selectedBytes() const;
    void selectAll();
    // Selects a stretch of the body and scrolls to it; a text that is being prepared does so when it is
    // ready.
    void select(qsizetype begin, qsizetype end);
    // The body's byte at the caret.
    [[nodiscard]] qsizetype caretOffset() const;
    // The byte nearest to a point of the viewport; -1 where there is no text.
    [[nodiscard]] qsizetype offsetAt(const QPoint &point) const
    {
        const models::TextPlace place = m_screen.isEmpty() ? models::TextPlace() : placeAt(point);
        return m_screen.isEmpty() ? -1 : m_screen.text()->row(place.row).offsetAt(place.column);
    }
    void goToLine(qsizetype line);
    void copy();
    void setWrapped(bool on);
    // Highlights what `marks` finds in a stretch of the body that is on the screen; none for an empty
    // function.
    void setMarks(const MarkFinder &marks);

    // The rows on the screen as they are drawn, one line each.
    [[nodiscard]] QString visibleText() const;
    // Where a caret at a place would be drawn, in the viewport.
    [[nodiscard]] QPoint pointOf(const models::TextPlace &place) const;

Q_SIGNALS:
    void textChanged();
    // A sentence on what goes on: copying something large.
    void noticed(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
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
    void scrollTo(TextScreen::Line top);
    void moveCaret(const models::TextPlace &place, Anchor anchor);
    [[nodiscard]] std::optional<models::TextPlace> caretAfter(const QKeyEvent &event) const;
    [[nodiscard]] models::TextPlace linesAway(qsizetype lines) const;
    void reveal(const models::TextPlace &place);
    void setFolded(qsizetype row, bool on);
    void foldsChanged();
    [[nodiscard]] TextScreen::Line lineAt(const QPoint &point) const;
    [[nodiscard]] models::TextPlace placeAt(const QPoint &point) const;
    [[nodiscard]] int fullLines() const;
    [[nodiscard]] int textLeft() const;

    const ThemeService &m_theme;
    Clipboard &m_clipboard;
    PreparedText m_text;
    TextScreen m_screen;
    TextScreen::Line m_top;
    models::TextPlace m_anchor;
    models::TextPlace m_caret;
    MarkFinder m_marks;
    std::optional<std::pair<qsizetype, qsizetype>> m_wanted; // to be selected when the text is ready
    int m_gutter = 0;
    bool m_isWrapped = false;
    bool m_isPreparing = false;
    QBasicTimer m_dragScroll;
    int m_job = 0; // counts texts, so that a late one is known as such
    int m_copyJob = 0;
};

} // namespace actionscope::ui
