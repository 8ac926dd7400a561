"""What was seen before, in words: what it is, where else it stands, and the page that tells more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.numbers import say_number
from noharbor.record.linkage.queries.seen_before import Elsewhere, Seen, SeenInSource
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.science.identifiers import IdentifierKind

#: Kinds of identifier, alphabetical.
IDENTIFIER_LABELS: dict[IdentifierKind, Promise] = {
    IdentifierKind.BANK_ACCOUNT: gettext_lazy("bank account"),
    IdentifierKind.CHAT_HANDLE: gettext_lazy("chat handle"),
    IdentifierKind.DOMAIN: gettext_lazy("domain"),
    IdentifierKind.EMAIL: gettext_lazy("e-mail"),
    IdentifierKind.IBAN: gettext_lazy("IBAN"),
    IdentifierKind.ICCID: gettext_lazy("SIM card"),
    IdentifierKind.IMEI: gettext_lazy("device (IMEI)"),
    IdentifierKind.NATIONAL_ID: gettext_lazy("national id"),
    IdentifierKind.PASSPORT: gettext_lazy("passport"),
    IdentifierKind.PHONE: gettext_lazy("telephone"),
    IdentifierKind.TRANSACTION_HASH: gettext_lazy("transaction"),
    IdentifierKind.VEHICLE_PLATE: gettext_lazy("vehicle plate"),
    IdentifierKind.WALLET: gettext_lazy("wallet"),
}


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One thing a source names.

    Attributes:
        name: As written, or its canonical form.
        kind: What it is, with its service and country; empty for a person.
        said: Whether it was seen before, in phrases; none where it was not.
        entity: By what its page is asked for.
    """

    name: str
    kind: str
    said: tuple[str, ...]
    entity: UUID


def lines(seen: Iterable[Seen]) -> list[SeenLine]:
    """Return things as lines, in their order."""
    return [SeenLine(one.appearance.name, _kind(one), tuple(_said(one)), one.entity) for one in seen]


def lines_beside(seen: SeenInSource, statement: UUID) -> list[SeenLine]:
    """Return what a statement names that was seen before, or may have been."""
    return lines(seen.told_beside(statement))


def _kind(seen: Seen) -> str:
    if seen.appearance.kind != EntityKind.IDENTIFIER:
        return ""
    said = seen.appearance.said
    words = [str(IDENTIFIER_LABELS[IdentifierKind(said["kind"])]), said.get("service", "")]
    # Translators: what stands between the members of a list.
    return _(", ").join(filter(None, [*words, country_name(said.get("country", ""))]))


def _said(seen: Seen) -> Iterator[str]:
    if seen.before:
        yield _("seen before: %(reports)s, %(offices)s") % _counted(seen.before)
    if seen.maybe:
        yield _("may have been seen before: %(reports)s, %(offices)s") % _counted(seen.maybe)
    if seen.somebody_knows:
        yield _("Somebody else on this node knows this.")


def _counted(elsewhere: Elsewhere) -> dict[str, str]:
    reports = ngettext("%(number)s report", "%(number)s reports", elsewhere.reports)
    offices = ngettext("%(number)s office", "%(number)s offices", elsewhere.offices)
    return {
        "reports": reports % {"number": say_number(elsewhere.reports)},
        "offices": offices % {"number": say_number(elsewhere.offices)},
    }
