#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Actionscope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# run-peers.sh ACTIONSCOPE_CLI [REQUESTS]
# The same requests with one expectation each through actionscope-cli, newman and the Bruno CLI, whole processes against
# one sandbox. Prints seconds, memory and how many times faster actionscope-cli was (20 or more is wanted).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cli=$(realpath "$1")
count=${2:-1000}
work=$(realpath -m "$(dirname "$cli")/../peers")
mkdir -p "$work"

if [[ ! -x $work/node_modules/.bin/newman || ! -x $work/node_modules/.bin/bru ]]; then
    (cd "$work" && npm install --no-audit --no-fund --ignore-scripts newman@6.2.2 @usebruno/cli@4.1.0 >npm.log 2>&1) || {
        echo "The peers could not be installed; $work/npm.log says why." >&2
        exit 77
    }
fi

coproc SANDBOX { exec "$cli" sandbox; }
sandbox=$SANDBOX_PID
trap 'kill "$sandbox"' EXIT
read -r _ url _ key <&"${SANDBOX[0]}"

rm -rf "$work/own" "$work/bruno"
node "$here/make-peers.mjs" "$work" "$count" "$url" "$key"

# Runs a command whole; prints seconds, megabytes and how it ended.
measure() {
    python3 - "$@" <<'PYTHON'
import os, resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.run(sys.argv[2:], cwd=sys.argv[1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(f"{time.monotonic() - start:.2f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} {code}")
PYTHON
}

report() {
    local name=$1 seconds=$2 megabytes=$3 code=$4
    printf '%-16s %8.2f s %6d MB  exit code %d' "$name" "$seconds" "$megabytes" "$code"
    if [[ $name != actionscope-cli ]]; then
        awk -v a="$seconds" -v b="$own" 'BEGIN { printf "  %.1f times as long", a / b }'
    fi
    echo
}

echo "$count requests, one expectation each"
export COMPOSIO_API_KEY=$key
read -r own memory code < <(measure "$work" "$cli" run own --base-url "$url" --api v2 --config "$work/config")
report actionscope-cli "$own" "$memory" "$code"
read -r seconds memory code < <(measure "$work" "$cli" run own --jobs 4 --base-url "$url" --api v2 --config "$work/config")
report 'with --jobs 4' "$seconds" "$memory" "$code"
read -r seconds memory code < <(measure "$work" node_modules/.bin/newman run newman.json --reporters cli)
report newman "$seconds" "$memory" "$code"
read -r seconds memory code < <(measure "$work/bruno" ../node_modules/.bin/bru run .)
report bruno "$seconds" "$memory" "$code"
