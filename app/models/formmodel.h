// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/formproblems.h"

#include <QAbstractItemModel>

namespace actionscope::models {

// An action's parameters and the input's text as one tree of fields. It follows the text wherever that is edited, and
// says which bytes of it a changed field needs to change; it changes nothing itself. Rows keep their identity while the
// text changes, so that a view keeps its focus and what is unfolded.
class FormModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class State { Unset, Null, Value };
    enum Role {
        JsonRole = Qt::UserRole, // QByteArray: the exact bytes of the value; empty: not set
        StateRole, // int of State
        RequiredRole, // bool
        MissingRole, // bool: required where it stands, and not set
        ProblemRole, // QString: a sentence; empty when all is well
        WarningRole, // bool: the problem keeps nothing from being sent
        ProblemsBelowRole, // int: problems in the rows below
        EditableRole, // bool
        NodeKindRole, // int of FormNode::Kind
        LabelRole, // QString: the name within its group, or the position of an item
        SetCountRole, // int: members below that are set, of a group or an object
    };
    static constexpr qsizetype largeText = 256 * 1024; // bytes; beyond it a text is read off this thread

    explicit FormModel(QObject *parent = nullptr);

    // Begins anew; the text stays.
    void setSchema(const schema::Schema &schema);
    [[nodiscard]] const schema::Schema &schema() const { return m_schema; }
    // A large text shows a little later; textRead() tells when.
    void setText(const QByteArray &text);
    // Why and where the text is not JSON; what follows keeps its last value and cannot be edited.
    [[nodiscard]] std::optional<json::ParseError> breakInText() const { return m_break; }

    // What a check of `text` found; of an older text it says nothing. The first edit of a field takes its problem away.
    void setProblems(const QList<schema::Problem> &problems, const QByteArray &text);
    [[nodiscard]] int problemCount() const { return m_problems.count(); }
    // The ways out of what is wrong with a field; none while a check is still to come.
    [[nodiscard]] QList<schema::QuickFix> fixesAt(const QModelIndex &index) const;
    // The first row after or before `from`, round the ends, that has a problem of its own; makes the rows that lead there.
    [[nodiscard]] QModelIndex nextProblem(const QModelIndex &from, int direction);

    [[nodiscard]] const FormNode *node(const QModelIndex &index) const;
    // The row of a member or item; makes the rows that lead there. Invalid where there is none.
    [[nodiscard]] QModelIndex indexAt(const json::Path &path);

    // Edits of the text, the last in the text first; none where it cannot be done.
    [[nodiscard]] QList<json::TextEdit> settingJson(const QModelIndex &index, const QByteArray &json);
    [[nodiscard]] QList<json::TextEdit> unsetting(const QModelIndex &index);
    [[nodiscard]] QList<json::TextEdit> addingItem(const QModelIndex &array);
    [[nodiscard]] QList<json::TextEdit> movingItem(const QModelIndex &item, int by);
    // Shows another variant; the edits put its beginning in the place of a value that is there.
    [[nodiscard]] QList<json::TextEdit> choosingVariant(const QModelIndex &index, qsizetype variant);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QAbstractItemModel::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void breakChanged();
    void problemsChanged();
    void textRead();

private:
    void accept(const json::Document &document);
    void becomeCurrent();
    [[nodiscard]] FormNode *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const FormNode &node) const;
    [[nodiscard]] static FormNode *childAt(const FormNode &node, const json::PathStep &step);
    void load(FormNode &node);
    [[nodiscard]] FormNode::Children childrenFor(FormNode &node) const;
    [[nodiscard]] FormNode::Children itemsFrom(FormNode &array, qsizetype first, qsizetype count) const;
    [[nodiscard]] FormNode::Children unknownFor(FormNode &node) const;
    bool follow(FormNode &node, const json::Value &value);
    bool followMembers(FormNode &node, const QHash<QString, json::Value> &members);
    void followUnknown(FormNode &node);
    void followItems(FormNode &array, const QList<QByteArray> &before);
    void followBroken(FormNode &node, const json::Value &value);
    void dropChildren(FormNode &node);
    void removeRowsAt(FormNode &node, qsizetype first, qsizetype count);
    void insertRowsAt(FormNode &node, qsizetype first, FormNode::Children fresh);
    [[nodiscard]] bool isEditable(const FormNode &node) const;
    [[nodiscard]] bool isMissing(const FormNode &node) const;
    [[nodiscard]] QString problemAt(const FormNode &node) const;
    [[nodiscard]] bool isOnlyWarned(const FormNode &node) const;
    void tellOf(const QString &pointer);
    [[nodiscard]] QStringList orderAround(const FormNode &node) const;

    schema::Schema m_schema;
    std::unique_ptr<FormNode> m_root;
    QByteArray m_text;
    json::Document m_document; // of m_text
    std::optional<json::ParseError> m_break;
    FormProblems m_problems;
    bool m_areProblemsNew = false; // they are of m_text
    int m_reading = 0; // tells the newest text from those that are read too late
    bool m_isBehind = false; // m_document is of an older text
};

} // namespace actionscope::models
