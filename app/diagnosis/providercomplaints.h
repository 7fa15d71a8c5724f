// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace actionscope::diagnosis {

class Facts;
struct Complaint;

// What a provider complains of, out of its own body in `error` or `data`, also where that is JSON inside a text, else
// out of its words. The paths lead to places of the input where it has them.
[[nodiscard]] QList<Complaint> readProviderComplaints(const Facts &facts);

} // namespace actionscope::diagnosis
