// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/inputpane.h"

#include "ui/editor/jsoneditor.h"
#include "ui/request/formpane.h"
#include "ui/request/formview.h"
#include "ui/services/clipboard.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace actionscope::ui {

namespace {

constexpr int sideBySideFrom = 720; // pixels; narrower pages stack form and editor
constexpr int stackedFrom = 400; // pixels of height; a lower page shows one of them
constexpr std::array<const char *, 3> viewNames {"form", "json", "both"};

} // namespace

InputPane::InputPane(const ThemeService &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new models::FormModel(this))
    , m_form(new FormPane(theme, m_model, this))
    , m_editor(new JsonEditor(theme, QStringLiteral("input"), this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_why(new QLabel(this))
    , m_offer(new QPushButton(this))
    , m_bar(new QWidget(this))
{
    setObjectName(QStringLiteral("inputPane"));
    m_editor->setAccessibleTitle(tr("Input, JSON"));
    m_splitter->setObjectName(QStringLiteral("inputSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1); // drawn as a hairline; Qt keeps a wider grip
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_editor);
    // Side by side they must not keep the page from becoming narrow enough to stack them.
    for (QWidget *side : {static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_editor)})
        side->setMinimumWidth(160);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::small, 0, 0);
    column->setSpacing(spacing::hair);
    buildBar();
    column->addWidget(m_splitter, 1);
    connectParts();
    showNoSchema({}, {}, {});
}

void InputPane::buildBar()
{
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setFont(ThemeService::smallFont());
    setLook(m_why, Look::Muted);
    m_offer->setObjectName(QStringLiteral("loadSchemaPushButton"));
    m_offer->setFont(ThemeService::smallFont());
    setLook(m_offer, Look::Link);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_why, 1);
    row->addWidget(m_offer);
    const std::array<QString, viewCount> texts {tr("Form"), tr("JSON"), tr("Both")};
    for (size_t i = 0; i < viewCount; ++i) {
        auto *button = new QToolButton(m_bar);
        button->setObjectName(QLatin1String(viewNames[i]) + QStringLiteral("ViewToolButton"));
        button->setText(texts[i]);
        button->setAccessibleDescription(tr("How the input is shown"));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setFont(ThemeService::smallFont());
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] {
            m_view = View(i);
            showViews();
            Q_EMIT viewChosen(view());
        });
        m_buttons[i] = button;
    }
    static_cast<QVBoxLayout *>(layout())->addWidget(m_bar);
    connect(m_offer, &QPushButton::clicked, this, &InputPane::schemaRequested);
}

void InputPane::connectParts()
{
    connect(m_editor, &JsonEditor::edited, this, [this] {
        m_model->setText(m_editor->bytes());
        Q_EMIT edited();
    });
    connect(m_editor, &JsonEditor::replaced, this, [this] { m_model->setText(m_editor->bytes()); });
    const FormView *form = m_form->view();
    connect(form, &FormView::edited, this, &InputPane::apply);
    connect(form, &FormView::fixChosen, m_editor, &JsonEditor::applyFix);
    connect(m_editor, &JsonEditor::checked, m_model, &models::FormModel::setProblems);
    connect(form, &FormView::undoRequested, m_editor, &JsonEditor::undo);
    connect(form, &FormView::redoRequested, m_editor, &JsonEditor::redo);
    connect(form, &FormView::copyRequested, this, [](const QString &text) { SystemClipboard().setText(text); });
    connect(form, &FormView::fileChosen, this, &InputPane::fileChosen);
    connect(form, &FormView::uploadCancelled, this, &InputPane::uploadCancelled);
    connect(m_form, &FormPane::breakShown, this, [this] {
        revealEditor();
        m_editor->goToProblem();
    });
}

void InputPane::apply(const QList<json::TextEdit> &edits) { m_editor->applyEdits(edits); }

void InputPane::setBytes(const QByteArray &bytes) { m_editor->setBytes(bytes); }

void InputPane::setSchema(const schema::Schema &schema)
{
    m_hasSchema = !schema.isEmpty();
    m_model->setSchema(schema);
    m_editor->setSchema(schema);
    const QStringList troubles = schema.troubles();
    m_why->setText(troubles.value(0));
    m_why->setToolTip(troubles.join(QLatin1Char('\n')));
    m_offer->hide();
    showViews();
}

void InputPane::showNoSchema(const QString &sentence, const QString &reason, const QString &offer)
{
    m_hasSchema = false;
    m_model->setSchema({});
    m_editor->setSchema({});
    m_why->setText(sentence);
    m_why->setToolTip(reason);
    m_why->setAccessibleDescription(reason);
    m_offer->setText(offer);
    m_offer->setVisible(!offer.isEmpty());
    showViews();
}

QString InputPane::view() const { return QLatin1String(viewNames[size_t(m_view)]); }

void InputPane::setView(const QString &name)
{
    for (size_t i = 0; i < viewCount; ++i) {
        if (name == QLatin1String(viewNames[i]))
            m_view = View(i);
    }
    showViews();
}

void InputPane::revealEditor()
{
    if (!m_editor->isVisibleTo(this))
        setView(isCramped() ? QStringLiteral("json") : QStringLiteral("both"));
}

bool InputPane::isCramped() const { return width() < sideBySideFrom && height() < stackedFrom; }

void InputPane::showViews()
{
    const View view = m_view == View::Both && isCramped() ? View::Form : m_view;
    m_form->setVisible(m_hasSchema && view != View::Json);
    m_editor->setVisible(!m_hasSchema || view != View::Form);
    for (size_t i = 0; i < viewCount; ++i) {
        m_buttons[i]->setChecked(i == size_t(view));
        m_buttons[i]->setVisible(m_hasSchema);
    }
    QToolButton *both = m_buttons[size_t(View::Both)];
    both->setEnabled(!isCramped());
    both->setToolTip(isCramped() ? tr("There is no room for both here.") : QString());
    m_bar->setVisible(m_hasSchema || !m_why->text().isEmpty());
}

void InputPane::showUpload(const json::Path &path, const QString &sentence, bool isRunning)
{
    m_form->view()->showUpload(path, sentence, isRunning);
}

void InputPane::setValue(const json::Path &path, const QByteArray &json)
{
    const QModelIndex index = m_model->indexAt(path);
    if (index.isValid())
        apply(m_model->settingJson(index, json));
}

void InputPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= sideBySideFrom;
    m_splitter->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    showViews();
    m_form->setContentsMargins(0, 0, isWide ? spacing::small : 0, isWide ? 0 : spacing::small);
}

} // namespace actionscope::ui
