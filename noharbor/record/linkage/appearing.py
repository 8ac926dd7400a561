"""Appearances kept in step with what their source names: made, brought up to date, or left without standing."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from noharbor.record.intake.models import Source
from noharbor.record.linkage.identity import entity_of_key, named_identity
from noharbor.record.linkage.models import Appearance, Clue, Naming, Pair
from noharbor.record.linkage.naming import Named, Names, keys_of_person
from noharbor.record.linkage.vocabulary import ClueKind, EntityKind, PairState
from noharbor.science.matching.people.person import Person

#: Rows of one statement.
_AT_ONCE = 500
#: What a new reading may say anew of an appearance; who or what it is does not change.
_AGAIN = ("name", "said", "text", "passage_start", "passage_end", "stands")


def keep_named(source: Source, names: Names) -> list[Appearance]:
    """Bring what the statements and the words of a source name up to date.

    Args:
        source: The source.
        names: All that its standing statements and its text name now.

    Returns:
        The people who were not named there before, or stand again.
    """
    # The kinds are named so that a database without statistics takes the index of sources and kinds.
    earlier = Appearance.objects.filter(source=source, kind__in=EntityKind.values, list_reading=None, stands=True)
    standing = {row.pk: row for row in earlier}
    rows = {row.pk: row for row in (_row(source, named) for named in names.found.values())}
    Appearance.objects.bulk_create(
        rows.values(), batch_size=_AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=_AGAIN
    )
    gone = {row.pk: row.key for row in standing.values() if row.pk not in rows}
    on_lists = _borne(source).filter(value__in=set(gone.values())).values_list("value", flat=True)
    let_fall(set(gone) - {one for one, key in gone.items() if key in set(on_lists)})
    _keep_namings(source, names)
    return [row for row in rows.values() if row.kind == EntityKind.PERSON and row.pk not in standing]


def keep_numbers(source: Source, named: Iterable[Named]) -> None:
    """Keep the numbers of people on a list of a source, each once; those its text has too stay as they are."""
    rows = [_row(source, one) for one in named]
    known = set(Appearance.objects.filter(pk__in=[row.pk for row in rows], stands=True).values_list("pk", flat=True))
    new = {row.pk: row for row in rows if row.pk not in known}
    Appearance.objects.bulk_create(
        new.values(), batch_size=_AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=("row", "stands")
    )


def let_numbers_fall(source: Source) -> None:
    """Let go of numbers that nobody on the lists of a source bears any more, and its text has not either."""
    numbers = Appearance.objects.filter(source=source, kind=EntityKind.IDENTIFIER, stands=True, text=None)
    let_fall(numbers.filter(~Exists(_borne(source).filter(value=OuterRef("key")))).values_list("pk", flat=True))


def _borne(source: Source) -> QuerySet[Clue]:
    """The numbers that people on lists of a source bear."""
    return Clue.objects.filter(kind=ClueKind.NUMBER, appearance__source=source, appearance__stands=True)


def keep_clues(people: Iterable[tuple[Appearance, Person]]) -> None:
    """Keep by what people can be found in other sources."""
    wanted = {
        (appearance.pk, kind, value)
        for appearance, person in people
        for kind, value in [
            *((ClueKind.NAME, name) for name in person.names),
            *((ClueKind.NUMBER, key) for key in keys_of_person(person)),
        ]
    }
    appearances = {appearance for appearance, _, _ in wanted}
    known: dict[tuple[UUID, str, str], int] = {}
    for clue in Clue.objects.filter(appearance__in=appearances):
        known[clue.appearance_id, clue.kind, clue.value] = clue.pk
    Clue.objects.filter(pk__in=[pk for clue, pk in known.items() if clue not in wanted]).delete()
    Clue.objects.bulk_create(
        [Clue(appearance_id=one, kind=kind, value=value) for one, kind, value in sorted(wanted - known.keys())],
        batch_size=_AT_ONCE,
    )


def _row(source: Source, named: Named) -> Appearance:
    kind, form = named.form
    identity = named_identity(source.pk, kind, form)
    start, end = named.span or (None, None)
    return Appearance(
        id=identity,
        source=source,
        kind=kind,
        name=named.name,
        key=named.key,
        said=named.said,
        row=named.row,
        text_id=named.text,
        passage_start=start,
        passage_end=end,
        entity=entity_of_key(kind, named.key) if named.key else identity,
        made_at=timezone.now(),
    )


def let_fall(appearances: Iterable[UUID]) -> None:
    """What is named no more stays for the judgements that name it; proposals about it that nobody judged are void."""
    fallen = list(appearances)
    for at in range(0, len(fallen), _AT_ONCE):
        some = fallen[at : at + _AT_ONCE]
        Appearance.objects.filter(pk__in=some).update(stands=False)
        Pair.objects.filter(Q(one__in=some) | Q(other__in=some), state=PairState.OPEN).update(stands=False)


def _keep_namings(source: Source, names: Names) -> None:
    """Bring what names each up to date; of who is named no more it stays, or all who read the source would see them."""
    wanted = {
        (named_identity(source.pk, *form), statement): role
        for form, named in names.found.items()
        for statement, role in named.roles.items()
    }
    known = {(row.appearance_id, row.statement_id): row for row in Naming.objects.filter(appearance__source=source)}
    kept = {at for at, row in known.items() if wanted.get(at) == row.role}
    named = {named_identity(source.pk, *form) for form in names.found}
    Naming.objects.filter(pk__in=[row.pk for at, row in known.items() if at not in kept and at[0] in named]).delete()
    Naming.objects.bulk_create(
        [
            Naming(appearance_id=appearance, statement_id=statement, role=role)
            for (appearance, statement), role in wanted.items()
            if (appearance, statement) not in kept
        ],
        batch_size=_AT_ONCE,
    )
