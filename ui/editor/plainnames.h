// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>

class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace actionscope::schema {
struct Completion;
}

namespace actionscope::ui {

class CompletionPopup;
class ThemeService;

// What NameMarks and JsonCompleter do for {{names}} in JSON, for a field of plain text: marks them, tells under the
// pointer what they stand for, and offers them behind {{.
class PlainNames final : public QObject
{
    Q_OBJECT

public:
    // The field is its parent; its objectName begins that of the list.
    PlainNames(const ThemeService &theme, QLineEdit *field);
    PlainNames(const ThemeService &theme, QPlainTextEdit *field);

    // What each name stands for, as it is told. What is not here is not known.
    void setNames(const QHash<QString, QString> &tips);
    // Of the fields below `page`, and of those that come to be there later.
    static void setNamesBelow(QWidget *page, const QHash<QString, QString> &tips);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // Of the field's characters.
    struct Mark
    {
        int begin = 0;
        int length = 0;
        QString name;
        bool operator==(const Mark &) const = default;
    };

    PlainNames(const ThemeService &theme, QLineEdit *line, QPlainTextEdit *text, QWidget *field);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<Mark> marks() const;
    void mark();
    void markLine(const QList<Mark> &marks);
    void markText(const QList<Mark> &marks);
    [[nodiscard]] bool isOffering() const;
    void hide();
    void lookUp();
    void apply(const schema::Completion &completion);
    [[nodiscard]] bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool showTip(const QPoint &inField, const QPoint &onScreen);
    [[nodiscard]] int caret() const;

    const ThemeService &m_theme;
    QLineEdit *m_line;
    QPlainTextEdit *m_text;
    QWidget *m_field; // one of both
    CompletionPopup *m_popup = nullptr; // made when there is something to offer
    QHash<QString, QString> m_tips;
    QStringList m_names; // sorted
    bool m_isMarking = false;
};

} // namespace actionscope::ui
