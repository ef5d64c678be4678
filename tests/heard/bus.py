"""A program on an accessibility bus of its own: what a screen reader hears of it, and what it answers.

Run within `dbus-run-session`, on a display with a window manager.
"""

import atexit
import subprocess
import time
import unicodedata

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Gio, GLib  # noqa: E402


def turn_on():
    """Has programs speak on the bus, as a screen reader does when it starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, -1)


turn_on()
import pyatspi  # noqa: E402

GRANULARITIES = {
    "character": pyatspi.TEXT_GRANULARITY_CHAR,
    "word": pyatspi.TEXT_GRANULARITY_WORD,
    "line": pyatspi.TEXT_GRANULARITY_LINE,
    "paragraph": pyatspi.TEXT_GRANULARITY_PARAGRAPH,
}
EVENTS = (
    "object:announcement",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:state-changed:focused",
)
# The longest that anything may take on a slow machine, in seconds.
PATIENCE = 60
# So long nothing is heard after a key when all of it was heard, in seconds.
QUIET = 0.5
# The same between the keys of one step: each is to be taken before the next.
BETWEEN = 0.15


class Listener:
    """The program and what was heard of it."""

    def __init__(self, program, *arguments):
        self.heard = []
        for event in EVENTS:
            pyatspi.Registry.registerEventListener(self.hear, event)
        self.process = subprocess.Popen([program, *arguments])
        atexit.register(self.process.kill)
        self.frame = self.wait("the window", self.find_frame)
        self.document = self.wait("the article", lambda: self.find("document frame"))
        self.window = self.wait("the window", self.find_window)
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], check=True)
        self.settle()

    def find_frame(self):
        for application in pyatspi.Registry.getDesktop(0):
            for frame in application or ():
                if frame is not None and frame.getRoleName() == "frame" and "Tippani" in frame.name:
                    return frame
        return None

    def find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Tippani"], capture_output=True, text=True, check=False
        )
        return found.stdout.split()[0] if found.stdout.split() else None

    def find(self, role, name=None, node=None):
        """The first node of a role, and of a name where one is given."""
        for child in node or self.frame:
            if child is None:
                continue
            if child.getRoleName() == role and name in (None, child.name):
                return child
            found = self.find(role, name, child)
            if found is not None:
                return found
        return None

    def all(self, node=None):
        """Every node below one."""
        for child in node or self.frame:
            if child is not None:
                yield child
                yield from self.all(child)

    def steady(self, look):
        """What a look at many nodes gives, once none of them goes meanwhile."""

        def seen():
            try:
                return (look(),)
            except GLib.Error:
                # What is known of nodes on this side may be older than what was said of them.
                self.frame.clear_cache()
                return None

        return self.wait("a window that stays as it is", seen)[0]

    def wait(self, what, done):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.pump(0.05)
            assert self.process.poll() is None, "the program ended"
            found = done()
            if found:
                return found
        raise AssertionError(f"{what} did not come")

    def pump(self, seconds):
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            time.sleep(0.005)

    def settle(self, quiet=QUIET):
        """Waits until nothing more is heard."""
        before = -1
        while before != len(self.heard):
            before = len(self.heard)
            self.pump(quiet)

    def told_all(self, wanted):
        """What was heard, once all of this is among it: on a busy machine it may be long in coming."""
        end = time.monotonic() + PATIENCE
        self.settle()
        while self.lacking(wanted) and time.monotonic() < end:
            self.settle()
        heard, self.heard = self.heard, []
        return [one for one in heard if one]

    def lacking(self, wanted, heard=None):
        """What of this was not heard, each as a part of something that was."""
        heard = self.heard if heard is None else heard
        return [words for words in wanted if not any(words in one for one in heard)]

    def hear(self, event):
        try:
            self.heard.append(self.told(event))
        except (GLib.Error, NotImplementedError):
            # What it was about is gone by now.
            pass

    def told(self, event):
        kind = str(event.type)
        if kind.startswith("object:announcement"):
            return "said " + event.any_data
        if kind.startswith("object:text-caret-moved"):
            text = event.source.queryText()
            return "at " + text.getStringAtOffset(event.detail1, pyatspi.TEXT_GRANULARITY_CHAR)[0]
        if kind.startswith("object:text-selection-changed"):
            text = event.source.queryText()
            if text.getNSelections() == 0:
                return "nothing selected"
            return "selected " + text.getText(*text.getSelection(0))
        on = bool(event.detail1)
        return f"on {event.source.getRoleName()} {event.source.name}" if on else ""

    def press(self, keys, wanted=()):
        """Presses keys, one after the other, and gives what was heard."""
        for key in keys.split():
            self.settle(BETWEEN)
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
        return self.told_all(wanted)

    def type(self, text, wanted=()):
        """Types a text, and gives what was heard."""
        subprocess.run(["xdotool", "type", "--delay", "60", text], check=True)
        return self.told_all(wanted)

    def read(self, granularity, node=None):
        """The text of the article, or of a field, piece by piece."""
        text = (node or self.document).queryText()
        pieces, at = [], 0
        while at < text.characterCount:
            piece = text.getStringAtOffset(at, GRANULARITIES[granularity])
            assert piece[1] <= at < piece[2], f"{granularity} at {at}: {piece[0]!r}, {piece[1]} to {piece[2]}"
            pieces.append(piece[0])
            at = piece[2]
        return pieces

    def check_read(self, expected, what="the article", node=None):
        """Its text by each granularity is this, and none of its letters begins within another."""
        for granularity in GRANULARITIES:
            pieces = self.read(granularity, node)
            assert "".join(pieces) == expected, f"{what} by {granularity}: {pieces}, not {expected!r}"
            print(f"ok: {what}, {len(pieces)} pieces by {granularity}")
        for piece in self.read("character", node):
            assert not unicodedata.combining(piece[0]) or piece[0] == "\ufffd", f"{what}: {piece!r} is no letter"

    def nameless(self):
        """What can be pressed and has no role or name, and names with an icon in them."""
        for node in self.all():
            role, name = node.getRoleName(), node.name
            if any(0xE000 <= ord(c) <= 0xF8FF for c in name):
                yield f"an icon in the name of a {role}: {name!r}"
            if "Action" in pyatspi.listInterfaces(node):
                if role in ("unknown", "invalid"):
                    yield f"{name!r} has no role"
                if role != "scroll bar" and not name.strip():
                    yield f"a {role} without a name"

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)

