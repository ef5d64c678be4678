# shellcheck shell=bash
# Sourced by the scripts: a virtual display, and the program's window on it.
# Everything lives in $PRIVATE, a folder of its own, and is closed by `close_display`, which the script traps.

PRIVATE=
XVFB_PID=
WINDOW_PID=

# Preferences, data and runtime files apart from the user's.
private_folders() {
    PRIVATE=$(mktemp -d "${TMPDIR:-/tmp}/tippani.XXXXXX")
    mkdir -m 700 "$PRIVATE"/{runtime,config,data,cache,state}
    export XDG_RUNTIME_DIR=$PRIVATE/runtime XDG_CONFIG_HOME=$PRIVATE/config XDG_DATA_HOME=$PRIVATE/data \
        XDG_CACHE_HOME=$PRIVATE/cache XDG_STATE_HOME=$PRIVATE/state
}

# open_display WIDTHxHEIGHT: Xvfb on a display number that is free, in DISPLAY.
open_display() {
    Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp -noreset 3>"$PRIVATE/display" >"$PRIVATE/xvfb.log" 2>&1 &
    XVFB_PID=$!
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        [[ ! -s $PRIVATE/display ]] || break
        kill -0 "$XVFB_PID" 2>/dev/null || break
        sleep 0.1
    done
    if [[ ! -s $PRIVATE/display ]]; then
        echo "Xvfb did not start:" >&2
        cat "$PRIVATE/xvfb.log" >&2
        return 1
    fi
    DISPLAY=:$(<"$PRIVATE/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
}

# open_window PROGRAM ARGUMENT...: starts it, waits until its log says the text is on the screen.
open_window() {
    local log=$PRIVATE/window.log limit=${TIPPANI_WAIT:-60} tries
    : >"$log"
    TIPPANI_LOG=info "$@" 2>>"$log" &
    WINDOW_PID=$!
    for ((tries = 0; tries < limit * 10; tries++)); do
        if grep -q 'first frame with text' "$log"; then
            return 0
        fi
        kill -0 "$WINDOW_PID" 2>/dev/null || break
        sleep 0.1
    done
    if kill -0 "$WINDOW_PID" 2>/dev/null; then
        echo "No text on the screen after $limit s; the log:" >&2
    else
        echo "The program ended before it showed text; the log:" >&2
    fi
    cat "$log" >&2
    return 1
}

# fill_display WIDTHxHEIGHT: there is no window manager to maximise the window.
fill_display() {
    local window
    window=$(xdotool search --onlyvisible --pid "$WINDOW_PID" 2>/dev/null | head -n 1) || true
    [[ -z $window ]] || xdotool windowmove "$window" 0 0 windowsize "$window" "${1%x*}" "${1#*x}" windowfocus "$window"
}

close_window() {
    [[ -n $WINDOW_PID ]] || return 0
    kill "$WINDOW_PID" 2>/dev/null || true
    wait "$WINDOW_PID" 2>/dev/null || true
    WINDOW_PID=
}

close_display() {
    close_window
    if [[ -n $XVFB_PID ]]; then
        kill "$XVFB_PID" 2>/dev/null || true
        wait "$XVFB_PID" 2>/dev/null || true
        XVFB_PID=
    fi
    [[ -z $PRIVATE ]] || rm -rf "$PRIVATE"
}

# tried_program [PROGRAM]: the path of the program that is tried, in $program; it is built where none is given.
tried_program() {
    # Before its path is asked for: it may not be there yet.
    [[ -n ${1:-} ]] || cargo build --locked
    program=$(realpath "${1:-$(target_dir)/debug/tippani}")
}
