#!/usr/bin/env bash
# Makes the README's pictures from the real window: docs/window-light.png and docs/window-dark.png.
# The window gets a copy of the samples, so what it saves stays out of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

size=1400x900
need_build_tools
need_window
need_virtual_display
install_missing
cargo build --release --locked
program=$(target_dir)/release/tippani

trap close_display EXIT
trap 'exit 1' INT TERM
private_folders
open_display "$size"
mkdir -p docs
for shown in light:bridge-hi.txt dark:bridge-gu.txt; do
    theme=${shown%:*}
    rm -rf "$PRIVATE/samples"
    cp -r samples "$PRIVATE/samples"
    open_window "$program" --annotator asha --theme "$theme" "$PRIVATE/samples/${shown#*:}"
    fill_display "$size"
    sleep 1
    picture=docs/window-$theme.png
    import -window root "$PRIVATE/full.png"
    # 256 colours are enough for a window of text, and a third of the size.
    convert "$PRIVATE/full.png" -strip +dither -colors 256 "PNG8:$picture"
    close_window
    echo "$picture: $(wc -c <"$picture") bytes"
done
