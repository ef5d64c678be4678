#!/usr/bin/env bash
# scripts/gallery.sh [FOLDER]: draws every page and dialog in every language, in light and dark, at three sizes, and puts the
# pictures of a window on a sheet: for eyes, before something that changed the window is shown to others.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh
need_build_tools
need_window
need program montage imagemagick
install_missing
out=$(realpath -m "${1:-$(target_dir)/gallery}")
TIPPANI_GALLERY=$out cargo test --locked --test it -- --ignored every_page_is_drawn
for window in "$out"/*/; do
    montage -label '%t' "$window"*.png -tile 4x -geometry 900x600+8+8 "${window%/}.jpg"
    echo "${window%/}.jpg"
done
