"""The words in which it is said why a column was taken for what it is, in one table; catalogues translate them."""

from __future__ import annotations

from noharbor.science.lists.problems import shortened
from noharbor.science.names.reasons import Saying, untranslated

#: Marks words for the catalogues.
_ = untranslated

BY_CELLS = _("%(share)s %% of the cells look like it")
BY_HEADING = _("the heading “%(heading)s” says so")
BY_HEADING_AND_CELLS = _("the heading “%(heading)s” says so, and %(share)s %% of the cells look like it")
BY_HEADING_WITHOUT_CELLS = _("the heading “%(heading)s” says so, but only %(share)s %% of the cells look like it")
CELLS_AGAINST_HEADING = _("%(share)s %% of the cells look like it, although the heading is “%(heading)s”")
NOTHING = _("neither heading nor cells tell what it is")
REST_OF_NAME = _("the name goes on in it")
TOLD = _("a person said so")


def cells(share: float) -> Saying:
    """The cells alone tell it."""
    return Saying(BY_CELLS, {"share": _percent(share)})


def heading(text: str) -> Saying:
    """The heading alone tells it."""
    return Saying(BY_HEADING, {"heading": shortened(text)})


def heading_and_cells(text: str, share: float) -> Saying:
    """Heading and cells agree."""
    return Saying(BY_HEADING_AND_CELLS, {"heading": shortened(text), "share": _percent(share)})


def heading_without_cells(text: str, share: float) -> Saying:
    """The heading tells it, and the cells do not bear it out."""
    return Saying(BY_HEADING_WITHOUT_CELLS, {"heading": shortened(text), "share": _percent(share)})


def cells_against_heading(text: str, share: float) -> Saying:
    """The cells overrule the heading."""
    return Saying(CELLS_AGAINST_HEADING, {"heading": shortened(text), "share": _percent(share)})


def nothing() -> Saying:
    """Nothing tells it."""
    return Saying(NOTHING)


def rest_of_name() -> Saying:
    """The cells go on with the name of the column before."""
    return Saying(REST_OF_NAME)


def told() -> Saying:
    """A person has corrected or confirmed it."""
    return Saying(TOLD)


def _percent(share: float) -> str:
    return str(round(100 * share))
