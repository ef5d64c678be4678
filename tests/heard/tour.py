"""The tour of the README by keys alone, with what is heard of each step: tour.py PROGRAM FOLDER [--record]

Reads an article in many scripts by character, word, line and paragraph, and then annotates, searches, reviews and exports.
"""

import hashlib
import json
import pathlib
import sys

from bus import Listener

SCRIPTS = (
    "राष्ट्रपति द्वारा कोई भी क्षेत्र COVID-19 नहीं।\n"
    "રાષ્ટ્રપ્રમુખ ક્ષત્રિય મોદીએ કહ્યું.\r\n"
    "\n"
    "কোলকাতা পৌঁছে শ্রী, கொழும்பு பொய் — കൊച്ചി പൊ\n"
    "తెలుగు క్షేత్రం ಕೊಡಗು ಕೋಲಾರ กำลังเดินทางไปกรุงเทพ\n"
    "قال الوزير Modi إن 12,000 شخص وصلوا أمس إلى المدينة القديمة في شمال البلاد ولم يعودوا منها بعد.\n"
    "وزیر نے کہا۔\tשלום עולם 1947 abc\n"
    "🔴 👩‍👩‍👧 🇮🇳 e\u0301\n"
    "a\0b क्ष\0त्र\n"
)
NEWS = (
    "The minister Asha Rao said that the bridge at Taravel is safe.\n"
    "Ravi Shah denied it on Friday.\n"
    "प्रधानमंत्री ने कहा कि पुल सुरक्षित है।\n"
)


def write_marks(corpus, annotator, marks, note=""):
    """The annotations of the news by somebody, each with this note."""
    annotations = []
    for n, (quote, kind, label) in enumerate(marks):
        start = NEWS.index(quote)
        annotations.append({
            "id": f"01J000000000000000000000{n:02}",
            "kind": kind,
            "label": label,
            "spans": [{"start": start, "end": start + len(quote), "quote": quote}],
            "note": note,
        })
    source = {
        "file": "news.txt",
        "sha256": hashlib.sha256(NEWS.encode()).hexdigest(),
        "characters": len(NEWS),
        "unit": "code-point",
        "language": None,
    }
    sidecar = {
        "format": "tippani/annotations",
        "version": 1,
        "source": source,
        "annotator": annotator,
        "state": "done",
        "annotations": annotations,
        "relations": [],
        "reviews": [],
    }
    (corpus / f"news.txt.{annotator}.annotations.json").write_text(json.dumps(sidecar))


