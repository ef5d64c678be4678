"""Labels counted by Spark and DuckDB: engines.py DATASET ANNOTATIONS reads a Parquet export with that many annotations.

Each engine runs in a process of its own, and the first count and the quickest of three are printed with the memory it took.
"""

import resource
import subprocess
import sys
import time


def with_duckdb(folder):
    import duckdb

    table = f"read_parquet('{folder}/data/*/*.parquet', hive_partitioning = true)"
    duckdb.sql("set threads = 2")
    question = f"select span.label, count(*) from (select unnest(spans) as span from {table}) group by all"
    return lambda: dict(duckdb.sql(question).fetchall())


def with_spark(folder):
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as f

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "4g").config("spark.log.level", "ERROR").getOrCreate()
    data = session.read.parquet(f"{folder}/data").select(f.explode("spans.label").alias("label"))
    return lambda: {row["label"]: row["count"] for row in data.groupBy("label").count().collect()}


ENGINES = {"duckdb": with_duckdb, "spark": with_spark}


def one(name, folder, annotations):
    start = time.perf_counter()
    count = ENGINES[name](folder)
    seconds = []
    for _ in range(3):
        counts = count()
        seconds.append(time.perf_counter() - start)
        start = time.perf_counter()
        assert sum(counts.values()) == annotations, counts
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10
    print(f"{name:<8} {annotations} annotations by label: {seconds[0]:.2f} s with its start, then {min(seconds[1:]):.2f} s; {peak} MB of Python")


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        for name in ENGINES:
            subprocess.run([sys.executable, __file__, "--one", name, *sys.argv[1:]], check=True)
