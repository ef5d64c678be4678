"""A desktop that asks for high contrast and less motion, and then for the usual again: portal.py PROGRAM ARTICLE LOG

Answers as the settings portal of desktops does, on the session bus it is started in, and waits for the program to say that it
has heard.
"""

import pathlib
import subprocess
import sys
import time

from gi.repository import Gio, GLib

INTERFACE = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>
"""
NAME, PLACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
APPEARANCE = "org.freedesktop.appearance"
ASKED = {
    APPEARANCE: {
        "color-scheme": GLib.Variant("u", 2),
        "contrast": GLib.Variant("u", 1),
        "reduced-motion": GLib.Variant("u", 1),
    },
    "org.gnome.desktop.interface": {"text-scaling-factor": GLib.Variant("d", 1.5)},
}
PATIENCE = 60


def answer(_bus, _sender, _place, _interface, method, _arguments, invocation):
    assert method == "ReadAll", method
    invocation.return_value(GLib.Variant("(a{sa{sv}})", (ASKED,)))


def heard(log, words, context):
    """Serves the bus until the program has said so."""
    end = time.monotonic() + PATIENCE
    while words not in log.read_text():
        assert time.monotonic() < end, f"“{words}” did not come:\n{log.read_text()}"
        while context.pending():
            context.iteration(False)
        time.sleep(0.01)
    print("ok:", words)


def main(program, article, log):
    log = pathlib.Path(log)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object(PLACE, interface, answer, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    context = GLib.MainContext.default()
    with log.open("w") as errors:
        window = subprocess.Popen([program, article, "--annotator", "asha"], stderr=errors)
    try:
        heard(log, "the desktop asks for high contrast, less motion", context)
        for key, words in [("contrast", "usual contrast, less motion"), ("reduced-motion", "usual contrast, usual motion")]:
            change = GLib.Variant("(ssv)", (APPEARANCE, key, GLib.Variant("u", 0)))
            bus.emit_signal(None, PLACE, SETTINGS, "SettingChanged", change)
            heard(log, words, context)
    finally:
        window.terminate()
        window.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
