"""What a source names: people, bodies and places by its statements, numbers and addresses by its words."""

from __future__ import annotations

import pytest

from noharbor.record.access.models import Grant
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.linkage import naming
from noharbor.record.linkage.identity import entity_of_key, named_identity
from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.naming import IdentifierSearch, key_of, region_of
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.standing import standings
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading import actions
from noharbor.record.reading.jobs import step as read
from noharbor.record.reading.models import Statement
from noharbor.record.reading.vocabulary import StatementState
from tests.cast import invite, make_source
from tests.desk.stage import put_source, put_statement

TELEGRAM = """A recruiter is known

Police in Myawaddy arrested Ko Min Htut, who wrote as Telegram @good_work_2023 and called from +66 81 234 5678.

He asked for money to TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf. See hxxps://pay-work[.]example and http://river-times.example.
"""
SENTENCE = TELEGRAM.split("\n\n")[1]


def put_read(by, text=TELEGRAM, quote=SENTENCE, *people, **columns):
    """A source with one statement that names people."""
    detail = {"people": [{"name": name, "role": role} for name, role in people]} | columns.pop("detail", {})
    source = put_source(by, text, address=columns.pop("address", ""), language=columns.pop("language", "en"))
    return source, put_statement(source, quote, detail=detail, **columns)


def standing(source, kind=None):
    rows = Appearance.objects.filter(source=source, stands=True)
    return sorted((rows.filter(kind=kind) if kind else rows).values_list("name", flat=True))


def test_statements_name_people_with_their_roles(cast, linkage):
    source, statement = put_read(cast.asha, TELEGRAM, SENTENCE, ("Ko Min Htut", "recruiter"))
    linkage.step()
    person = Appearance.objects.get(source=source, kind=EntityKind.PERSON)
    assert (person.name, person.key, person.said) == ("Ko Min Htut", "", {"names": ["Ko Min Htut"]})
    assert person.pk == person.entity == named_identity(source.pk, EntityKind.PERSON, "Ko Min Htut")
    assert TELEGRAM[person.passage_start : person.passage_end] == "Ko Min Htut"
    assert [(one.statement, one.role) for one in person.namings.all()] == [(statement, "recruiter")]


def test_somebody_named_by_two_statements_appears_once(cast, linkage):
    source, first = put_read(cast.asha, TELEGRAM, SENTENCE, ("Ko Min Htut", None))
    second = put_statement(
        source, "He asked for money", detail={"people": [{"name": "Ko  Min Htut", "role": "broker"}]}
    )
    linkage.step()
    person = Appearance.objects.get(source=source, kind=EntityKind.PERSON)
    assert {one.statement_id: one.role for one in person.namings.all()} == {first.pk: "", second.pk: "broker"}


def test_numbers_and_addresses_are_found_in_the_words_with_the_country_of_the_owner(cast, linkage):
    source, statement = put_read(cast.asha)
    linkage.step()
    rows = Appearance.objects.filter(source=source, kind=EntityKind.IDENTIFIER)
    assert sorted(rows.values_list("key", flat=True)) == [
        "chat-handle:telegram:good_work_2023",
        "domain:pay-work.example",
        "domain:river-times.example",
        "phone:+66812345678",
        "wallet:tron:TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf",
    ]
    phone = rows.get(key="phone:+66812345678")
    assert phone.entity == entity_of_key(EntityKind.IDENTIFIER, phone.key)
    assert TELEGRAM[phone.passage_start : phone.passage_end] == "+66 81 234 5678"
    assert [one.statement for one in phone.namings.all()] == [statement]
    assert not rows.get(key="domain:pay-work.example").namings.exists()


@pytest.mark.parametrize(
    ("country", "language", "region"), [("LA", "th", "LA"), ("", "th", "TH"), ("", "my-Mymr", "MM"), ("", "zh", "")]
)
def test_numbers_are_of_the_owners_country_or_else_of_the_languages(cast, country, language, region):
    cast.asha.body.country = country
    assert region_of(put_source(cast.asha, language=language)) == region


def test_the_publishers_own_address_is_no_news():
    search = IdentifierSearch(TELEGRAM, "TH", "https://www.river-times.example/2023/a")
    assert search.go_on(lambda: False)
    assert "domain:river-times.example" not in {key_of(one) for _, _, one in search.found}


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_long_text_is_searched_in_turns_and_nothing_is_cut_or_missed(monkeypatch, between):
    monkeypatch.setattr(naming, "_BLOCK", 100)
    numbers = [f"+66812345{number:03}" for number in range(100)]
    search = IdentifierSearch(between.join(numbers), "TH", "")
    turns = 1
    while not search.go_on(lambda: True):
        turns += 1
    assert [one.value for _, _, one in search.found] == numbers
    assert turns > 10


