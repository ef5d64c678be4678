#!/usr/bin/env bash
# scripts/typed.sh [PROGRAM]: types 40 words of Hindi and Gujarati (tests/typed/words.tsv) in itrans with Fcitx 5, on X11 and on a
# headless Wayland compositor, and says which came otherwise. Builds the program where none is given.
# On X11 the input method is asked by XIM, on Wayland by text-input-v3 and sway's input-method-v2.
# `scripts/typed.sh tests/typed/entry.py` types them into a field of GTK instead: what the tables of m17n make of the keys.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

[[ -n ${1:-} ]] || need_build_tools
need_desk
need program busctl systemd
need program fcitx5 fcitx5
need file '/usr/lib/*/fcitx5/*m17n.so' fcitx5-m17n
need file '/usr/share/m17n/gu-itrans.mim' m17n-db
need program xclip xclip
need program xprop x11-utils
need program sway sway
need program wl-copy wl-clipboard
need program setpriv util-linux
[[ ${1:-} != *.py ]] || need file '/usr/lib/*/girepository-1.0/Gtk-3.0.typelib' gir1.2-gtk-3.0
install_missing

tried_program "$@"

trap 'kill "${MANAGER:-}" "${COMPOSITOR:-}" 2>/dev/null; close_display' EXIT
trap 'exit 1' INT TERM
private_folders
export HOME=$PRIVATE LC_ALL=C.UTF-8 TIPPANI_LOG=${TIPPANI_LOG:-warn} GTK_IM_MODULE
mkdir -m 700 -p "$XDG_CONFIG_HOME/fcitx5" "$PRIVATE"/{x11,wayland,sway}
# Two methods and no other; every field is in the one that was chosen last.
cat >"$XDG_CONFIG_HOME/fcitx5/profile" <<'PROFILE'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=m17n_hi_itrans
[Groups/0/Items/0]
Name=m17n_hi_itrans
[Groups/0/Items/1]
Name=m17n_gu_itrans
[GroupOrder]
0=Default
PROFILE
printf '[Behavior]\nShareInputState=All\n' >"$XDG_CONFIG_HOME/fcitx5/config"

typed() { # x11|wayland: the modules of Python are the system's
    PATH=/usr/bin:$PATH PYTHONDONTWRITEBYTECODE=1 dbus-run-session -- \
        /usr/bin/python3 tests/typed/words.py "$1" "$program" "$PRIVATE/$1" || failed=1
}

# sway does not start for root; what it makes is for root too. To be called in the background: it does not come back.
as_nobody() {
    if [[ $(id -u) == 0 ]]; then
        chmod 755 "$PRIVATE" && chown nobody "$PRIVATE/sway"
        exec setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
    else
        exec "$@"
    fi
}

open_compositor() {
    local tries
    printf 'xwayland disable\noutput HEADLESS-1 resolution 900x600\n' >"$PRIVATE/sway.conf"
    unset DISPLAY WAYLAND_DISPLAY
    WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 \
        XDG_RUNTIME_DIR=$PRIVATE/sway as_nobody sway -c "$PRIVATE/sway.conf" >"$PRIVATE/sway.log" 2>&1 &
    COMPOSITOR=$!
    for ((tries = 0; tries < 100; tries++)); do
        SWAYSOCK=$(compgen -G "$PRIVATE/sway/sway-ipc.*.sock") && [[ -S $PRIVATE/sway/wayland-1 ]] && break
        sleep 0.1
    done
    export SWAYSOCK WAYLAND_DISPLAY=$PRIVATE/sway/wayland-1
    swaymsg -q -t get_version >/dev/null || { cat "$PRIVATE/sway.log" >&2; return 1; }
}

failed=
GTK_IM_MODULE=xim
open_display 900x600
openbox 2>/dev/null &
MANAGER=$!
typed x11
GTK_IM_MODULE=wayland
open_compositor
typed wayland
[[ -z $failed ]]
