// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/collection.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace actionscope::ui {

class ThemeService;

// A collection's variables and those of its environments. Nothing changes before Save; a secret's value is handed over and
// never shown.
class VariablesDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Secret
    {
        QString environment;
        QString name;
        QByteArray value;
    };

    VariablesDialog(const ThemeService &theme, const storage::Collection &collection, QWidget *parent = nullptr);

    [[nodiscard]] QString folder() const { return m_onDisk.folder; }
    // Its files were changed by somebody: that is shown, with what was changed here put onto it.
    void follow(const storage::Collection &now);
    [[nodiscard]] const storage::Collection &asOnDisk() const { return m_onDisk; }

    [[nodiscard]] storage::VariableList variables() const { return m_collection.variables; }
    [[nodiscard]] QList<storage::CollectionEnvironment> environments() const { return m_collection.environments; }
    [[nodiscard]] QList<Secret> secrets() const { return m_secrets; }

private:
    [[nodiscard]] QWidget *buildEditor(const ThemeService &theme);
    [[nodiscard]] storage::VariableList typedVariables() const;
    void tellNames();
    [[nodiscard]] QWidget *buildEnvironmentForm(const ThemeService &theme);
    void listScopes();
    void addEnvironment();
    void showScope(int scope);
    void takeScope();
    void addEmptyRow();
    void save();

    storage::Collection m_onDisk;
    storage::Collection m_collection; // as it is to be
    QList<Secret> m_secrets;
    int m_scope = -1; // 0 is the collection, then its environments
    QComboBox *m_scopes = nullptr;
    QLineEdit *m_newName = nullptr;
    QTableWidget *m_table = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QComboBox *m_version = nullptr;
    QCheckBox *m_protected = nullptr;
    QLineEdit *m_secretNames = nullptr;
    QComboBox *m_secret = nullptr;
    QLineEdit *m_secretValue = nullptr;
    QLabel *m_hint = nullptr;
};

// A variable's value as it is typed: JSON, but for a text that could not be taken for something else.
[[nodiscard]] QString typedValue(const QByteArray &json);
[[nodiscard]] QByteArray valueTyped(const QString &text);

} // namespace actionscope::ui
