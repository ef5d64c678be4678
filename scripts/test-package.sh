#!/usr/bin/env bash
# scripts/test-package.sh: installs the packages of target/packages (scripts/package.sh makes them) in a fresh root of Debian, and
# runs each on a virtual display until its text is on the screen and an annotation is on disk. Needs root, for the new root.
#   SUITE, MIRROR   which Debian or Ubuntu (bookworm), and from where
#   ROOT            a folder for the root, kept afterwards; used as it is where there is one already
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

made_packages=$(realpath "$(target_dir)/packages")
need program debootstrap debootstrap
need program xdotool xdotool
need program Xvfb xvfb
need program import imagemagick
install_missing
[[ $(id -u) == 0 ]] || { echo "test-package.sh: run it as root" >&2; exit 2; }

made=
root=${ROOT:-}
finish() {
    close_display
    for folder in "$root/tmp/.X11-unix" "$root/proc"; do
        mountpoint -q "$folder" && umount "$folder"
    done
    [[ -z $made ]] || rm -rf "$made"
}
trap finish EXIT
trap 'exit 1' INT TERM

if [[ -z $root ]]; then
    made=$(mktemp -d)
    root=$made/root
fi
if [[ ! -x $root/usr/bin/apt-get ]]; then
    debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" "${MIRROR:-http://deb.debian.org/debian}"
fi

private_folders
open_display 1400x900
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"

inside() { # command…: in the new root, with nothing of this environment
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        DISPLAY="$DISPLAY" TIPPANI_LOG=info XDG_RUNTIME_DIR=/tmp APPIMAGE_EXTRACT_AND_RUN=1 "$@"
}

# annotates NAME PROGRAM: opens an article with the program, tags its first word by keys, and finds that on disk.
annotates() {
    local name=$1 program=$2 sidecar tries
    rm -rf "$root/root/corpus"
    mkdir -p "$root/root/corpus"
    printf 'प्रधानमंत्री ने कहा कि पुल सुरक्षित है।\nThe bridge was closed.\n' >"$root/root/corpus/a.txt"
    sidecar=$root/root/corpus/a.txt.asha.annotations.json
    open_window inside "$program" --annotator asha /root/corpus/a.txt
    grep 'first frame with text' "$PRIVATE/window.log"
    # What the log says first may be said by a program that an AppImage starts: the window is found by its name.
    xdotool search --sync --onlyvisible --name Tippani windowmove 0 0 windowsize 1400 900 windowfocus >/dev/null
    sleep 1
    xdotool key --delay 80 ctrl+Home ctrl+d 1
    for ((tries = 0; tries < 300; tries++)); do
        ! grep -qs '"quote": "प्रधानमंत्री"' "$sidecar" || break
        sleep 0.1
    done
    if ! grep -s '"quote": "प्रधानमंत्री"' "$sidecar"; then
        import -window root "${TMPDIR:-/tmp}/tippani-$name.png"
        echo "$name: no annotation is on disk; the screen is in ${TMPDIR:-/tmp}/tippani-$name.png" >&2
        cat "$PRIVATE/window.log" >&2
        return 1
    fi
    xdotool key ctrl+q
    for ((tries = 0; tries < 100; tries++)); do
        kill -0 "$WINDOW_PID" 2>/dev/null || break
        sleep 0.1
    done
    close_window
    echo "== $name: text on the screen, an annotation on disk"
}

cp "$made_packages"/tippani_*.deb "$made_packages"/Tippani-*.AppImage "$made_packages"/tippani-*.tar.xz "$root/root/"
inside apt-get update -q
inside sh -c 'apt-get install -y --no-install-recommends /root/tippani_*.deb man-db xz-utils'
inside tippani --version
inside sh -c 'tippani check /usr/share/tippani/samples'
for file in usr/share/applications/tippani.desktop usr/share/mime/packages/tippani.xml usr/share/man/man1/tippani.1.gz \
    usr/share/icons/hicolor/scalable/apps/tippani.svg usr/share/bash-completion/completions/tippani usr/share/doc/tippani/copyright; do
    [[ -s $root/$file ]] || { echo "test-package.sh: the package has no $file" >&2; exit 1; }
done
annotates deb /usr/bin/tippani
inside dpkg --purge tippani
# The libraries it needs are there still; the other two bring the program and nothing else.
if inside sh -c 'command -v tippani' || [[ -e $root/usr/share/tippani ]]; then
    echo "test-package.sh: something of the package is left" >&2
    exit 1
fi
inside sh -c 'cd /root && exec ./Tippani-*.AppImage --version'
annotates appimage "$(inside sh -c 'echo /root/Tippani-*.AppImage')"
inside sh -c 'cd /root && tar xf tippani-*.tar.xz --no-same-owner'
annotates tarball "$(inside sh -c 'echo /root/tippani-*/bin/tippani')"
