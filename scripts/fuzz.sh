#!/usr/bin/env bash
# scripts/fuzz.sh [SECONDS [TARGET…]]: lets libFuzzer look for bytes that break a target of fuzz/src/lib.rs; 60 s each of all
# when nothing is said. What breaks one is left in fuzz/artifacts/TARGET, what reaches new code in fuzz/corpus/TARGET.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

seconds=${1:-60}
shift || true
targets=("$@")
if [[ ${#targets[@]} == 0 ]]; then
    mapfile -t targets < <(cd fuzz/fuzz_targets && ls | sed 's/\.rs$//')
fi

need_build_tools
need program c++ g++
install_missing
if ! cargo fuzz --version >/dev/null 2>&1; then
    cargo install --locked --quiet cargo-fuzz
fi

# The compiler is the stable one; without a sanitizer the library needs nothing that only a nightly one has.
export RUSTC_BOOTSTRAP=1
export CARGO_PROFILE_RELEASE_LTO=off
failed=()
for target in "${targets[@]}"; do
    echo "== fuzz: $target, $seconds s"
    log=$(mktemp)
    if ! cargo fuzz run --sanitizer none --features libfuzzer "$target" -- \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 >"$log" 2>&1; then
        failed+=("$target")
        tail -n 40 "$log"
    fi
    grep -E 'stat::(number_of_executed_units|average_exec_per_sec|slowest_unit_time_sec|peak_rss_mb)' "$log" || true
    rm -f "$log"
done
if [[ ${#failed[@]} -gt 0 ]]; then
    echo "== broken: ${failed[*]}; see fuzz/artifacts" >&2
    exit 1
fi
