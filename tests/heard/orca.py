"""What the screen reader Orca speaks over the tour: orca.py PROGRAM FOLDER

Takes the same keys as tour.py and reads from Orca's own log what it gave to speech. Says at which steps it spoke.
"""

import pathlib
import re
import subprocess
import sys
import time

from bus import Listener
from tour import TOUR, write_news

# So long Orca does nothing once it has done with a step, in seconds.
QUIET = 2.0
SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?:\{|$| )", re.DOTALL)


# Orca 43 is older than AccessKit. It asks the display which key was pressed for programs of GTK 4 alone, and the toolkit of all
# others, and without a key it says nothing of a caret that moves; it asks for text by a method of the bus that is out of use; and
# it does not know announcements. Here it does all three as later versions do. It does not echo keys: they would count as spoken.
CUSTOMIZED = """
import pyatspi
from orca import debug, event_manager, orca_state, settings

settings.enableKeyEcho = False
debug.debugFile.reconfigure(line_buffering=True)
# Character, word, sentence, line, by their boundaries.
GRANULARITIES = [0, 1, 1, 4, 4, 3, 3]


def text_at(self, offset, boundary):
    return self.getStringAtOffset(offset, GRANULARITIES[int(boundary)])


pyatspi.text.Text.getTextAtOffset = text_at


def say(event):
    if orca_state.activeScript is not None and event.any_data:
        orca_state.activeScript.presentMessage(event.any_data)


def ask_the_display(self, _is_new):
    if not self.newKeyHandlingActive:
        self.registry.registerEventListener(say, "object:announcement")
    self.deactivateLegacyKeyHandling()
    self.activateNewKeyHandling()


event_manager.EventManager.setKeyHandling = ask_the_display
"""


class Orca:
    """The screen reader, and what it said."""

    def __init__(self, folder):
        self.log = folder / "orca.log"
        self.log.touch()
        (folder / "orca-customizations.py").write_text(CUSTOMIZED)
        self.process = subprocess.Popen(["orca", "--replace", f"--debug-file={self.log}", f"--user-prefs={folder}"])
        self.seen = 0
        end = time.monotonic() + 60
        while not self.spoken():
            assert time.monotonic() < end and self.process.poll() is None, "Orca did not start"
            time.sleep(0.1)

    def spoken(self):
        """What it spoke since it was asked last."""
        with self.log.open(encoding="utf-8", errors="replace") as log:
            log.seek(self.seen)
            new = log.read()
            self.seen = log.tell()
        return [words if words.strip() else "space" for words in SPOKEN.findall(new) if words]

    def after(self, pump):
        """What it speaks of what was just done, once it has nothing more to do."""
        spoken, quiet_since, size = [], time.monotonic(), self.log.stat().st_size
        while time.monotonic() - quiet_since < QUIET:
            pump(0.1)
            spoken += self.spoken()
            if self.log.stat().st_size != size:
                quiet_since, size = time.monotonic(), self.log.stat().st_size
        return spoken

    def close(self):
        # It may wait for its own tools at the end, and nothing of it is kept.
        self.process.kill()
        self.process.wait()


def main(program, folder):
    folder = pathlib.Path(folder)
    corpus = folder / "news"
    write_news(corpus)
    orca = Orca(folder)
    listener = Listener(program, str(corpus / "news.txt"), "--annotator", "asha", "--theme", "light")
    orca.after(listener.pump)
    silent = 0
    # What is spoken of the window itself is not the first step's.
    orca.after(listener.pump)
    for what, keys, _ in TOUR:
        if keys.startswith("type "):
            listener.type(keys[5:])
        else:
            listener.press(keys)
        spoken = orca.after(listener.pump)
        silent += not spoken
        print("ok" if spoken else "SILENT", f"{what} ({keys}): {' | '.join(spoken)}", flush=True)
    listener.close()
    orca.close()
    print(f"Orca spoke at {len(TOUR) - silent} of {len(TOUR)} steps")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