# What is done, and what must be heard of it: each a part of something that is.
TOUR = [
    ("a letter on", "ctrl+Home Right", ["at h"]),
    ("a word on", "ctrl+Right", ["at  "]),
    ("a word back", "ctrl+Left", ["at T"]),
    ("a line down", "Down", ["at R"]),
    ("a line up", "Up", ["at T"]),
    ("the end of the line", "End", ["at \n"]),
    ("its beginning", "Home", ["at T"]),
    ("a letter selected", "shift+Right", ["selected T"]),
    ("a word selected", "ctrl+Home ctrl+Right ctrl+Right Right ctrl+d", ["selected Asha"]),
    ("tagged", "1", ["said Tagged as Person: Asha", "nothing selected"]),
    ("its edge moved", "alt+Left", ["said Person is now: Ash"]),
    ("and back", "alt+Right", ["said Person is now: Asha"]),
    ("another label asked for", "Return", ["on list item Event"]),
    ("and typed", "type org", ["on list item Organization"]),
    ("and taken", "Return", ["said Changed to Organization: Asha", "on document frame Article text"]),
    ("undone", "ctrl+z", ["said Undone: Change label to Organization"]),
    ("done again", "ctrl+shift+z", ["said Redone: Change label to Organization"]),
    ("and undone", "ctrl+z", ["said Undone: Change label to Organization"]),
    ("the sentence selected", "Escape ctrl+Home ctrl+shift+s", ["selected The minister Asha Rao said that the bridge"]),
    ("a claim", "c", ["said Tagged as Statement: The minister"]),
    ("the caret comes into it", "Escape ctrl+End ctrl+Home", ["said Statement"]),
    ("the first mark", "ctrl+End Tab", ["on static Statement: The minister"]),
    ("the next", "Tab", ["on static Person: Asha"]),
    ("deleted", "Delete", ["said Removed Person: Asha", "on document frame Article text"]),
    ("back again", "ctrl+z", ["said Undone: Delete Person"]),
    ("a link from a mark", "Tab ctrl+l", ["on static Statement: The minister", "said Link from Statement: The minister"]),
    ("not made", "Escape", ["said No link made"]),
    ("another claim", "Escape Escape ctrl+End Up ctrl+shift+s c", ["said Tagged as Statement: प्रधानमंत्री ने कहा"]),
    ("a link from it", "ctrl+l", ["said Link from Statement: प्रधानमंत्री ने कहा"]),
    ("its other end", "Tab", ["on static Statement: The minister"]),
    ("which link", "Return", ["on list item Quotes"]),
    ("linked", "1", ["said Linked: Identical “The minister"]),
    ("undone", "ctrl+z", ["said Undone: Link: Identical"]),
    ("and the claim", "ctrl+z", ["said Undone: Tag as Statement"]),
    ("tag mode", "Escape Escape 3", ["said Tag mode: Location"]),
    ("left", "Escape", ["said Tag mode ended"]),
    ("find", "ctrl+f", ["on entry Find in the article"]),
    ("what is looked for", "type bridge", ["said Hit 1 of 1"]),
    ("the next hit", "F3", ["said Hit 1 of 1"]),
    ("find closed", "Escape", ["on document frame Article text", "selected bridge"]),
    ("saved", "ctrl+s", ["said Saved"]),
    ("the next part of the window", "F6", ["on toggle button All"]),
    ("and back", "shift+F6", ["on document frame Article text"]),
    ("the menus", "F10", ["on menu item File"]),
    ("a menu", "Return", ["on menu item Open folder…"]),
    ("its next line", "Down", ["on menu item Open path…"]),
    ("left", "Escape", ["on menu item File"]),
    ("back to the text", "Escape", ["on document frame Article text"]),
    ("a menu by its letter", "alt+a", ["on menu item Context menu"]),
    ("left", "Escape", ["on document frame Article text"]),
    ("the palette", "ctrl+shift+p", ["on list item Quit"]),
    ("what is looked for", "type exp", ["on list item Export…"]),
    ("the next line", "Down", ["on list item Export entities…"]),
    ("left", "Escape", ["on document frame Article text"]),
    ("done with the article", "ctrl+3", ["said Article other.txt"]),
    ("the review", "ctrl+r", ["said Item 1 of 2: Organization, Taravel"]),
    ("accepted", "a", ["said Accepted. Item 2 of 2: Person, Asha Rao"]),
    ("rejected", "r", ["said Rejected", "said Everything in the queue is decided"]),
    ("undone", "ctrl+z", ["said Undone: Reject"]),
    ("left", "Escape", ["said Review ended"]),
    ("the next article", "alt+Down", ["said Article other.txt"]),
    ("and back", "alt+Up", ["said Article news.txt"]),
    ("export", "ctrl+shift+e", ["on toggle button Tippani JSONL"]),
    ("left", "Escape", ["on document frame Article text"]),
]

# After so many steps that were not heard the others tell nothing more.
MISSED_ENOUGH = 5


def write_news(corpus):
    """The folder of the tour: two articles, and a colleague's annotations of one."""
    corpus.mkdir()
    (corpus / "news.txt").write_text(NEWS)
    (corpus / "other.txt").write_text("Another article.\n")
    write_marks(corpus, "ravi", [("Asha Rao", "entity", "person"), ("Taravel", "entity", "organization")])


def main(program, folder, record):
    corpus = pathlib.Path(folder) / "scripts"
    corpus.mkdir()
    (corpus / "scripts.txt").write_bytes(SCRIPTS.encode())
    listener = Listener(program, str(corpus / "scripts.txt"), "--annotator", "asha", "--theme", "light")
    listener.check_read(SCRIPTS.replace("\0", "\ufffd"))
    listener.close()

    corpus = pathlib.Path(folder) / "news"
    write_news(corpus)
    listener = Listener(program, str(corpus / "news.txt"), "--annotator", "asha", "--theme", "light")
    faults = list(listener.nameless())
    assert not faults, faults
    missed = 0
    for what, keys, wanted in TOUR:
        wanted = [] if record else wanted
        if keys.startswith("type "):
            heard = listener.type(keys[5:], wanted)
        else:
            heard = listener.press(keys, wanted)
        if record:
            print(f"{what} | {keys} | {heard}")
            continue
        lacking = listener.lacking(wanted, heard)
        twice = [one for one in heard if one.startswith("said ") and heard.count(one) > 1]
        print("ok" if not lacking and not twice else "NOT", f"{what} ({keys}): {heard}")
        if lacking or twice:
            print(f"    lacking {lacking}, said twice {twice}")
            missed += 1
        if missed == MISSED_ENOUGH:
            print("the rest was not tried")
            break
    listener.close()
    print(f"{len(TOUR) - missed} of {len(TOUR)} steps were heard")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], "--record" in sys.argv))
