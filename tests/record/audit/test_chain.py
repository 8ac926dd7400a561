"""The audit log only grows, and says which entry was touched."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.db import DatabaseError, connection, transaction

from noharbor.record.audit.actions import append
from noharbor.record.audit.chain import BEGINNING
from noharbor.record.audit.models import Entry
from noharbor.record.audit.verification import verify
from noharbor.record.audit.vocabulary import Verb

COLUMNS = ("at", "verb", "member", "member_name", "thing_kind", "thing", "detail", "previous", "digest")


@pytest.fixture
def log(db) -> list[Entry]:
    return [
        append(Verb.SOURCE_SEALED, by=None, thing_kind="source", thing=number, detail={"name": f"报告 {number}"})
        for number in range(1, 8)
    ]


@pytest.fixture
def unguarded(db):
    """Take the database's guards away, as somebody who owns the database file could."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in ("audit_no_update", "audit_no_delete", "audit_no_replace"):
                cursor.execute(f"DROP TRIGGER {name}")
        else:
            cursor.execute("DROP TRIGGER audit_no_change ON audit_entry")


def test_entries_follow_each_other_without_a_gap(log):
    assert [entry.sequence for entry in log] == list(range(1, 8))
    assert log[0].previous == BEGINNING
    assert all(later.previous == earlier.digest for earlier, later in pairwise(log))


def test_an_untouched_log_is_whole(log):
    finding = verify()
    assert finding.whole
    assert finding.entries == 7
    assert finding.head == log[-1].digest


def test_an_empty_log_is_whole(db):
    assert verify().whole


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET verb = 'x' WHERE sequence = 3",
        "DELETE FROM audit_entry WHERE sequence = 7",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_refuses_to_rewrite_history(log, statement):
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert verify().whole


def test_the_database_refuses_to_replace_an_entry(log):
    columns = "sequence, at, verb, member, member_name, thing_kind, thing, detail, previous, digest"
    word = "INSERT OR REPLACE INTO" if connection.vendor == "sqlite" else "INSERT INTO"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"{word} audit_entry ({columns}) VALUES (3, '', '', '', '', '', '', '{{}}', '', '')")
    assert verify().whole


def test_postgresql_refuses_to_truncate(log):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_entry")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("sequence", [1, 4, 7])
def test_any_changed_column_is_named_by_its_entry(log, unguarded, column, sequence):
    entry = Entry.objects.get(pk=sequence)
    value = getattr(entry, column)
    changed = chr(ord(value[0]) ^ 1) + value[1:] if value else "x"
    Entry.objects.filter(pk=sequence).update(**{column: changed})
    finding = verify()
    assert finding.broken == sequence
    assert finding.why
    assert finding.entries == sequence - 1


def test_every_single_flipped_byte_of_an_entry_is_found(log, unguarded):
    entry = Entry.objects.get(pk=4)
    for column in COLUMNS:
        value = getattr(entry, column)
        for place in range(len(value)):
            flipped = value[:place] + chr(ord(value[place]) ^ 2) + value[place + 1 :]
            Entry.objects.filter(pk=4).update(**{column: flipped})
            assert verify().broken == 4, (column, place)
        Entry.objects.filter(pk=4).update(**{column: value})
    assert verify().whole


def test_a_removed_entry_is_named(log, unguarded):
    Entry.objects.filter(pk=3).delete()
    finding = verify()
    assert finding.broken == 3
    assert "missing" in finding.why


def test_a_log_cut_short_is_found_by_the_head_noted_earlier(log, unguarded):
    noted = verify()
    Entry.objects.filter(pk=7).delete()
    assert verify().whole
    assert verify(head=noted.head, entries=noted.entries).broken == 7


def test_a_log_written_anew_is_found_by_the_head_noted_earlier(log, unguarded):
    noted = verify()
    Entry.objects.all().delete()
    for number in range(1, 8):
        append(Verb.SOURCE_SEALED, by=None, thing_kind="source", thing=number)
    assert verify().whole
    assert not verify(head=noted.head, entries=noted.entries).whole


def test_a_row_the_database_cannot_read_is_named(log, unguarded):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL checks its text on the way in")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET detail = CAST(x'ff80' AS TEXT) WHERE sequence = 5")
    assert verify().broken == 5


def test_an_entry_that_fails_takes_its_change_with_it(db):
    def change_that_fails() -> None:
        with transaction.atomic():
            append(Verb.SOURCE_SEALED, by=None)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_that_fails()
    assert not Entry.objects.exists()


def test_verbs_are_sorted_and_spoken_the_same_way():
    assert Verb.names == sorted(Verb.names)
    assert all(verb.value.count(":") == 1 for verb in Verb)
