"""What an outside reader sees in an export.

read.py FORMAT FOLDER SCHEMAS prints a JSON line for each annotator's marks of an article, as the libraries of the field
read them: {"file", "text", "marks": [[label, start, end, words], ...], "relations": [[label, words, words], ...]}.
Offsets are Python's, which count code points. It ends with an error where a library refuses the data.
"""

import json
import sys
from pathlib import Path


def main(name, folder, schemas):
    reader = READERS[name]
    for file, text, marks, relations in reader(Path(folder), Path(schemas)):
        for label, start, end, words in marks:
            if text is not None and start is not None and text[start:end] != words:
                raise SystemExit(f"{name}: {file}: {start}-{end} is {text[start:end]!r}, not {words!r} ({label})")
        print(json.dumps({"file": file, "text": text, "marks": marks, "relations": relations}))


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file]


def text_of(path):
    return path.read_bytes().decode("utf-8")


def jsonl(folder, schemas):
    import jsonschema
    import referencing

    load = lambda name: json.loads((schemas / name).read_text(encoding="utf-8"))
    resource = referencing.Resource.from_contents(load("annotations.schema.json"))
    registry = referencing.Registry().with_resource("annotations.schema.json", resource)
    validator = jsonschema.Draft202012Validator(load("article.schema.json"), registry=registry)
    for row in lines(folder / "articles.jsonl"):
        validator.validate(row)
        for one in row["sets"]:
            marks = []
            words = {}
            for mark in one.get("annotations", []):
                quotes = []
                for span in mark["spans"]:
                    marks.append([mark["label"], span["start"], span["end"], span["quote"]])
                    quotes.append(span["quote"])
                words[mark["id"]] = quotes[0]
            relations = [
                [link["label"], words[link["from"]], words[link["to"]]]
                for link in one.get("relations", [])
                if isinstance(link["to"], str)
            ]
            yield row["file"], row["text"], marks, relations


def brat(folder, _):
    """The rules of brat's own `annotation.py`: the text column is the slice, and holds no line feed."""
    for path in sorted(folder.rglob("*.ann")):
        text = text_of(path.with_suffix(".txt"))
        words, marks, relations, ids = {}, [], [], set()
        links = []
        for line in path.read_bytes().decode("utf-8").split("\n")[:-1]:
            id, rest = line.split("\t", 1)
            assert id not in ids, f"{path}: {id} twice"
            ids.add(id)
            if id.startswith("T"):
                kind, column = rest.split("\t", 1)
                label, places = kind.split(" ", 1)
                parts = [tuple(map(int, part.split(" "))) for part in places.split(";")]
                assert "\n" not in "".join(text[s:e] for s, e in parts), f"{path}: {line}"
                assert column == " ".join(text[s:e] for s, e in parts), f"{path}: {line}"
                assert all(s < e for s, e in parts) and parts == sorted(parts), f"{path}: {line}"
                words[id] = text[parts[0][0] : parts[0][1]]
                marks.extend([label, s, e, text[s:e]] for s, e in parts)
            elif id.startswith("R"):
                label, one, other = rest.strip().split(" ")
                links.append((label, one.removeprefix("Arg1:"), other.removeprefix("Arg2:")))
            elif id[0] in "AMN":
                assert rest.split("\t")[0].split(" ")[1] in ids, f"{path}: {line}"
            else:
                assert id.startswith("#"), f"{path}: {line}"
        relations = [[label, words[one], words[other]] for label, one, other in links]
        file = path.relative_to(folder).with_suffix("").as_posix().split("/", 1)[1]
        yield file if "." in file.rsplit("/", 1)[-1] else file + ".txt", text, marks, relations


def doccano(folder, _):
    """The rules of doccano's `data_import`: each label is (start, end, name), within the text, not inverted."""
    for row in lines(folder / "doccano.jsonl"):
        text = row["text"]
        assert isinstance(text, str)
        marks = []
        for start, end, label in row["label"]:
            assert type(start) is int and type(end) is int and isinstance(label, str) and 0 < len(label) <= 100
            assert 0 <= start < end <= len(text), f"{start}-{end} of {len(text)}"
            marks.append([label, start, end, text[start:end]])
        yield None, text, marks, []


