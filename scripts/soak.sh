#!/usr/bin/env bash
# scripts/soak.sh [ROUNDS]: the faults of tests/faults, 200 rounds of each when nothing is said, then an hour of work in the real
# window (TIPPANI_SOAK_SECONDS says how long), whose memory is to stay as it is. For a machine that does nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

need_build_tools
need_window
need_virtual_display
need program openbox openbox
need program strace strace
need program pkill procps
need program faketime faketime
install_missing

export TIPPANI_REQUIRE_TOOLS=1 TIPPANI_SOAK=1
export TIPPANI_FAULT_ROUNDS=${1:-200} TIPPANI_SOAK_SECONDS=${TIPPANI_SOAK_SECONDS:-3600}
unset WAYLAND_DISPLAY
cargo test --locked --release --test faults -- --nocapture --test-threads 1
