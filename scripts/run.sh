#!/usr/bin/env bash
# scripts/run.sh [PATH]: installs what the window needs, builds, and opens PATH (the samples if none is given).
# With no display it runs in a virtual one and leaves a screenshot: TIPPANI_SCREENSHOT, or tippani-screenshot.png in TMPDIR.
set -euo pipefail
path=$(realpath -- "${1:-"$(dirname "${BASH_SOURCE[0]}")/../samples"}")
screenshot=$(realpath -m -- "${TIPPANI_SCREENSHOT:-${TMPDIR:-/tmp}/tippani-screenshot.png}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

need_build_tools
need_window
need_cjk_face
if [[ -z ${DISPLAY:-} && -z ${WAYLAND_DISPLAY:-} ]]; then
    virtual=1
    need_virtual_display
fi
install_missing
cargo build --release --locked
program=$(target_dir)/release/tippani

if [[ -z ${virtual:-} ]]; then
    exec "$program" "$path"
fi

echo "No display here, so the window opens in a virtual one." >&2
size=1400x900
trap close_display EXIT
trap 'exit 1' INT TERM
private_folders
open_display "$size"
shown=0
open_window "$program" --annotator guest "$path" || shown=$?
if [[ $shown == 0 ]]; then
    grep 'first frame with text' "$PRIVATE/window.log" >&2
    fill_display "$size"
    sleep 1 # for what comes after the text: counts, badges
fi
mkdir -p "$(dirname "$screenshot")"
import -window root "$screenshot"
echo "Screenshot: $screenshot"
exit "$shown"
