"""The Burmese script: canonical order, syllables, pieces, and ways to write a name in Latin letters."""

from __future__ import annotations

from noharbor.science.scripts.burmese.order import canonical
from noharbor.science.scripts.burmese.romanise import romanise
from noharbor.science.scripts.burmese.syllables import pieces, syllables
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import Writing

__all__ = ["BURMESE", "canonical", "pieces", "romanise", "syllables"]

BURMESE = Writing(script=Script.BURMESE, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
