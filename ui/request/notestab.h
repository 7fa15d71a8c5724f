// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace actionscope::ui {

// What people say of a saved request: notes in Markdown and tags.
class NotesTab final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesTab(QWidget *parent = nullptr);

    [[nodiscard]] QString notes() const;
    [[nodiscard]] QStringList tags() const;
    // Does not emit edited().
    void setNotes(const QString &notes, const QStringList &tags);

Q_SIGNALS:
    void edited();

private:
    QPlainTextEdit *m_notes;
    QLineEdit *m_tags;
};

} // namespace actionscope::ui
