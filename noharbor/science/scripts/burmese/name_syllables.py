"""Syllables that Burmese names are made of.

People write these in Latin letters as a whole, each in its own few ways, whatever its letters would give elsewhere: ကြီး
is Gyi at the end of a name, and ရ is y in names of Burma, r in names from abroad. All other syllables are read by onset
and rhyme.
"""

from __future__ import annotations

#: The hundred commonest elements of given names. Rarer ones are better read by their sounds, which forgives a slip of
#: the pen; letters without a vowel sign (လှ, မြ) are left out, for they are onsets too.
_SYLLABLES = """
ကို ကံ ကျော် ကြင် ကြည် ကြိုင် ကြီး ကြူ ခင် ခိုင် ချစ် ချို ငြိမ်း ငွေ စန်း စမ်း စိန် စိုင်း စိုး စီ
စု စော ဆန်း ဆွေ ဇင် ဇာ ဇေ ဇော် ဉာဏ် ညို ညီ ညွန့် ဌေး တင့် တင် တာ တိုး ထား ထူး ထွဋ် ထွန်း ထွေး ဒာ
နန်း နိုင် နီ နု နေ နွယ် နှင်း ဖေ ဖြူ ဗိုလ် ဘို မင်း မာ မိ မိုး မီ မူ မေ မောင် မော် မျိုး မြင့်
မြတ် မြိုင် မွန် ရင် ရန် ရီ ရဲ ရွှေ ရှိန် လင်း လတ် လာ လေး လွင် လှိုင် ဝင်း ဝါ ဝေ သက် သင်း သန့် သန်း
သာ သိန်း သီ သူ သောင်း သွင် ဟန် အိ အုန်း အောင် အေး
"""
#: In canonical order.
NAME_SYLLABLES = frozenset(_SYLLABLES.split())
