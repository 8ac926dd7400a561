"""Every way a name may be written in Latin letters, each with the system that writes it so."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.names.forms import forms_of
from noharbor.science.scripts.latin import LATIN
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import Romanisation
from noharbor.science.scripts.writings import WRITINGS

#: Signs of a name that are looked at: no name is longer, and each adds ways to spell it.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Romanised:
    """One form of a name and its spellings.

    Attributes:
        written: The form in its own script, titles off, in lower case where the script has cases.
        script: Its script.
        spellings: Ways to write it, those of the likeliest system first.
    """

    written: str
    script: Script
    spellings: tuple[Romanisation, ...]


def romanise(name: str) -> tuple[Romanised, ...]:
    """Write a name in Latin letters.

    Args:
        name: A name as found, in any script; titles are left off, and other names given with it are written too.

    Returns:
        One entry for each form; a form that is in Latin letters already comes without its marks. () without letters.
    """
    found = []
    for form in forms_of(name):
        script = Script(form.script)
        words = ("" if script is Script.HAN else " ").join(form.words)[:_LONGEST]
        spellings = WRITINGS.get(script, LATIN).romanise(words)
        if spellings:
            found.append(Romanised(form.written, script, spellings))
    return tuple(found)
