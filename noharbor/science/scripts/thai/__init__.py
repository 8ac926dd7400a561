"""Thai: names cut into syllables and pieces, and written in Latin letters.

Thai leaves the inherent vowels unwritten, does not say where a syllable ends, writes some vowels before their
consonant, and keeps letters of Pali and Sanskrit that nobody speaks. Bare consonants are read in the cheapest way
(`runs`); what stays in doubt is left to the spellings of a piece. Letters that sound alike stay apart, since learned
spellings tell them apart (ท is th, t or d; ธ is th, t or dh).

Pieces:
    ส กร หม      a consonant or cluster that begins a syllable
    -า -เ◌ีย -รร  a vowel with all its signs, ◌ for its consonant; -รร◌ is ro han before a final
    -◌           the inherent vowel of an open syllable
    -◌น -◌น+     the inherent vowel with its final; + where another syllable follows at once, so that a linking vowel
                may be spelled
    -น -น+       a final; with some vowels ย and ว make one piece: -าย
    -(น) -(น)+   a further consonant after a final: silent, or a linking syllable
    -น์ -ทร์     a killed letter
    -ติ          a final with a short vowel that is spoken in some compounds only
"""

from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.thai.order import canonical
from noharbor.science.scripts.thai.pieces import pieces, syllables
from noharbor.science.scripts.thai.royal import romanise
from noharbor.science.scripts.writing import Writing

__all__ = ["THAI", "canonical", "pieces", "romanise", "syllables"]

THAI = Writing(script=Script.THAI, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)