def doccano_relations(folder, _):
    for row in lines(folder / "doccano-relations.jsonl"):
        text, marks, words = row["text"], [], {}
        for one in row["entities"]:
            start, end = one["start_offset"], one["end_offset"]
            assert 0 <= start < end <= len(text) and one["id"] not in words
            words[one["id"]] = text[start:end]
            marks.append([one["label"], start, end, text[start:end]])
        relations = [[link["type"], words[link["from_id"]], words[link["to_id"]]] for link in row["relations"]]
        yield None, text, marks, relations


def label_studio(folder, _):
    from label_studio_sdk.label_interface import LabelInterface

    config = LabelInterface((folder / "label-config.xml").read_text(encoding="utf-8"))
    config.validate()
    for task in json.loads((folder / "label-studio.json").read_text(encoding="utf-8")):
        assert config.validate_task({"data": task["data"]})
        text = task["data"]["text"]
        for annotation in task.get("annotations", []) + task.get("predictions", []):
            errors = config.validate_prediction(annotation, return_errors=True)
            assert not errors, errors[:3]
            labels = [r for r in annotation["result"] if r["type"] == "labels"]
            marks = [
                [r["value"]["labels"][0], r["value"]["start"], r["value"]["end"], r["value"]["text"]] for r in labels
            ]
            words = {r["id"]: r["value"]["text"] for r in reversed(labels)}
            relations = [
                [r["labels"][0], words[r["from_id"]], words[r["to_id"]]]
                for r in annotation["result"]
                if r["type"] == "relation"
            ]
            yield task["data"]["file"], text, marks, relations


def prodigy(folder, _):
    import spacy
    from spacy.tokens import Doc, DocBin

    nlp = spacy.blank("xx")
    rows = lines(folder / "prodigy.jsonl")
    box = DocBin(store_user_data=True)
    for row in rows:
        assert row["answer"] == "accept"
        for n, token in enumerate(row["tokens"]):
            assert token["id"] == n and row["text"][token["start"] : token["end"]] == token["text"]
        words, spaces = [t["text"] for t in row["tokens"]], [t["ws"] for t in row["tokens"]]
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
        assert doc.text == row["text"], f"{doc.text!r} {row['text']!r}"
        spans = []
        for span in row["spans"]:
            found = doc.char_span(span["start"], span["end"], label=span["label"], span_id=span["id"])
            assert found is not None, f"no tokens at {span}"
            tokens = row["tokens"][span["token_start"] : span["token_end"] + 1]
            assert (tokens[0]["start"], tokens[-1]["end"]) == (span["start"], span["end"]), span
            spans.append(found)
        doc.spans["sc"] = spans
        box.add(doc)
    docs = DocBin(store_user_data=True).from_bytes(box.to_bytes()).get_docs(nlp.vocab)
    for row, doc in zip(rows, docs, strict=True):
        marks = [[s.label_, s.start_char, s.end_char, s.text] for s in doc.spans["sc"]]
        place = lambda span: row["text"][span["start"] : span["end"]]
        relations = [[r["label"], place(r["head_span"]), place(r["child_span"])] for r in row.get("relations", [])]
        yield row["meta"]["file"], doc.text, marks, relations


