// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/formrow.h"

#include "app/models/formvalue.h"
#include "ui/request/filefieldeditor.h"
#include "ui/request/formrowparts.h"
#include "ui/services/iconset.h"
#include "ui/services/look.h"
#include "ui/services/theme.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace actionscope::ui {

using models::FormModel;
using models::FormNode;
using schema::FieldKind;
using namespace formrow;

namespace {

// "input.fields__project.0": what tests and assistive techniques know a row by.
QString nameOf(const FormNode &node)
{
    QString name = QStringLiteral("input");
    const json::Path path = node.path();
    for (const json::PathStep &one : path)
        name += QLatin1Char('.') + (one.position >= 0 ? QString::number(one.position) : one.name);
    return node.kind == FormNode::Kind::Group ? name + QStringLiteral(".group.") + node.label : name;
}

QString typeName(const schema::Field &field)
{
    switch (field.kind) {
    case FieldKind::String:
        return FormRow::tr("Text");
    case FieldKind::Integer:
        return FormRow::tr("Whole number");
    case FieldKind::Number:
        return FormRow::tr("Number");
    case FieldKind::Boolean:
        return FormRow::tr("True or false");
    case FieldKind::Enum:
        return FormRow::tr("Choice");
    case FieldKind::Array:
        return FormRow::tr("List");
    case FieldKind::Object:
        return FormRow::tr("Object");
    case FieldKind::File:
        return FormRow::tr("File");
    case FieldKind::Free:
    case FieldKind::Variant:
        break;
    }
    return FormRow::tr("JSON");
}

} // namespace

FormMetrics FormMetrics::measured(int width, const QWidget &sample)
{
    FormMetrics metrics;
    metrics.line = std::max(30, sample.sizeHint().height());
    metrics.textLine = sample.fontMetrics().lineSpacing();
    metrics.note = QFontMetrics(ThemeService::smallFont()).height() + 2;
    metrics.fix = metrics.note + 6;
    metrics.labels = std::clamp(width * 3 / 10, 112, 220);
    metrics.json = width < 400 ? 0 : std::clamp(width / 5, 72, 180);
    return metrics;
}

int FormMetrics::heightFor(const FormModel &model, const QModelIndex &index, bool hasTrouble) const
{
    const FormNode &node = *model.node(index);
    const int lines = FieldEditor::linesFor(node);
    const int editor = FieldEditor::kindFor(node) == FieldEditor::Kind::Text ? lines * textLine + 14 : line;
    const bool hasNote = hasTrouble || !noteOf(node).isEmpty() || !index.data(FormModel::ProblemRole).toString().isEmpty()
        || index.data(FormModel::ProblemsBelowRole).toInt() > 0;
    const bool hasFix = !hasTrouble && !model.fixesAt(index).isEmpty();
    return 2 * pad + std::max(line, editor) + (hasFix ? fix : hasNote ? note : 0);
}

