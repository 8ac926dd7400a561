# ruff: noqa: D101  Each docstring is the sentence people see, set through `_` so that translators find it.
"""What can go wrong with lists; each docstring is the sentence a person sees."""

from __future__ import annotations

from noharbor.record.intake.errors import IntakeProblem, _


class NoPeopleFound(IntakeProblem):
    __doc__ = _(
        "No table with people is in this file. Give a list with one person a row and a heading over each column."
    )


class SameFileAgain(IntakeProblem):
    __doc__ = _("This is the same file as %(name)s and adds nothing. Leave one of them out.")
