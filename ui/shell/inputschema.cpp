// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/inputschema.h"

#include "app/base/whenready.h"
#include "app/schema/schema.h"
#include "app/storage/settings.h"
#include "app/workspace/catalogkeeper.h"
#include "app/workspace/workspace.h"
#include "ui/request/inputpane.h"
#include "ui/request/requestpage.h"
#include "ui/shell/inputuploads.h"

#include <QRegularExpression>
#include <QtConcurrentRun>

namespace actionscope::ui {

namespace {

constexpr int askedAfter = 250; // milliseconds without a keystroke

} // namespace

InputSchema::InputSchema(const MainWindowParts &parts, RequestPage *page, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(page)
{
    new InputUploads(parts, page, this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(askedAfter);
    connect(&m_typing, &QTimer::timeout, this, &InputSchema::follow);
    connect(page, &RequestPage::draftEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(page, &RequestPage::draftShown, this, &InputSchema::follow);
    connect(page->input(), &InputPane::schemaRequested, this, &InputSchema::ask);
    page->input()->setView(parts.settings->inputView());
    connect(page->input(), &InputPane::viewChosen, parts.settings, &storage::Settings::setInputView);
    connect(parts.workspace, &workspace::Workspace::environmentChosen, this, [this] {
        m_isKnown = false; // another service may describe it in another way
        m_typing.start();
    });
    if (!parts.catalog)
        return;
    connect(parts.catalog, &workspace::CatalogKeeper::actionDescribed, this, &InputSchema::takeAction);
    connect(parts.catalog, &workspace::CatalogKeeper::actionTrouble, this, &InputSchema::takeTrouble);
    connect(parts.catalog, &workspace::CatalogKeeper::catalogChanged, this, [this] {
        if (!m_isKnown)
            ask();
    });
}

// The field also takes words to search with, which no service need be asked about.
bool InputSchema::isId(const QString &text) const
{
    static const QRegularExpression id(QStringLiteral("^([A-Z0-9_]+|[A-Za-z0-9-]+(_[A-Za-z0-9-]+)+)$"));
    return id.match(text).hasMatch() || (m_parts.catalog && m_parts.catalog->catalog().action(text));
}

bool InputSchema::isMeant(const QString &actionId) const
{
    return !m_actionId.isEmpty() && m_actionId.compare(actionId, Qt::CaseInsensitive) == 0;
}

void InputSchema::follow()
{
    QString actionId = m_page->draft().request.actionId.trimmed();
    if (!isId(actionId))
        actionId.clear();
    if (actionId == m_actionId && m_isKnown)
        return;
    if (!isMeant(actionId)) {
        m_shown.clear();
        m_page->input()->showNoSchema(actionId.isEmpty() ? QString() : tr("Reading what %1 takes…").arg(actionId), {}, {});
    }
    m_actionId = actionId;
    m_isKnown = false;
    ask();
}

void InputSchema::ask()
{
    if (!m_actionId.isEmpty() && m_parts.catalog)
        m_parts.catalog->describe(m_actionId);
}

void InputSchema::takeAction(const api::ActionInfo &action)
{
    if (!isMeant(action.id))
        return;
    m_isKnown = true;
    if (action.parameters.isEmpty()) {
        takeTrouble(action.id, {ErrorCode::NotFound, tr("The service does not describe its parameters.")});
        return;
    }
    if (action.parameters == m_shown)
        return;
    const QByteArray parameters = action.parameters;
    whenReady(QtConcurrent::run([parameters] { return schema::Schema(parameters); }), this,
        [this, parameters, actionId = action.id](const schema::Schema &schema) {
            if (!isMeant(actionId))
                return;
            m_shown = parameters;
            m_page->input()->setSchema(schema);
        });
}

// A form that is there stays; it is better than none.
void InputSchema::takeTrouble(const QString &actionId, const Error &error)
{
    if (!isMeant(actionId) || !m_shown.isEmpty())
        return;
    m_page->input()->showNoSchema(
        tr("Without the schema of %1 there is only the JSON.").arg(m_actionId), error.sentence, tr("Load Schema"));
}

} // namespace actionscope::ui
