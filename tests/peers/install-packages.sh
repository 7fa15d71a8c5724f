#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# install-packages.sh PACKAGES_FOLDER WORK_FOLDER SCRIPTS_FOLDER
# Installs the packages of PACKAGES_FOLDER's lock file into WORK_FOLDER, once, and copies the scripts beside them.
# Ends with 77 when it cannot: no node, no npm, or the packages are not to be had.
set -eu
packages=$1
work=$2
scripts=$3

skip() {
    echo "Skipped: $1"
    exit 77
}

command -v node >/dev/null || skip "node is not installed."
command -v npm >/dev/null || skip "npm is not installed."

mkdir -p "$work"
if ! cmp -s "$packages/package-lock.json" "$work/installed-lock.json"; then
    cp "$packages/package.json" "$packages/package-lock.json" "$work/"
    (cd "$work" && timeout 240 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) \
        || skip "the packages could not be installed; $work/npm.log says why."
    cp "$packages/package-lock.json" "$work/installed-lock.json"
fi
cp "$scripts"/*.mjs "$work/"
