// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formrows.h"
#include "ui/request/formrow.h"

#include <QAbstractScrollArea>
#include <QHash>

#include <vector>

class QLineEdit;

namespace actionscope::ui {

// A form of any length: only the rows that can be seen have editors. Tab goes from field to field, through those that
// come into sight on the way. It makes edits of the text and shows the model; it holds no value of its own.
class FormView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    FormView(const ThemeService &theme, models::FormModel *model, QWidget *parent = nullptr);

    void setFilter(const models::FormFilter &filter);
    [[nodiscard]] qsizetype hitCount() const { return m_rows.hits; }
    [[nodiscard]] qsizetype rowCount() const { return m_rows.rows.size(); }
    // Brings a row into sight, unfolding what is around it, and gives its editor the focus.
    void goTo(const QModelIndex &index);
    // To the next or previous field with a problem, from the one that has the focus.
    void goToProblem(int direction);
    // How the upload for a field is going; an empty sentence ends it.
    void showUpload(const json::Path &path, const QString &sentence, bool isRunning);

Q_SIGNALS:
    void edited(const QList<actionscope::json::TextEdit> &edits);
    void fixChosen(const actionscope::schema::QuickFix &fix);
    void undoRequested();
    void redoRequested();
    void copyRequested(const QString &text);
    void fileChosen(const actionscope::json::Path &path, const QString &file); // empty file: to be asked for
    void uploadCancelled(const actionscope::json::Path &path);
    void rowsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Upload
    {
        json::Path path;
        QString sentence;
        bool isRunning = false;
    };

    void rebuildSoon();
    void rebuild();
    void measure();
    void arrange();
    void refresh(const QModelIndex &first, const QModelIndex &last);
    FormRow *rowAt(qsizetype position);
    FormRow *makeRow(const QModelIndex &index);
    [[nodiscard]] FormRow *madeRow(const QModelIndex &index) const;
    void wire(FormRow *row);
    void doDeed(const QModelIndex &index, FormRow::Deed deed);
    [[nodiscard]] bool isUnfolded(const QModelIndex &index);
    void toggleFold(const QModelIndex &index);
    [[nodiscard]] qsizetype positionOf(const QModelIndex &index) const;
    [[nodiscard]] qsizetype focusedPosition() const;
    bool focusRow(qsizetype from, int direction);
    bool takeKey(const QKeyEvent &key, QEvent::Type type);
    [[nodiscard]] FormRow *focusedRow() const;
    void bringIntoSight(qsizetype position);
    void make(const QList<json::TextEdit> &edits);

    const ThemeService &m_theme;
    models::FormModel *m_model;
    models::FormFilter m_filter;
    models::FormRows m_rows;
    std::vector<int> m_tops; // one more than rows: the last is the height of all
    FormMetrics m_metrics;
    QList<FormRow *> m_made; // rows that have widgets
    QLineEdit *m_sample; // never shown: how high a line is in this style
    QHash<QPersistentModelIndex, bool> m_folds; // what a person folded or unfolded
    QList<Upload> m_uploads;
    bool m_isStale = false; // m_rows is of an older model
    bool m_isBuilding = false;
    bool m_isLeaving = false; // Tab is on its way out
};

} // namespace actionscope::ui
