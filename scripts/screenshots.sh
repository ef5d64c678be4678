#!/usr/bin/env bash
# Makes the README's pictures from the real window: docs/window-light.png, docs/window-dark.png, docs/window-hindi.png,
# docs/review.png, docs/feedback.png, docs/agreement.png, and those of claims, docs/claims-*-light.png and docs/claims-*-dark.png.
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

window() { # theme annotator article [key…]
    local theme=$1 annotator=$2 article=$3
    shift 3
    open_window "$program" --annotator "$annotator" --theme "$theme" "$PRIVATE/samples/$article"
    fill_display "$size"
    # Where nothing is under the pointer.
    xdotool mousemove "${size%x*}" "${size#*x}"
    sleep 1
    keys "$@"
}

keys() { # key…, or a number and the key that is pressed so many times
    local key
    while (($#)); do
        key=$1
        shift
        if [[ $key =~ ^[0-9]{2,}$ ]]; then
            xdotool key --repeat "$key" --delay 150 "$1"
            shift
        else
            xdotool key "$key"
        fi
        sleep 2
    done
}

fresh_samples() {
    rm -rf "$PRIVATE/samples"
    cp -r samples "$PRIVATE/samples"
}

picture() { # file; of the window as it stands
    import -window root "$PRIVATE/full.png"
    # 256 colours are enough for a window of text, and a third of the size.
    convert "$PRIVATE/full.png" -strip +dither -colors 256 "PNG8:$1"
    close_window
    echo "$1: $(wc -c <"$1") bytes"
}

fresh_samples
window light asha bridge-hi.txt
picture docs/window-light.png
fresh_samples
window dark asha bridge-gu.txt
picture docs/window-dark.png
fresh_samples
LC_ALL=hi_IN.UTF-8 window light asha bridge-hi.txt Tab
picture docs/window-hindi.png
fresh_samples
window light meera bridge-hi.txt ctrl+shift+r
picture docs/review.png
fresh_samples
window dark meera bridge-hi.txt ctrl+shift+a
# The intervals take as long as the machine does.
sleep 10
picture docs/agreement.png
fresh_samples
# What Ravi has differently is judged, for there to be something to hear of.
window light lead bridge-hi.txt ctrl+shift+r a a a a x ctrl+s
close_window
window light ravi bridge-hi.txt ctrl+shift+f
picture docs/feedback.png

# Claims: the frame of one that is being filled, the links of one, two articles in a review, the board and its timeline.
for theme in light dark; do
    fresh_samples
    window "$theme" asha bridge-hi.txt 16 Tab alt+3
    picture "docs/claims-frame-$theme.png"
    fresh_samples
    window "$theme" asha bridge-hi.txt 23 Tab
    picture "docs/claims-links-$theme.png"
    fresh_samples
    window "$theme" lead bridge-hi.txt ctrl+shift+r ctrl+backslash
    picture "docs/claims-beside-$theme.png"
    fresh_samples
    window "$theme" lead bridge-hi.txt ctrl+shift+4 Right
    picture "docs/claims-board-$theme.png"
    fresh_samples
    window "$theme" lead bridge-hi.txt ctrl+shift+4 t
    picture "docs/claims-timeline-$theme.png"
done
