// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/treepane.h"

#include "ui/response/bodytreeview.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QLabel>

namespace actionscope::ui {

TreePane::TreePane(const ThemeService &theme, Clipboard &clipboard, QWidget *parent)
    : QStackedWidget(parent)
    , m_view(new BodyTreeView(theme, clipboard, this))
    , m_sentence(new QLabel(this))
{
    m_view->setObjectName(QStringLiteral("bodyTreeView"));
    m_view->setAccessibleName(tr("Body as a tree"));
    m_sentence->setObjectName(QStringLiteral("noTreeLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_sentence->setContentsMargins(spacing::medium, spacing::large, spacing::medium, spacing::medium);
    setLook(m_sentence, Look::Muted);
    setContentsMargins(0, spacing::hair, 0, 0);
    addWidget(m_view);
    addWidget(m_sentence);
}

void TreePane::setDocument(const json::Document &document)
{
    m_view->setDocument(document);
    m_sentence->setText(document.bytes().isEmpty() ? tr("No body arrived.")
                                                   : tr("The body is not JSON. The Text tab shows it as it came."));
    setCurrentWidget(document.isEmpty() ? static_cast<QWidget *>(m_sentence) : m_view);
}

void TreePane::showBusy()
{
    m_view->setDocument({});
    m_sentence->setText(tr("Reading the body…"));
    setCurrentWidget(m_sentence);
}

} // namespace actionscope::ui
