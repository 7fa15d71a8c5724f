// SPDX-FileCopyrightText: 2026 The Actionscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/router.h"

namespace actionscope::sandbox {

class FileStore;

// How clients bring a file: they announce it, send its bytes to the address they are given, and name its key to an
// action. /files/{key} needs no API key, as a presigned address does not.
void addFileEndpoints(Router *router, FileStore &files);

} // namespace actionscope::sandbox
