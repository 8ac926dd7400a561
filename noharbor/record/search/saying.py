"""What of a statement, a source or a name is looked through, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Appearance
from noharbor.record.reading.models import Statement
from noharbor.record.search.index import Field, Said


def said_by_source(source: Source, part: str, *, is_first: bool) -> Said:
    """Return the fields of one part of a source's text; its title belongs to the first."""
    title = tuple(filter(None, (source.title, source.name))) if is_first else ()
    return {Field.TITLE: title, Field.WORDS: (part,), Field.SPEAKER: (source.publisher,)}


def said_by_statement(statement: Statement) -> Said:
    """Return the fields of a statement, who and what it names among its words."""
    return {
        Field.WORDS: (statement.quote, *named_by(statement)),
        Field.PLACE: (statement.place_name,),
        Field.SPEAKER: (statement.speaker,),
    }


def said_by_name(appearance: Appearance) -> Said:
    """Return the fields of a name: as written, and its other spellings in the same source."""
    others = (str(name) for name in _listed(appearance.said, "names"))
    return {Field.TITLE: (appearance.name, *(name for name in others if name != appearance.name))}


def named_by(statement: Statement) -> Iterator[str]:
    """Give the people and organisations that a statement names."""
    for person in _listed(statement.detail, "people"):
        if isinstance(person, dict) and person.get("name"):
            yield str(person["name"])
    for organisation in _listed(statement.detail, "organisations"):
        yield str(organisation)


def _listed(said: Mapping[str, Any], key: str) -> list[Any]:
    """The list under a key; what an engine put there instead says nothing."""
    value = said.get(key)
    return list(value) if isinstance(value, (list, tuple)) else []
