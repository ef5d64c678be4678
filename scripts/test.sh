#!/usr/bin/env bash
# scripts/test.sh [ARGUMENT…]: installs what the tests need and runs all checks; arguments go to `cargo test`.
# Nothing is skipped: a test that lacks an outside program fails (TIPPANI_REQUIRE_TOOLS).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh
source scripts/lib/judges.sh

need_build_tools
need_window
need_virtual_display
need program openbox openbox
need program xclip xclip
need program compare imagemagick
need program hb-shape libharfbuzz-bin
need program strace strace
need program pkill procps
need program faketime faketime
need program setxkbmap x11-xkb-utils
need_judges
# Spark, which reads an export, is Java.
need program java default-jre-headless
need program pdffonts poppler-utils
# A bus of its own for those who listen to the window, and what listens.
need program dbus-run-session dbus-daemon
need file '/usr/libexec/at-spi-bus-launcher' at-spi2-core
need file '/usr/lib/python3/dist-packages/pyatspi/__init__.py' python3-pyatspi
need file '/usr/lib/*/girepository-1.0/Atspi-2.0.typelib' gir1.2-atspi-2.0
command -v chromium-browser google-chrome >/dev/null || need program chromium chromium
install_missing
for part in clippy fmt; do
    if ! cargo "$part" --version >/dev/null 2>&1; then
        echo "cargo $part is missing: rustup component add ${part/fmt/rustfmt}" >&2
        rustup component add "${part/fmt/rustfmt}"
    fi
done

make_judges

trap close_display EXIT
trap 'exit 1' INT TERM
private_folders
export TIPPANI_REQUIRE_TOOLS=1
unset WAYLAND_DISPLAY # windows opened by tests go to the displays the tests open

failed=() passed=()
step() { # name command...
    local name=$1
    shift
    echo "== $name: $*"
    if "$@"; then passed+=("$name"); else failed+=("$name"); fi
}

fonts_unchanged() { (cd fonts && sha256sum --check --quiet SHA256SUMS); }

# All in the dev profile, so that no code is generated twice: the tests build the program that they start. What it is without the
# packages of the tests is only checked; those have features that it must not need.
step fonts fonts_unchanged
step format cargo fmt --check
# The command line alone is built for the test that compares it.
command_line_alone() {
    cargo build --locked --profile alone --no-default-features
}
step command-line command_line_alone
export TIPPANI_COMMAND_LINE_ALONE="$(target_dir)/alone/tippani"
step build cargo check --locked
# A test that hangs fails instead of holding everything up.
step test timeout 2400 cargo test --locked --workspace "$@"
step licences scripts/deny.sh
step book scripts/book.sh
documentation() { RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps; }
step documentation documentation
step lint cargo clippy --workspace --all-targets --locked -- -D warnings

if [[ ${#failed[@]} -gt 0 ]]; then
    echo "== FAILED: ${failed[*]}; passed: ${passed[*]:-nothing} (${SECONDS} s)"
    exit 1
fi
echo "== all passed: ${passed[*]} (${SECONDS} s)"
