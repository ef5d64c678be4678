#!/usr/bin/env bash
# scripts/bench.sh: every promised figure beside its floor, in one table; ends with 1 where one is over its limit.
# --scale [ARTICLES...] instead: how cost grows from 1,000 to 100,000 articles, beside reading the same files.
# A machine that does other work at the same time measures that too. Other benchmarks: cargo bench --bench NAME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

need_build_tools
if [[ ${1:-} == --scale ]]; then
    need_window
    install_missing
    exec cargo bench --locked --bench scale -- "${@:2}"
fi
need_window
need_virtual_display
need program xdotool xdotool
install_missing

trap close_display EXIT
trap 'exit 1' INT TERM
private_folders
cargo build --locked --release --example empty_window
cargo build --locked --release --bench floors
open_display 1400x1000
cargo bench --locked --bench floors || over=1
cargo bench --locked --bench exchange -- --memory || over=1
exit "${over:-0}"
