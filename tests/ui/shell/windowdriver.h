// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/composition.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTest>

namespace actionscope::test {

// Drives a real window on its embedded sandbox the way a person does: by what can be seen and pressed.
class WindowDriver final
{
public:
    explicit WindowDriver(const ui::CompositionOptions &options);
    ~WindowDriver();

    [[nodiscard]] ui::MainWindow &window();

    template <typename T> [[nodiscard]] T *find(const char *objectName)
    {
        T *found = window().template findChild<T *>(QLatin1String(objectName));
        if (!found)
            qFatal("There is no %s in the window.", objectName);
        return found;
    }

    [[nodiscard]] QString textOf(const char *labelName);
    [[nodiscard]] bool sandboxIsThere();

    // Everything a person has on screen is gone, as after a crash: nothing is asked, nothing is saved on the
    // way out.
    void crash();

private:
    std::unique_ptr<ui::Composition> m_composition;
};

// Whether some cell of the model, or of what hangs below it, shows this text.
[[nodiscard]] bool treeHolds(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {});

} // namespace actionscope::test
