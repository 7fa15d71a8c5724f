// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/router.h"

namespace actionscope::sandbox {

class FileShelf;

// Where uploaded files are put; the token in the path is the permission, and the API key has no business there.
inline constexpr char uploadPath[] = "/uploads/";

// The upload requests of v2, v3 and v3.1, which answer with an address below uploadPath.
void addFileEndpoints(Router *router, FileShelf *shelf);

// A PUT to such an address; comes without a key and so does not pass the gate.
void storeUpload(Exchange &exchange, FileShelf *shelf);

} // namespace actionscope::sandbox
