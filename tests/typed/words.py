"""Words typed through Fcitx 5 into the real window: words.py x11|wayland PROGRAM FOLDER

Types each word of words.tsv into the Find field and all of them into a note, by keys alone, and reads back what came. No control
character may come, whatever key is pressed while something is composed. Run within `dbus-run-session`, on the display that is
meant. A program whose name ends in .py is a field to compare with, and is only given the words.

Not tried: the clients of Fcitx for GTK and Qt, which speak to it over D-Bus, since the window uses none of them; keys of a real
device, since a headless compositor has none.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import time
import unicodedata

from desk import X11, Wayland, run, wait

TABLE = pathlib.Path(__file__).with_name("words.tsv")
# So long a field is left to settle before it is read, in seconds, and how often it is read before what it says counts.
SETTLED, READINGS = 0.4, 5
# In the clipboard before anything is copied.
NOTHING = "(nothing was copied)"
# What is composed, the key that comes between, and what must be there when the field has the keyboard again.
BETWEEN = [
    ("na", "Escape", "न"),
    ("na", "Tab", "न"),
    ("na", "Return", "न"),
    ("nama", "BackSpace", "न"),
    ("na", "Delete", "न"),
]


def table():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


class Trial:
    """A window, the input method, and what went wrong."""

    def __init__(self, desk, program, folder):
        log = folder / "fcitx.log"
        log.touch()
        self.desk = desk(log)
        self.faults = 0
        command = ["fcitx5", f"--disable={desk.without}", "--verbose=key_trace=5"]
        with log.open("w") as out:
            self.method = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        wait("the input method", lambda: self.bus_has("org.fcitx.Fcitx5") and self.desk.is_ready())
        self.article = folder / "news.txt"
        self.article.write_text("The bridge at Taravel is safe.\n")
        self.is_reference = program.endswith(".py")
        arguments = [] if self.is_reference else [str(self.article), "--annotator", "asha", "--theme", "light"]
        self.program = subprocess.Popen([program, *arguments], env={**os.environ, **desk.environment})
        wait("the window", lambda: self.desk.window("Tippani"))

    def bus_has(self, name):
        assert self.method.poll() is None, "the input method ended"
        return name in run("busctl", "--user", "--no-legend", "list")

    def close(self):
        for process in (self.program, self.method):
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def write_in(self, layout):
        """Changes to hi or gu; the state is shared by all fields."""
        assert self.method.poll() is None, "the input method ended"
        run("fcitx5-remote", "-s", f"m17n_{layout}_itrans")

    def read(self, expected=None):
        """What is in the field: again where it is not yet what it is to be."""
        for _ in range(READINGS):
            time.sleep(SETTLED)
            assert self.program.poll() is None, "the program ended"
            self.desk.clip(NOTHING)
            self.desk.press("a", control=True)
            self.desk.press("c", control=True)
            time.sleep(SETTLED)
            got = self.desk.clipped()
            if got == expected:
                break
        return "" if got == NOTHING else got

    def clear(self):
        self.desk.press("a", control=True)
        self.desk.press("Delete")

    def begin(self):
        """Waits until what is typed goes through the input method."""

        def composes():
            self.write_in("hi")
            self.desk.press("f", control=True)
            self.clear()
            self.desk.type("ka ")
            return self.read("क ") == "क "

        wait("the first letter", composes)
        self.clear()

    def check(self, what, expected, got):
        controls = [hex(ord(c)) for c in got if unicodedata.category(c) == "Cc"]
        is_right = got == expected and not controls
        self.faults += not is_right
        told = f"{'ok' if is_right else 'WRONG':6}{what:28}{expected.strip()}"
        print(told if is_right else f"{told}   came: {got!r} {controls or ''}", flush=True)
        return is_right

    def words(self):
        """Each word into the one field."""
        right, rows = 0, table()
        for row in rows:
            self.write_in(row["layout"])
            self.desk.type(row["keys"] + " ")
            expected = row["word"] + " "
            right += self.check(f"{row['layout']} {row['keys']}", expected, self.read(expected))
            self.clear()
        return right, len(rows)

    def keys_between(self):
        """Keys that are no letters, while something is composed."""
        self.write_in("hi")
        for keys, key, expected in BETWEEN:
            self.desk.type(keys)
            self.desk.press(key)
            time.sleep(SETTLED)
            # Some leave the field; what is composed afterwards would be another thing.
            self.desk.press("f", control=True)
            self.check(f"hi {keys}, {key}", expected, self.read(expected))
            self.clear()

    def note(self):
        """All words one after the other into the note of a mark, read from the file that is saved."""
        self.desk.press("Escape")
        time.sleep(1)
        self.desk.press("d", control=True)
        self.desk.press("1")
        sidecar = self.article.with_name("news.txt.asha.annotations.json")
        wait("the mark", lambda: self.noted(sidecar) is not None)
        self.desk.press("e", control=True)
        # Only a field that has the keyboard is the input method's.
        time.sleep(2)
        rows = table()
        for row in rows:
            self.write_in(row["layout"])
            self.desk.type(row["keys"] + " ")
        expected = "".join(row["word"] + " " for row in rows)
        for _ in range(10):
            time.sleep(1)
            got = self.noted(sidecar)
            if got.strip() == expected.strip():
                break
        self.check("all of them in a note", expected.strip(), got.strip())

    def noted(self, sidecar):
        """The note of the first mark on disk."""
        try:
            annotations = json.loads(sidecar.read_text(encoding="utf-8"))["annotations"]
        except FileNotFoundError:
            return None
        return annotations[0].get("note") or "" if annotations else None


def main(where, program, folder):
    desk = {"x11": X11, "wayland": Wayland}[where]
    trial = Trial(desk, program, pathlib.Path(folder))
    try:
        trial.begin()
        right, count = trial.words()
        trial.keys_between()
        if not trial.is_reference:
            trial.note()
    finally:
        trial.close()
    name = {"x11": "X11", "wayland": "Wayland"}[where]
    print(f"{right} of {count} words on {name}; {trial.faults} faults in all")
    return 1 if trial.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
