// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/api/identity.h"
#include "app/storage/environment.h"
#include "app/storage/environmentrename.h"
#include "app/workspace/keykeeper.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace actionscope::ui {

// Edits the person's own environments: name, base URL, API version and key. Nothing changes before Save.
// A typed key is handed over with keyChanges() and is never read back into the field.
class EnvironmentsDialog final : public QDialog
{
    Q_OBJECT

public:
    EnvironmentsDialog(const QList<storage::Environment> &environments, storage::SecretStore::Kind keysLieIn,
        QWidget *parent = nullptr);

    // Without the sandbox, in the order shown.
    [[nodiscard]] QList<storage::Environment> environments() const;
    [[nodiscard]] QList<workspace::KeyChange> keyChanges() const;
    // Those that had another name when the dialog opened, and those that are gone.
    [[nodiscard]] QList<storage::EnvironmentRename> renames() const;
    // The language model's key as it shall be stored under `name`; nothing where it stays as it is.
    [[nodiscard]] QList<workspace::KeyChange> modelKeyChanges(const QString &name) const;

    // What came of a test of the key that is shown.
    void showKeyTest(const Result<api::Identity> &identity);

Q_SIGNALS:
    // `storedName` is where the key lies in the secret store, empty for a new environment; a typed key comes first.
    void keyTestRequested(const actionscope::storage::Environment &environment, const QString &storedName,
        const QByteArray &typedKey);

private:
    struct Row
    {
        storage::Environment environment;
        QString storedName; // the name its key lies under now; empty for a new one
        QByteArray typedKey;
    };
    struct Problem
    {
        QString sentence; // empty: none
        QLineEdit *field = nullptr; // where it is put right
    };

    [[nodiscard]] QLayout *buildList();
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *buildModelKey();
    [[nodiscard]] QLayout *buildButtons();
    void showRow(int index);
    void takeForm();
    void addRow();
    void removeRow();
    void save();
    void testKey();
    void showHint();
    [[nodiscard]] Problem problemOf(const Row &row) const;

    QList<Row> m_rows;
    QStringList m_removedNames;
    storage::SecretStore::Kind m_keysLieIn;
    QListWidget *m_list = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_baseUrl = nullptr;
    QComboBox *m_version = nullptr;
    QLineEdit *m_key = nullptr;
    QPushButton *m_test = nullptr;
    QCheckBox *m_protected = nullptr;
    QLabel *m_hint = nullptr;
    QLineEdit *m_modelKey = nullptr;
    QCheckBox *m_forgetsModelKey = nullptr;
    QLabel *m_modelHint = nullptr;
    QPushButton *m_remove = nullptr;
    int m_current = -1;
};

} // namespace actionscope::ui
