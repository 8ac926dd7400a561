"""New statements are linked as they arrive: who may be who is proposed at once, once, and never by itself made true."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.identity import named_identity
from noharbor.record.linkage.known_names import known_names
from noharbor.record.linkage.models import Appearance, Clue, Linked, ListReading, Naming, Pair
from noharbor.record.linkage.queries.lists import reading_of
from noharbor.record.linkage.vocabulary import ClueKind, EntityKind, PairState
from noharbor.record.reading import actions
from noharbor.record.reading.actions import mark
from noharbor.science.lists.fields import Field
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_list

TEXT = "A meeting\n\n{name} met the police in Mae Sot on 5 February 2025.\n"


def put_report(by, name, **columns):
    """A source with a statement that names somebody."""
    text = TEXT.format(name=name)
    source = put_source(by, text, **columns)
    put_statement(source, text.split("\n\n")[1].strip(), detail={"people": [{"name": name, "role": None}]})
    return source


def person_in(source):
    return Appearance.objects.get(source=source, kind=EntityKind.PERSON)


def pairs_of(source):
    return [pair for pair in Pair.objects.all() if source.pk in (pair.one.source_id, pair.other.source_id)]


def test_a_name_in_another_script_is_proposed_and_nobody_is_made_one(cast, linkage):
    here = put_report(cast.asha, "Paetongtarn Shinawatra")
    linkage.step()
    there = put_report(cast.asha, "แพทองธาร ชินวัตร")
    linkage.step()
    [pair] = Pair.objects.all()
    assert {pair.one, pair.other} == {person_in(here), person_in(there)}
    assert (pair.state, pair.proposal) == (PairState.OPEN, "possible")
    assert person_in(here).entity != person_in(there).entity


def test_other_names_are_no_proposal(cast, linkage):
    put_report(cast.asha, "Paetongtarn Shinawatra")
    put_report(cast.asha, "Hun Manet")
    linkage.step()
    assert not Pair.objects.exists()


def test_a_second_step_does_nothing_and_the_same_work_again_changes_nothing(cast, linkage):
    put_report(cast.asha, "Hun Manet")
    put_report(cast.asha, "Hun Maneth")
    put_list(cast.asha, HANDOVER)
    assert linkage.step() > 0
    assert linkage.step() == 0
    before = [sorted(map(str, table.objects.values_list("pk"))) for table in (Appearance, Naming, Clue, Pair)]
    assert linkage.waiting() == 0
    linkage.forget()
    assert linkage.waiting() == 8
    assert linkage.step() == 8
    assert [sorted(map(str, table.objects.values_list("pk"))) for table in (Appearance, Naming, Clue, Pair)] == before


def test_whoever_comes_second_lets_a_linked_text_be(cast, linkage):
    put_report(cast.asha, "Hun Manet")
    [waiting] = linkage.pending()
    names = known_names()
    names.get_ready()
    assert linkage.link_one(waiting, names)
    assert not linkage.link_one(waiting, names)


def test_one_who_is_named_in_many_reports_makes_one_proposal_for_each_and_no_more(cast, linkage):
    for _ in range(12):
        put_report(cast.asha, "Hun Manet", tlp=Tlp.GREEN)
    linkage.step()
    assert Pair.objects.count() == 11
    oldest = Appearance.objects.filter(kind=EntityKind.PERSON).earliest("made_at", "pk")
    assert all(oldest in (pair.one, pair.other) for pair in Pair.objects.all())


def test_each_circle_of_readers_has_a_proposal_of_its_own(cast, linkage):
    closed = put_report(cast.asha, "Hun Manet", tlp=Tlp.RED)
    own = put_report(cast.asha, "Hun Manet")
    others = put_report(cast.boun, "Hun Manet")
    linkage.step()
    new = put_report(cast.asha, "Hun Manet")
    linkage.step()
    met = {pair.one.source_id for pair in pairs_of(new)} | {pair.other.source_id for pair in pairs_of(new)}
    assert met == {closed.pk, own.pk, others.pk, new.pk}


def test_what_some_may_not_read_takes_no_place_from_what_they_may(cast, linkage, monkeypatch):
    monkeypatch.setattr("noharbor.record.linkage.lookup.MOST_PAIRS", 1)
    own = put_report(cast.asha, "Hun Maneth")
    hidden = put_report(cast.boun, "Hun Manet")
    linkage.step()
    new = put_report(cast.asha, "Hun Manet")
    linkage.step()
    met = {one.source_id for pair in pairs_of(new) for one in (pair.one, pair.other)}
    assert met == {own.pk, hidden.pk, new.pk}


def test_who_is_named_in_a_closed_statement_stands_for_nobody_others_may_see(cast, linkage):
    closed = put_report(cast.asha, "Hun Manet", tlp=Tlp.GREEN)
    mark(closed.statements.get(), Tlp.RED, by=cast.asha)
    linkage.step()
    seen = put_report(cast.asha, "Hun Manet", tlp=Tlp.GREEN)
    linkage.step()
    new = put_report(cast.asha, "Hun Manet", tlp=Tlp.GREEN)
    linkage.step()
    assert [{pair.one.source, pair.other.source} for pair in pairs_of(new)] == [{seen, new}]


@pytest.mark.parametrize(("marking", "lowers"), [(Tlp.AMBER, True), (Tlp.RED, False)])
def test_a_rival_that_some_may_not_read_lowers_no_score_they_read(cast, linkage, marking, lowers):
    alone = put_report(cast.boun, "Hun Manet")
    beside = put_report(cast.asha, "Hun Manet")
    rival = {"people": [{"name": "Hun Maneth", "role": None}]}
    mark(put_statement(beside, "on 5 February 2025.", detail=rival), marking, by=cast.asha)
    linkage.step()
    Pair.objects.all().delete()
    new = put_report(cast.asha, "Hun Manet")
    linkage.step()
    scores = {
        source: [pair.score for pair in pairs_of(new) if source.pk in (pair.one.source_id, pair.other.source_id)]
        for source in (alone, beside)
    }
    assert (scores[beside][0] < scores[alone][0]) == lowers


def test_somebody_on_a_list_is_found_by_name_and_by_paper(cast, linkage):
    put_list(cast.asha, HANDOVER)
    linkage.step()
    put_list(cast.boun, EMBASSY)
    linkage.step()
    found = {frozenset((pair.one.name, pair.other.name)): pair for pair in Pair.objects.all()}
    assert found[frozenset(("吴昂觉莫", "Aung Kyaw Moe"))].proposal == "same"
    assert found[frozenset(("陈海明", "Zhang Qiang"))].has_conflict
    report = put_report(cast.asha, "U Aung Kyaw Moe")
    linkage.step()
    assert {"Aung Kyaw Moe", "吴昂觉莫"} <= {one.name for pair in pairs_of(report) for one in (pair.one, pair.other)}


def test_numbers_on_a_list_are_things_of_their_own_until_nobody_bears_them(cast, linkage):
    table = put_list(cast.asha, HANDOVER)
    linkage.step()
    numbers = Appearance.objects.filter(source=table.source, kind=EntityKind.IDENTIFIER, stands=True)
    assert sorted(numbers.values_list("key", flat=True)) == [
        "passport:E12345678", "passport:EA1234567", "passport:MA123456",
    ]  # fmt: skip
    assert numbers.get(name="MA123456").pk == named_identity(
        table.source_id, EntityKind.IDENTIFIER, "passport:MA123456"
    )
    Appearance.objects.filter(name="吴昂觉莫").update(stands=False)
    ListReading.objects.update(looked_up=0)
    linkage.step()
    assert "passport:MA123456" not in numbers.values_list("key", flat=True)


def test_the_numbers_of_lists_and_the_words_of_reports_meet(cast, linkage):
    put_list(cast.asha, EMBASSY)
    put_source(cast.boun, "He called from +66 81 234 5678.")
    linkage.step()
    assert Appearance.objects.filter(key="phone:+66812345678").count() == 2
    assert len(set(Appearance.objects.filter(key="phone:+66812345678").values_list("entity"))) == 1


def test_a_proposal_about_somebody_who_is_named_no_more_is_void_until_they_are_again(cast, linkage):
    put_report(cast.asha, "Hun Manet")
    linkage.step()
    source = put_report(cast.asha, "Hun Manet")
    linkage.step()
    actions.reject(source.statements.get(), by=cast.asha, why="a film")
    linkage.step()
    [pair] = Pair.objects.all()
    assert not pair.stands
    actions.take_back(source.statements.get(), by=cast.asha)
    linkage.step()
    pair.refresh_from_db()
    assert pair.stands


def test_proposals_about_rows_that_are_read_otherwise_are_looked_up_anew(cast, linkage):
    put_report(cast.asha, "Aung Kyaw Moe")
    table = put_list(cast.asha, EMBASSY)
    linkage.step()
    assert [pair.state for pair in Pair.objects.filter(stands=True)] == [PairState.OPEN]
    tell(reading_of(table), Told(fields={1: Field.OTHER}), by=cast.asha)
    assert not Pair.objects.filter(stands=True)
    linkage.step()
    assert not Pair.objects.filter(stands=True)
    tell(reading_of(table), Told(fields={1: Field.NAME}), by=cast.asha)
    linkage.step()
    assert Pair.objects.filter(stands=True).count() == 1


def test_a_text_that_trips_the_linkage_stops_nobody(cast, linkage, monkeypatch, caplog):
    put_report(cast.asha, "Hun Manet")
    good = put_report(cast.asha, "Paetongtarn Shinawatra")

    def trip(statements, language, names, named_by=linkage.named_by):
        if any("Hun Manet" in statement.quote for statement in statements):
            raise ZeroDivisionError
        named_by(statements, language, names)

    monkeypatch.setattr(linkage, "named_by", trip)
    linkage.step()
    assert person_in(good).stands
    assert linkage.step() == 0
    assert "could not be linked" in caplog.text


def test_a_long_text_takes_several_turns_and_then_stands_whole(cast, linkage, monkeypatch):
    monkeypatch.setattr("noharbor.record.linkage.naming._BLOCK", 100)
    monkeypatch.setattr(linkage, "STEP_SECONDS", 0.0)
    source = put_source(cast.asha, "\n".join(f"+66812345{number:03}" for number in range(20)))
    turns = 0
    while linkage.step():
        turns += 1
    assert turns >= 3
    assert Appearance.objects.filter(source=source).count() == 20


@pytest.mark.parametrize("harm", ["missing", "damaged", "of another day", "lacking"])
def test_the_index_of_names_is_made_anew_from_the_tables(cast, linkage, settings, harm):
    put_report(cast.asha, "Hun Manet")
    linkage.step()
    names = known_names()
    names.get_ready()
    assert len(names) == 1
    folder = settings.HOME / "index" / "people"
    known = names
    if harm == "missing":
        names.drop()
    elif harm == "damaged":
        names.drop()
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text("no manifest")
    elif harm == "of another day":
        Clue.objects.filter(kind=ClueKind.NAME).update(value="Hun Maneth")
    else:
        Clue.objects.create(appearance=Appearance.objects.first(), kind=ClueKind.NAME, value="Hun Sen")
    known.get_ready()
    expected = {"of another day": ["Hun Maneth"]}.get(harm, ["Hun Manet"])
    assert known.like("Hun Manet", 1) == expected
    assert len(known) == (2 if harm == "lacking" else 1)


def test_older_texts_wait_no_longer_than_it_takes_to_get_there(cast, linkage, monkeypatch):
    monkeypatch.setattr(linkage, "_NEWEST", 1)
    for _ in range(5):
        put_report(cast.asha, "Hun Manet")
    while linkage.step(2):
        pass
    assert Linked.objects.count() == 5


def test_links_stand_within_a_second_on_a_node_with_five_thousand_people(cast, linkage):
    source = put_source(cast.asha, "list")
    families, given = ("Khun", "Saw", "Nang", "Sai", "Mi", "Naw", "Min", "Htet", "Kyaw", "Zaw"), "aeiou"
    people = [
        f"{one} {first}{a}l{b} {other}"
        for one in families for other in families for first in "bt" for a in given for b in given
    ]  # fmt: skip
    assert len(people) == 5_000
    now = timezone.now() - timedelta(days=1)
    rows = []
    for name in people:
        identity = named_identity(source.pk, EntityKind.PERSON, name)
        columns = {"entity": identity, "kind": EntityKind.PERSON, "name": name, "made_at": now}
        rows.append(Appearance(id=identity, source=source, said={"names": [name]}, **columns))
    Appearance.objects.bulk_create(rows)
    Clue.objects.bulk_create(Clue(appearance=row, kind=ClueKind.NAME, value=row.name) for row in rows)
    Linked.objects.create(text=source.texts.get(), engine_version=linkage.VERSION, at=now)
    known_names().get_ready()
    put_report(cast.boun, "Khun Balu Saw")
    begun = time.perf_counter()
    assert linkage.step() == 1
    taken = time.perf_counter() - begun
    assert 1 <= Pair.objects.count() <= 10
    assert taken < 1.0
