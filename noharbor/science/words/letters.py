"""What a reader takes for one letter, in scripts that write no spaces between words, and what parts words in others.

A letter is a consonant or character with all that stands on, under and around it: ကျော် is ကျော် and not က, ျ, ေ, ာ, ်.
Where it ends never depends on what stands before or behind, so that a word is cut alike in every text. (Syllables are
not like that: to find them, a whole run of Thai is read in its cheapest way.)
"""

from __future__ import annotations

import re

from noharbor.science.scripts.burmese.letters import BASES as BURMESE_BASES
from noharbor.science.scripts.burmese.letters import SIGNS as BURMESE_SIGNS
from noharbor.science.scripts.burmese.letters import WORD_SIGNS

#: Marks nobody sees; within a word they part nothing.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
#: Blocks of scripts that write no spaces between words, Korean among them, whose words carry their particles.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff"
    "\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff"
    "\uff66-\uff9f\uffa1-\uffdc\U00020000-\U000323af"
)
_HAN = "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
_KANA = "[\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d][\u3099-\u309c\uff9e\uff9f]?"
_HANGUL = "[\uac00-\ud7a3\u3131-\u318e\uffa1-\uffdc]|[\u1100-\u115e][\u1161-\u11a7]?[\u11a8-\u11ff]*"
_THAI_MARK = f"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e{UNSEEN}]"
#: Sara am belongs to its letter, also where it is written as nikhahit and sara aa.
_THAI = (
    f"[\u0e01-\u0e2e](?:{_THAI_MARK}*\u0e4d{_THAI_MARK}*\u0e32|{_THAI_MARK}*(?:\u0e33{_THAI_MARK}*)?)"
    f"|(?:เเ|[\u0e2f\u0e30\u0e32\u0e33\u0e40-\u0e46]){_THAI_MARK}*"
)
_LAO_MARK = f"[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece{UNSEEN}]"
_LAO = (
    f"(?:ຫ[ນມລ]|[\u0e81-\u0eae\u0edc-\u0edf])"
    f"(?:{_LAO_MARK}*\u0ecd{_LAO_MARK}*\u0eb2|{_LAO_MARK}*(?:\u0eb3{_LAO_MARK}*)?)"
    f"|(?:ເເ|[\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec6]){_LAO_MARK}*"
)
_KHMER_MARK = f"[\u17b4-\u17d1\u17d3\u17dd{UNSEEN}]"
_KHMER_LETTER = f"[\u1780-\u17b3](?:\u17d2+[{UNSEEN}]*[\u1780-\u17b3]?|{_KHMER_MARK})*"
_KHMER = f"(?<![\u1780-\u17d3\u17dd])[\u17c1-\u17c3]{_KHMER_LETTER}|{_KHMER_LETTER}|\u17d7"
_BURMESE = f"[{BURMESE_BASES}](?:\u1039+[{UNSEEN}]*[{BURMESE_BASES}]?|[{BURMESE_SIGNS}{UNSEEN}])*|[{WORD_SIGNS}\uaa70]"

#: Marks that belong to the letters of scripts with spaces: those of Latin, Arabic, and the scripts of India.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u09e5\u09fc-\u0a65\u0a70-\u0dff"
_SPACED = f"[^\\W\\d_{_UNSPACED}]"
_MORE = f"(?:[{_MARKS}{UNSEEN}]|{_SPACED})*"
#: A sign inside a word that parts nothing (Ts'ai), unless it is the English genitive.
_APOSTROPHE = "['\u2018\u2019\u02bb\u02bc\u02bf\u02be`\u00b4\u2032]"

#: One number, one letter of a script without spaces, or one word of a script with them.
PIECE = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[,\uff0c]\d{{3}})+(?!\d)|\d+)"
    rf"|(?P<letter>(?:{_HAN}|{_KANA}|{_HANGUL}|{_THAI}|{_LAO}|{_KHMER}|{_BURMESE})[{UNSEEN}]*)"
    rf"|(?P<word>{_SPACED}{_MORE}(?:{_APOSTROPHE}(?![sS](?!{_SPACED})){_SPACED}{_MORE})*)"
)
#: What may stand between two letters of one run: a line broken on paper ends no word.
BETWEEN = re.compile(rf"[\s{UNSEEN}]*")
