#!/usr/bin/env bash
# scripts/extraction.sh FOLDER: how well the article of a page is found, on pages whose article somebody took by hand: FOLDER is
# `test/test-pages` of Mozilla's Readability, or another of this shape. The pages are not kept here.
set -euo pipefail
pages=$(realpath -- "${1:?which folder of pages?}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

need_build_tools
install_missing
cargo run --quiet --locked --package tippani-corpus --example extraction -- "$pages"
