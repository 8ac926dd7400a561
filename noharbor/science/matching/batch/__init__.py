"""Millions of records linked by Splink, on DuckDB or Spark, with this project's keys and evidence as its columns."""
