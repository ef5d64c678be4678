#!/usr/bin/env bash
# scripts/portable.sh [TARGET…]: checks that the crates without a window compile for other systems; for Windows and macOS when none
# is named. The standard library of each is fetched by rustup, nothing is linked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || targets=(x86_64-pc-windows-gnu aarch64-apple-darwin)
need_build_tools
rustup target add "${targets[@]}"
for target in "${targets[@]}"; do
    cargo check --locked --profile alone -p tippani-words -p tippani-core -p tippani-typeset -p tippani-corpus --target "$target"
done
