#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# install-packages.sh SOURCE_FOLDER WORK_FOLDER
# Installs the packages of SOURCE_FOLDER's lock file into WORK_FOLDER, once, and copies the scripts beside them.
# Ends with 77 when it cannot: no node, no npm, or the packages are not to be had.
set -eu
source=$1
work=$2

skip() {
    echo "Skipped: $1"
    exit 77
}

command -v node >/dev/null || skip "node is not installed."
command -v npm >/dev/null || skip "npm is not installed."

mkdir -p "$work"
if ! cmp -s "$source/package-lock.json" "$work/installed-lock.json"; then
    cp "$source/package.json" "$source/package-lock.json" "$work/"
    (cd "$work" && timeout 240 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) \
        || skip "the packages could not be installed; $work/npm.log says why."
    cp "$source/package-lock.json" "$work/installed-lock.json"
fi
cp "$source"/*.mjs "$work/"
