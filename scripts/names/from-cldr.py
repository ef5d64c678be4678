#!/usr/bin/env python3
"""Names of places and languages in every language the room `names` reads, from Unicode's CLDR, as one TSV.

    npm pack cldr-localenames-full cldr-dates-full        # Unicode-3.0
    scripts/names/from-cldr.py FOLDER > cldr.tsv          # where both were unpacked, each as NAME-VERSION
    scripts/names/from-cldr.py FOLDER en hi gu > tests/names/cldr.tsv

A row is one place or language, a column one language, and `|` stands between spellings. With languages named,
only places that have a name in each of them.
"""

import json
import sys
from pathlib import Path

LANGUAGES = "en hi gu mr ne bn as pa or ta te kn ml ur ar fa ru uk bg sr".split()

NOWHERE = {"Etc/Unknown", "ZZ", "XA", "XB", "QO"}
PLACES = """\
# Places in several languages, by `scripts/names/from-cldr.py` from Unicode's CLDR 48.2.
# Copyright © 2004-2026 Unicode, Inc. Unicode-3.0, see crates/core/src/names/tables/LICENSE-UNICODE."""


def read(folder, package, language, file, *keys):
    paths = sorted(folder.glob(f"{package}-[0-9]*/package/main/{language}/{file}"))
    if not paths:
        return {}
    value = json.loads(paths[-1].read_text(encoding="utf-8"))["main"][language]
    for key in keys:
        value = value.get(key, {})
    return value


def cities(zones, before=""):
    """Exemplar cities by zone: `Europe/Athens` → Athens."""
    for key, value in zones.items():
        if "exemplarCity" in value:
            yield "city:" + before + key, value["exemplarCity"]
        elif isinstance(value, dict):
            yield from cities({k: v for k, v in value.items() if isinstance(v, dict)}, f"{before}{key}/")


def display_names(names, kind):
    """Names by code; `GB-alt-short` belongs to `GB`, and what is asked for by another form is left out."""
    for key, value in names.items():
        code, _, form = key.partition("-alt-")
        if form in ("", "short", "variant") and not code.isdigit() and value != code:
            yield f"{kind}:{code}", value


def main():
    folder = Path(sys.argv[1])
    rows = {}
    for language in LANGUAGES:
        shown = ["localeDisplayNames"]
        names = [
            *cities(read(folder, "cldr-dates-full", language, "timeZoneNames.json", "dates", "timeZoneNames", "zone")),
            *display_names(read(folder, "cldr-localenames-full", language, "territories.json", *shown, "territories"), "territory"),
            *display_names(read(folder, "cldr-localenames-full", language, "languages.json", *shown, "languages"), "language"),
        ]
        for key, name in names:
            spellings = rows.setdefault(key, {}).setdefault(language, [])
            if name not in spellings:
                spellings.append(name)
    for key, row in rows.items():
        if key.startswith("city:"):
            # English names a city only where the identifier of its zone does not.
            row.setdefault("en", [key.rpartition("/")[2].replace("_", " ")])
    if sys.argv[2:]:
        places(rows, sys.argv[2:])
        return
    print("id", *LANGUAGES, sep="\t")
    for key, row in rows.items():
        if "en" in row and len(row) > 1:
            print(key, *("|".join(row.get(language, [])) for language in LANGUAGES), sep="\t")


def places(rows, languages):
    """Each place once, with its names in these languages."""
    print(PLACES)
    print("kind", *languages, sep="\t")
    seen = set()
    for key, row in rows.items():
        kind, _, code = key.partition(":")
        names = tuple("|".join(row.get(language, [])) for language in languages)
        if kind == "language" or code in NOWHERE or not all(names) or names in seen:
            continue
        seen.add(names)
        print(kind, *names, sep="\t")


main()