def conll(folder, _):
    from nervaluate import Evaluator
    from seqeval.metrics import f1_score
    from seqeval.scheme import IOB2, Entities

    for path in sorted(folder.glob("*.conll")):
        articles = []
        for line in path.read_bytes().decode("utf-8").split("\n"):
            if line.startswith("# file = "):
                articles.append((line.removeprefix("# file = "), [[]]))
            elif line.startswith("# "):
                continue
            elif line:
                word, tag = line.split("\t")
                articles[-1][1][-1].append((word, tag))
            elif articles and articles[-1][1][-1]:
                articles[-1][1].append([])
        tags = [[tag for _, tag in sentence] for _, all in articles for sentence in all]
        if any(tag != "O" for sentence in tags for tag in sentence):
            assert f1_score(tags, tags, mode="strict", scheme=IOB2) == 1.0
            names = sorted({tag[2:] for sentence in tags for tag in sentence if tag != "O"})
            results = Evaluator(tags, tags, tags=names, loader="list").evaluate()
            assert results["overall"]["strict"].f1 == 1.0
        for file, sentences in articles:
            marks = []
            for sentence, found in zip(sentences, Entities([[t for _, t in s] for s in sentences], IOB2).entities):
                for one in found:
                    words = "".join(word for word, _ in sentence[one.start : one.end])
                    marks.append([one.tag, None, None, words])
            yield file, None, marks, []


def huggingface(folder, _):
    import datasets
    import duckdb
    import pyarrow.dataset
    from seqeval.scheme import IOB2, Entities

    datasets.disable_progress_bars()
    files = sorted(str(path) for path in folder.glob("data/*/*.parquet"))
    rows = datasets.load_dataset("parquet", data_files=files, split="train", cache_dir=str(folder / ".cache"))
    names = rows.features["ner_tags"].feature.names
    assert names[0] == "O" and all(a[2:] == b[2:] for a, b in zip(names[1::2], names[2::2]))
    table = pyarrow.dataset.dataset(str(folder / "data"), format="parquet", partitioning="hive").to_table()
    assert table.num_rows == len(rows) and "language" in table.column_names
    glob = str(folder / "data/*/*.parquet")
    wrong = duckdb.sql(
        f"""select count(*) from (select text, unnest(spans) as span from read_parquet('{glob}', hive_partitioning=true))
        where substring(text, span.start + 1, span."end" - span.start) <> span.quote"""
    ).fetchall()
    assert wrong == [(0,)], wrong
    known = set(rows.features["ner_tags"].feature.names) | set(rows.features["claim_tags"].feature.names)
    for row in rows:
        assert len(row["tokens"]) == len(row["ner_tags"]) == len(row["claim_tags"])
        Entities([[names[tag] for tag in row["ner_tags"]]], IOB2)
        words, relations = {}, []
        for span in row["spans"]:
            words.setdefault(span["id"], span["quote"])
            assert "B-" + span["label"] in known
        for link in row["relations"]:
            if link["to_file"] is None:
                relations.append([link["label"], words[link["from"]], words[link["to"]]])
        marks = [[span["label"], span["start"], span["end"], span["quote"]] for span in row["spans"]]
        yield row["file"], row["text"], marks, relations