def test_bodies_the_reference_knows_are_one_in_any_script_and_others_are_not(cast, linkage):
    put_read(cast.asha, detail={"organisations": ["Royal Thai Police", "Police"]}, speaker="the ministry")
    said = {"organisations": ["泰国皇家警察"]}
    put_read(cast.asha, "泰国警方：抓获一人。", "抓获一人", detail=said, language="zh", speaker="")
    linkage.step()
    bodies = Appearance.objects.filter(kind=EntityKind.GROUP)
    assert {one.name: one.key for one in bodies} == {
        "Royal Thai Police": "body:th-rtp", "Police": "", "泰国皇家警察": "body:th-rtp",
    }  # fmt: skip
    assert len({one.entity for one in bodies}) == 2


def test_a_speaker_is_a_body_only_where_it_is_one(cast, linkage):
    source, _ = put_read(cast.asha, speaker="Royal Thai Police")
    linkage.step()
    assert standing(source, EntityKind.GROUP) == ["Royal Thai Police"]


def test_places_of_the_gazetteer_are_sites_and_countries_are_not(cast, linkage):
    from noharbor.science.places.finder import find_places

    town = find_places("Myawaddy", "en")[0].place.id
    source, _ = put_read(cast.asha, place=town, place_name="Myawaddy town")
    country, _ = put_read(cast.asha, place="country-mm", place_name="Myanmar")
    linkage.step()
    site = Appearance.objects.get(source=source, kind=EntityKind.SITE)
    assert (site.name, site.key) == ("Myawaddy town", f"site:{town}")
    assert site.entity == entity_of_key(EntityKind.SITE, site.key)
    assert standing(country, EntityKind.SITE) == []


def test_only_standing_statements_name_anybody_and_names_keep_their_identifiers(cast, linkage):
    source, statement = put_read(cast.asha, TELEGRAM, SENTENCE, ("Ko Min Htut", None))
    linkage.step()
    before = Appearance.objects.get(source=source, kind=EntityKind.PERSON).pk
    actions.reject(statement, by=cast.asha, why="a film")
    assert linkage.step() == 1
    assert standing(source, EntityKind.PERSON) == []
    assert not Naming.objects.filter(statement=statement, appearance__stands=True).exists()
    assert not standings([Appearance.objects.get(pk=before)], cast.asha)[before].statements
    assert "+66812345678" in standing(source)
    actions.take_back(statement, by=cast.asha)
    linkage.step()
    assert [one.pk for one in Appearance.objects.filter(source=source, kind=EntityKind.PERSON, stands=True)] == [before]
    assert Naming.objects.filter(statement=statement, appearance=before).exists()


def test_a_members_correction_counts_like_any_statement(cast, linkage):
    source, statement = put_read(cast.asha, TELEGRAM, SENTENCE, ("Ko Min", None))
    linkage.step()
    corrected = actions.correct(
        statement, {"detail": {"people": [{"name": "Ko Min Htut", "role": None}]}}, by=cast.asha
    )
    linkage.step()
    assert standing(source, EntityKind.PERSON) == ["Ko Min Htut"]
    named = Naming.objects.filter(appearance__kind=EntityKind.PERSON, appearance__stands=True)
    assert [one.statement for one in named] == [corrected]


def test_who_was_named_in_a_closed_statement_stays_hidden_when_it_is_rejected(cast, linkage):
    source, statement = put_read(cast.asha, TELEGRAM, SENTENCE, ("Ko Min Htut", None), tlp=Tlp.RED)
    invite(source, cast.boun, by=cast.asha)
    Grant.objects.filter(member=cast.boun, thing=source.pk).update(member=None, body=cast.boun.body)
    linkage.step()
    person = Appearance.objects.filter(source=source, kind=EntityKind.PERSON)
    seen = [[visible_to(member).filter(pk__in=person).exists() for member in cast]]
    actions.reject(statement, by=cast.asha, why="a film")
    linkage.step()
    assert not person.get().stands
    seen.append([visible_to(member).filter(pk__in=person).exists() for member in cast])
    assert seen == [[True, False, False]] * 2


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        (
            "en",
            "Eleven suspects return\n\nThai Prime Minister Paetongtarn Shinawatra said on 5 February 2025 that "
            "Royal Thai Police arrested eleven suspects of online fraud in Mae Sot on 4 February 2025. "
            "Call 081-234-5678.\n",
            "Paetongtarn Shinawatra",
            None,
        ),
        (
            "zh",
            "中泰会谈\n\n2025年1月28日，公安部部长助理刘忠义在曼谷会见泰国总理佩通坦，双方就打击电信网络诈骗犯罪合作交换意见。"
            "联系电话13812345678。\n",
            "佩通坦",
            "body:cn-mps",
        ),
    ],
    ids=["English", "Chinese"],
)
def test_what_the_readers_find_in_real_words_is_named(cast, linkage, language, text, person, body):
    source = make_source(cast.asha, text, language=language)
    read()
    assert Statement.objects.filter(source=source, state=StatementState.PROPOSED).exists()
    assert linkage.step() == 1
    rows = Appearance.objects.filter(source=source, stands=True)
    assert "+66812345678" in standing(source) or "+8613812345678" in standing(source)
    assert rows.filter(kind=EntityKind.PERSON, name__contains=person).exists()
    assert body is None or rows.filter(key=body).exists()
