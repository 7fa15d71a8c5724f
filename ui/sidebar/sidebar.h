// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

namespace actionscope::ui {

// Beside the pages: what could be sent and what was, one at a time.
class Sidebar final : public QTabWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    // `id` is what is remembered: "actions", "history".
    void addPage(const QString &id, const QString &title, QWidget *page);
    [[nodiscard]] QString currentPage() const;
    // Brings a page to the front; an unknown one changes nothing.
    void setCurrentPage(const QString &id);

Q_SIGNALS:
    void pageChosen(const QString &id);

private:
    QStringList m_ids;
};

} // namespace actionscope::ui
