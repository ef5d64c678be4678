"""Whom mentions are of, as an outside reader sees it in an export.

entities.py FORMAT FOLDER prints {"links": [[words, entity], ...], "names": {entity: [name, ...]}}: the words of each mention
with the entity it is linked to, and the names of the entities beside the dataset. It ends with an error where a library
refuses the data.
"""

import json
import sys
from pathlib import Path

IRI = "urn:tippani:entity:"


def main(name, folder):
    links, names = READERS[name](Path(folder))
    print(json.dumps({"links": sorted(links), "names": names}))


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def jsonl(folder):
    links = []
    for row in lines(folder / "articles.jsonl"):
        for mark in (mark for one in row["sets"] for mark in one.get("annotations", []) if "entity" in mark):
            links.append((mark["spans"][0]["quote"], mark["entity"]))
    entities = [row for row in lines(folder / "entities.ndjson") if "id" in row]
    names = {row["id"]: [row["name"], *(alias["text"] for alias in row.get("aliases", []))] for row in entities}
    return links, names


def brat(folder):
    """The rules of brat's `norm_db_init.py`: an identifier, then cells of a type, a label and a text."""
    links, names = [], {}
    for path in folder.rglob("*.ann"):
        words = {}
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            id, rest = line.split("\t", 1)
            head, text = rest.split("\t", 1) if "\t" in rest else (rest, "")
            if id.startswith("T"):
                words[id] = text
            elif id.startswith("N"):
                kind, target, reference = head.split(" ", 2)
                database, entity = reference.split(":", 1)
                assert kind == "Reference" and database == "tippani" and text, line
                links.append((words[target], entity))
    for line in (folder / "entities.normalization.txt").read_text(encoding="utf-8").splitlines():
        id, *cells = line.split("\t")
        cells = [cell.split(":", 2) for cell in cells]
        assert all(len(cell) == 3 and cell[0] in ("name", "attr", "info") for cell in cells), line
        names[id] = [text for kind, _, text in cells if kind == "name"]
    assert "tippani\tDB:entities" in (folder / "tools.conf").read_text(encoding="utf-8")
    return links, names


def concepts(folder):
    import rdflib
    from rdflib.namespace import SKOS

    graph, names = rdflib.Graph().parse(folder / "entities.ttl", format="turtle"), {}
    for concept in graph.subjects(rdflib.RDF.type, SKOS.Concept):
        labels = [*graph.objects(concept, SKOS.prefLabel), *graph.objects(concept, SKOS.altLabel)]
        names[str(concept).removeprefix(IRI)] = [str(label) for label in labels]
    return names


def w3c(folder):
    from pyld import jsonld

    oa = "http://www.w3.org/ns/oa#"
    context = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))
    jsonld.set_document_loader(lambda url, _: {"contextUrl": None, "documentUrl": url, "document": context})
    links = []
    for path in folder.rglob("*.jsonld"):
        (page,) = jsonld.expand(json.loads(path.read_text(encoding="utf-8")))
        for item in page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]:
            for body in item[oa + "hasBody"]:
                if body.get(oa + "hasPurpose") == [{"@id": oa + "identifying"}]:
                    (source,) = body[oa + "hasSource"]
                    selectors = item[oa + "hasTarget"][0][oa + "hasSelector"]
                    quote = next(s[oa + "exact"][0]["@value"] for s in selectors if oa + "exact" in s)
                    assert source["@id"].startswith(IRI), source
                    links.append((quote, source["@id"].removeprefix(IRI)))
    return links, concepts(folder)


def cas(load, ending):
    def read(folder):
        links = []
        for path in sorted(folder.rglob("*" + ending)):
            for one in load(path, folder).select_all_fs():
                identifier = getattr(one, "identifier", None)
                if identifier:
                    assert identifier.startswith(IRI), identifier
                    links.append((one.get_covered_text(), identifier.removeprefix(IRI)))
        return links, concepts(folder)

    return read


def cas_of_json(path, _):
    import cassis

    with open(path, "rb") as file:
        return cassis.load_cas_from_json(file)


def cas_of_xmi(path, folder):
    import cassis

    with open(folder / "TypeSystem.xml", "rb") as file:
        types = cassis.load_typesystem(file)
    with open(path, "rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=types)


def huggingface(folder):
    import datasets
    import duckdb

    datasets.disable_progress_bars()
    cache, data = str(folder / ".cache"), str(folder / "data/*/*.parquet")
    rows = duckdb.sql(f"select unnest(spans) as span from read_parquet('{data}')").fetchall()
    links = [(span["quote"], span["entity"]) for (span,) in rows if span["entity"] and span["part"] == 0]
    # As the dataset card names it.
    table = datasets.load_dataset(str(folder), "entities", split="train", cache_dir=cache)
    names = {row["id"]: [row["name"], *(alias["text"] for alias in row["aliases"])] for row in table}
    joined = f"""select count(*) from (select unnest(spans) as span from read_parquet('{data}')) as mention
        left join read_parquet('{folder / "entities.parquet"}') as entity on entity.id = mention.span.entity
        where mention.span.entity is not null and entity.name is null"""
    assert duckdb.sql(joined).fetchall() == [(0,)], "a mention of an entity that is not beside the dataset"
    return links, names


def csv(folder):
    import pandas

    table = pandas.read_csv(folder / "annotations.csv", keep_default_na=False, encoding="utf-8")
    marks = [row for row in table.itertuples() if row.entity and row.part == 1]
    rows = pandas.read_csv(folder / "entities.csv", keep_default_na=False, encoding="utf-8")
    names = {}
    for row in rows.itertuples():
        aliases = [alias.split("@")[0] for alias in row.aliases.split("|") if alias]
        names[row.id] = [row.name, *aliases]
    assert all(row.entity_name in names[row.entity] for row in marks)
    return [(row.quote, row.entity) for row in marks], names


READERS = {
    "jsonl": jsonl,
    "brat": brat,
    "w3c": w3c,
    "cas-json": cas(cas_of_json, ".json"),
    "xmi": cas(cas_of_xmi, ".xmi"),
    "huggingface": huggingface,
    "csv": csv,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
