#!/usr/bin/env python3
"""Articles in Parquet to events in Parquet, both partitioned by day of publication, on Apache Spark.

    spark-submit examples/spark_job.py ARTICLES EVENTS --text-column body --since 2022-01-01

ARTICLES is a table with a column of text and, where there, title, published, publisher, url and id. A day that is in
EVENTS already is replaced by what this run finds, so the job can be run again. What could not be read has its reason in
the column ``error``.
"""

from __future__ import annotations

import argparse

from pyspark.sql import DataFrame, SparkSession

from newsevents import spark

SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",  # articles that a worker holds at once
    "spark.sql.sources.partitionOverwriteMode": "dynamic",  # only the days that this run has are replaced
}


def main() -> None:
    """Read, extract, write."""
    wishes = options()
    builder = SparkSession.builder.appName("newsevents")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    articles = chosen(session.read.parquet(wishes.articles), wishes)
    events = spark.extract(articles, wishes.text_column, flat=wishes.flat, countries=wishes.country)
    events.write.mode("overwrite").partitionBy("published").parquet(wishes.events)
    session.stop()


def chosen(articles: DataFrame, wishes: argparse.Namespace) -> DataFrame:
    """The articles of the days asked for, spread over so many tasks."""
    if wishes.since:
        articles = articles.where(articles.published >= wishes.since)
    if wishes.until:
        articles = articles.where(articles.published <= wishes.until)
    return articles.repartition(wishes.tasks) if wishes.tasks else articles


def options() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="Parquet table of articles")
    parser.add_argument("events", help="Parquet table to write")
    parser.add_argument("--text-column", help="column of the text, where its name does not say so")
    parser.add_argument("--since", help="first day of publication: 2022-01-28")
    parser.add_argument("--until", help="last day of publication")
    parser.add_argument("--country", action="append", default=[], help="what the news is about (LY, SY ...)")
    parser.add_argument("--tasks", type=int, help="spread the articles over so many tasks")
    parser.add_argument("--flat", action="store_true", help="the flat table instead of nested records")
    return parser.parse_args()


if __name__ == "__main__":
    main()
