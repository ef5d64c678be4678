"""Files as the tools and libraries of the field write them.

write.py FORMAT FOLDER reads a JSON line for each article from standard input, {"file", "text", "marks": [[label, start,
end], ...]} with offsets as Python counts them, and writes a file or files of that format into the folder.
"""

import json
import sys
from pathlib import Path


def main(name, folder):
    articles = [json.loads(line) for line in sys.stdin]
    WRITERS[name](articles, Path(folder))


def dump(rows, path):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def brat(articles, folder):
    for n, article in enumerate(articles):
        text = article["text"]
        (folder / f"{n}.txt").write_bytes(text.encode("utf-8"))
        lines = [f"T{i}\t{label} {s} {e}\t{text[s:e]}\n" for i, (label, s, e) in enumerate(article["marks"], 1)]
        (folder / f"{n}.ann").write_bytes("".join(lines).encode("utf-8"))


def doccano(measure):
    def write(articles, folder):
        rows = []
        for article in articles:
            place = lambda at: measure(article["text"][:at])
            labels = [[place(s), place(e), label] for label, s, e in article["marks"]]
            rows.append({"id": len(rows) + 1, "text": article["text"], "label": labels})
        dump(rows, folder / "doccano.jsonl")

    return write


def doc(article, nlp):
    """A spaCy document whose tokens end where marks do."""
    from spacy.tokens import Doc

    text = article["text"]
    edges = sorted({0, len(text)} | {at for _, s, e in article["marks"] for at in (s, e)})
    words = []
    for one, other in zip(edges, edges[1:]):
        stretch = nlp.make_doc(text[one:other])
        words.extend(piece for token in stretch for piece in (token.text, token.whitespace_) if piece)
    made = Doc(nlp.vocab, words=words, spaces=[False] * len(words))
    assert made.text == text
    made.spans["sc"] = [made.char_span(s, e, label=label) for label, s, e in article["marks"]]
    return made


def prodigy(articles, folder):
    """By way of spaCy's DocBin."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("xx")
    box = DocBin(docs=[doc(article, nlp) for article in articles], store_user_data=True)
    box.to_disk(folder / "marks.spacy")
    rows = []
    for made in DocBin().from_disk(folder / "marks.spacy").get_docs(nlp.vocab):
        tokens = [
            {"text": t.text, "start": t.idx, "end": t.idx + len(t), "id": t.i, "ws": bool(t.whitespace_)} for t in made
        ]
        spans = [
            {"start": s.start_char, "end": s.end_char, "token_start": s.start, "token_end": s.end - 1, "label": s.label_}
            for s in made.spans["sc"]
        ]
        rows.append({"text": made.text, "tokens": tokens, "spans": spans, "answer": "accept"})
    dump(rows, folder / "prodigy.jsonl")


def spacy_docbin(articles, folder):
    """Half of the marks as entities, half in two groups of spans; one file of all articles."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("xx")
    box = DocBin()
    for article in articles:
        made = doc(article, nlp)
        spans = list(made.spans.pop("sc"))
        made.ents = spans[::2]
        made.spans["sc"] = spans[1::4]
        made.spans["claims of experts"] = spans[3::4]
        box.add(made)
    box.to_disk(folder / "marks.spacy")


