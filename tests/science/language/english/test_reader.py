"""What the English reader finds in invented reports: each type, each trap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.language.events import Bound, EventType, ReadEvent
from noharbor.science.language.readers import READERS, Article, reader_for

PUBLISHED = date(2025, 6, 18)  # A Wednesday.
FRAME = "Scam compound news\n\nThe gang ran an online scam from a compound, police said. {}\n"


def read(text: str, published: date | None = PUBLISHED) -> tuple[ReadEvent, ...]:
    reader = reader_for("en-GB")
    assert reader is not None
    return reader.read(Article(text, published, "en-GB"))


def read_sentence(sentence: str) -> tuple[ReadEvent, ...]:
    return read(FRAME.format(sentence))


def of_type(events: tuple[ReadEvent, ...], kind: EventType) -> list[ReadEvent]:
    return [event for event in events if event.type is kind]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (EventType.ARREST, "Police arrested 14 suspected scammers in Poipet on Monday."),
        (EventType.COMMITMENT, "Cambodia pledged to close every scam centre in the kingdom by the end of April."),
        (EventType.HANDOVER, "Thailand on Monday deported 55 Chinese fraud suspects to China from Mae Sot."),
        (EventType.LEGISLATION, "Parliament passed a law against online scams on Tuesday."),
        (
            EventType.MEETING,
            "The Lao and Chinese security ministers met in Vientiane on Tuesday to discuss telecom fraud.",
        ),
        (EventType.OPERATION, "Officers raided a scam compound in Bavet on Tuesday."),
        (
            EventType.REPATRIATION_OF_VICTIMS,
            "Nepal flew home 22 trafficking victims rescued from a scam centre in Myawaddy.",
        ),
        (EventType.RESCUE, "Soldiers rescued 31 trafficked workers from a scam compound in Myawaddy on Sunday."),
        (EventType.SANCTION, "The US Treasury imposed sanctions on nine companies linked to scam centres on Tuesday."),
        (EventType.SEIZURE, "Investigators seized 64 phones and 30 laptops from the scam centre."),
        (EventType.SENTENCE, "A court in Wenzhou sentenced 11 members of the scam syndicate to death on Monday."),
        (
            EventType.STATISTIC,
            "Since January, 2,300 scam suspects have been arrested in Cambodia, the commission said.",
        ),
        (
            EventType.WARNING,
            "The embassy in Bangkok warned citizens on Monday against job offers from scam gangs in Myawaddy.",
        ),
    ],
)
def test_it_finds_each_type(kind: EventType, sentence: str) -> None:
    assert of_type(read_sentence(sentence), kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "Prosecutors have charged 14 people with running an online scam.",
        "Two Malaysians are wanted over the scam call centre.",
        "Nobody was arrested.",
        "Beijing has asked Cambodia to hand over 86 scam suspects.",
        "Experts believe that scam gangs employ 120,000 people.",
    ],
)
def test_it_finds_nothing_in_what_only_sounds_like_an_act(sentence: str) -> None:
    assert read_sentence(sentence) == ()


@pytest.mark.parametrize(
    "text",
    [
        (
            "State House passes insurance bill\n\nThe House passed six bills against insurance "
            "fraud on Monday. Insurers praised it."
        ),
        (
            "Bokeo police intercept pills\n\nOfficers arrested five men and seized 4 million "
            "methamphetamine pills on Monday."
        ),
        (
            "Review: a thin thriller\n\nIn this film police arrest the scam boss. The plot drags, "
            "the cast is fine, the screening was half empty."
        ),
        "",
        "   \n\n",
    ],
)
def test_it_finds_nothing_in_texts_on_other_subjects(text: str) -> None:
    assert read(text) == ()


def test_it_counts_with_the_bound_of_the_words() -> None:
    event = of_type(
        read_sentence("Police arrested more than 120 scam suspects in Poipet on Monday."), EventType.ARREST
    )[0]
    assert event.count is not None
    assert (event.count.value, event.count.bound) == (120, Bound.AT_LEAST)


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Police arrested 43 scam suspects, including 12 women aged 19 to 44, in Poipet on Monday.", 43),
        ("Police arrested Lim and 11 others over the scam in Johor Bahru on Monday.", 12),
        ("Police arrested a 34-year-old man over the scam in Johor Bahru on Monday.", 1),
        ("Some 40 officers raided the scam centre in Bavet and arrested 17 people on Monday.", 17),
        ("Korean police arrested 52 members of a voice phishing ring in Sihanoukville on Monday.", 52),
        ("Police arrested two dozen scam suspects in Poipet on Monday.", 24),
    ],
)
def test_it_counts_people_and_not_what_stands_beside_them(sentence: str, count: int) -> None:
    found = of_type(read_sentence(sentence), EventType.ARREST)[0].count
    assert found is not None
    assert found.value == count


def test_it_keeps_a_total_apart_from_the_act_beside_it() -> None:
    events = read_sentence(
        "Three more scam suspects were arrested on Monday, bringing to 41 the number of people held."
    )
    assert [event.count.value for event in of_type(events, EventType.ARREST) if event.count] == [3]
    totals = of_type(events, EventType.STATISTIC)
    assert [event.count.value for event in totals if event.count] == [41]
    assert all(event.cumulative for event in totals)


def test_a_planned_handover_is_a_promise() -> None:
    events = read_sentence("The fifty-two Chinese scam suspects are to be flown out of Manila next Tuesday.")
    assert of_type(events, EventType.HANDOVER) == []
    promise = of_type(events, EventType.COMMITMENT)[0]
    assert promise.count is not None
    assert promise.count.value == 52


def test_the_day_of_the_report_is_not_the_day_of_the_act() -> None:
    event = of_type(
        read_sentence("Police said on Tuesday that they had arrested 14 scam suspects in Poipet."), EventType.ARREST
    )[0]
    assert event.moment is None or event.moment.iso != "2025-06-17"


def test_headline_lede_and_body_are_one_event() -> None:
    events = read(
        "Police arrest 61 in Poipet scam raid\n\n"
        "Police arrested 61 people at a scam compound in Poipet on Monday.\n\n"
        "The 61, most of them foreigners, were taken into custody after complaints from neighbours."
    )
    arrests = of_type(events, EventType.ARREST)
    assert len(arrests) == 1
    assert len(arrests[0].mentions) >= 2


def test_the_group_keeps_its_size() -> None:
    events = read(
        "Fraud suspects sent home\n\nSix telecom fraud suspects were handed over to Chinese "
        "police in Yangon on Monday. "
        "They had been arrested in Myawaddy in May."
    )
    arrest = of_type(events, EventType.ARREST)[0]
    assert arrest.count is not None
    assert arrest.count.value == 6
    assert arrest.place is not None
    assert arrest.place.name == "Myawaddy"


def test_eleven_suspects_are_brought_back_from_myanmar() -> None:
    events = read(
        "BEIJING: Eleven people suspected of online fraud have been brought back to China "
        "from Myanmar, the Ministry of Public "
        "Security said.\nLocal police caught them in Myawaddy, and officers from Chongqing escorted them home.\n"
        "On Aug 15, police of China, Thailand, Myanmar and Laos launched a joint campaign "
        "against online fraud in Chiang Mai.\n",
        date(2023, 8, 30),
    )
    handover = of_type(events, EventType.HANDOVER)[0]
    assert handover.count is not None
    assert (handover.count.value, handover.from_country, handover.to_country) == (11, "MM", "CN")
    campaign = of_type(events, EventType.OPERATION)[0]
    assert campaign.moment is not None
    assert campaign.moment.iso == "2023-08-15"
    assert set(campaign.countries) >= {"CN", "TH", "MM", "LA"}


def test_two_meetings_of_one_envoy_are_two() -> None:
    events = read(
        "Envoy asks again for action on telecom fraud\n\n"
        "The Chinese ambassador to Myanmar met the home affairs minister on May 31 about "
        "telecom fraud along the border.\n\n"
        "On March 23, the two had met to talk about cross-border fraud.\n",
        date(2023, 6, 1),
    )
    assert {event.moment.iso for event in of_type(events, EventType.MEETING) if event.moment} == {
        "2023-05-31",
        "2023-03-23",
    }


def test_page_furniture_tells_nothing() -> None:
    text = (
        "Scam raid\n\nNothing happened in the scam compound.\n\nComments\n\nPolice arrested "
        "14 scam suspects in Poipet on Monday."
    )
    assert read(text) == ()


def test_the_version_names_rules_and_weights() -> None:
    for reader in READERS:
        assert reader.version
        assert reader.language == reader.language.lower()
    assert reader_for("xx") is None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_it_never_raises_and_points_into_the_text(noise: str) -> None:
    text = f"Scam raid {noise}\n\nPolice arrested 14 scam suspects in Poipet on Monday. {noise}\n{noise} online fraud"
    for event in read(text):
        for passage in (event.passage, *event.mentions):
            assert 0 <= passage.start < passage.end <= len(text)
            assert text[passage.start : passage.end].strip()


def test_a_live_report_dates_its_entries_by_the_day_of_the_report() -> None:
    text = (
        "https://desk.example.org/live\nLIVE: Scam suspects leave Phnom Penh\n\n"
        "16:30 Cambodian police handed over 33 telecom fraud suspects to South Korean police at Techo airport.\n\n"
        "14:05 Police arrested 12 more scam suspects in a raid on a villa in Bavet."
    )
    events = reader_for("en").read(Article(text, date(2026, 2, 26), "en"))
    assert {event.type: event.moment.iso if event.moment else None for event in events} == {
        EventType.HANDOVER: "2026-02-26",
        EventType.ARREST: "2026-02-26",
        **{event.type: "2026-02-26" for event in events if event.type is EventType.OPERATION},
    }


def test_the_day_of_a_release_is_not_the_day_of_what_it_tells() -> None:
    text = (
        "Eleven suspects brought home\n\nDigest of two reports on a release of 25 August 2023 by the ministry.\n\n"
        "Myanmar has handed over eleven people suspected of online fraud to China, the ministry said."
    )
    events = reader_for("en").read(Article(text, date(2023, 8, 26), "en"))
    assert [event.moment for event in events if event.type is EventType.HANDOVER] == [None]


def test_a_zone_is_no_official() -> None:
    text = (
        "Police look back on scam arrests\n\nLao police have arrested nearly 2,800 suspects of 27 nationalities in the "
        "Golden Triangle Special Economic Zone since 2023, officials said."
    )
    events = reader_for("en").read(Article(text, date(2026, 2, 6), "en"))
    assert events
    assert [event.people for event in events] == [() for _ in events]
