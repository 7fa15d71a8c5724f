#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# run-peer.sh SANDBOX_HOST PACKAGES WORK_FOLDER SCRIPT
# Installs the packages of the folder PACKAGES beside this script into WORK_FOLDER, starts a sandbox and runs SCRIPT
# against it. In the end all answers of the sandbox are held against its description.
# Ends with 77 when it cannot: no node, no npm, or the packages are not to be had.
set -eu
host=$1
source=$(cd "$(dirname "$0")" && pwd)
packages=$source/$2
work=$3
script=$4

export CI=true TELEMETRY_DISABLED=true
"$source/install-packages.sh" "$packages" "$work" "$source"

# A home of its own: the SDK keeps settings there, and must not find a person's key.
mkdir -p "$work/home"
HOME=$work/home
export HOME
unset COMPOSIO_API_KEY COMPOSIO_BASE_URL

rm -f "$work/address" # an address of an earlier run must not be taken for this one
"$host" >"$work/address" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT INT TERM
tries=0
until [ -s "$work/address" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { echo "The sandbox did not start."; exit 1; }
    sleep 0.1
done
read -r _ url _ key <"$work/address"
COMPOSIO_BASE_URL=$url COMPOSIO_API_KEY=$key timeout 150 node "$work/$script"
kill "$server"
wait "$server"