def conll(articles, folder):
    import spacy
    from spacy.training import biluo_to_iob, offsets_to_biluo_tags

    nlp = spacy.blank("xx")
    with open(folder / "marks.conll", "w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            made = doc(article, nlp)
            tags = biluo_to_iob(offsets_to_biluo_tags(made, [(s, e, label) for label, s, e in article["marks"]]))
            file.write(f"-DOCSTART- -X- -X- O\n\n# file = {article['file']}\n")
            for token, tag in zip(made, tags):
                if not token.text.isspace():
                    file.write(f"{token.text} -X- -X- {tag}\n")
            file.write("\n")


def label_studio(articles, folder):
    from label_studio_sdk.label_interface import LabelInterface
    from label_studio_sdk.label_interface.objects import AnnotationValue, PredictionValue, TaskValue

    names = sorted({label for article in articles for label, _, _ in article["marks"]})
    labels = "".join(f'<Label value="{name}"/>' for name in names)
    config = LabelInterface(
        f'<View><Labels name="label" toName="text">{labels}</Labels><Text name="text" value="$text"/></View>'
    )
    control = config.get_control("label")
    tasks = []
    for n, article in enumerate(articles):
        regions = [control.label(label=[label], start=s, end=e) for label, s, e in article["marks"]]
        half = len(regions) // 2
        one = AnnotationValue(completed_by=1, result=regions[:half])
        other = PredictionValue(result=regions[half:], model_version="judge-1", score=0.5)
        task = TaskValue(data={"text": article["text"]}, annotations=[one], predictions=[other])
        tasks.append(task.model_dump(exclude_none=True))
    (folder / "tasks.json").write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")


def w3c(articles, folder):
    from pyld import jsonld

    context = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))
    iri = "http://www.w3.org/ns/anno.jsonld"
    jsonld.set_document_loader(lambda url, _: {"contextUrl": None, "documentUrl": url, "document": context})
    for n, article in enumerate(articles):
        items = []
        for m, (label, s, e) in enumerate(article["marks"]):
            place = {"type": "TextPositionSelector", "start": s, "end": e}
            quote = {"type": "TextQuoteSelector", "exact": article["text"][s:e]}
            items.append(
                {
                    "id": f"https://example.org/{n}/{m}",
                    "type": "Annotation",
                    "motivation": "tagging",
                    "body": {"type": "TextualBody", "purpose": "tagging", "value": label},
                    "target": {"source": article["file"], "selector": [place, quote]},
                }
            )
        page = {"@context": iri, "id": f"https://example.org/{n}", "type": "AnnotationPage", "items": items}
        # There and back: the order of keys, and what is a list, are the library's.
        compact = jsonld.compact(jsonld.expand(page, {"base": "https://example.org/"}), iri)
        (folder / f"{n}.jsonld").write_text(json.dumps(compact, ensure_ascii=False), encoding="utf-8")


def cas_json(articles, folder, as_xmi=False):
    import cassis

    name = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    for n, article in enumerate(articles):
        types = cassis.TypeSystem()
        kind = types.create_type(name=name, supertypeName="uima.tcas.Annotation")
        types.create_feature(domainType=kind, name="value", rangeType="uima.cas.String")
        cas = cassis.Cas(typesystem=types)
        cas.sofa_string = article["text"]
        cas.sofa_mime = "text/plain"
        for label, s, e in article["marks"]:
            cas.add(kind(begin=s, end=e, value=label))
        if as_xmi:
            cas.to_xmi(folder / f"{n}.xmi")
            types.to_xml(folder / "TypeSystem.xml")
        else:
            cas.to_json(folder / f"{n}.json")


def bdocjs(articles, folder):
    from gatenlp import Document

    for n, article in enumerate(articles):
        document = Document(article["text"])
        for label, s, e in article["marks"]:
            document.annset("model").add(s, e, label, {"n": n})
        # Every other one counts as Java does.
        document.save(str(folder / f"{n}.bdocjs"), fmt="bdocjs", offset_type="jp"[n % 2])


WRITERS = {
    "brat": brat,
    "doccano": doccano(len),
    "doccano-utf-16": doccano(lambda text: len(text.encode("utf-16-le")) // 2),
    "doccano-byte": doccano(lambda text: len(text.encode("utf-8"))),
    "prodigy": prodigy,
    "spacy": spacy_docbin,
    "conll": conll,
    "label-studio": label_studio,
    "w3c": w3c,
    "cas-json": cas_json,
    "xmi": lambda articles, folder: cas_json(articles, folder, as_xmi=True),
    "bdocjs": bdocjs,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
