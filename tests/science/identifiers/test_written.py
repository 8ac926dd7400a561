"""How people type numbers, met in one place."""

from __future__ import annotations

import pytest

from noharbor.science.identifiers.written import Written, compact, digits_of, plain


@pytest.mark.parametrize(
    "written",
    [
        "138",
        "１３８",
        "①③⑧",
        "၁၃၈",
        "๑๓๘",
        "១៣៨",
        "໑໓໘",
        "𝟏𝟑𝟖",
        "1\u200b3\u20608",
        "1\ufe0f\u20e33\ufe0f\u20e38",
        "١٣٨",
    ],
)
def test_digits_of_any_script_and_shape_are_digits(written: str):
    assert digits_of(written) == "138"


def test_a_letter_typed_for_a_burmese_digit_is_a_digit_only_among_digits():
    assert plain("ဝ၉") == "09"
    assert plain("၀၉ရ၁") == "0971"
    assert plain("၁၂/ဝတမ") == "12/ဝတမ"
    assert plain("၁၂ရကန") == "12ရကန"


def test_footnotes_are_no_digits():
    assert digits_of("138²") == "138"


def test_hyphens_and_spaces_are_one_each():
    assert plain("1‑2–3—4−5\u00a06\u30007\t8") == "1-2-3-4-5 6 7 8"
    assert compact("ab-12 Ｃ") == "AB12C"


def test_a_stretch_is_pointed_at_in_the_text_as_written():
    written = Written("\u200b\u200bA1\u200b2\u200b3 B")
    start = written.plain.index("123")
    assert written.plain == "A123 B"
    assert written.text[slice(*written.span(start, start + 3))] == "1\u200b2\u200b3"
    assert written.text[slice(*written.span(5, 6))] == "B"
