# shellcheck shell=bash
# Sourced by the scripts: finds what this machine lacks, says so, and installs it where it can. Never asks.
#
#   need program Xvfb xvfb                      the program Xvfb, in the Debian package xvfb
#   need library libEGL.so.1 libegl1            a library opened at run time
#   need file '/usr/share/x/*.json' some-data   any file that the pattern matches
#   install_missing                             installs, looks again, fails with a list if something is still not there

NEEDS=()

need() { NEEDS+=("$1 $2 $3"); }

has() { # kind name
    case $1 in
        program) command -v "$2" >/dev/null ;;
        library) # ldconfig may be outside a plain user's PATH, and may know nothing of foreign systems
            PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -F -- "$2 " >/dev/null ||
                compgen -G "/usr/lib*/$2" >/dev/null || compgen -G "/usr/lib/*/$2" >/dev/null ;;
        file) compgen -G "$2" >/dev/null ;;
        *) echo "system.sh: no such kind: $1" >&2; return 2 ;;
    esac
}

missing() { # prints the needs that are not met, one a line
    local entry kind name
    for entry in "${NEEDS[@]}"; do
        read -r kind name _ <<<"$entry"
        has "$kind" "$name" || printf '%s\n' "$entry"
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Neither root nor sudo: cannot run: $*" >&2
        return 1
    fi
}

install_missing() {
    local lacking packages
    lacking=$(missing)
    [[ -n $lacking ]] || return 0
    mapfile -t packages < <(cut -d ' ' -f 3 <<<"$lacking" | sort -u)
    echo "Missing on this machine:" >&2
    awk '{ printf "  %s %s (Debian package %s)\n", $1, $2, $3 }' <<<"$lacking" >&2
    if command -v apt-get >/dev/null; then
        echo "Installing with apt-get: ${packages[*]}" >&2
        apt_update_once
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}" >&2 || true
    else
        echo "Not a Debian or Ubuntu system: please install what is named above with its own package manager." >&2
    fi
    lacking=$(missing)
    if [[ -n $lacking ]]; then
        echo "Still missing, so this stops here:" >&2
        awk '{ printf "  %s %s\n", $1, $2 }' <<<"$lacking" >&2
        return 1
    fi
}

APT_UPDATED=
apt_update_once() {
    [[ -z $APT_UPDATED ]] || return 0
    # One dead mirror must not stop what the others can give; `install` tells if it matters.
    as_root apt-get update -q >&2 || echo "apt-get update had errors; going on" >&2
    APT_UPDATED=1
}

# Rust itself, and the C compiler it links with.
need_build_tools() {
    if ! command -v cargo >/dev/null && [[ -x ${CARGO_HOME:-$HOME/.cargo}/bin/cargo ]]; then
        PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
    fi
    if ! command -v cargo >/dev/null; then
        echo "Rust is missing: install it from https://rustup.rs, then run this again." >&2
        return 1
    fi
    need program cc build-essential
}

# What the window opens at run time; the build needs none of it.
need_window() {
    need library libxkbcommon.so.0 libxkbcommon0
    need library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    need library libX11.so.6 libx11-6
    need library libX11-xcb.so.1 libx11-xcb1
    need library libxcb.so.1 libxcb1
    need library libXcursor.so.1 libxcursor1
    need library libXi.so.6 libxi6
    need library libXrandr.so.2 libxrandr2
    need library libXrender.so.1 libxrender1
    need library libXext.so.6 libxext6
    need library libwayland-client.so.0 libwayland-client0
    need library libwayland-cursor.so.0 libwayland-cursor0
    need library libwayland-egl.so.1 libwayland-egl1
    need library libEGL.so.1 libegl1
    need library libGL.so.1 libgl1
    need library libdbus-1.so.3 libdbus-1-3 # the desktop's file dialogs
    need_vulkan
}

# The face of Chinese, Japanese and Korean, which is too large to be in the program.
CJK_FACE=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
need_cjk_face() { need file "$CJK_FACE" fonts-noto-cjk; }

# The Vulkan loader, and some driver for it: a card's own, or Mesa's, which also draws without a card.
need_vulkan() {
    need library libvulkan.so.1 libvulkan1
    has file '/etc/vulkan/icd.d/*.json' || need file '/usr/share/vulkan/icd.d/*.json' mesa-vulkan-drivers
}

# A screen where there is none, a hand and an eye for it.
need_virtual_display() {
    need program Xvfb xvfb
    need program xdotool xdotool
    need program import imagemagick
    # Software Vulkan: a machine without a screen seldom has a card either.
    need file '/usr/share/vulkan/icd.d/lvp_icd*.json' mesa-vulkan-drivers
}

# need_desk: what a person's screen has, for scripts that press its keys: a display, a window manager, a bus.
need_desk() {
    need_window
    need_virtual_display
    need program openbox openbox
    need program dbus-run-session dbus-daemon
}

# The folder cargo puts its results in.
target_dir() { printf '%s\n' "${CARGO_TARGET_DIR:-target}"; }
