"""A keyboard on a Wayland compositor: virtual-keyboard-v1, with the usual keys of an American one.

It stays plugged in from beginning to end, as real ones do. Programs that plug one in for each word, such as wtype, end sway 1.7
where an input method holds the keys.
"""

import ctypes
import os
import socket
import struct
import time

# The codes that Linux gives to the first key of each row, and what is written on the row: plain, and with Shift.
ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (44, "zxcvbnm,./", "ZXCVBNM<>?"),
)
NAMED = {"Escape": 1, "BackSpace": 14, "Tab": 15, "Return": 28, "Control_L": 29, "Shift_L": 42, "space": 57, "Delete": 111}
# The bits of the keymap's real modifiers.
MODIFIERS = {"Shift_L": 1, "Control_L": 4}
# What each thing is called on the wire, in the order they are made.
DISPLAY, REGISTRY, SYNC, SEAT, MANAGER, KEYBOARD = 1, 2, 3, 4, 5, 6


def key_of(name):
    """The code of a key, and whether Shift is held for it."""
    if name in NAMED:
        return NAMED[name], False
    for first, plain, shifted in ROWS:
        if name in plain:
            return first + plain.index(name), False
        if name in shifted:
            return first + shifted.index(name), True
    raise KeyError(name)


class Keyboard:
    """The one keyboard of the compositor's seat."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(path)
        self.held = 0
        self.unread = b""
        self.send(DISPLAY, 1, struct.pack("=I", REGISTRY))
        globals_ = self.globals()
        self.bind(globals_, b"wl_seat", SEAT)
        self.bind(globals_, b"zwp_virtual_keyboard_manager_v1", MANAGER)
        self.send(MANAGER, 0, struct.pack("=II", SEAT, KEYBOARD))
        keymap = american()
        memory = os.memfd_create("keymap")
        os.write(memory, keymap)
        self.send(KEYBOARD, 0, struct.pack("=II", 1, len(keymap)), memory)
        os.close(memory)

    def send(self, target, request, body=b"", file=None):
        message = struct.pack("=IHH", target, request, 8 + len(body)) + body
        if file is None:
            self.socket.sendall(message)
        else:
            socket.send_fds(self.socket, [message], [file])

    def globals(self):
        """What the compositor has, by interface."""
        self.send(DISPLAY, 0, struct.pack("=I", SYNC))
        found = {}
        while True:
            target, event, body = self.read()
            if target == SYNC:
                return found
            if target == REGISTRY and event == 0:
                number, length = struct.unpack_from("=II", body)
                found[body[8 : 8 + length - 1]] = number

    def read(self):
        while len(self.unread) < 8 or len(self.unread) < struct.unpack_from("=IHH", self.unread)[2]:
            more = self.socket.recv(4096)
            assert more, "the compositor has gone"
            self.unread += more
        target, event, length = struct.unpack_from("=IHH", self.unread)
        body, self.unread = self.unread[8:length], self.unread[length:]
        assert target != DISPLAY or event != 0, f"the compositor says {body!r}"
        return target, event, body

    def bind(self, globals_, interface, target):
        name = interface + b"\0"
        name = struct.pack("=I", len(name)) + name + b"\0" * (-len(name) % 4)
        self.send(REGISTRY, 0, struct.pack("=I", globals_[interface]) + name + struct.pack("=II", 1, target))

    def hold(self, name, is_down):
        """Presses a key, or lets it go."""
        now = int(time.monotonic() * 1000) & 0xFFFFFFFF
        self.send(KEYBOARD, 1, struct.pack("=III", now, key_of(name)[0], is_down))
        if name in MODIFIERS:
            self.held = self.held | MODIFIERS[name] if is_down else self.held & ~MODIFIERS[name]
            self.send(KEYBOARD, 2, struct.pack("=IIII", self.held, 0, 0, 0))


class Names(ctypes.Structure):
    """Which keymap is meant."""

    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


def american():
    """The American keymap as text."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    for name in ("xkb_context_new", "xkb_keymap_new_from_names", "xkb_keymap_get_as_string"):
        getattr(xkb, name).restype = ctypes.c_void_p
    context = xkb.xkb_context_new(0)
    names = Names(b"evdev", b"pc105", b"us", None, None)
    keymap = xkb.xkb_keymap_new_from_names(ctypes.c_void_p(context), ctypes.byref(names), 0)
    text = xkb.xkb_keymap_get_as_string(ctypes.c_void_p(keymap), 1)
    return ctypes.string_at(text) + b"\0"
