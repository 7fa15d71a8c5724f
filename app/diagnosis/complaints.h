// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace actionscope::diagnosis {

class Facts;
struct Complaint;

// What a refusal complains of, one entry for each place: v3's `errors`, v2's `details` with their nested children, and
// the lists of web frameworks.
[[nodiscard]] QList<Complaint> readComplaints(const Facts &facts);
// For a refusal without such a list: the fields that its words name.
[[nodiscard]] QList<Complaint> readComplaintsInMessage(const Facts &facts);

} // namespace actionscope::diagnosis
