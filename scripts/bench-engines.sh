#!/usr/bin/env bash
# scripts/bench-engines.sh [ARTICLES]: exports articles with 1,000 annotations each as Parquet, 10,000 of them where nothing is said,
# and counts labels with DuckDB and Spark. Ten million annotations take 10 GB of disk and some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/judges.sh

articles=${1:-10000}
need_build_tools
need_judges
need program java default-jre-headless
install_missing
make_judges

work=$(mktemp -d -p "$(target_dir)")
trap 'rm -rf "$work"' EXIT
cargo build --locked --release
cargo bench --locked --bench exchange -- --make "$work/articles" "$articles" 30000 1000
annotations=$((articles * 1000))
echo "== export of $annotations annotations"
# Losses are told with code 1, and are no failure here.
time "$(target_dir)/release/tippani" export "$work/articles" --to huggingface --out "$work/dataset" | head -1 || true
find "$work/dataset" -name '*.parquet' -printf '%s %P\n'
"$TIPPANI_JUDGES" benches/engines.py "$work/dataset" "$annotations"
