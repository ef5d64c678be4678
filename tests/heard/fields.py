"""Every kind of field, read as the article is: fields.py PROGRAM FOLDER

What stands in a field and what is pasted there is read by character, word, line and paragraph, and its caret is heard.
"""

import pathlib
import subprocess
import sys
import time

from bus import PATIENCE, Listener, pyatspi
from tour import SCRIPTS, write_marks, write_news

# What fields of one line take: a line after the other, without what cannot be pasted.
LINES = [line.rstrip("\r") for line in SCRIPTS.replace("\0", "").split("\n") if line.strip()]
# Keys to a field from the article, and back to the article.
FIELDS = [
    ("find in the article", "ctrl+f", "Escape"),
    ("the palette", "ctrl+shift+p", "Escape"),
    ("the filter of the list", "ctrl+p", "Escape"),
    ("the name of an entity", "ctrl+Home Tab ctrl+k slash", "Escape Escape"),
    ("a comment of a review", "Escape ctrl+r c", "Escape Escape"),
]


def field(listener):
    """The field that the keys go to, or the only one: beside a list the focus is told of what is chosen in the list."""
    roles = ("entry", "text")

    def look():
        fields = [node for node in listener.all() if node.getRoleName() in roles and has_text(node)]
        for node in fields:
            # What is known of it on this side may be older than what was said of it.
            node.clear_cache()
        focused = [node for node in fields if node.getState().contains(pyatspi.STATE_FOCUSED)]
        return next(iter(focused or (fields if len(fields) == 1 else [])), None)

    return listener.steady(look)


def has_text(node):
    return "Text" in pyatspi.listInterfaces(node)


def check_field(listener, what, node, expected):
    """Its text by each granularity, and its caret at the end of it."""
    listener.check_read(expected, what, node)
    text = node.queryText()
    assert text.caretOffset == text.characterCount, f"{what}: the caret is at {text.caretOffset}"


def paste(listener, text):
    command = ["xclip", "-selection", "clipboard"]
    subprocess.run(command, input=text, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    listener.press("ctrl+a ctrl+v")


def holds(listener, expected):
    node = field(listener)
    if node is None:
        return None
    text = node.queryText()
    return node if text.getText(0, text.characterCount) == expected else None


def check_pasted(listener, what, keys, back):
    listener.press(keys)
    listener.wait(f"a field: {what}", lambda: field(listener))
    for line in LINES:
        # A tab is a control character, and is pasted as a blank.
        expected = line.replace("\t", " ")
        paste(listener, line)
        node = listener.wait(f"{what} with {expected!r}", lambda: holds(listener, expected))
        check_field(listener, what, node, expected)
    listener.press("ctrl+a Delete")
    listener.press(back)
    print(f"ok: {what}, {len(LINES)} lines")


def main(program, folder):
    corpus = pathlib.Path(folder) / "fields"
    write_news(corpus)
    note = SCRIPTS.replace("\r", "").replace("\0", "").rstrip("\n")
    write_marks(corpus, "asha", [("Asha Rao", "entity", "person")], note)
    listener = Listener(program, str(corpus / "news.txt"), "--annotator", "asha", "--theme", "light")
    listener.press("ctrl+Home Tab")
    listener.press("ctrl+F6")
    end = time.monotonic() + PATIENCE
    while holds(listener, note) is None:
        assert time.monotonic() < end, "the note was not reached"
        listener.press("Tab")
    listener.press("ctrl+End")
    check_field(listener, "the note", field(listener), note)
    print("ok: the note")
    listener.press("ctrl+F6")
    for one in FIELDS:
        check_pasted(listener, *one)
    listener.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
