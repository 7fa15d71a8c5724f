// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace actionscope::diagnosis {

class Facts;
struct Complaint;

// What a refusal complains of, one entry for each place: v3's `errors`, v2's `details` with their nested children.
[[nodiscard]] QList<Complaint> readComplaints(const Facts &facts);

} // namespace actionscope::diagnosis
