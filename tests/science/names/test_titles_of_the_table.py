"""Every title of the table is found before (or after) a name of its script."""

from __future__ import annotations

import pytest

from noharbor.science.names.parsed import NameKind
from noharbor.science.names.parsing import parse
from noharbor.science.names.titles import TitleRow, title_rows
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.scripts import Script

_NAMES = {
    Script.BURMESE: "ထွန်းလင်း",
    Script.HAN: "欧阳晓明",
    Script.HANGUL: "홍길동",
    Script.KANA: "山田太郎",
    Script.KHMER: "សុផល រតនា",
    Script.LAO: "ສົມຊາຍ ໃຈດີ",
    Script.LATIN: "Quenby Rastov",
    Script.THAI: "ทรงพล ใจดี",
}


def _with_title(row: TitleRow) -> tuple[str, str]:
    letter = next(sign for sign in row.words if script_of_sign(sign) is not Script.OTHER)
    name = "山田太郎" if row.language == "ja" else _NAMES[script_of_sign(letter)]
    return name, f"{row.words} {name}" if row.place == "before" else f"{name} {row.words}"


@pytest.mark.parametrize(
    "row", [row for row in title_rows() if row.sure], ids=lambda row: f"{row.language}-{row.words}"
)
def test_a_sure_title_is_taken_off(row: TitleRow) -> None:
    name, text = _with_title(row)
    parsed = parse(text, NameKind.PERSON)
    assert " ".join(parsed.core) == name
    assert " ".join(title.text for title in parsed.titles).replace(" ", "").replace(",", "") == row.words.replace(
        " ", ""
    )


@pytest.mark.parametrize(
    "row",
    [row for row in title_rows() if not row.sure and row.kind != "nickname"],
    ids=lambda row: f"{row.language}-{row.words}",
)
def test_a_possible_title_stays_in_the_core_and_goes_from_the_bare_name(row: TitleRow) -> None:
    name, text = _with_title(row)
    parsed = parse(text, NameKind.PERSON)
    assert "".join(parsed.core) == text.replace(" ", "").replace(".", "")
    assert " ".join(parsed.bare) == name
