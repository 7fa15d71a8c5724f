// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/response/subdocumentwindow.h"

#include "app/base/whenready.h"
#include "app/models/embedded.h"
#include "app/models/jsontables.h"
#include "ui/response/textpane.h"
#include "ui/response/treepane.h"
#include "ui/services/theme.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace actionscope::ui {

namespace {

struct Inner
{
    json::Document document;
    QString path;
};

} // namespace

SubDocumentWindow::SubDocumentWindow(const ThemeService &theme, Clipboard &clipboard, const json::Document &outer,
    const json::Value &value, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_tree(new TreePane(theme, clipboard, this))
    , m_text(new TextPane(theme, clipboard, this))
{
    setObjectName(QStringLiteral("subDocumentWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Part of the Body"));
    resize(720, 520);
    m_tabs->setObjectName(QStringLiteral("subDocumentTabWidget"));
    m_tabs->setAccessibleName(tr("Part of the body"));
    m_tabs->tabBar()->setObjectName(QStringLiteral("subDocumentTabBar"));
    m_tabs->tabBar()->setAccessibleName(tr("Part of the body"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_text, tr("Text"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    column->addWidget(m_tabs);
    m_tree->showBusy();
    read(outer, value);
}

void SubDocumentWindow::read(const json::Document &outer, const json::Value &value)
{
    const auto work = [outer, value] { return Inner {models::innerDocument(value), models::jsonPathOf(value)}; };
    whenReady(QtConcurrent::run(work), this, [this](const Inner &inner) {
        setWindowTitle(inner.path);
        m_tree->setDocument(inner.document);
        m_text->setDocument(inner.document);
        if (inner.document.isEmpty())
            m_tabs->setCurrentWidget(m_text);
    });
}

} // namespace actionscope::ui
