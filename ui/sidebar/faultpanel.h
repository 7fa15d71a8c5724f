// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QStringListModel;

namespace actionscope::ui {

class Clipboard;
class CopyButton;
class ThemeService;

// A kind of fault as it is offered.
struct FaultKindRow
{
    QString name; // as it is written
    QString sentence; // what it does
    QString label; // what its number is; empty where it takes none
    QString unit;
    int usual = 0; // the number
    int least = 0;
    int most = 0;
};

// One fault as it was chosen.
struct FaultChoice
{
    int kind = 0; // row of the kinds
    int number = 0;
    int percent = 100; // of the requests that it strikes
    bool strikesAll = false; // not executions only

    bool operator==(const FaultChoice &) const = default;
};

// Makes faults by controls instead of by a text. What they come to as a text is told from outside, which is also who
// lets them strike.
class FaultPanel final : public QScrollArea
{
    Q_OBJECT

public:
    FaultPanel(const ThemeService &theme, Clipboard &clipboard, QWidget *parent = nullptr);

    // Begins with this one, switched off.
    void setKinds(const QList<FaultKindRow> &kinds, const FaultChoice &first);
    [[nodiscard]] const QList<FaultChoice> &faults() const { return m_faults; }
    [[nodiscard]] int seed() const;
    [[nodiscard]] bool isOn() const;
    // Each fault, and all of them with the seed, as the command line takes them.
    void setTexts(const QStringList &each, const QString &all);

Q_SIGNALS:
    void edited(); // the faults, the seed or the switch

private:
    void buildSwitch();
    void buildList();
    void buildFields();
    void buildText(const ThemeService &theme, Clipboard &clipboard);
    void buildLayout();
    QLabel *addLabel(const QString &text, QWidget *buddy);
    void add();
    void remove();
    void showCurrent();
    void takeKind(int kind);
    void takeFields();
    [[nodiscard]] int currentRow() const;
    void choose(int row);

    QWidget *m_page = nullptr;
    QCheckBox *m_switch = nullptr;
    QStringListModel *m_rows = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QWidget *m_fields = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_numberLabel = nullptr;
    QSpinBox *m_number = nullptr;
    QSpinBox *m_rate = nullptr;
    QCheckBox *m_all = nullptr;
    QSpinBox *m_seed = nullptr;
    QLabel *m_text = nullptr;
    CopyButton *m_copy = nullptr;
    QList<FaultKindRow> m_kinds;
    QList<FaultChoice> m_faults;
    bool m_isShowing = false; // the fields follow the list, not the person
};

} // namespace actionscope::ui
