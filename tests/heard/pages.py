"""Every page and dialog of the window on the bus: pages.py PROGRAM FOLDER

Each is opened by its name, and whatever can be pressed there must have a role and a name without icons.
"""

import json
import pathlib
import sys

from bus import Listener, pyatspi
from tour import NEWS, sidecar, write_news

# By what names the palette opens them.
PAGES = [
    "Show entities",
    "Claims of the workspace",
    "Agreement",
    "Progress by annotator",
    "How good everybody is",
    "Feedback",
    "Review all articles",
    "Open path",
    "Article details",
    "Annotator",
    "Encoding of the article",
    "Set-aside annotations",
    "Two articles side by side",
    "Import entities",
    "Export entities",
    "Export",
    "Labels and attributes",
    "Read the guidelines",
    "Keyboard shortcuts",
    "Change shortcuts",
    "Licences",
    "About Tippani",
]


def nameless(listener):
    """What can be pressed and cannot be called by a name."""
    for node in listener.all():
        role, name = node.getRoleName(), node.name
        if any(0xE000 <= ord(c) <= 0xF8FF for c in name):
            yield f"an icon in the name of a {role}: {name!r}"
        if "Action" in pyatspi.listInterfaces(node):
            if role in ("unknown", "invalid"):
                yield f"{name!r} has no role"
            if role != "scroll bar" and not name.strip():
                yield f"a {role} without a name"


def shown(listener):
    return listener.steady(lambda: [(node.getRoleName(), node.name) for node in listener.all()])


def main(program, folder):
    corpus = pathlib.Path(folder) / "pages"
    write_news(corpus)
    own = sidecar(NEWS, [("Asha Rao", "entity", "organization"), ("Taravel", "entity", "location")])
    own["annotator"] = "asha"
    (corpus / "news.txt.asha.annotations.json").write_text(json.dumps(own))
    listener = Listener(program, str(corpus / "news.txt"), "--annotator", "asha", "--theme", "light")
    faults = 0
    for page in PAGES:
        before = shown(listener)
        listener.press("ctrl+shift+p")
        listener.type(page, [])
        listener.press("Return")
        nodes, found = shown(listener), listener.steady(lambda: sorted(set(nameless(listener))))
        if nodes == before:
            found.append("nothing was opened")
        print("NOT" if found else "ok", f"{page}: {len(nodes)} nodes", *found, sep="\n    " if found else " ")
        faults += bool(found)
        listener.press("Escape Escape Escape")
    listener.close()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
