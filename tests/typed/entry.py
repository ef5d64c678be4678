#!/usr/bin/python3
"""A text field of GTK 3, to say what the input method itself makes of the keys: scripts/typed.sh tests/typed/entry.py"""

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402

window = Gtk.Window(title="Tippani: a field of GTK")
window.add(Gtk.Entry())
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
