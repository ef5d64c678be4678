"""A screen without a person: its windows, its one keyboard and its clipboard, on X11 or on Wayland."""

import json
import os
import subprocess
import time

from keyboard import NAMED, Keyboard, key_of

# So long a key is down, and so long none is, in seconds: 120 words a minute, twice as fast as most people.
DOWN, BETWEEN = 0.03, 0.04
# So long a key may be on its way to the input method, and so long one is waited for that may never come, in seconds.
UNTAKEN, UNTAKEN_AT_MOST = 0.3, 5
# The longest that anything may take on a slow machine, in seconds.
PATIENCE = 60


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def wait(what, done):
    """Asks now and again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = done()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"{what} did not come")


class Desk:
    """What both have."""

    def settle(self):
        """Waits until the input method has had every key; only where Shift must."""

    def press(self, name, control=False):
        """A key as it is named, or by the sign on it."""
        shift = key_of(name)[1]
        held = ["Control_L"] * control + ["Shift_L"] * shift
        if shift:
            self.settle()
        for modifier in held:
            self.hold(modifier, True)
        self.hold(name, True)
        time.sleep(DOWN)
        self.hold(name, False)
        if shift:
            self.settle()
        for modifier in held:
            self.hold(modifier, False)
        time.sleep(BETWEEN)

    def type(self, keys):
        for key in keys:
            self.press("space" if key == " " else key)


class X11(Desk):
    """Keys by XTest: xdotool.

    Fcitx 5.0 asks the display whether Shift is down when it gets to a key, not the key. A window that draws without a card
    hands keys on late, so Shift is only pressed when the keys before it were taken, and let go when its own was. Letters
    come as they are typed.
    """

    without = "wayland,waylandim"
    environment = {"XMODIFIERS": "@im=fcitx"}

    def __init__(self, log):
        self.log = log
        self.down = 0
        self.begun = 0

    def taken(self):
        """How many keys the input method has had."""
        return self.log.read_text(errors="replace").count("Release:0")

    def type(self, keys):
        time.sleep(UNTAKEN)
        self.begun, self.down = self.taken(), 0
        super().type(keys)

    def settle(self):
        end = time.monotonic() + UNTAKEN_AT_MOST
        while self.taken() < self.begun + self.down and time.monotonic() < end:
            time.sleep(0.05)

    def is_ready(self):
        """Whether the method can be asked: winit looks for it once, when the window opens."""
        return "fcitx" in run("xprop", "-root", "XIM_SERVERS")

    def hold(self, name, is_down):
        # Eight more than Linux's own numbers; a number of one digit would be that digit.
        self.down += is_down
        key = name if name in NAMED else str(key_of(name)[0] + 8)
        run("xdotool", "keydown" if is_down else "keyup", key)

    def window(self, title):
        """Brings a window to the front once it is there."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, check=False)
        if not found.stdout.split():
            return False
        run("xdotool", "windowactivate", "--sync", found.stdout.split()[0].decode())
        return True

    def clip(self, text):
        # It stays to answer for the clipboard, so it must hold none of our pipes.
        subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, stdout=subprocess.DEVNULL, check=True)

    def clipped(self):
        done = subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True, check=False)
        return done.stdout


class Wayland(Desk):
    """Keys by virtual-keyboard-v1, which sway hands to the input method as those of any keyboard but the method's own."""

    without = "xcb,xim"
    environment = {}

    def __init__(self, _log):
        self.keyboard = Keyboard(os.path.join(os.environ["XDG_RUNTIME_DIR"], os.environ["WAYLAND_DISPLAY"]))

    def hold(self, name, is_down):
        self.keyboard.hold(name, is_down)

    def is_ready(self):
        return True

    def window(self, title):
        return any(title in (node.get("name") or "") for node in nodes(json.loads(run("swaymsg", "-r", "-t", "get_tree"))))

    def clip(self, text):
        subprocess.run(["wl-copy"], input=text, text=True, stdout=subprocess.DEVNULL, check=True)

    def clipped(self):
        return subprocess.run(["wl-paste", "-n"], capture_output=True, text=True, check=False).stdout


def nodes(node):
    """A window of sway's tree and all below it."""
    yield node
    for child in node.get("nodes", []) + node.get("floating_nodes", []):
        yield from nodes(child)
