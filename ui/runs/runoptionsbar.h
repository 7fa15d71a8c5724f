// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/workspace/preparedrun.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QSpinBox;
class QToolButton;

namespace actionscope::ui {

class ConnectionPicker;
class ThemeService;

// How a run is to go: where, how many at once, how often, which tags, with which data.
class RunOptionsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RunOptionsBar(const ThemeService &theme, QWidget *parent = nullptr);

    void setEnvironments(const QStringList &names, const QString &current);
    // Whom a matrix can name.
    void setConnections(const catalog::Catalog &catalog);
    void setDataFile(const QString &path);
    // Everything several times: as several entities, with several accounts, on several environments.
    void setMatrix(bool on);
    // What stands here, into a wish.
    void fill(workspace::RunWish *wish) const;

Q_SIGNALS:
    void environmentPicked(const QString &name);
    void dataFileRequested();

private:
    void buildMatrix(const ThemeService &theme);
    void showColumns();
    [[nodiscard]] QSpinBox *addNumber(const char *name, const QString &title, int most);
    QWidget *add(const QString &title, QWidget *field);

    QComboBox *m_environment;
    QSpinBox *m_jobs;
    QSpinBox *m_repeat;
    QLineEdit *m_tags;
    QLineEdit *m_data;
    QCheckBox *m_stops;
    QCheckBox *m_matrix;
    QLineEdit *m_entities;
    QLineEdit *m_accounts;
    ConnectionPicker *m_entityPicker = nullptr;
    ConnectionPicker *m_accountPicker = nullptr;
    QToolButton *m_places;
    QMenu *m_placeMenu;
    QLabel *m_columns;
    QList<QWidget *> m_matrixFields;
};

} // namespace actionscope::ui
