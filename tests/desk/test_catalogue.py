"""The Chinese catalogue: whole, with its placeholders, in settled terms; and no page falls back to English."""

from __future__ import annotations

import gettext
import html
import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.urls import reverse
from django.utils.translation import ngettext, override

import noharbor.desk
from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.statements import kind_label
from noharbor.node.catalogues import compile_catalogues
from noharbor.science.language.events import EventType

FOLDER = Path(noharbor.desk.__file__).parent / "locale" / "zh_Hans" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|{\w+}|<[^>]+>|NOHARBOR_\w+|%%")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,.;:?!()]|[,;:?!()][\u4e00-\u9fff]")
#: What is the same in both languages: a name, a format, figures only.
SAME = {"%(amount)s %(currency)s", "%(from)s → %(to)s", "%(number)s+", "No Harbor", "PDF", "“%(words)s”"}


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    compile_catalogues()


def messages() -> list[Message]:
    with (FOLDER / "django.po").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def chinese(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def sentences() -> list[str]:
    """The longest English stretch between placeholders of every message that is a sentence."""
    stretches = [max(PLACEHOLDER.split(words), key=len) for message in messages() for words in english(message)]
    return [words.strip() for words in stretches if len(words.split()) >= 4]


def page_of(client, name: str, **named: object) -> str:
    client.post(reverse("language"), {"language": "zh-hans"})
    return html.unescape(client.get(reverse(name, kwargs=named)).content.decode())


def test_every_message_has_a_translation():
    assert [english(message) for message in messages() if not all(chinese(message)) or message.fuzzy] == []


def test_a_translation_is_chinese_unless_it_is_a_name_or_a_format():
    left = {
        words
        for message in messages()
        for words, said in zip(english(message), chinese(message), strict=False)
        if said == words
    }
    assert left - SAME == set()


def test_placeholders_agree_on_both_sides():
    wrong = [
        (english(message), said)
        for message in messages()
        for said in chinese(message)
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(english(message)[-1]))
    ]
    assert wrong == []


def test_chinese_has_one_form_for_any_number():
    assert {len(chinese(message)) for message in messages()} == {1}
    with override("zh-hans"):
        told = {ngettext("%(number)s event", "%(number)s events", number) for number in (0, 1, 2, 1000)}
    assert told == {"%(number)s 条事件"}


def test_punctuation_between_chinese_words_is_full_width():
    assert [said for message in messages() for said in chinese(message) if HALF_WIDTH.search(said)] == []


def test_the_compiled_file_loads():
    with (FOLDER / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Inbox") == "收件箱"
    assert catalogue.pgettext("end of an office", "today") == "至今"


def test_kinds_of_event_keep_their_terms():
    with override("zh-hans"):
        assert {kind.value: kind_label(kind) for kind in EventType} == {
            "arrest": "抓捕",
            "commitment": "承诺",
            "handover": "移交",
            "legislation": "立法",
            "meeting": "会见会谈",
            "operation": "行动",
            "repatriation_of_victims": "受害者送返",
            "rescue": "解救",
            "sanction": "制裁",
            "seizure": "扣押冻结",
            "sentence": "判决",
            "statistic": "累计数字",
            "warning": "警示",
        }


@pytest.mark.parametrize(
    ("last", "precision", "said"),
    [
        (date(2023, 5, 2), "day", "2023年5月2日"),
        (date(2023, 5, 5), "range", "2023年5月2日至5日"),
        (date(2023, 6, 5), "range", "2023年5月2日至6月5日"),
        (date(2024, 6, 5), "range", "2023年5月2日至2024年6月5日"),
        (date(2023, 5, 31), "month", "2023年5月"),
        (date(2024, 6, 30), "month", "2023年5月至2024年6月"),
        (date(2023, 12, 31), "year", "2023年"),
        (date(2023, 5, 9), "recent", "2023年5月9日前不久"),
    ],
)
def test_a_moment_is_written_the_chinese_way(last, precision, said):
    with override("zh-hans"):
        assert say_moment(date(2023, 5, 2), last, precision) == said


def test_large_numbers_can_be_read():
    with override("zh-hans"):
        assert say_number(1234567) == "1,234,567"


def test_the_sign_in_page_speaks_chinese_only(client, db):
    page = page_of(client, "sign-in")
    assert "打击跨境电信网络诈骗联合办案工作台" in page
    assert "登录" in page
    assert [words for words in sentences() if words in page] == []


def test_what_is_wrong_with_a_sign_in_is_said_in_chinese(cast, client):
    client.post(reverse("language"), {"language": "zh-hans"})
    page = client.post(reverse("sign-in"), {"username": "asha", "password": "wrong"}).content.decode()
    assert "用户名或密码不正确，请核对后重试。" in page
    assert [words for words in sentences() if words in page] == []


@pytest.mark.parametrize("name", ["account", "audit", "events", "inbox"])
def test_a_room_falls_back_to_no_english_sentence(stage, name):
    page = page_of(stage.client(stage.cast.asha), name)
    assert CHINESE.search(page)
    assert [words for words in sentences() if words in page] == []


def test_a_source_and_its_statements_fall_back_to_no_english_sentence(stage):
    asha = stage.client(stage.cast.asha)
    page = page_of(asha, "source", source=stage.source.pk)
    page += page_of(asha, "statement", statement=stage.statement.pk)
    page += page_of(asha, "statement-correct", statement=stage.statement.pk)
    assert CHINESE.search(page)
    assert [words for words in sentences() if words in page] == []


def test_a_missing_day_is_refused_in_chinese(stage):
    asha = stage.client(stage.cast.asha)
    asha.post(reverse("language"), {"language": "zh-hans"})
    address = reverse("inbox-text")
    page = asha.post(address, {"text": "Words.", "published": "the day before", "tlp": "amber"}).content.decode()
    assert "输入一个有效的日期。" in page
