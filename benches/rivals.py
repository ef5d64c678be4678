"""The export by other means: rivals.py spacy|datasets WORKSPACE reads articles and sidecars, and writes a dataset."""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path


def articles(workspace):
    for sidecar in sorted(Path(workspace).rglob("*.annotations.json")):
        path = sidecar.with_name(sidecar.name.split(".txt.")[0] + ".txt")
        marks = json.loads(sidecar.read_bytes())["annotations"]
        yield path, path.read_bytes().decode("utf-8"), [
            (span["start"], span["end"], mark["label"]) for mark in marks for span in mark["spans"]
        ]


def with_spacy(workspace, out):
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("xx")
    box, size = DocBin(), 0
    for _, text, marks in articles(workspace):
        made = nlp.make_doc(text)
        found = (made.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in marks)
        made.spans["sc"] = [span for span in found if span is not None]
        box.add(made)
        size += len(text.encode())
    box.to_disk(out / "marks.spacy")
    return size


def with_datasets(workspace, out):
    import datasets

    datasets.disable_progress_bars()
    size = 0

    def rows():
        nonlocal size
        for path, text, marks in articles(workspace):
            size += len(text.encode())
            spans = [{"start": s, "end": e, "label": label, "quote": text[s:e]} for s, e, label in marks]
            yield {"file": str(path), "text": text, "spans": spans}

    made = datasets.Dataset.from_generator(rows, cache_dir=str(out / "cache"))
    made.to_parquet(str(out / "articles.parquet"))
    return size


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        size = {"spacy": with_spacy, "datasets": with_datasets}[sys.argv[1]](sys.argv[2], Path(out))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"{sys.argv[1]:<18} {size / 1e6 / seconds:>6.1f} MB/s  {seconds:>5.2f} s  {peak:>4} MB at most")
