"""Khmer: names put in order, cut into syllables and pieces, and written in Latin letters."""

from __future__ import annotations

from noharbor.science.scripts.khmer.order import canonical
from noharbor.science.scripts.khmer.pieces import pieces, syllables
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.spelling_rules import romanised
from noharbor.science.scripts.writing import Romanisation, System, Writing

__all__ = ["KHMER", "canonical", "pieces", "romanise", "syllables"]


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a canonical name by UNGEGN, without its marks, and as people and maps spell it.

    Source:
        The system of the United Nations Group of Experts on Geographical Names, which is that of BGN/PCGN 1972; its
        marks over vowels are left off. The customary spellings are those of the rule table.
    """
    return romanised(name, pieces, "khmer", (System.UNGEGN, System.CUSTOMARY))


KHMER = Writing(script=Script.KHMER, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
