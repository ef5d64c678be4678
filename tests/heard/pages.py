"""Every page and dialog of the window on the bus: pages.py PROGRAM FOLDER

Each is opened by its name, and whatever can be pressed there must have a role and a name without icons.
"""

import pathlib
import sys

from bus import Listener
from tour import write_marks, write_news

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


def shown(listener):
    return listener.steady(lambda: [(node.getRoleName(), node.name) for node in listener.all()])


def main(program, folder):
    corpus = pathlib.Path(folder) / "pages"
    write_news(corpus)
    write_marks(corpus, "asha", [("Asha Rao", "entity", "organization"), ("Taravel", "entity", "location")])
    listener = Listener(program, str(corpus / "news.txt"), "--annotator", "asha", "--theme", "light")
    faults = 0
    for page in PAGES:
        before = shown(listener)
        listener.press("ctrl+shift+p")
        listener.type(page, [])
        listener.press("Return")
        nodes, found = shown(listener), listener.steady(lambda: sorted(set(listener.nameless())))
        if nodes == before:
            found.append("nothing was opened")
        print("NOT" if found else "ok", f"{page}: {len(nodes)} nodes", *found, sep="\n    " if found else " ")
        faults += bool(found)
        listener.press("Escape Escape Escape")
    listener.close()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
