// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/jsontab.h"

#include "ui/editor/jsoneditor.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace actionscope::ui {

JsonTab::JsonTab(const ThemeService &theme, const QString &name, const QString &title,
    const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_editor(new JsonEditor(theme, name, this))
{
    m_editor->setAccessibleTitle(tr("%1, JSON").arg(title));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::medium, 0, 0);
    column->setSpacing(spacing::small);
    if (!explanation.isEmpty()) {
        auto *label = new QLabel(explanation, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        setLook(label, Look::Muted);
        column->addWidget(label);
    }
    column->addWidget(m_editor, 1);
}

} // namespace actionscope::ui