def w3c(folder, _):
    from pyld import jsonld

    oa, rdf = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    context = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))

    def load(url, _):
        assert url == "http://www.w3.org/ns/anno.jsonld", url
        return {"contextUrl": None, "documentUrl": url, "document": context}

    jsonld.set_document_loader(load)
    value = lambda node, key: node[key][0]["@value"]
    for path in sorted(folder.rglob("*.jsonld")):
        page = json.loads(path.read_text(encoding="utf-8"))
        (expanded,) = jsonld.expand(page)
        marks, words, links = [], {}, []
        items = expanded["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
        for item in items:
            (motivation,) = item[oa + "motivatedBy"]
            bodies = item[oa + "hasBody"]
            tag = next(
                value(body, rdf + "value")
                for body in bodies
                if body.get(oa + "hasPurpose") == [{"@id": oa + "tagging"}]
            )
            if motivation["@id"] == oa + "linking":
                other = next(body["@id"] for body in bodies if oa + "hasPurpose" not in body)
                links.append((tag, item[oa + "hasTarget"][0]["@id"], other))
                continue
            assert item["http://purl.org/dc/terms/creator"], item
            for target in item[oa + "hasTarget"]:
                selectors = {s["@type"][0]: s for s in target[oa + "hasSelector"]}
                place, quote = selectors[oa + "TextPositionSelector"], selectors[oa + "TextQuoteSelector"]
                exact = value(quote, oa + "exact")
                words.setdefault(item["@id"], exact)
                marks.append([tag, value(place, oa + "start"), value(place, oa + "end"), exact])
        file = target_file(page)
        yield file, None, marks, [[tag, words[one], words[other]] for tag, one, other in links]


def target_file(page):
    """The article a page speaks of: percent-encoded in the page's own identifier."""
    from urllib.parse import unquote

    return unquote(page["id"].split(":", 3)[3])


def cas_json(folder, _):
    import cassis

    for path in sorted(folder.rglob("*.json")):
        with open(path, "rb") as file:
            cas = cassis.load_cas_from_json(file)
        marks, relations, file = [], [], None
        for one in cas.select_all_fs():
            kind = one.type.name
            if kind.endswith(".DocumentMetaData"):
                file = one.documentTitle
            elif kind == "tippani.Relation":
                relations.append([one.label, one.Governor.get_covered_text(), one.Dependent.get_covered_text()])
            elif hasattr(one, "value"):
                marks.append([one.value, one.begin, one.end, one.get_covered_text()])
        yield file, cas.sofa_string, marks, relations


def bdocjs(folder, _):
    from gatenlp import Document

    for path in sorted(folder.rglob("*.bdocjs")):
        document = Document.load(str(path), fmt="bdocjs")
        for name in document.annset_names():
            marks, words, links = [], {}, []
            for one in document.annset(name):
                if one.type == "tippani-relation":
                    links.append((one.features["label"], one.features["from"], one.features["to"]))
                else:
                    words.setdefault(one.features["id"], document[one])
                    marks.append([one.type, one.start, one.end, document[one]])
            relations = [[label, words[one], words[other]] for label, one, other in links]
            yield document.features["file"], document.text, marks, relations


def unguarded(cell):
    """What a cell says: an apostrophe keeps spreadsheets from taking it for a formula."""
    rest = cell.lstrip("'")
    is_guarded = cell.startswith("'") and rest[:1] in tuple("=+-@\t\r\n＝＋－＠")
    return cell[1:] if is_guarded else cell


def csv(folder, _):
    import pandas

    table = pandas.read_csv(folder / "annotations.csv", keep_default_na=False, encoding="utf-8")
    for (file, _), rows in table.groupby(["file", "annotator"]):
        marks = [[r.label, int(r.start), int(r.end), unguarded(r.quote)] for r in rows.itertuples()]
        yield file, None, marks, []


def conllu(folder, _):
    """Entities by their brackets, as CorefUD writes them; words with blanks where the file says so."""
    import urllib.parse

    import conllu as library

    def done(file, words, entities):
        text = "".join(words)
        marks = [[label, None, None, text[start:end].strip()] for label, start, end in entities]
        return file, None, marks, []

    file, words, entities, opened = None, [], [], {}
    for sentence in library.parse((folder / "articles.conllu").read_text(encoding="utf-8")):
        if "newdoc id" in sentence.metadata:
            if words:
                yield done(file, words, entities)
            file, words, entities, opened = sentence.metadata["newdoc id"], [], [], {}
        for token in sentence:
            misc = token["misc"] or {}
            start = sum(map(len, words))
            words.append(token["form"] + ("" if misc.get("SpaceAfter") == "No" else " "))
            end = start + len(token["form"])
            rest = misc.get("Entity", "")
            while rest:
                if rest[0] == "(":
                    at = min(n for n in (rest.find("(", 1), rest.find(")", 1), len(rest)) if n > 0)
                    label, number = rest[1:at].rsplit("-", 1)
                    opened[rest[1:at]] = (urllib.parse.unquote(label), start)
                    rest = rest[at:]
                    if rest[:1] == ")":
                        entities.append([*opened.pop(f"{label}-{number}"), end])
                        rest = rest[1:]
                else:
                    name, rest = rest.split(")", 1)
                    entities.append([*opened.pop(name), end])
        assert isinstance(sentence.metadata["sent_id"], str)
    if words:
        yield done(file, words, entities)


def spacy_docbin(folder, _):
    """Documents as spaCy trains on them: entities of `doc.ents` are among the spans, and every edge is one of tokens."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Example

    nlp = spacy.blank("xx")
    for path in sorted(folder.rglob("*.spacy")):
        (doc,) = DocBin().from_disk(path).get_docs(nlp.vocab)
        own, marks, words, spans = json.loads(doc.user_data["tippani"]), [], {}, set()
        for name, group in doc.spans.items():
            assert name in ("entities", "claims") and len(group)
            for span in group:
                assert doc.text[span.start_char : span.end_char] == span.text == doc[span.start : span.end].text
                words.setdefault(span.id_, span.text)
                spans.add((name, span.start, span.end, span.label_, span.kb_id_, span.id_))
                marks.append([span.label_, span.start_char, span.end_char, span.text])
        for span in doc.ents:
            assert ("entities", span.start, span.end, span.label_, span.kb_id_, span.ent_id_) in spans, span
        # What its pipelines are given: the words of the text alone, and what was annotated.
        example = Example(nlp.make_doc(doc.text), doc)
        assert example.reference.text == example.predicted.text
        relations = [[link["label"], words[link["from"]], words[link["to"]]] for link in own["relations"]]
        yield own["file"], doc.text, marks, relations


def spacy_json(folder, _):
    import spacy

    nlp = spacy.blank("xx")
    for row in lines(folder / "spacy-json.jsonl"):
        text, marks = row["text"], []
        doc = nlp.make_doc(text)
        for start, end, label in row["entities"]:
            # One that begins or ends with a blank is in the report of losses.
            assert text[start:end].strip() == "" or doc.char_span(start, end, alignment_mode="expand") is not None
            marks.append([label, start, end, text[start:end]])
        yield row["file"], text, marks, []


def hf_tokens(folder, _):
    from datasets import load_dataset

    rows = load_dataset("json", data_files=str(folder / "hf-tokens.jsonl"), split="train", cache_dir=str(folder / "cache"))
    for row, plain in zip(rows, lines(folder / "hf-tokens.jsonl")):
        names, marks = {int(n): name for n, name in plain["id2label"].items()}, []
        for key in ("ner_tags", "claim_tags"):
            assert len(row[key]) == len(row["tokens"])
            words = []
            for token, tag in [*zip(row["tokens"], row[key]), ("", 0)]:
                name = names[tag]
                if words and not name.startswith("I-"):
                    marks.append([label, None, None, "".join(words)])
                    words = []
                if name != "O":
                    label = name[2:]
                    words.append(token)
        yield row["file"], None, marks, []


def xmi(folder, _):
    import cassis

    with open(folder / "TypeSystem.xml", "rb") as file:
        types = cassis.load_typesystem(file)
    for path in sorted(folder.rglob("*.xmi")):
        with open(path, "rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        marks, relations, file = [], [], None
        for one in cas.select_all():
            kind = one.type.name
            if kind.endswith(".DocumentMetaData"):
                file = one.documentTitle
            elif kind == "tippani.Relation":
                relations.append([one.label, one.Governor.get_covered_text(), one.Dependent.get_covered_text()])
            elif hasattr(one, "value"):
                marks.append([one.value, one.begin, one.end, one.get_covered_text()])
        yield file, cas.sofa_string, marks, relations


def tei(folder, _):
    from lxml import etree

    ns = {"t": "http://www.tei-c.org/ns/1.0"}
    for path in sorted(folder.rglob("*.xml")):
        root = etree.parse(str(path)).getroot()
        text = "".join(root.find(".//t:body", ns).itertext())
        marks, words = [], {}
        for one in root.iterfind(".//t:span", ns):
            places = [tuple(map(int, part.removeprefix("#char=").split(","))) for part in one.get("target").split()]
            marks.extend([one.get("type"), start, end, text[start:end]] for start, end in places)
            words["#" + one.get("{http://www.w3.org/XML/1998/namespace}id")] = text[slice(*places[0])]
        relations = [
            [one.get("type"), *(words[end] for end in one.get("target").split())] for one in root.iterfind(".//t:link", ns)
        ]
        yield root.findtext(".//t:title", namespaces=ns), text, marks, relations


def webanno_tsv(folder, _):
    """The rules of the format: offsets in UTF-16, a cell for each feature, numbers for marks over several words."""
    import re

    for path in sorted(folder.rglob("*.tsv")):
        content = path.read_bytes().decode("utf-8")
        assert content.startswith("#FORMAT=WebAnno TSV 3.3\n")
        head = [line for line in content.split("\n") if line.startswith("#T_")]
        columns = sum(max(1, len(line.split("|")) - 1) for line in head)
        units, at, marks, addresses = [], 0, {}, set()
        for line in content.split("\n"):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            assert len(cells) == 3 + columns + 1 and cells[-1] == "", line
            start, end = map(int, cells[1].split("-"))
            word = re.sub(r"\\(.)", r"\1", cells[2])
            assert at <= start and end - start == len(word.encode("utf-16-le")) // 2, line
            assert cells[0] not in addresses
            addresses.add(cells[0])
            units.append((start, word))
            at = end
            for cell in (cells[4], cells[6]):
                for value in re.split(r"(?<!\\)\|", cell) if cell != "_" else []:
                    label, number = re.fullmatch(r"(.*)\[(\d+)\]", value).groups()
                    one = marks.setdefault(number, [re.sub(r"\\(.)", r"\1", label), []])
                    one[1].append(word)
            for cell in (cells[8], cells[10]):
                for value in cell.split("|") if cell != "_" else []:
                    address, numbers = re.fullmatch(r"(\d+-\d+)\[(\d+_\d+)\]", value).groups()
        # As in a project: annotation/a.txt/asha.tsv.
        file = path.parent.relative_to(folder).as_posix().split("/", 1)[1]
        yield file, None, [[label, None, None, "".join(words)] for label, words in marks.values()], []


def pubannotation(folder, _):
    for row in json.loads((folder / "pubannotation.json").read_text(encoding="utf-8")):
        text, marks, words = row["text"], [], {}
        for one in row["denotations"]:
            spans = one["span"] if isinstance(one["span"], list) else [one["span"]]
            assert one["id"] not in words and isinstance(one["obj"], str)
            for span in spans:
                assert 0 <= span["begin"] < span["end"] <= len(text)
                marks.append([one["obj"], span["begin"], span["end"], text[span["begin"] : span["end"]]])
            words[one["id"]] = text[spans[0]["begin"] : spans[0]["end"]]
        assert all(one["subj"] in words for one in row["attributes"])
        relations = [[one["pred"], words[one["subj"]], words[one["obj"]]] for one in row["relations"]]
        yield row["sourceid"], text, marks, relations


def bioc(folder, _):
    from bioc import biocjson

    with open(folder / "bioc.json", encoding="utf-8") as file:
        collection = biocjson.load(file)
    for document in collection.documents:
        (passage,) = document.passages
        text, marks, words = passage.text, [], {}
        for one in passage.annotations:
            places = [(place.offset, place.offset + place.length) for place in one.locations]
            marks.extend([one.infons["type"], start, end, text[start:end]] for start, end in places)
            assert one.text == " ".join(text[start:end] for start, end in places)
            words[one.id] = text[slice(*places[0])]
        relations = [[one.infons["type"], *(words[node.refid] for node in one.nodes)] for one in passage.relations]
        yield document.id, text, marks, relations


def tables(folder, _):
    """Each table by pandas: every reference leads to a row."""
    import pandas

    read = lambda name: pandas.read_csv(folder / name, keep_default_na=False, dtype={"quote": str, "label": str, "id": str})
    plain = lambda text: text[1:] if text.startswith("'") and text.lstrip("'")[:1] in "=+-@\t\r\n＝＋－＠" and text.lstrip("'") else text
    mentions, claims, attributes, links = map(read, ["mentions.csv", "claims.csv", "attributes.csv", "links.csv"])
    known = set()
    for table in (mentions, claims):
        known |= set(zip(table.file, table.annotator, table.id))
        for (file, _), group in table.groupby(["file", "annotator"]):
            marks = [[plain(row.label), row.start, row.end, plain(row.quote)] for row in group.itertuples()]
            yield plain(file), None, marks, []
    assert set(zip(attributes.file, attributes.annotator, attributes.id)) <= known
    for row in links.itertuples():
        assert (row.file, row.annotator, row.id) not in known


def graph(folder, _):
    """The graph as rdflib reads it and as pyld expands it; marks by a query."""
    import rdflib
    from pyld import jsonld

    text = (folder / "graph.jsonld").read_text(encoding="utf-8")
    expanded = jsonld.expand(json.loads(text))
    data = rdflib.Graph().parse(data=text, format="json-ld")
    nodes = [node for node in expanded if "urn:tippani:vocabulary:label" in node]
    found = data.query("""
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX t: <urn:tippani:vocabulary:>
        SELECT ?mark ?label ?file ?start ?end ?exact WHERE {
            ?mark a oa:Annotation ; t:label ?label ; oa:hasTarget ?target .
            ?target oa:hasSource ?article ; oa:hasSelector ?place, ?words .
            ?article t:file ?file . ?place oa:start ?start ; oa:end ?end . ?words oa:exact ?exact .
        }""")
    files, marks = {}, set()
    for mark, label, file, start, end, exact in found:
        marks.add(mark)
        files.setdefault(str(file), []).append([str(label), int(start), int(end), str(exact)])
    assert marks == {rdflib.URIRef(node["@id"]) for node in nodes}, "pyld and rdflib see other marks"
    for link in data.subjects(rdflib.RDF.type, rdflib.URIRef("urn:tippani:vocabulary:Link")):
        ends = [list(data.objects(link, rdflib.URIRef(f"urn:tippani:vocabulary:{end}"))) for end in ("from", "to")]
        assert [len(end) for end in ends] == [1, 1], link
        (relation,) = data.objects(link, rdflib.URIRef("urn:tippani:vocabulary:relation"))
        words = {str(word) for word in data.predicates(ends[0][0], ends[1][0])}
        assert any(word.endswith(f":{relation}") for word in words), link
    for file, own in files.items():
        yield file, None, own, []


AIDA = (
    "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/"
    "java/src/main/resources/com/ncc/aif/ontologies/InterchangeOntology#"
)


def aif(folder, _):
    """The rules of the interchange format that claims and mentions have to keep, by rdflib; with pyshacl the published shapes, where
    TIPPANI_AIF_SHAPES says where they are."""
    import os

    import rdflib

    data = rdflib.Graph().parse(folder / "claims.ttl", format="turtle")
    aida, rdf = rdflib.Namespace(AIDA), rdflib.RDF
    shapes = os.environ.get("TIPPANI_AIF_SHAPES")
    if shapes:
        import pyshacl

        conforms, _, report = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(shapes, format="turtle"), advanced=True)
        assert conforms, report[:4000]
    one = lambda node, name: next(iter(values(node, name, 1, 1)))

    def values(node, name, least, most):
        found = list(data.objects(node, aida[name]))
        assert least <= len(found) <= most, f"{node} has {len(found)} {name}"
        return found

    def place(node):
        (justification,) = data.objects(node, aida.justifiedBy)
        assert (justification, rdf.type, aida.TextJustification) in data
        confidence = one(one(justification, "confidence"), "confidenceValue")
        assert confidence.datatype == rdflib.XSD.double
        one(justification, "source")
        return one(justification, "sourceDocument"), int(one(justification, "startOffset")), int(one(justification, "endOffsetInclusive")) + 1

    def component(node):
        assert (node, rdf.type, aida.ClaimComponent) in data
        one(node, "componentName"), one(node, "componentIdentity"), values(node, "componentType", 1, 5)

    for cluster in data.subjects(rdf.type, aida.SameAsCluster):
        one(cluster, "prototype")
    for claim in data.subjects(rdf.type, aida.Claim):
        for name in ("sourceDocument", "claimId", "topic", "subtopic", "naturalLanguageDescription", "epistemic", "sentiment"):
            one(claim, name)
        for cluster in values(claim, "claimSemantics", 1, 99):
            assert (cluster, rdf.type, aida.SameAsCluster) in data
        component(one(claim, "claimer"))
        for name in ("claimerAffiliation", "claimLocation", "claimMedium"):
            for node in values(claim, name, 0, 1):
                component(node)
        values(claim, "claimDateTime", 0, 1)
    files = {}
    for node, private in data.subject_objects(aida.privateData):
        said = json.loads(one(private, "jsonContent"))
        own = rdflib.URIRef(str(node).removesuffix(":claimed"))
        file, start, end = place(own)
        parts = said["parts"]
        assert (parts[0]["start"], parts[-1]["end"]) == (start, end), own
        files.setdefault(str(file), []).extend([said["label"], part["start"], part["end"], part["quote"]] for part in parts)
    for file, marks in files.items():
        yield file, None, marks, []


LABELS = [
    "person", "organization", "location", "event", "date-time", "product",
    "statement", "allegation", "denial", "intention", "figure",
]


def guid(*words):
    """The identifier that the program makes of words."""
    import hashlib

    digits = hashlib.sha256("\x1f".join(words).encode("utf-8")).hexdigest()
    return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32]])


def qdpx(folder, _):
    """The archive by Python's own zipfile and lxml, as QDA programs read it; with the published schema, where TIPPANI_QDA_SCHEMA says
    where it is."""
    import os
    import zipfile

    from lxml import etree

    schema = os.environ.get("TIPPANI_QDA_SCHEMA")
    schema = etree.XMLSchema(etree.parse(schema)) if schema else None
    space = "{urn:QDA-XML:project:1.0}"
    for path in sorted(folder.glob("*.qdpx")):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            project = etree.fromstring(archive.read("project.qde"))
            if schema is not None:
                schema.assertValid(project)
            assert [child.tag.removeprefix(space) for child in project][:3] == ["Users", "CodeBook", "Sources"]
            codes = {code.get("guid"): code.get("name") for code in project.iter(f"{space}Code")}
            users = {user.get("guid") for user in project.iter(f"{space}User")}
            names = {guid("label", label): label for label in LABELS}
            guids = [node.get("guid") for node in project.iter() if node.get("guid")]
            assert len(guids) == len(set(guids)), "a GUID stands twice"
            for source in project.iter(f"{space}TextSource"):
                inside = source.get("plainTextPath").removeprefix("internal://")
                text = archive.read(f"sources/{inside}").decode("utf-8")
                marks = []
                for selection in source.iter(f"{space}PlainTextSelection"):
                    start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
                    assert 0 <= start < end <= len(text) and selection.get("creatingUser") in users
                    for ref in selection.iter(f"{space}CodeRef"):
                        assert ref.get("targetGUID") in codes
                        marks.append([names[ref.get("targetGUID")], start, end, text[start:end]])
                yield None, text, marks, []
            ends = set(guids)
            for link in project.iter(f"{space}Link"):
                assert link.get("originGUID") in ends and link.get("direction") in ("Associative", "OneWay")


READERS = {
    "jsonl": jsonl,
    "brat": brat,
    "doccano": doccano,
    "doccano-relations": doccano_relations,
    "label-studio": label_studio,
    "prodigy": prodigy,
    "conll": conll,
    "conllu": conllu,
    "spacy": spacy_docbin,
    "spacy-json": spacy_json,
    "hf-tokens": hf_tokens,
    "xmi": xmi,
    "webanno-tsv": webanno_tsv,
    "tei": tei,
    "pubannotation": pubannotation,
    "bioc": bioc,
    "huggingface": huggingface,
    "w3c": w3c,
    "cas-json": cas_json,
    "bdocjs": bdocjs,
    "csv": csv,
    "tables": tables,
    "graph": graph,
    "aif": aif,
    "qdpx": qdpx,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
