// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace actionscope::catalog {

// A word of a text as it is compared: lower case, without accents. GITHUB_CREATE_AN_ISSUE has four, and so have
// "github create an issue" and "githubCreateAnIssue".
struct SearchWord
{
    QString text;
    qsizetype from = 0; // in the text it stands in
    qsizetype length = 0;
    bool isHump = false; // a part of a longer run of letters: You and Tube of YouTube
};

// The words of a text, in order.
[[nodiscard]] QList<SearchWord> searchWords(QStringView text);
// Runs of letters, whatever humps they have: "youtube" of YouTube.
[[nodiscard]] QList<SearchWord> searchRuns(QStringView text);
// All letters and digits of a text, folded, as one word.
[[nodiscard]] QString squeezed(QStringView text);
// "a", "the", "of": words that tell nothing apart. May be left out on either side.
[[nodiscard]] bool isStopWord(QStringView word);

} // namespace actionscope::catalog
