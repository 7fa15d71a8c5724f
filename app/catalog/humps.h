// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringView>

namespace actionscope::catalog {

// Where the letters of a word typed in one go stand in an id, each next to the one before or at the beginning of a
// word: gcai and ghubissue in GITHUB_CREATE_AN_ISSUE. Within the first word any may be left out. Empty: they do not.
[[nodiscard]] QList<qsizetype> humpPlaces(QStringView typed, QStringView id);

} // namespace actionscope::catalog
