#!/usr/bin/env python3
"""Writes THIRD-PARTY.txt: the licences of everything that goes out with the program. With --check only says whether it is current.

Packages are those that the program is built from on Linux, Windows and macOS; what only tests or builds need is left out.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "THIRD-PARTY.txt"
# Where a package may be had under several licences, the first of these that it has is taken.
PREFERRED = ["MIT", "Zlib", "BSD-2-Clause", "BSD-3-Clause", "ISC", "BSL-1.0", "Apache-2.0", "Unicode-3.0", "MPL-2.0"]
# How the files of a licence are recognised.
NAMES = {"MIT": "MIT", "Apache-2.0": "APACHE", "Zlib": "ZLIB", "BSL-1.0": "BOOST|BSL", "Unicode-3.0": "UNICODE",
         "MPL-2.0": "MPL", "ISC": "ISC", "BSD-2-Clause": "BSD", "BSD-3-Clause": "BSD"}
RULE = "=" * 80


def packages():
    """The packages that are linked into the program, by name and version."""
    arguments = ["cargo", "metadata", "--locked", "--format-version", "1", "--all-features"]
    found = json.loads(subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True).stdout)
    by_id = {package["id"]: package for package in found["packages"]}
    needs = {node["id"]: node["deps"] for node in found["resolve"]["nodes"]}
    open_ids, linked = list(found["workspace_members"]), set()
    while open_ids:
        for need in needs[open_ids.pop()]:
            if need["pkg"] not in linked and any(is_linked(kind) for kind in need["dep_kinds"]):
                linked.add(need["pkg"])
                open_ids.append(need["pkg"])
    # What a macro is made with is not in the program, but its text may be.
    all_packages = [by_id[i] for i in linked if by_id[i]["source"]]
    return sorted(all_packages, key=lambda package: (package["name"], package["version"]))


def is_linked(kind):
    target = kind["target"] or ""
    elsewhere = re.search(r"wasm|android|redox|\"ios\"|hermit|wasi|emscripten", target) and "not(" not in target
    return kind["kind"] is None and not elsewhere


def licence_of(package):
    """The licences that are taken of a package, and their texts."""
    expression = (package["license"] or "").replace("/", " OR ")
    taken = []
    for part in re.split(r"\s+AND\s+(?![^(]*\))", expression):
        offered = re.findall(r"[A-Za-z0-9.+-]+", part.replace(" OR ", " ").replace(" WITH LLVM-exception", ""))
        taken.append(next((name for name in PREFERRED if name in offered), part))
    folder = Path(package["manifest_path"]).parent
    files = sorted(f for f in folder.iterdir() if f.is_file() and re.match(r"(?i)(licen[cs]e|copying|notice|copyright)", f.name))
    chosen = [f for f in files if any(re.search(f"(?i){NAMES.get(name, name)}", f.name) for name in taken)]
    plain = [f for f in files if not re.search(r"(?i)mit|apache|zlib|boost|bsl|unicode|mpl|isc|bsd|unlicense|cc0", f.name)]
    notices = [f for f in files if re.match(r"(?i)notice|copyright", f.name)]
    texts = [f.read_text(encoding="utf-8", errors="replace") for f in (chosen or plain or files)]
    texts += [f.read_text(encoding="utf-8", errors="replace") for f in notices if f not in (chosen or plain or files)]
    return expression, [normal(text) for text in texts]


def normal(text):
    lines = [line.expandtabs().rstrip() for line in text.replace("\r\n", "\n").replace("\f", "\n").split("\n")]
    return "\n".join(lines).strip("\n")


def fonts():
    """The licences of the fonts; `fonts/README.md` says which has which."""
    files = [ROOT / "fonts" / name for name in ["OFL.txt", "PHOSPHOR-LICENSE"]]
    return {str(f.relative_to(ROOT)): normal(f.read_text(encoding="utf-8")) for f in files}


def data():
    """The licences of what the tables of names were made of."""
    file = ROOT / "crates/core/src/names/tables/LICENSE-UNICODE"
    return {"Unicode CLDR 48.2 (crates/core/src/names/tables)": normal(file.read_text(encoding="utf-8"))}


def document():
    all_packages = packages()
    out = ["Tippani is made with the work of others. These are their names, and the licences under which their work goes out",
           "with it. The licences of Tippani itself are in LICENSE-MIT and LICENSE-APACHE.", "", "PACKAGES", ""]
    by_text = {}
    for package in all_packages:
        expression, texts = licence_of(package)
        name = f"{package['name']} {package['version']}"
        out.append(f"{name}  {expression}")
        for text in texts or [f"{expression}; {package['repository'] or ''}".strip("; ")]:
            by_text.setdefault(text, []).append(name)
    out += ["", "FONTS", ""]
    for name, text in fonts().items():
        out.append(name)
        by_text.setdefault(text, []).append(name)
    out += ["", "DATA", ""]
    for name, text in data().items():
        out.append(name)
        by_text.setdefault(text, []).append(name)
    for text, names in by_text.items():
        out += ["", RULE, ", ".join(names), RULE, "", text]
    return "\n".join(out) + "\n"


def main():
    text = document()
    if sys.argv[1:] == ["--check"]:
        if not OUT.is_file() or OUT.read_text(encoding="utf-8") != text:
            sys.exit("THIRD-PARTY.txt is not what Cargo.lock, fonts/ and the tables of names say; run scripts/notices.py")
        return
    OUT.write_text(text, encoding="utf-8")


main()