FormRow::FormRow(const ThemeService &theme, const FormModel &model, const QModelIndex &index, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_index(index)
    , m_name(nameOf(*model.node(index)))
{
    buildMenu();
    refresh();
}

void FormRow::buildMenu()
{
    if (node().kind == FormNode::Kind::Group)
        return;
    m_more = new QToolButton(this);
    m_more->setObjectName(m_name + QStringLiteral(".more.ToolButton"));
    m_more->setAccessibleName(tr("More for %1").arg(m_index.data(FormModel::LabelRole).toString()));
    m_more->setToolTip(tr("Unset, null, empty text, default"));
    m_more->setIcon(themedIcon(m_theme, QStringLiteral("more"), int(ColorRole::Muted)));
    m_more->setIconSize({16, 16});
    m_more->setFocusPolicy(Qt::ClickFocus);
    connect(m_more, &QToolButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setObjectName(m_name + QStringLiteral(".Menu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
}

void FormRow::fillMenu(QMenu *menu)
{
    const FormNode &node = this->node();
    const bool isEditable = m_index.data(FormModel::EditableRole).toBool();
    fillFixes(menu);
    if (!menu->isEmpty())
        menu->addSeparator();
    const auto add = [&](const QString &text, Deed deed, bool isPossible) {
        QAction *action = menu->addAction(text);
        action->setEnabled(isPossible);
        connect(action, &QAction::triggered, this, [this, deed] { Q_EMIT deedChosen(deed); });
    };
    const bool isSet = node.value.isValid();
    const bool isItem = node.kind == FormNode::Kind::Item;
    add(isItem ? tr("&Remove Item") : tr("&Unset"), Deed::Unset, isEditable && isSet);
    add(tr("Send &null"), Deed::SendNull, isEditable && !node.value.isNull());
    add(tr("Send &Empty Text"), Deed::SendEmptyText, isEditable && node.value.raw() != "\"\"");
    const bool hasDefault = !node.shown.defaultValue.isEmpty();
    add(tr("Reset to &Default"), Deed::ResetToDefault, isEditable && hasDefault);
    menu->addSeparator();
    add(tr("&Copy JSON"), Deed::CopyJson, isSet);
    if (isItem) {
        menu->addSeparator();
        add(tr("Move U&p"), Deed::MoveUp, isEditable && node.row > 0);
        add(tr("Move D&own"), Deed::MoveDown,
            isEditable && size_t(node.row) + 1 < node.parent->children.size());
    }
}

void FormRow::fillFixes(QMenu *menu)
{
    const QList<schema::QuickFix> fixes = m_model.fixesAt(m_index);
    for (const schema::QuickFix &fix : fixes) {
        QString title = fix.title; // of which a menu takes a single & for the sign of a key
        menu->addAction(themedIcon(m_theme, QStringLiteral("lightbulb"), int(ColorRole::Accent)),
            title.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, fix] { Q_EMIT fixChosen(fix); });
    }
}

void FormRow::showFixes()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(m_name + QStringLiteral(".fix.Menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillFixes(menu);
    if (menu->isEmpty()) {
        menu->deleteLater();
        return;
    }
    menu->popup(mapToGlobal(QPoint(m_metrics.labels, height() - pad)));
    menu->setActiveAction(menu->actions().constFirst());
}

// What is likeliest is one press away; where there are others, they are offered.
void FormRow::ensureFix()
{
    const QList<schema::QuickFix> fixes = m_trouble.isEmpty() ? m_model.fixesAt(m_index) : QList<schema::QuickFix>();
    if (fixes.isEmpty()) {
        if (m_fix)
            m_fix->hide();
        return;
    }
    if (!m_fix) {
        m_fix = new QToolButton(this);
        m_fix->setObjectName(m_name + QStringLiteral(".fix.ToolButton"));
        m_fix->setIcon(themedIcon(m_theme, QStringLiteral("lightbulb"), int(ColorRole::Accent)));
        m_fix->setIconSize({14, 14});
        m_fix->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_fix->setFont(ThemeService::smallFont());
        m_fix->setFocusPolicy(Qt::ClickFocus);
        setLook(m_fix, Look::Link);
        connect(m_fix, &QToolButton::clicked, this, &FormRow::press);
    }
    QString title = fixes.first().title;
    m_fix->setText(title.replace(QLatin1Char('&'), QLatin1String("&&")));
    m_fix->setAccessibleName(tr("%1: %2").arg(m_index.data(FormModel::LabelRole).toString(), fixes.first().title));
    m_fix->setToolTip(fixes.size() == 1 ? tr("Do that; Alt+Return does it from the field")
                                        : tr("There are %1 ways out; Alt+Return offers them from the field").arg(fixes.size()));
    m_fix->show();
}

void FormRow::press()
{
    const QList<schema::QuickFix> fixes = m_model.fixesAt(m_index);
    if (fixes.size() == 1)
        Q_EMIT fixChosen(fixes.first());
    else
        showFixes();
}

void FormRow::ensureEditor()
{
    const FieldEditor::Kind kind = FieldEditor::kindFor(node());
    if (m_editor && kind == m_editorKind)
        return;
    const bool hadFocus = m_editor && m_editor->focusTarget() && m_editor->focusTarget()->hasFocus();
    if (m_editor) {
        m_editor->hide();
        m_editor->deleteLater();
    }
    m_editorKind = kind;
    m_editor = FieldEditor::make(m_theme, node(), m_name, this);
    connect(m_editor, &FieldEditor::jsonChosen, this, &FormRow::jsonChosen);
    connect(m_editor, &FieldEditor::unsetChosen, this, [this] { Q_EMIT deedChosen(Deed::Unset); });
    connect(m_editor, &FieldEditor::itemRequested, this, &FormRow::itemRequested);
    connect(m_editor, &FieldEditor::fileChosen, this, &FormRow::fileChosen);
    connect(m_editor, &FieldEditor::uploadCancelled, this, &FormRow::uploadCancelled);
    connect(m_editor, &FieldEditor::troubleFound, this, &FormRow::setTrouble);
    m_editor->setVisible(true);
    // Tab goes by the order of the form, which only the form knows.
    const QList<QWidget *> parts = m_editor->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        if (part->focusPolicy() != Qt::NoFocus)
            part->setFocusPolicy(Qt::ClickFocus);
    }
    if (hadFocus && m_editor->focusTarget())
        m_editor->focusTarget()->setFocus();
}

void FormRow::ensureVariants()
{
    const schema::Field &field = node().field;
    if (field.kind != FieldKind::Variant)
        return;
    if (!m_variants) {
        m_variants = new QComboBox(this);
        m_variants->setObjectName(m_name + QStringLiteral(".variant.ComboBox"));
        m_variants->setAccessibleName(tr("Kind of %1").arg(m_index.data(FormModel::LabelRole).toString()));
        m_variants->setFocusPolicy(Qt::ClickFocus);
        for (qsizetype i = 0; i < field.variants.size(); ++i) {
            const schema::Field variant = m_model.schema().variantOf(field, i);
            const bool hasOwnTitle = !variant.schema.member(u"title").toString().isEmpty() && !field.variants[i].isString();
            m_variants->addItem(hasOwnTitle ? variant.title : typeName(variant));
        }
        connect(m_variants, &QComboBox::activated, this, &FormRow::variantChosen);
        m_variants->show();
    }
    m_variants->setCurrentIndex(int(node().variant));
    m_variants->setEnabled(m_index.data(FormModel::EditableRole).toBool());
}

void FormRow::refresh()
{
    if (!m_index.isValid())
        return;
    ensureEditor();
    ensureVariants();
    const bool canFold = node().kind == FormNode::Kind::Group || node().shown.kind == FieldKind::Object
        || node().shown.kind == FieldKind::Array;
    if (canFold && !m_fold) {
        m_fold = new QToolButton(this);
        m_fold->setObjectName(m_name + QStringLiteral(".fold.ToolButton"));
        m_fold->setAccessibleName(tr("Fold %1").arg(m_index.data(FormModel::LabelRole).toString()));
        m_fold->setIconSize({16, 16});
        m_fold->setFocusPolicy(Qt::ClickFocus);
        connect(m_fold, &QToolButton::clicked, this, &FormRow::foldToggled);
        setUnfolded(false);
    }
    if (m_fold)
        m_fold->setVisible(canFold);
    m_editor->showNode(node(), m_index.data(FormModel::EditableRole).toBool());
    if (QWidget *target = m_editor->focusTarget()) {
        target->setAccessibleName(m_index.data(FormModel::LabelRole).toString());
        const QString said = problem();
        target->setAccessibleDescription(said.isEmpty() ? node().field.description : said);
        const bool isWrong = !said.isEmpty() && !m_index.data(FormModel::WarningRole).toBool() && node().value.isValid();
        setStyleFlag(target, "problem", isWrong || !m_trouble.isEmpty());
    }
    ensureFix();
    arrange();
    update();
}

void FormRow::setMetrics(const FormMetrics &metrics, int depth)
{
    if (m_metrics == metrics && m_depth == depth)
        return;
    m_metrics = metrics;
    m_depth = depth;
    arrange();
}

void FormRow::setUnfolded(bool unfolded)
{
    if (m_isUnfolded != unfolded)
        update();
    m_isUnfolded = unfolded;
    if (m_fold) {
        m_fold->setIcon(themedIcon(m_theme, unfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
            int(ColorRole::Muted)));
    }
}

void FormRow::setHit(bool isHit)
{
    if (m_isHit != isHit)
        update();
    m_isHit = isHit;
}

void FormRow::setTrouble(const QString &sentence)
{
    if (sentence == m_trouble)
        return;
    const bool hadTrouble = hasTrouble();
    m_trouble = sentence;
    ensureFix();
    update();
    if (hadTrouble != hasTrouble())
        Q_EMIT troubleChanged();
}

void FormRow::showUpload(const QString &sentence, bool isRunning)
{
    if (auto *file = qobject_cast<FileFieldEditor *>(m_editor))
        file->showProgress(sentence, isRunning);
}

void FormRow::arrange()
{
    if (!m_editor)
        return;
    const int indent = spacing::small + m_depth * step;
    if (m_fold)
        m_fold->setGeometry(indent - 4, pad + (m_metrics.line - foldSize) / 2, foldSize, foldSize);
    const bool isText = m_editorKind == FieldEditor::Kind::Text;
    const int lines = FieldEditor::linesFor(node());
    const int height = isText ? std::max(m_metrics.line, lines * m_metrics.textLine + 14) : m_metrics.line;
    const int right = width() - spacing::small - moreSize;
    int left = m_metrics.labels;
    const int end = right - (m_metrics.json > 0 ? m_metrics.json + spacing::small : 0) - spacing::hair;
    if (m_variants) {
        const int wide = std::min(m_variants->sizeHint().width(), std::max(64, (end - left) / 2));
        m_variants->setGeometry(left, pad, wide, m_metrics.line);
        left += wide + spacing::small;
    }
    m_editor->setGeometry(left, pad, std::max(24, end - left), height);
    if (m_more)
        m_more->setGeometry(right, pad + (m_metrics.line - moreSize) / 2, moreSize, moreSize);
    if (m_fix) {
        // Below the editor and the JSON, at their right edge; the sentence has what is left of it.
        const int wide = std::min(m_fix->sizeHint().width(), std::max(24, (right - m_metrics.labels) / 2));
        m_fix->setGeometry(right - wide, this->height() - pad - m_metrics.fix + 2, wide, m_metrics.fix);
    }
}

void FormRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FormRow::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_more)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(m_name + QStringLiteral(".context.Menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(event->globalPos());
}

bool FormRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_index.isValid())
        return QWidget::event(event);
    const FormNode &node = this->node();
    QStringList lines {node.field.name.isEmpty() ? node.label : node.field.name};
    if (node.kind != FormNode::Kind::Group) {
        lines.first() += tr(" · %1").arg(typeName(node.shown));
        if (node.field.isNullable)
            lines.first() += tr(" or null");
    }
    for (const QString &line : {problem(), node.field.title, node.field.description, models::boundsText(node.shown), node.shown.pattern}) {
        if (!line.isEmpty() && !lines.contains(line))
            lines.append(line.toHtmlEscaped());
    }
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
        QStringLiteral("<p>") + lines.join(QLatin1String("<br>")) + QStringLiteral("</p>"), this);
    return true;
}

} // namespace actionscope::ui
