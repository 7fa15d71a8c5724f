// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formmodel.h"
#include "ui/request/fieldeditor.h"
#include "ui/services/theme.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QComboBox;
class QMenu;
class QToolButton;

namespace actionscope::ui {

// Where the columns of a form stand, the same for all its rows.
struct FormMetrics
{
    int line = 30; // height of an editor of one line
    int textLine = 18;
    int note = 16;
    int fix = 22; // height of the button that mends
    int labels = 160; // where the editors begin
    int json = 120; // width of the exact JSON; 0: no room

    [[nodiscard]] static FormMetrics measured(int width, const QWidget &sample);
    [[nodiscard]] int heightFor(const models::FormModel &model, const QModelIndex &index, bool hasTrouble) const;
    bool operator==(const FormMetrics &) const = default;
};

// One row of the form while it can be seen: name, editor, what is said of it, and the exact JSON beside it. Name, note
// and JSON are painted, so that a screen of rows is made in no time.
class FormRow final : public QWidget
{
    Q_OBJECT

public:
    // What can be done with a field besides typing.
    enum class Deed { Unset, SendNull, SendEmptyText, ResetToDefault, CopyJson, MoveUp, MoveDown };

    FormRow(const ThemeService &theme, const models::FormModel &model, const QModelIndex &index, QWidget *parent);

    [[nodiscard]] QModelIndex index() const { return m_index; }
    void refresh();
    void setMetrics(const FormMetrics &metrics, int depth);
    void setUnfolded(bool unfolded);
    void setHit(bool isHit);
    void setTrouble(const QString &sentence);
    [[nodiscard]] bool hasTrouble() const { return !m_trouble.isEmpty(); }
    void showUpload(const QString &sentence, bool isRunning);
    // The ways out of what is wrong, as a menu at the field.
    void showFixes();
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void jsonChosen(const QByteArray &json);
    void itemRequested();
    void variantChosen(int variant);
    void foldToggled();
    void fileChosen(const QString &path);
    void uploadCancelled();
    void troubleChanged(); // it may need another height
    void deedChosen(actionscope::ui::FormRow::Deed deed);
    void fixChosen(const actionscope::schema::QuickFix &fix);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildMenu();
    void fillMenu(QMenu *menu);
    void fillFixes(QMenu *menu);
    void ensureFix();
    void press();
    void ensureEditor();
    void ensureVariants();
    void arrange();
    void paintLabel(QPainter &painter) const;
    void paintNote(QPainter &painter) const;
    void paintJson(QPainter &painter, const QRect &place) const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] ColorRole problemColor() const;
    [[nodiscard]] const models::FormNode &node() const { return *m_model.node(m_index); }
    [[nodiscard]] QRect labelPlace() const;
    const ThemeService &m_theme;
    const models::FormModel &m_model;
    QPersistentModelIndex m_index;
    QString m_name; // begins the objectNames
    FormMetrics m_metrics;
    int m_depth = 0;
    bool m_isHit = false;
    QString m_trouble;
    FieldEditor *m_editor = nullptr;
    FieldEditor::Kind m_editorKind = FieldEditor::Kind::Line;
    QComboBox *m_variants = nullptr;
    QToolButton *m_fold = nullptr;
    QToolButton *m_more = nullptr;
    QToolButton *m_fix = nullptr; // only where there is a way out
    bool m_isUnfolded = false;
};

} // namespace actionscope::ui
