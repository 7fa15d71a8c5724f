// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/schema/schema.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace actionscope::schema {
struct Completion;
}

namespace actionscope::ui {

class CodeEditor;
class CompletionPopup;
class ThemeService;

// Offers what may stand at the caret, while a person types or at Ctrl+Space, and tells of the field under the pointer.
// Looking is done on another thread; the newest place wins.
class JsonCompleter final : public QObject
{
    Q_OBJECT

public:
    JsonCompleter(const ThemeService &theme, const QString &name, CodeEditor *editor);

    void setSchema(const schema::Schema &schema);
    void setVariables(const QStringList &names) { m_variables = names; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // Asked for: shown even for an empty word. While typing: not for a word that is there as a whole.
    enum class Reason { Asked, Typing };

    void onCharAdded(int character);
    void lookUp(Reason reason);
    void show(const QList<schema::Completion> &completions, qsizetype begin);
    void apply(const schema::Completion &completion);
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    bool showTip(const QPoint &inViewport, const QPoint &onScreen);

    CodeEditor *m_editor;
    CompletionPopup *m_popup;
    schema::Schema m_schema;
    QStringList m_variables;
    quint64 m_newest = 0;
    qsizetype m_lookedUpAt = -1;
    std::optional<Reason> m_again; // wanted while another look-up was under way
    bool m_isLooking = false;
    bool m_applying = false;
};

} // namespace actionscope::ui
