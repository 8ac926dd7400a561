"""The three people of the demo node, and their passwords: made anew for each node, kept in its folder, never here."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.vocabulary import BodyKind, Permission

FILE_NAME = "demo-members.txt"


@dataclass(frozen=True, slots=True)
class DemoBody:
    """A body of the demo node; all three are invented."""

    name: str
    kind: BodyKind
    country: str = ""


@dataclass(frozen=True, slots=True)
class DemoMember:
    """One of the cast.

    Attributes:
        username: What they sign in with.
        name: Their name on the desk.
        body: Key of `BODIES`.
        offices: Title, first day and last day (empty: still held) of each seat, the present one first.
        leave: What the present office may do.
        sees: What they see, in a few words, for whoever signs in as them.
    """

    username: str
    name: str
    body: str
    offices: tuple[tuple[str, str, str], ...]
    leave: tuple[Permission, ...]
    sees: str | Promise


BODIES: dict[str, DemoBody] = {
    "aid": DemoBody("Riverside Shelter (invented)", BodyKind.AID_GROUP, "TH"),
    "desk": DemoBody("Mekong Joint Desk (invented)", BodyKind.JOINT_CENTRE),
    "lao": DemoBody("Lao Liaison Office (invented)", BodyKind.POLICE, "LA"),
}

CAST: tuple[DemoMember, ...] = (
    DemoMember(
        "asha",
        "Asha",
        "desk",
        (("Analyst", "2024-03-01", ""), ("Duty officer", "2023-01-09", "2024-02-29")),
        tuple(permission for permission in Permission if permission is not Permission.SOURCE_READ),
        _("analyst of the joint desk: sees all that it owns, judges, grades, marks, invites, reads the log"),
    ),
    DemoMember(
        "boun",
        "Boun",
        "lao",
        (("Liaison officer", "2025-01-06", ""),),
        (
            Permission.PAIR_JUDGE,
            Permission.SOURCE_ADD,
            Permission.SOURCE_GRADE,
            Permission.SOURCE_INVITE,
            Permission.SOURCE_MARK,
            Permission.STATEMENT_JUDGE,
        ),
        _("liaison of the Lao office: sees what is public, what the office owns, and what he was invited to"),
    ),
    DemoMember(
        "chai",
        "Chai",
        "aid",
        (("Case worker", "2025-06-02", ""),),
        (
            Permission.PAIR_JUDGE,
            Permission.SOURCE_ADD,
            Permission.SOURCE_GRADE,
            Permission.SOURCE_INVITE,
            Permission.SOURCE_MARK,
            Permission.STATEMENT_JUDGE,
        ),
        _("case worker of a shelter: sees what is public and what the shelter owns, and no trace of the rest"),
    ),
)


def passwords_path() -> Path:
    """Return where the passwords of the demo members are kept."""
    return Path(settings.HOME) / FILE_NAME


def kept_passwords() -> dict[str, str]:
    """Return the passwords by user name; empty when the node has no demo members or their file was removed."""
    path = passwords_path()
    if not path.exists():
        return {}
    pairs = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and not pair[0].startswith("#")}


def keep_passwords() -> dict[str, str]:
    """Make a password for each of the cast and keep them in a file that only its owner may read.

    What is there already is kept, so that a start that was cut short can be done again.
    """
    kept = kept_passwords()
    if set(kept) >= {member.username for member in CAST}:
        return kept
    made = {member.username: kept.get(member.username) or _password() for member in CAST}
    path = passwords_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("# Passwords of this node's demo members. Made at random; valid here only.\n")
        file.writelines(f"{username} {password}\n" for username, password in made.items())
    return made


def _password() -> str:
    """Return a password that can be read aloud and typed: ten syllables, 63 bits."""
    syllables = [secrets.choice("bdfghjklmnprstvw") + secrets.choice("aeiou") for _each in range(10)]
    return "-".join("".join(syllables[start : start + 2]) for start in range(0, 10, 2))
