"""Spark: the same events as without it, bad rows kept, workers that die, tables by day, the job in examples/.

With a real JVM on local[2]; where pyspark or Java is missing the tests skip and say so.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsevents as ne
from newsevents.schema import Article, Record

ROOT = Path(__file__).parents[2]
JAVA = shutil.which("java") or (
    os.environ.get("JAVA_HOME") and shutil.which("java", path=os.environ["JAVA_HOME"] + "/bin")
)
pyspark = pytest.importorskip("pyspark", reason="SPARK IS NOT TESTED: pip install 'newsevents[spark]'")
pytestmark = [
    pytest.mark.skipif(not JAVA, reason="SPARK IS NOT TESTED: no Java on this machine; install Java 17 or later"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas"),
]

TEXTS = {
    "one": ("قتل ثلاثة أشخاص في قصف على مدينة حلب يوم الجمعة.", "2016-05-01"),
    "two": ("أعلنت الشرطة اعتقال خمسة مسلحين في بنغازي أمس.", "2016-05-02"),
    "none": ("افتتح الوزير معرض الكتاب في القاهرة.", "2016-05-02"),
    "empty": ("", "2016-05-02"),
    "missing": (None, "2016-05-02"),
}
SCHEMA = "id string, body string, published string"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """Spark in this process, with two Python workers."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.sql.execution.arrow.maxRecordsPerBatch": "5",
    }
    builder = SparkSession.builder.master("local[2, 4]").appName("newsevents tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles(session) -> object:
    return session.createDataFrame([(name, *each) for name, each in TEXTS.items()], SCHEMA)


def here(name: str) -> list[dict[str, object]]:
    text, published = TEXTS[name]
    return ne.extract(Article(text, published=ne.api.as_date(published), id=name)).to_records()


def test_records_are_those_of_a_process_without_spark(articles) -> None:
    from newsevents import spark

    rows = [row.asDict(recursive=True) for row in spark.extract(articles, "body").collect()]
    found = sorted(({**row} for row in rows if not row.pop("error")), key=lambda row: row["doc_id"])

    assert found == here("one") + here("two")


def test_bad_rows_are_kept_with_the_reason(articles) -> None:
    from newsevents import spark

    rows = [row for row in spark.extract(articles, "body").collect() if row.error]

    assert sorted(row.doc_id for row in rows) == ["empty", "missing"]
    assert all("'body' is empty" in row.error and row.event_id is None for row in rows)


def test_the_flat_table_has_the_same_events(articles) -> None:
    from newsevents import spark

    rows = {row.doc_id: row for row in spark.extract(articles, "body", flat=True).collect() if not row.error}

    assert (rows["one"].killed, rows["one"].location_en, str(rows["one"].published)) == (3, "Aleppo", "2016-05-01")


def test_a_missing_column_is_said_before_anything_runs(articles) -> None:
    from newsevents import spark

    with pytest.raises(ne.ArticleError, match="no column 'words'"):
        spark.extract(articles, "words")


def test_the_schema_has_every_field_of_a_record() -> None:
    from pyspark.sql.types import StructType

    from newsevents.backends.spark import FLAT, NESTED, names_of

    assert StructType.fromDDL(NESTED).names == names_of(flat=False)
    assert StructType.fromDDL(FLAT).names == names_of(flat=True)
    assert set(names_of(flat=False)) - {"error"} == set(Record.__slots__) - {"sentence"}


def test_a_killed_python_worker_costs_no_record_and_doubles_none(session, tmp_path: Path) -> None:
    from newsevents import spark

    killed = tmp_path / "killed"

    def kill_once(frames):
        for number, frame in enumerate(frames):
            if number == 2 and not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield frame

    rows = [(f"a{n}", TEXTS["one"][0], "2016-05-01") for n in range(40)]
    risky = session.createDataFrame(rows, SCHEMA).repartition(2).mapInPandas(kill_once, SCHEMA)
    found = Counter(row.doc_id for row in spark.extract(risky, "body").collect())

    assert killed.exists()
    assert found == {f"a{n}": 1 for n in range(40)}


def test_the_job_reads_and_writes_tables_by_day(session, articles, tmp_path: Path) -> None:
    table, events = tmp_path / "articles", tmp_path / "events"
    articles.write.partitionBy("published").parquet(str(table))
    job = [sys.executable, str(ROOT / "examples" / "spark_job.py"), str(table), str(events), "--text-column", "body"]

    for _ in range(2):
        local = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
        done = subprocess.run(job, check=False, capture_output=True, text=True, env=local)
        assert done.returncode == 0, done.stderr[-2000:]
    found = session.read.parquet(str(events))

    assert {path.name for path in events.glob("published=*")} >= {"published=2016-05-01", "published=2016-05-02"}
    assert Counter(row.doc_id for row in found.collect()) == {"one": 1, "two": 1, "empty": 1, "missing": 1}
