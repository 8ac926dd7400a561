"""The catalogues of the desk say everything, with the same placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import reverse

import noharbor.desk
from noharbor.node.catalogues import compile_catalogues

CATALOGUES = sorted((Path(noharbor.desk.__file__).parent / "locale").glob("*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|<[^>]+>")


@pytest.fixture(scope="module", autouse=True)
def compiled():
    compile_catalogues()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_word_is_translated_with_its_placeholders(path):
    with path.open("rb") as file:
        catalogue = read_po(file)
    wrong = []
    for message in catalogue:
        said = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        given = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        if message.id and not all(given):
            wrong.append(message.id)
        if message.id and any(
            set(PLACEHOLDER.findall(one)) != set(PLACEHOLDER.findall(said[-1])) for one in given if one
        ):
            wrong.append((message.id, given))
    assert wrong == []


@pytest.mark.parametrize("page", ["inbox", "events", "account", "audit"])
def test_pages_speak_the_language_chosen_in_the_footer(stage, page):
    asha = stage.client(stage.cast.asha)
    asha.post(reverse("language"), {"language": "zh-hans"})
    content = asha.get(reverse(page)).content.decode()
    assert '<html lang="zh-hans">' in content
    # What people typed and what names things stays; the interface's own English is gone.
    for word in ("Inbox", "Events", "Statements", "Marking", "Your office"):
        assert word not in content


def test_every_language_offered_has_its_catalogue_or_is_english():
    names = {path.parts[-3].lower().replace("_", "-") for path in CATALOGUES}
    assert {code for code, _ in settings.LANGUAGES} - {"en"} == names
