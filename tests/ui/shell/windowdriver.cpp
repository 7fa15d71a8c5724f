// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/shell/windowdriver.h"

namespace actionscope::test {

WindowDriver::WindowDriver(const ui::CompositionOptions &options)
    : m_composition(std::make_unique<ui::Composition>(options))
{
    m_composition->show();
}

WindowDriver::~WindowDriver() = default;

ui::MainWindow &WindowDriver::window() { return m_composition->window(); }

QString WindowDriver::textOf(const char *labelName) { return find<QLabel>(labelName)->text(); }

bool WindowDriver::sandboxIsThere() { return textOf("destinationLabel").contains(QLatin1String("127.0.0.1")); }

void WindowDriver::crash() { m_composition.reset(); }

bool treeHolds(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            if (model.index(row, column, parent).data().toString().contains(text))
                return true;
        }
        const QModelIndex child = model.index(row, 0, parent);
        if (model.canFetchMore(child))
            const_cast<QAbstractItemModel &>(model).fetchMore(child);
        if (treeHolds(model, text, child))
            return true;
    }
    return false;
}

} // namespace actionscope::test
