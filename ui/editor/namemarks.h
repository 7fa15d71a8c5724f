// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

namespace actionscope::ui {

class CodeEditor;

// Marks every {{name}} in a text, those that stand for nothing as problems, and tells under the pointer what a name
// stands for.
class NameMarks final : public QObject
{
    Q_OBJECT

public:
    explicit NameMarks(CodeEditor *editor);

    // What each name stands for, as it is told. What is not here is not known.
    void setNames(const QHash<QString, QString> &tips);
    // What is told of one of them.
    [[nodiscard]] static QString tipOf(const QString &name, const QHash<QString, QString> &tips);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mark();

    CodeEditor *m_editor;
    QHash<QString, QString> m_tips;
    QTimer m_pause; // after the last keystroke
};

} // namespace actionscope::ui
