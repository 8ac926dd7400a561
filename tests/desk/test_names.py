"""The page of names: says why, keeps nothing, refuses what is no name, and speaks the reader's language."""

from __future__ import annotations

import html
import logging

import pytest
from django.urls import reverse
from django.utils.translation import override

from noharbor.desk.pages.names import LONGEST
from noharbor.desk.widgets.names import EXAMPLES, compared
from noharbor.node.catalogues import compile_catalogues
from noharbor.record.audit.models import Entry

PARTIAL = {"HX-Request": "true"}


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def post(client, one: str, other: str, **more):
    return client.post(reverse("names"), {"one": one, "other": other}, **more)


def words_of(response) -> str:
    return html.unescape(response.content.decode())


def test_the_page_asks_first_and_compares_nothing(asha):
    page = words_of(asha.get(reverse("names")))
    assert "Nothing compared yet" in page
    assert all(str(label) in page for _, _, label in EXAMPLES.values())


def test_it_shows_score_level_sentence_parts_and_spellings(asha):
    page = words_of(post(asha, "陳大文", "Mr Chan Tai Man"))
    assert 'role="meter"' in page
    assert "a customary way to write it" in page
    assert "as Cantonese is spelled" in page
    assert "Left aside as titles" in page
    assert "Chen Dawen" in page
    assert 'lang="zh"' in page


def test_a_part_of_the_page_can_be_asked_for_alone(asha):
    page = words_of(post(asha, "陈海", "陳海", headers=PARTIAL))
    assert "<html" not in page
    assert "the same characters" in page


def test_sound_alone_is_said_to_prove_little(asha):
    page = words_of(post(asha, "王伟", "汪伟"))
    assert "sound alone proves little" in page
    assert "the same name" not in page


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_example_can_be_tried(asha, key):
    response = asha.post(reverse("names"), {"example": key})
    assert response.status_code == 200
    one, other, _ = EXAMPLES[key]
    assert f'value="{one}"' in words_of(response)
    assert f'value="{other}"' in words_of(response)


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ("", "Aung", "Type a name"),
        ("   ", "Aung", "Type a name"),
        ("12 345", "Aung", "There are no letters in this."),
        ("Aung", "a" * (LONGEST + 1), f"Leave at most {LONGEST} characters."),
    ],
)
@pytest.mark.parametrize("headers", [{}, PARTIAL])
def test_what_is_no_name_is_refused_with_a_sentence(asha, one, other, problem, headers):
    response = post(asha, one, other, headers=headers)
    assert response.status_code == 422
    assert problem in words_of(response)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "Aung\x00Kyaw", "\u202eAung", "[[]](((@@@ Aung", "'\"&;"]
)
def test_a_hostile_name_does_no_harm(asha, name):
    response = post(asha, name, "Aung Kyaw")
    assert response.status_code in {200, 422}
    assert b"<script>alert" not in response.content


def test_what_was_typed_is_neither_kept_nor_logged(asha, caplog):
    before = Entry.objects.count()
    with caplog.at_level(logging.DEBUG):
        response = post(asha, "Zebedee Quix", "Zebedie Quicks")
    assert response.status_code == 200
    assert Entry.objects.count() == before
    assert "Zebedee" not in caplog.text
    assert "no-store" in response.headers["Cache-Control"]
    assert "Zebedee" not in str(dict(asha.session))


def test_an_address_never_holds_a_name(asha):
    page = words_of(asha.get(reverse("names"), {"one": "Zebedee", "other": "Quix"}))
    assert 'value="Zebedee"' not in page


def test_the_navigation_leads_here(asha):
    assert f'href="{reverse("names")}"' in words_of(asha.get(reverse("events")))


def test_the_whole_result_is_told_in_chinese():
    compile_catalogues()
    with override("zh-hans"):
        found = compared("陳大文", "Mr Chan Tai Man")
    assert found.sentence.startswith(
        "“Mr Chan Tai Man”是“陳大文”按香港及海外粤语拼法的写法（陳 Chan、大 Tai、文 Man）；"
    )
    assert found.sentence.endswith("。")
    assert found.level == "通行拼写之一"
    assert {part.how for part in found.parts} == {"粤语"}
