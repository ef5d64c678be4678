#!/usr/bin/env bash
# scripts/orca.sh [PROGRAM]: counts at how many steps of the tour the screen reader Orca speaks, and prints what.
# Orca speaks to nobody; what it would say is read from its log. Builds the program where none is given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh
source scripts/lib/display.sh

[[ -n ${1:-} ]] || need_build_tools
need_desk
need program orca orca
need program speech-dispatcher speech-dispatcher
need file '/usr/libexec/at-spi-bus-launcher' at-spi2-core
need file '/usr/lib/python3/dist-packages/pyatspi/__init__.py' python3-pyatspi
install_missing

tried_program "$@"

trap 'kill "${MANAGER:-}" 2>/dev/null; close_display' EXIT
trap 'exit 1' INT TERM
private_folders
open_display 1400x900
openbox 2>/dev/null &
MANAGER=$!
mkdir "$XDG_CONFIG_HOME/speech-dispatcher" "$PRIVATE/work"
# Speech that says nothing.
printf 'AddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n' >"$XDG_CONFIG_HOME/speech-dispatcher/speechd.conf"
# Python and Orca of the system: the modules of the bus are not those of another one.
HOME=$PRIVATE TIPPANI_LOG=warn PATH=/usr/bin:$PATH \
    dbus-run-session -- /usr/bin/python3 tests/heard/orca.py "$program" "$PRIVATE/work"
