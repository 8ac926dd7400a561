"""The index of words: a full-text table on SQLite, a column of tokens with their positions on PostgreSQL."""

from django.db import migrations

#: The ascii tokenizer parts at spaces and signs of ASCII and leaves all other characters alone, so that tokens stay what
#: they were made. An index of beginnings of its own would nearly triple the size and save half a millisecond.
SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5(title, words, place, speaker, tokenize='ascii')",
]

POSTGRESQL = [
    "CREATE TABLE search_words (rowid bigint PRIMARY KEY, search_words tsvector NOT NULL)",
    "CREATE INDEX search_words_index ON search_words USING gin (search_words)",
]

BACK = ["DROP TABLE search_words"]


def run(statements_by_vendor):
    def operation(_apps, schema_editor):
        for statement in statements_by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return operation


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": BACK, "postgresql": BACK}),
        ),
    ]
