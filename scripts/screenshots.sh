#!/usr/bin/env bash
# Makes the README's pictures from the real window: docs/window-light.png, docs/window-dark.png, docs/review.png,
# docs/feedback.png and docs/agreement.png.
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

picture() { # file theme annotator article [key…]
    local picture=$1 theme=$2 annotator=$3 article=$4
    shift 4
    rm -rf "$PRIVATE/samples"
    cp -r samples "$PRIVATE/samples"
    open_window "$program" --annotator "$annotator" --theme "$theme" "$PRIVATE/samples/$article"
    fill_display "$size"
    sleep 1
    for key in "$@"; do
        xdotool key "$key"
        sleep 1
    done
    import -window root "$PRIVATE/full.png"
    # 256 colours are enough for a window of text, and a third of the size.
    convert "$PRIVATE/full.png" -strip +dither -colors 256 "PNG8:$picture"
    close_window
    echo "$picture: $(wc -c <"$picture") bytes"
}

picture docs/window-light.png light asha bridge-hi.txt
picture docs/window-dark.png dark asha bridge-gu.txt
picture docs/review.png light meera bridge-hi.txt ctrl+shift+r
picture docs/agreement.png dark meera bridge-hi.txt ctrl+shift+a
