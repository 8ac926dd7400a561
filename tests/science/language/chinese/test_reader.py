"""The Chinese reader from text to events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.language.articles import Article
from noharbor.science.language.chinese.reader import ChineseReader
from noharbor.science.language.events import Bound, EventType, ReadEvent
from noharbor.science.language.readers import reader_for
from tests.science.language.chinese.examples import EXAMPLES, Told
from tests.science.language.chinese.silent import SILENT

PUBLISHED = date(2025, 8, 20)
READER = ChineseReader()


def read(text: str, published: date | None = PUBLISHED, language: str = "zh") -> tuple[ReadEvent, ...]:
    return READER.read(Article(f"反电信网络诈骗行动消息一则\n\n{text}\n", published, language))


def _fits(event: ReadEvent, told: Told) -> bool:
    return (
        event.type == told.type
        and (told.count is None or (event.count is not None and event.count.value == told.count))
        and (told.date is None or (event.moment is not None and event.moment.iso == told.date))
        and (told.place is None or (event.place is not None and told.place in event.place.name))
        and (told.amount is None or (event.amount is not None and event.amount.value == told.amount))
    )


@pytest.mark.parametrize(("text", "told"), EXAMPLES, ids=[text[:14] for text, _ in EXAMPLES])
def test_it_finds_the_events_of_a_sentence(text: str, told: list[Told]) -> None:
    events = read(text)
    for one in told:
        assert any(_fits(event, one) for event in events), (one, events)
    assert len(events) <= len(told) + 1


@pytest.mark.parametrize("name", SILENT)
def test_it_finds_nothing_in_a_text_that_tells_nothing(name: str) -> None:
    assert READER.read(Article(SILENT[name], PUBLISHED, "zh")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "上海检方以诈骗罪对21名嫌疑人提起公诉，他们涉嫌在菲律宾从事电信诈骗。",
        "公安机关公开悬赏通缉10名缅北电诈集团头目。",
        "专家估计，东南亚约有30万人在诈骗园区工作。",
        "若发现可疑转账，请立即拨打96110，谨防电信诈骗。",
        "家属希望警方尽快解救被困园区的亲人。",
        "如果被警方抓获，诈骗分子可能被判处十年以上有期徒刑。",
    ],
)
def test_charges_hopes_estimates_and_advice_are_no_events(text: str) -> None:
    assert read(text) == ()


def test_a_period_makes_a_total_and_one_action_an_arrest() -> None:
    (total,) = read("今年以来，柬方累计抓获诈骗嫌疑人1200余名。")
    (act,) = read("8月18日，柬方出动千余警力，此次行动共抓获诈骗嫌疑人1200余名。")
    assert (total.type, total.cumulative) == (EventType.STATISTIC, True)
    assert (act.type, act.cumulative) == (EventType.ARREST, False)
    assert total.count is not None
    assert total.count.bound is Bound.AT_LEAST


def test_a_closed_period_is_dated_by_its_end() -> None:
    (total,) = read("今年上半年，泰国警方共抓获电诈嫌疑人8600名。")
    assert total.moment is not None
    assert total.moment.iso == "2025-06"


def test_the_same_verb_serves_victims_and_suspects() -> None:
    (home,) = read("8月14日，12名被骗至妙瓦底的受害人从湄索返回雅加达，与家人团聚。")
    (handed,) = read("8月14日，12名电诈嫌疑人由缅方移交中方，押解回国。")
    assert home.type is EventType.REPATRIATION_OF_VICTIMS
    assert handed.type is EventType.HANDOVER
    assert (handed.from_country, handed.to_country) == ("MM", "CN")


def test_what_is_to_come_is_a_commitment() -> None:
    (plan,) = read("泰方承诺，将于9月底前把剩余的300名涉诈人员遣返中国。")
    assert plan.type is EventType.COMMITMENT
    assert plan.count is not None
    assert plan.count.value == 300


def test_a_list_of_days_tells_one_event_each_and_their_sum_is_a_total() -> None:
    events = read("柬埔寨连续三晚遣返涉诈中国籍人员：15日110人，16日312人，17日98人，合计520人。")
    handovers = {event.moment.iso: event.count.value for event in events if event.moment and event.count}
    assert handovers["2025-08-15"] == 110
    assert handovers["2025-08-16"] == 312
    assert sorted(event.type.value for event in events) == ["handover", "handover", "handover", "statistic"]


def test_headline_and_body_are_one_event() -> None:
    text = "柬警捣毁诈骗窝点 31人落网\n\n柬埔寨警方8月17日在戈公省捣毁一处诈骗窝点，抓获31人。\n"
    events = READER.read(Article(text, PUBLISHED, "zh"))
    arrests = [event for event in events if event.type is EventType.ARREST]
    assert len(arrests) == 1
    assert len(arrests[0].mentions) == 2


def test_both_scripts_give_the_same_events() -> None:
    plain = read("柬埔寨警方8月17日突袭戈公省一处别墅，逮捕31名诈骗嫌犯，查扣电脑64台。")
    traditional = read("柬埔寨警方8月17日突襲戈公省一處別墅，逮捕31名詐騙嫌犯，查扣電腦64台。", language="zh-Hant")
    told = [[(event.type, event.count and event.count.value, event.moment and event.moment.iso) for event in events]
            for events in (plain, traditional)]  # fmt: skip
    assert told[0] == told[1]


def test_today_in_a_report_is_the_day_of_its_dateline() -> None:
    (arrest,) = read("本报金边8月18日电　柬埔寨警方今天在金边抓获19名诈骗嫌疑人。")
    assert arrest.moment is not None
    assert arrest.moment.iso == "2025-08-18"


def test_without_a_publication_date_relative_days_stay_open() -> None:
    (arrest,) = read("柬埔寨警方周一在金边抓获19名诈骗嫌疑人。", published=None)
    assert arrest.moment is None or arrest.moment.iso is None


def test_every_passage_lies_in_the_text() -> None:
    for text, _ in EXAMPLES:
        whole = f"反电信网络诈骗行动消息一则\n\n{text}\n"
        for event in READER.read(Article(whole, PUBLISHED, "zh")):
            for passage in (event.passage, *event.mentions):
                assert 0 <= passage.start < passage.end <= len(whole)
            if event.place is not None:
                assert event.place.name in whole


def test_it_is_registered_and_has_a_version() -> None:
    reader = reader_for("zh-Hant")
    assert isinstance(reader, ChineseReader)
    assert reader.version == ChineseReader().version


_WORDS = (
    "警方 抓获 移交 12名 嫌疑人 ， 。 8月12日 周一 妙瓦底 诈骗 将 累计 （ ） 「 」 ； ： 4.9万 万 元 〔 ” 一对 判处"
    " 会见 其中 数十 近"
)
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=120))
def test_it_never_raises_on_odd_text(text: str) -> None:
    for event in READER.read(Article(text, PUBLISHED, "zh")):
        assert event.passage.end <= len(text)
