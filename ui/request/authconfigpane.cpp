// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/authconfigpane.h"

#include "app/models/authparametermodel.h"
#include "ui/delegates/authparameterdelegate.h"
#include "ui/editor/jsoneditor.h"
#include "ui/editor/plainnames.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace actionscope::ui {

using models::AuthParameterModel;

AuthConfigPane::AuthConfigPane(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new AuthParameterModel(this))
    , m_delegate(new AuthParameterDelegate(this))
    , m_editor(new JsonEditor(theme, QStringLiteral("authConfig"), this))
{
    auto *what = new QLabel(
        tr("Credentials for this one execution, in place of a connected account. Their values are sent "
           "and never stored."),
        this);
    what->setWordWrap(true);
    what->setFont(ThemeService::smallFont());
    setLook(what, Look::Muted);
    m_editor->setAccessibleTitle(tr("Auth config, JSON"));
    m_hidden = new QLabel(tr("The JSON holds values that are hidden. Show Values shows it, too."), this);
    m_hidden->setObjectName(QStringLiteral("authConfigHiddenLabel"));
    m_hidden->setWordWrap(true);
    m_hidden->setAlignment(Qt::AlignCenter);
    setLook(m_hidden, Look::Muted);
    m_hidden->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::medium, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(what);
    column->addWidget(buildTable(), 1);
    column->addWidget(buildRest(theme));
    column->addWidget(m_editor, 1);
    column->addWidget(m_hidden, 1);

    connect(m_model, &AuthParameterModel::edited, this, [this](const QList<json::TextEdit> &edits) {
        m_editor->applyEdits(edits);
        if (m_model->holdsSecrets())
            hideJson();
    });
    connect(m_editor, &JsonEditor::edited, this, &AuthConfigPane::takeText);
    takeText();
}

QWidget *AuthConfigPane::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("authParametersTableView"));
    m_table->setAccessibleName(tr("Parameters"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(ThemeService::monospaceFont());
    m_table->setMinimumHeight(88);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        QFontMetrics(m_table->font()).height() + spacing::medium);
    m_table->horizontalHeader()->setObjectName(QStringLiteral("authParametersHeaderView"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(AuthParameterModel::NameColumn, 160);
    m_table->setColumnWidth(AuthParameterModel::PlaceColumn, 88);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) { m_remove->setEnabled(current.isValid()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_remove->setEnabled(false); });
    return m_table;
}

QWidget *AuthConfigPane::buildRest(const ThemeService &theme)
{
    auto *rest = new QWidget(this);
    auto *add = new QPushButton(tr("Add Parameter"), rest);
    add->setObjectName(QStringLiteral("addParameterPushButton"));
    m_remove = new QPushButton(tr("Remove"), rest);
    m_remove->setObjectName(QStringLiteral("removeParameterPushButton"));
    m_remove->setEnabled(false);
    m_show = new QCheckBox(tr("Show values"), rest);
    m_show->setObjectName(QStringLiteral("showValuesCheckBox"));
    m_baseUrl = new QLineEdit(rest);
    m_baseUrl->setObjectName(QStringLiteral("authBaseUrlLineEdit"));
    m_baseUrl->setPlaceholderText(tr("the provider’s own"));
    new PlainNames(theme, m_baseUrl);
    m_body = new QLineEdit(rest);
    m_body->setObjectName(QStringLiteral("authBodyLineEdit"));
    m_body->setPlaceholderText(tr("a JSON object that goes into the body"));
    m_body->setEchoMode(QLineEdit::Password);
    auto *grid = new QGridLayout(rest);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::small);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_show);
    grid->addLayout(buttons, 0, 0, 1, 2);
    int row = 1;
    for (QLineEdit *field : {m_baseUrl, m_body}) {
        auto *label = new QLabel(row == 1 ? QStringLiteral("base_url") : QStringLiteral("body"), rest);
        label->setFont(ThemeService::monospaceFont());
        label->setBuddy(field);
        setLook(label, Look::Muted);
        field->setFont(ThemeService::monospaceFont());
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
    }
    connect(add, &QPushButton::clicked, this, [this] {
        m_model->addParameter();
        const QModelIndex last = m_model->index(m_model->rowCount() - 1, AuthParameterModel::NameColumn);
        m_table->setCurrentIndex(last);
        m_table->edit(last);
    });
    connect(m_remove, &QPushButton::clicked, this,
        [this] { m_model->removeParameter(m_table->currentIndex().row()); });
    connect(m_show, &QCheckBox::toggled, this, &AuthConfigPane::showValues);
    connect(m_baseUrl, &QLineEdit::editingFinished, this,
        [this] { m_model->setBaseUrl(m_baseUrl->text().trimmed()); });
    connect(m_body, &QLineEdit::editingFinished, this,
        [this] { setStyleFlag(m_body, "problem", !m_model->setBody(m_body->text().toUtf8())); });
    return rest;
}

void AuthConfigPane::takeText()
{
    m_model->setText(m_editor->bytes());
    for (QWidget *part : {static_cast<QWidget *>(m_table), m_baseUrl->parentWidget()})
        part->setEnabled(m_model->isReadable());
    if (!m_baseUrl->hasFocus())
        m_baseUrl->setText(m_model->baseUrl());
    if (!m_body->hasFocus())
        m_body->setText(QString::fromUtf8(m_model->body()));
    if (!m_model->isReadable() || m_editor->isBlank())
        showJson();
}

void AuthConfigPane::takeDraft()
{
    m_show->setChecked(false);
    takeText();
    if (m_model->holdsSecrets())
        hideJson();
    else
        showJson();
}

void AuthConfigPane::showValues(bool areShown)
{
    m_model->setValuesShown(areShown);
    m_delegate->setValuesShown(areShown);
    m_body->setEchoMode(areShown ? QLineEdit::Normal : QLineEdit::Password);
    if (areShown || !m_model->holdsSecrets())
        showJson();
    else
        hideJson();
}

void AuthConfigPane::showJson()
{
    m_hidden->hide();
    m_editor->show();
}

void AuthConfigPane::hideJson()
{
    if (m_show->isChecked())
        return;
    m_editor->hide();
    m_hidden->show();
}

} // namespace actionscope::ui
