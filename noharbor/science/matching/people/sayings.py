"""The words in which agreement of rows is told; catalogues of other languages translate them by these."""

from __future__ import annotations

from noharbor.science.names.reasons import untranslated as _

BORN_SAME_DAY = _("born on the same day")
BORN_DAY_AND_MONTH_TURNED = _("day and month of birth stand the other way round")
BORN_NEARLY = _("days of birth differ in one place")
BORN_IN_ANOTHER_ERA = _("years of birth differ by 543, as between calendars")
BORN_MAY_AGREE = _("age or year of birth agrees")
BORN_SAME_YEAR = _("born in the same year, on another day")
BORN_YEARS_APART = _("years of birth are further apart than lists usually err")
SAME_SEX = _("same sex")
OTHER_SEX = _("other sex")
SAME_NATIONALITY = _("same nationality")
OTHER_NATIONALITY = _("other nationality")
SAME_PASSPORT = _("same passport number")
PASSPORT_NEARLY = _("passport numbers differ in one place")
OTHER_PASSPORT = _("other passport number")
SAME_NATIONAL_ID = _("same national number")
NATIONAL_ID_NEARLY = _("national numbers differ in one place")
OTHER_NATIONAL_ID = _("other national number")
PHONE_NEARLY = _("telephone numbers differ in one place")
SAME_PHONE = _("same telephone number")
SAME_PLACE = _("same place")
SAME_ADDRESS = _("same address")
ADDRESS_NEARLY = _("addresses agree in part")
ADDRESS_OF_MANY = _("same address, where many on the list live")
OTHER_ADDRESS = _("other address")
NAMES_DIFFER = _("names have too little in common")
#: What cannot be right together.
BUT = _("%(paper)s, but %(against)s")
IN_CONFLICT = {"same national id": SAME_NATIONAL_ID, "same passport": SAME_PASSPORT}
NAMESAKES = _("others on the list fit about as well")
