"""What the engines of the field count in a Parquet export.

engines.py FOLDER... prints a JSON line for each engine and folder: {"engine", "rows", "labels": {label: parts}, "languages":
{language: rows}, "tags": {tag: words}, "attributes": {name: count}}. It ends with an error where a slice of a text is not the
quote beside it, or a question about one language reads files of another.
"""

import json
import sys
from collections import Counter
from pathlib import Path


def main(folders):
    for name, count in ENGINES.items():
        for folder in map(Path, folders):
            languages = sorted(path.name.removeprefix("language=") for path in (folder / "data").iterdir())
            print(json.dumps({"engine": name, **count(folder, languages)}))


def answer(rows, labels, languages, tags, attributes):
    plain = lambda pairs: {str(key): int(number) for key, number in pairs}
    return {
        "rows": rows,
        "labels": plain(labels),
        "languages": plain(languages),
        "tags": plain(tags),
        "attributes": plain(attributes),
    }


def in_python(rows):
    """The same of rows as Python has them."""
    labels, languages, tags, attributes = Counter(), Counter(), Counter(), Counter()
    for row in rows:
        languages[row["language"]] += 1
        assert len(row["tokens"]) == len(row["ner_tag_names"]) == len(row["claim_tag_names"])
        tags.update(tag for tag in row["ner_tag_names"] + row["claim_tag_names"] if tag != "O")
        for span in row["spans"]:
            labels[span["label"]] += 1
            assert row["text"][span["start"] : span["end"]] == span["quote"]
            for attribute in span["attributes"]:
                attributes[attribute["name"]] += 1
                evidence = attribute["evidence"]
                if evidence is not None:
                    assert row["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
    return answer(len(rows), labels.items(), languages.items(), tags.items(), attributes.items())


def with_datasets(folder, _):
    import datasets

    datasets.disable_progress_bars()
    files = sorted(str(path) for path in (folder / "data").rglob("*.parquet"))
    rows = datasets.load_dataset("parquet", data_files=files, split="train", cache_dir=str(folder / ".cache-engines"))
    names = {key: rows.features[key].feature.names for key in ("ner_tags", "claim_tags")}
    for row in rows:
        for key, all in names.items():
            assert [all[tag] for tag in row[key]] == row[key.removesuffix("s") + "_names"]
    return in_python(list(rows))


def with_pyarrow(folder, languages):
    import pyarrow.dataset as ds

    data = ds.dataset(str(folder / "data"), format="parquet", partitioning="hive")
    for language in languages:
        files = [fragment.path for fragment in data.get_fragments(filter=ds.field("language") == language)]
        assert files and all(f"/language={language}/" in path for path in files), files
    return in_python(data.to_table().to_pylist())


def with_polars(folder, languages):
    import polars as pl

    data = pl.scan_parquet(str(folder / "data/**/*.parquet"), hive_partitioning=True)
    for language in languages:
        of_files = pl.read_parquet(str(folder / f"data/language={language}/*.parquet"), hive_partitioning=False)
        assert data.filter(pl.col("language") == language).collect().height == of_files.height > 0
    spans = data.select("text", "spans").explode("spans").drop_nulls("spans").unnest("spans")
    slice_ = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    assert spans.filter(slice_ != pl.col("quote")).collect().height == 0
    count = lambda frame, column: frame.group_by(column).len().collect().rows()
    tags = pl.concat(
        data.select(pl.col(column).alias("tag")).explode("tag") for column in ("ner_tag_names", "claim_tag_names")
    ).filter(pl.col("tag") != "O")
    attributes = spans.select("attributes").explode("attributes").drop_nulls().select(pl.col("attributes").struct["name"])
    return answer(
        data.select(pl.len()).collect().item(),
        count(spans, "label"),
        count(data.select("language"), "language"),
        count(tags, "tag"),
        count(attributes, "name"),
    )


def with_duckdb(folder, languages):
    import duckdb

    table = f"read_parquet('{folder}/data/*/*.parquet', hive_partitioning = true)"
    rows = lambda question: duckdb.sql(question).fetchall()
    for language in languages:
        plan = rows(f"explain (format json) select text from {table} where language = '{language}'")[0][1]
        many, all = len(list((folder / f"data/language={language}").iterdir())), len(list(folder.glob("data/*/*")))
        assert f'"Scanning Files": "{many}/{all}"' in plan, plan
    spans = f"(select text, unnest(spans) as span from {table})"
    wrong = rows(
        f"""select count(*) from {spans} where substring(text, span.start + 1, span."end" - span.start) <> span.quote"""
    )
    assert wrong == [(0,)], wrong
    return answer(
        rows(f"select count(*) from {table}")[0][0],
        rows(f"select span.label, count(*) from {spans} group by all"),
        rows(f"select language, count(*) from {table} group by all"),
        rows(
            f"""select tag, count(*) from (select unnest(ner_tag_names || claim_tag_names) as tag from {table})
            where tag <> 'O' group by all"""
        ),
        rows(
            f"""select attribute.name, count(*) from (select unnest(span.attributes) as attribute from {spans})
            group by all"""
        ),
    )


def with_spark(folder, languages):
    from pyspark.sql import functions as f

    session = spark()
    data = session.read.parquet(str(folder / "data"))
    for language in languages:
        plan = data.where(f.col("language") == language)._jdf.queryExecution().executedPlan().toString()
        assert "PartitionFilters: [isnotnull(language" in plan, plan
        files = session.read.parquet(str(folder / f"data/language={language}"))
        assert data.where(f.col("language") == language).count() == files.count() > 0
    spans = data.select("text", f.explode("spans").alias("span"))
    wrong = spans.where(f.expr("substring(text, span.start + 1, span.end - span.start) <> span.quote"))
    assert wrong.count() == 0, wrong.head()
    count = lambda frame, column: [tuple(row) for row in frame.groupBy(column).count().collect()]
    tags = data.select(f.explode(f.concat("ner_tag_names", "claim_tag_names")).alias("tag")).where("tag <> 'O'")
    attributes = spans.select(f.explode("span.attributes").alias("attribute")).select("attribute.name")
    return answer(
        data.count(),
        count(spans.select("span.label"), "label"),
        count(data.select("language"), "language"),
        count(tags, "tag"),
        count(attributes, "name"),
    )


def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("tippani").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "2g")
    session = builder.config("spark.log.level", "ERROR").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


ENGINES = {
    "datasets": with_datasets,
    "pyarrow": with_pyarrow,
    "polars": with_polars,
    "duckdb": with_duckdb,
    "spark": with_spark,
}

if __name__ == "__main__":
    main(sys.argv[1:])
