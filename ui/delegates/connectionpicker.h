// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCompleter>

class QAction;
class QLineEdit;

namespace actionscope::models {
class ConnectionListModel;
}

namespace actionscope::ui {

class ThemeService;

// What the catalogue knows for a field, under it: as somebody types, or all of it by the button at its end or
// Alt+Down. The field takes any text; without a catalogue it is a plain field.
class ConnectionPicker final : public QCompleter
{
    Q_OBJECT

public:
    // How many the field takes; several have commas between them.
    enum class Takes { One, Several };

    // `explanation` is what the button says it does.
    ConnectionPicker(const ThemeService &theme, QLineEdit *field, const QString &name, const QString &explanation,
        Takes takes = Takes::One);

    [[nodiscard]] models::ConnectionListModel *connections() const { return m_connections; }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;
    [[nodiscard]] QStringList splitPath(const QString &path) const override;

Q_SIGNALS:
    void picked(const QString &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAll();
    [[nodiscard]] qsizetype lastBegin() const; // of what is being typed

    const Takes m_takes;
    QLineEdit *m_field;
    QAction *m_button = nullptr;
    models::ConnectionListModel *m_connections;
};

} // namespace actionscope::ui
