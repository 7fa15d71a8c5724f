#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# run-json-peers.sh JSON_HOST WORK_FOLDER
set -eu
source=$(cd "$(dirname "$0")" && pwd)
"$source/../install-packages.sh" "$source" "$2" "$source"
exec timeout 60 node "$2/json-peers.mjs" "$1"
