# shellcheck shell=bash
# Sourced by the scripts: the Python environment whose libraries judge exports and imports, in $TIPPANI_JUDGES.

need_judges() {
    need program python3 python3
    # Debian's python3 makes environments only with this package.
    if ! python3 -c 'import ensurepip' 2>/dev/null; then
        need file '/usr/lib/python3*/ensurepip/__init__.py' python3-venv
    fi
}

# make_judges: makes the environment where it is not there, or not of these versions.
make_judges() {
    local wanted=tests/judges/requirements.txt made
    made=$(target_dir)/judges
    if ! cmp -s "$wanted" "$made/requirements.txt"; then
        echo "Making the Python environment of the outside judges in $made" >&2
        rm -rf "$made"
        mkdir -p "$(target_dir)"
        python3 -m venv "$made"
        "$made/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
        cp "$wanted" "$made/requirements.txt"
    fi
    TIPPANI_JUDGES=$(cd "$made/bin" && pwd)/python
    export TIPPANI_JUDGES
}
