# ruff: noqa: D101  Each docstring is the sentence people see, set through `_` so that translators find it.
"""What can be wrong with a list; each docstring is the sentence a person sees."""

from __future__ import annotations

from noharbor.record.told import ToldProblem
from noharbor.record.told import sentence as _


class ListProblem(ToldProblem):
    __doc__ = _("This list could not be used. Give it in another form.")


class NoPeopleFound(ListProblem):
    __doc__ = _(
        "No table with people is in this file. Give a list with one person a row and a heading over each column."
    )


class SameFileAgain(ListProblem):
    __doc__ = _("This is the same file as %(name)s and adds nothing. Leave one of them out.")


class ListReadMeanwhile(ListProblem):
    __doc__ = _("The list was understood anew while you looked at it. Look again and say once more what is wrong.")


class NothingToCompare(ListProblem):
    __doc__ = _("No list was chosen. Choose two lists, or one to look for people who stand on it twice.")


class RunGoesOn(ListProblem):
    __doc__ = _("This comparison is under way. Stop it first, or wait until it is done.")


class ComparingFailed(ListProblem):
    __doc__ = _(
        "The comparison failed. What was compared so far is kept: go on with it, and tell whoever runs this node if it "
        "happens twice."
    )


class ClosedToHints(ListProblem):
    __doc__ = _("A source marked TLP:RED never tells that somebody knows. Change its marking first, or leave it.")
