// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace actionscope::ui {

class TextView;

// Shows, where the pointer rests on a text, what there is to say about the byte under it.
class TextHints final : public QObject
{
    Q_OBJECT

public:
    using Finder = std::function<QString(qsizetype offset)>; // empty for nothing

    explicit TextHints(TextView *view);

    void setFinder(const Finder &finder) { m_finder = finder; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TextView *m_view;
    Finder m_finder;
};

} // namespace actionscope::ui
