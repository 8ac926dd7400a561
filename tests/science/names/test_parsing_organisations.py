from __future__ import annotations

import pytest

from noharbor.science.names.forms import readings
from noharbor.science.names.parsed import NameKind
from noharbor.science.names.parsing import parse


@pytest.mark.parametrize(
    ("text", "core", "meanings", "numbers"),
    [
        ("Golden Lotus Holdings Co., Ltd.", ("Golden", "Lotus"), ["group", "company_limited"], ()),
        ("金莲集团有限公司", ("金莲",), ["group"], ()),
        ("บริษัท ดอกบัวทอง จำกัด", ("ดอกบัวทอง",), ["company", "company_limited"], ()),
        ("ရွှေကြာကုမ္ပဏီလီမိတက်", ("ရွှေကြာ",), ["company_limited"], ()),
        ("ບໍລິສັດ ດອກບົວ ຈຳກັດ", ("ດອກບົວ",), ["company", "company_limited"], ()),
        ("Công ty TNHH Sen Vàng", ("Sen", "Vàng"), ["company_limited"], ()),
        ("3rd Brigade", (), ["brigade"], (3,)),
        ("Third Brigade", (), ["brigade"], (3,)),
        ("第三旅", (), ["brigade"], (3,)),
        ("第二十五师", (), ["division"], (25,)),
        ("တပ်မဟာ (၃)", (), ["brigade"], (3,)),
        ("กองพลที่ ๓", (), ["division"], (3,)),
        ("No. 5 Police Station", (), ["police_station"], (5,)),
        ("第四特区", (), ["special_region"], (4,)),
        ("Royal Example Police", ("Royal", "Example"), ["police"], ()),
        ("BGF Battalion 1017", (), ["border_guard_force", "battalion"], (1017,)),
    ],
)
def test_it_parts_forms_and_numbers(
    text: str, core: tuple[str, ...], meanings: list[str], numbers: tuple[int, ...]
) -> None:
    parsed = parse(text)
    assert parsed.kind is NameKind.ORGANISATION
    assert parsed.core == core
    assert [form.meaning for form in parsed.forms] == meanings
    assert parsed.numbers == numbers


@pytest.mark.parametrize("text", ["张军", "Park Chanho", "วันชัย ไพศาล", "李团", "Temple Grandin", "김지주", "Ko Ko"])
def test_words_of_organisations_that_are_names_make_no_organisation(text: str) -> None:
    assert parse(text).kind is NameKind.PERSON


def test_the_caller_may_say_what_it_is() -> None:
    assert parse("Golden Lotus", NameKind.ORGANISATION).kind is NameKind.ORGANISATION
    assert parse("Golden Group", NameKind.PERSON).core == ("Golden", "Group")


def test_an_organisation_without_words_of_its_own_is_read_by_the_kind_of_body() -> None:
    assert list(readings(parse("3rd Brigade"))) == [(("brigade",), 0.0)]


def test_scripts_glued_together_are_one_organisation() -> None:
    parsed = parse("KK园区")
    assert parsed.core == ("KK",)
    assert parsed.aliases == ()


def test_the_short_name_in_brackets_is_an_alias() -> None:
    parsed = parse("Karen Example Union (KEU)")
    assert parsed.core == ("Karen", "Example")
    assert [alias.name.core for alias in parsed.aliases] == [("KEU",)]
