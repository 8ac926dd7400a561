"""Letters and signs of the Burmese script, sorted by what they do in a syllable.

Burmese, Mon, Shan and the Karen languages share the script; letters and signs of all of them are here, so that none is
lost. Names of code points follow the Unicode charts "Myanmar", "Myanmar Extended-A" and "Extended-B".
"""

from __future__ import annotations

#: Consonants, independent vowels and letters of Mon, Shan and Karen: what a syllable can begin with.
BASES = (
    "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e"
    "\ua9e0-\ua9e4\ua9e7-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa6f\uaa71-\uaa76\uaa7a\uaa7e\uaa7f"
)
#: Signs that hang on a letter; all but the virama, which ties two letters.
SIGNS = (
    "\u102b-\u1038\u103a-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f"
    "\u109a-\u109d\ua9e5\uaa7b-\uaa7d"
)
#: Signs that stand for a whole word: ၌ (at), ၍ (and then), ၎ (the said), ၏ (of).
WORD_SIGNS = "\u104c-\u104f"
VIRAMA = "\u1039"
ASAT = "\u103a"
DOT_BELOW = "\u1037"
VISARGA = "\u1038"
ANUSVARA = "\u1036"

#: ya, ra, wa (Shan has one of its own) and ha, and the medials of Mon and Karen.
MEDIALS = "\u103b\u103c\u103d\u1082\u103e\u105e\u105f\u1060"
#: Signs of vowels, of all languages of the script.
VOWELS = (
    "\u1031\u1084\u102d\u102e\u1032\u1033\u1034\u1035\u1071\u1072\u1073\u1074\u1085\u1086\u109d\u102f\u1030"
    "\u1056\u1057\u1058\u1059\u102b\u102c\u1062\u1067\u1068\u1083\u109c"
)
#: Signs of tone: Burmese dot below and visarga, then those of Karen, Shan, Rumai, Khamti and Pa'o.
TONES = (
    "\u1037\u1038\u1063\u1064\u1069\u106a\u106b\u106c\u106d\u1087\u1088\u1089\u108a\u108b\u108c\u108d\u108f"
    "\u109a\u109b\uaa7b\uaa7c\uaa7d\ua9e5"
)
#: Burmese and Shan signs by their place within a syllable, as Unicode Technical Note 11 has it. Signs of Mon and
#: Karen are left out: their order is another, and a letter that carries one keeps the order it came in.
RANKS = {
    sign: rank
    for rank, signs in enumerate(
        (
            "\u103b",  # medial ya
            "\u103c",  # medial ra
            "\u103d\u1082",  # medial wa, Burmese and Shan
            "\u103e",  # medial ha
            "\u1031\u1084",  # vowels on the left
            "\u102d\u102e\u1032\u1085\u1086",  # vowels above
            "\u102f\u1030",  # vowels below
            "\u102b\u102c\u1083",  # vowels on the right
            ASAT,
            ANUSVARA,
            DOT_BELOW,
            "\u1038\u1087\u1088\u1089\u108a",  # visarga and the tones of Shan
        )
    )
    for sign in signs
}
