"""Pairs are judged one after the other, by whoever may see both sides, and can be taken back."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from noharbor.record.access.models import Grant
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Judgement, Pair
from noharbor.record.linkage.vocabulary import ListUse, PairState, Verdict
from noharbor.science.matching.people.judged import judged_to_json
from noharbor.science.matching.people.judging import weigh
from noharbor.science.matching.people.person import Person
from tests.cast import invite
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_appearance, put_pair, put_row

PARTIAL = {"HX-Request": "true"}
HAN, LATIN, BURMESE = "王伟", "Wong Wai", "မောင်အောင်"


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


@pytest.fixture
def boun(stage):
    return stage.client(stage.cast.boun)


def evidence_of(one: Person, other: Person) -> dict:
    [judged] = weigh(one, [other], 10)
    return {"evidence": judged_to_json(judged), "score": judged.score, "log_odds": judged.log_odds}


@pytest.fixture
def pair(stage) -> Pair:
    """A row of a list and a name in a report, one person in two scripts, both seen by Asha and Boun."""
    Pair.objects.all().delete()
    listed = put_source(stage.cast.asha, title="Handover list")
    invite(listed, stage.cast.boun, by=stage.cast.asha)
    row = put_row(listed, LATIN, sex="male", nationality="CN", passports=["E12345678"])
    named = put_appearance(stage.source, HAN, stage.statement)
    return put_pair(row, named, **evidence_of(Person(names=(LATIN,)), Person(names=(HAN,))))


@pytest.fixture
def next_pair(stage, pair) -> Pair:
    """Another, less sure."""
    ends = [put_appearance(stage.source, name) for name in (BURMESE, "Maung Aung")]
    return put_pair(*ends, log_odds=pair.log_odds - 5)


def say(client, pair, verdict, **said):
    headers = PARTIAL if said.pop("partial", False) else {}
    data = {"pair": pair.pk, "verdict": verdict, "seen": "open", **said}
    return client.post(reverse("review-judge"), data, headers=headers)


def test_both_stand_side_by_side_with_spellings_words_and_marks(asha, pair, stage):
    page = asha.get(reverse("review")).content.decode()
    assert '<bdi lang="zh">王伟</bdi>' in page
    assert "Wang Wei" in page
    assert "said of one only" in page
    assert "E12345678" in page
    assert "Handover list" in page
    assert f"?statement={stage.statement.pk}#passage-{stage.statement.pk}" in page
    assert "Score" in page


def test_judging_goes_on_to_the_next_pair_and_tells_what_was_kept(asha, pair, next_pair):
    answer = say(asha, pair, "same", partial=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert "Kept: they are the same." in page
    assert BURMESE in page
    assert "1 of 2 judged, 1 waiting" in page
    assert Pair.objects.get(pk=pair.pk).state == PairState.SAME


def test_without_scripts_it_leads_back_to_the_queue(asha, pair, next_pair):
    answer = say(asha, pair, "different", why="Two tattoos")
    assert answer.url == reverse("review")
    page = asha.get(answer.url).content.decode()
    assert "Kept: they are different." in page
    assert BURMESE in page


def test_the_partial_is_that_part_of_the_page(asha, pair):
    page = asha.get(reverse("review")).content.decode()
    part = asha.get(reverse("review"), headers=PARTIAL).content.decode()

    def bare(words: str) -> str:
        words = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", words)
        return words[words.index('<div id="review"') : words.rindex('id="id_why"')]

    assert bare(page) == bare(part)


def test_passing_over_comes_to_the_others_and_then_asks_whether_to_look_again(asha, pair, next_pair):
    assert BURMESE in say(asha, pair, "next", partial=True).content.decode()
    page = say(asha, next_pair, "next", partial=True).content.decode()
    assert "Only what you passed over is left" in page
    answer = asha.post(reverse("review-sitting"), {"again": "on"})
    assert HAN in asha.get(answer.url).content.decode()
    assert not Judgement.objects.exists()


def test_undo_takes_the_last_judgement_back_and_shows_its_pair(asha, pair, next_pair):
    page = say(asha, pair, "same", partial=True).content.decode()
    [judgement] = re.findall(r'name="judgement" value="([^"]+)"', page)
    address = reverse("review-withdraw")
    page = asha.post(address, {"judgement": judgement, "from_queue": "on"}, headers=PARTIAL).content.decode()
    assert HAN in page
    assert Pair.objects.get(pk=pair.pk).state == PairState.OPEN
    assert Judgement.objects.get().withdrawn_at


def test_back_shows_the_pair_before_with_what_was_said_of_it(asha, pair, next_pair):
    asha.get(reverse("review"))
    page = say(asha, pair, "same", partial=True).content.decode()
    back = reverse("review") + f"?at={pair.pk}"
    assert f'data-key="b" href="{back}"' in page
    assert "You said of these two: the same" in asha.get(back).content.decode()
    answer = say(asha, pair, "different", seen="same", partial=True)
    assert answer.status_code == 200
    assert Pair.objects.get(pk=pair.pk).state == PairState.DIFFERENT


def test_in_blind_mode_score_and_reasons_are_hidden_and_the_judgement_says_so(asha, pair):
    shown = asha.get(reverse("review")).content.decode()
    answer = asha.post(reverse("review-sitting"), {"blind": "on", "pair": pair.pk})
    page = asha.get(answer.url).content.decode()
    assert "name-meter" in shown
    assert "name-meter" not in page
    assert "Score and reasons are hidden" in page
    say(asha, pair, "same")
    assert Judgement.objects.get().blind


def test_who_was_slower_is_told_who_judged_and_keeps_their_words(asha, boun, stage, pair):
    judge(pair, Verdict.SAME, by=stage.cast.boun, seen=PairState.OPEN)
    answer = say(asha, pair, "different", why="Other scar", partial=True)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Boun judged these two “the same” while you had them open" in page
    assert "Other scar" in page
    assert Judgement.objects.count() == 1


def test_against_the_evidence_the_field_for_reasons_is_asked_for(asha, pair):
    Pair.objects.update(has_conflict=True)
    assert "Needed for “the same”" in asha.get(reverse("review")).content.decode()
    answer = say(asha, pair, "same", partial=True)
    assert answer.status_code == 422
    assert "Write one sentence why" in answer.content.decode()
    assert say(asha, pair, "same", why="Typed wrong", partial=True).status_code == 200


def test_who_looks_second_sees_nothing_of_the_first_verdict(asha, boun, stage, pair):
    reading = pair.one.list_reading or pair.other.list_reading
    reading.use = ListUse.WANTED
    reading.save()
    Pair.objects.update(needs_two=True)
    before = boun.get(reverse("review")).content.decode()
    say(asha, pair, "same", why="A telling word")
    after = boun.get(reverse("review")).content.decode()

    def bare(words: str) -> str:
        return re.sub(r'value="[^"]+"|\d other at work', "", words)

    assert "two people must say so" in after
    assert bare(after) == bare(before)
    history = boun.get(reverse("pair", kwargs={"pair": pair.pk})).content.decode()
    assert "A telling word" not in history
    assert "one more must say so" not in history
    say(boun, pair, "same")
    assert Pair.objects.get(pk=pair.pk).state == PairState.SAME
    assert "A telling word" in boun.get(reverse("pair", kwargs={"pair": pair.pk})).content.decode()


def test_a_stranger_sees_neither_pair_nor_count(stage, pair):
    chai = stage.client(stage.cast.chai)
    page = chai.get(reverse("review")).content.decode()
    assert "Nothing to review" in page
    assert HAN not in page
    assert "0 of 0 judged" in page
    assert chai.get(reverse("review"), {"at": pair.pk}).status_code == 404
    assert say(chai, pair, "same").status_code == 404
    judgement = judge(pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    address = reverse("review-withdraw")
    assert chai.post(address, {"judgement": judgement.pk, "why": "no"}).status_code == 404
    assert chai.post(reverse("review-sitting"), {"pair": pair.pk, "blind": "on"}).status_code == 404
    assert Pair.objects.get().state == PairState.SAME


def test_who_may_not_judge_has_no_queue_and_reads_the_pair_without_buttons(boun, stage, pair):
    judgement = judge(pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    Grant.objects.filter(member=stage.cast.boun, permission="pair:judge").delete()
    assert boun.get(reverse("review")).status_code == 403
    assert say(boun, pair, "same").status_code == 403
    page = boun.get(reverse("pair", kwargs={"pair": pair.pk}))
    assert page.status_code == 200
    assert f"?withdraw={judgement.pk}" not in page.content.decode()


def test_what_rests_on_a_judgement_is_shown_before_it_is_taken_back(asha, boun, stage, pair):
    judgement = judge(pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    address = reverse("pair", kwargs={"pair": pair.pk})
    page = boun.get(address, {"withdraw": judgement.pk}).content.decode()
    assert "These are together now:" in page
    taken = boun.post(reverse("review-withdraw"), {"judgement": judgement.pk}, follow=True)
    assert "Write one sentence why you take it back" in taken.content.decode()
    said = {"judgement": judgement.pk, "why": "Two photographs"}
    page = boun.post(reverse("review-withdraw"), said, follow=True).content.decode()
    assert "taken back by Boun, “Two photographs”" in page
    assert Pair.objects.get().state == PairState.OPEN


def test_what_is_asked_again_says_what_is_new(asha, stage, pair):
    judge(pair, Verdict.DIFFERENT, by=stage.cast.asha, seen=PairState.OPEN)
    assert "You have looked at everything" in asha.get(reverse("review")).content.decode()
    evidence = {**pair.evidence, "kinds": ["same passport"]}
    Pair.objects.filter(pk=pair.pk).update(is_asked_again=True, evidence=evidence)
    page = asha.get(reverse("review")).content.decode()
    assert re.search(r"New since then:\s*same passport number", page)
    say(asha, pair, "different", seen="different", why="His brother’s passport")
    assert "You have looked at everything" in asha.get(reverse("review")).content.decode()


def test_the_queue_of_a_comparison_holds_its_pairs_only_and_is_for_its_readers(asha, stage, pair):
    of = {"of": stage.reconciliation.pk}
    page = asha.get(reverse("review"), of).content.decode()
    assert "Pairs of “Bridge”" in page
    assert HAN not in page
    chai = stage.client(stage.cast.chai)
    assert chai.get(reverse("review"), of).status_code == 404
    assert chai.get(reverse("review"), {"of": "00000000-0000-4000-8000-000000000000"}).status_code == 404


def test_disputed_pairs_are_listed_under_the_queue(asha, stage, pair):
    judge(pair, Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN)
    judge(pair, Verdict.DIFFERENT, by=stage.cast.boun, seen=PairState.SAME)
    page = asha.get(reverse("review")).content.decode()
    assert "1 judged both ways" in page
    assert reverse("pair", kwargs={"pair": pair.pk}) in page


def test_a_closed_source_leaves_an_entry_when_somebody_stands_in_it(asha, stage, pair):
    stage.source.tlp = Tlp.RED
    stage.source.save()
    asha.get(reverse("review"))
    assert Entry.objects.filter(verb="source:listed", thing=str(stage.source.pk)).count() == 1


@pytest.mark.parametrize("data", [{}, {"verdict": "maybe"}, {"pair": "no-uuid"}, {"of": "no-uuid"}])
def test_mangled_forms_are_refused_and_change_nothing(asha, pair, data):
    answer = asha.post(reverse("review-judge"), {"pair": pair.pk, "seen": "open"} | data)
    assert answer.status_code in {404, 422}
    assert asha.post(reverse("review-withdraw"), data).status_code == 404
    assert not Judgement.objects.exists()
