"""The demo node: its files are complete and our own words, and its three members see different things."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from noharbor.node.demo.content import REPORTS, BrokenDemoReport, read_report, reports
from noharbor.node.demo.lists import DEMO_LISTS
from noharbor.node.demo.load import load_demo, sign_in_lines
from noharbor.node.demo.members import BODIES, CAST, keep_passwords, kept_passwords, passwords_path
from noharbor.record.access.models import Grant, Member, Office, OfficeHolding
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.audit.verification import verify
from noharbor.record.intake.models import Source
from noharbor.record.intake.queries import visible_to
from noharbor.record.intake.vocabulary import Reliability
from noharbor.record.linkage.jobs import reconciliations
from noharbor.record.linkage.models import ListReading
from noharbor.record.linkage.queries.reconciliations import pairs_of
from noharbor.record.linkage.queries.reconciliations import visible_to as reconciliations_visible_to
from noharbor.record.reading.models import Reading, Review, Statement
from noharbor.record.reading.queries import events_visible_to

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

ALL = list(reports())
PUBLIC = [report for report in ALL if not report.invented]
INVENTED = [report for report in ALL if report.invented]
BY_NAME = {report.name: report for report in ALL}


def text_of(name: str) -> str:
    return BY_NAME[name].text


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "'").replace("'", ""))


# What the files hold


def test_at_least_28_public_events_in_english_and_both_kinds_of_chinese():
    languages = [report.language for report in PUBLIC]
    assert len(PUBLIC) >= 28
    assert languages.count("en") >= 15
    assert languages.count("zh-Hans") >= 10
    assert languages.count("zh-Hant") >= 3


def test_they_span_the_years_2021_to_2026():
    assert {report.published.year for report in PUBLIC} == {2021, 2022, 2023, 2024, 2025, 2026}


@pytest.mark.parametrize("report", PUBLIC, ids=lambda report: report.name)
def test_a_public_report_names_its_publisher_and_its_source(report):
    assert report.publisher
    assert re.match(r"https?://[^/\s]+\.[^/\s]+/", report.address)
    assert report.marking == Tlp.CLEAR


@pytest.mark.parametrize("report", INVENTED, ids=lambda report: report.name)
def test_an_invented_report_says_so_in_title_publisher_and_first_sentence(report):
    said = {"en": "invented", "zh-Hans": "虚构", "zh-Hant": "虛構"}[report.language]
    assert said in report.title
    assert said in report.publisher
    assert said in report.text.splitlines()[2]
    assert not report.address


def test_at_least_eight_invented_reports_reach_up_to_red():
    assert len(INVENTED) >= 8
    assert {report.marking for report in INVENTED} >= {Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED}


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.name)
def test_front_matter_uses_the_words_of_the_record(report):
    assert report.marking in Tlp.values
    assert report.reliability in Reliability.values
    assert report.owner in BODIES
    assert {report.received_by, *report.invited} <= {member.username for member in CAST}
    assert report.received_by in {member.username for member in CAST if member.body == report.owner}
    assert report.title
    assert report.published_precision in {"day", "month", "year"}


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.name)
def test_a_report_is_short(report):
    if report.language == "en":
        assert 80 <= len(report.text.split()) <= 250
    else:
        assert 100 <= len(report.text) <= 500


def test_the_disagreements_over_the_same_camp_stand_with_their_speakers():
    assert "7,968" in text_of("2025-03-15-border-force-totals.md")
    assert "2,763" in text_of("2025-03-11-myanmar-totals.md")
    assert "2876" in text_of("2025-03-15-2876-flown-home.md")
    assert "7,141 people of 28 states" in text_of("2025-02-27-list-of-7141.md")
    assert "more than thirty states" in text_of("2025-03-15-border-force-totals.md")
    assert "受害人" in text_of("2025-02-21-victims-or-suspects.md")
    assert "presumed victims" in text_of("2025-07-iom-presumed-victims.md")
    assert "more than 300 suspects" in text_of("2023-08-26-eleven-from-myawaddy.md")
    assert "目標嫌疑人300餘名" in text_of("2023-08-25-release-in-chinese.md")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not beside the repository")
def test_no_eight_words_in_a_row_are_the_seeds():
    seeds = set()
    for seed in SEEDS.glob("*.txt"):
        said = words(seed.read_text(encoding="utf-8"))
        seeds |= {tuple(said[start : start + 8]) for start in range(len(said) - 7)}
    for report in ALL:
        said = words(report.text)
        copied = [" ".join(said[at : at + 8]) for at in range(len(said) - 7) if tuple(said[at : at + 8]) in seeds]
        assert not copied, f"{report.name}: {copied[0]}"


@pytest.mark.parametrize(
    ("front", "complaint"),
    [
        ("title: A\n", "missing"),
        (None, "three dashes"),
        ("".join(f"{key}: x\n" for key in ("published", "colour")), "colour"),
    ],
)
def test_a_broken_front_matter_is_refused_by_name(tmp_path, front, complaint):
    path = tmp_path / "slip.md"
    path.write_text("words" if front is None else f"---\n{front}---\n\nwords\n", encoding="utf-8")
    with pytest.raises(BrokenDemoReport, match=r"slip\.md") as caught:
        read_report(path)
    assert complaint in str(caught.value)


def test_every_file_in_the_folder_is_a_report():
    assert sorted(path.name for path in REPORTS.iterdir()) == sorted(BY_NAME)


# Loading it


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture(scope="module")
def demo_home(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the demo once for this file, in a transaction rolled back at its end; each test has its own within."""
    home = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(HOME=home):
        around = transaction.atomic()
        around.__enter__()
        assert load_demo() is True
        yield home
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def loaded(demo_home, db):
    return {member.username: member for member in Member.objects.all()}


def test_every_report_is_received_and_read(loaded):
    read = Source.objects.filter(kind="text")
    assert read.count() == len(ALL)
    assert Statement.objects.filter(source__language="en").exists()
    assert Statement.objects.filter(source__language__startswith="zh").exists()
    assert set(read.filter(title__contains="(invented)").values_list("language", flat=True)) == {"en"}


def test_no_reading_failed(loaded):
    assert list(Reading.objects.exclude(problem="").values_list("text__source__name", "problem")) == []


def test_particulars_come_from_the_front_matter(loaded):
    source = Source.objects.get(name="2022-five-types.txt")
    assert (source.published.isoformat(), source.published_precision) == ("2022-01-01", "year")
    assert (source.publisher, source.language, source.reliability) == ("澎湃新闻", "zh-Hans", "C")
    assert source.address.startswith("https://www.thepaper.cn/")
    assert source.owner.name == BODIES["desk"].name


def test_loading_again_changes_nothing(loaded):
    before = (Source.objects.count(), Grant.objects.count(), Review.objects.count(), Entry.objects.count())
    passwords = kept_passwords()
    assert load_demo() is True
    assert (Source.objects.count(), Grant.objects.count(), Review.objects.count(), Entry.objects.count()) == before
    assert kept_passwords() == passwords


def test_asha_has_confirmed_only_what_the_files_name(loaded):
    wanted = {(item.kind, item.count) for report in ALL for item in report.confirm}
    confirmed = Statement.objects.filter(state="confirmed")
    assert confirmed.exists()
    assert {(statement.kind, statement.count) for statement in confirmed} <= wanted
    assert {review.by.username for review in Review.objects.all()} == {"asha"}


def test_history_tells_it_all_and_holds(loaded):
    assert verify().whole
    assert Entry.objects.filter(verb="source:sealed").count() == len(ALL) + len(DEMO_LISTS)
    assert Entry.objects.filter(verb="body:added").count() == 3
    assert Entry.objects.filter(verb="office:taken").count() == OfficeHolding.objects.count() == 4


# Who sees what


def seen(member: Member) -> set[str]:
    return {source.name.removesuffix(".txt") + ".md" for source in visible_to(member).filter(kind="text")}


def open_to_all() -> set[str]:
    return {report.name for report in ALL if report.marking in {Tlp.CLEAR, Tlp.GREEN}}


def test_asha_sees_what_her_desk_owns_and_not_what_others_keep(loaded):
    assert seen(loaded["asha"]) == open_to_all() | {report.name for report in ALL if report.owner == "desk"}
    assert "invented-05-shelter-note.md" not in seen(loaded["asha"])


def test_boun_sees_what_he_was_invited_to_even_where_it_is_red(loaded):
    expected = open_to_all() | {report.name for report in ALL if report.owner == "lao" or "boun" in report.invited}
    assert seen(loaded["boun"]) == expected
    assert "invented-03-for-the-lao-office.md" in expected
    assert "invented-02-where-he-is.md" not in expected


def test_chai_learns_nothing_of_the_rest(loaded):
    assert seen(loaded["chai"]) == open_to_all() | {report.name for report in ALL if report.owner == "aid"}
    closed = {"invented-01", "invented-02", "invented-03", "invented-04", "invented-07", "invented-08", "invented-09"}
    sources = {statement.source.name[:11] for statement in events_visible_to(loaded["chai"])}
    assert not sources & closed


def test_the_two_lists_are_laid_side_by_side_and_are_nothing_to_chai(loaded):
    while reconciliations.step(lambda: False):
        pass
    [run] = reconciliations_visible_to(loaded["asha"])
    assert list(reconciliations_visible_to(loaded["boun"])) == [run]
    assert not reconciliations_visible_to(loaded["chai"])
    pairs = pairs_of(run, loaded["boun"])
    names = {frozenset((pair.one.name, pair.other.name)): pair.proposal for pair in pairs}
    assert names[frozenset(("U Aung Kyaw Moe", "อ่องจ่อโม"))]
    assert names[frozenset(("Bounmy Phommachanh", "ບຸນມີ ພົມມະຈັນ"))] == "same"
    assert names[frozenset(("刘阳", "劉洋"))] == "possible"
    assert {one.people for one in ListReading.objects.filter(current=True)} == {24, 22}


def test_the_people_on_the_lists_are_said_to_be_invented():
    assert all("(invented)" in listed.title + listed.made_by for listed in DEMO_LISTS)


def test_leave_comes_with_the_office_and_ends_with_it(loaded):
    office = Office.objects.get(title="Duty officer")
    assert OfficeHolding.objects.get(office=office).last_day.isoformat() == "2024-02-29"
    assert not Grant.objects.filter(office=office).exists()
    assert not Grant.objects.filter(body__isnull=False).exists()


# Passwords


def test_passwords_are_random_kept_for_the_owner_only_and_never_in_the_repository(home):
    made = keep_passwords()
    assert set(made) == {"asha", "boun", "chai"}
    assert len(set(made.values())) == 3
    assert all(len(password) == 24 for password in made.values())
    assert stat.S_IMODE(passwords_path().stat().st_mode) == 0o600
    assert keep_passwords() == made == kept_passwords()
    passwords_path().unlink()
    assert keep_passwords() != made


def test_each_can_sign_in_with_the_line_that_is_printed(loaded, client):
    from noharbor.record.access.actions import sign_in

    lines = list(sign_in_lines())
    assert "demo-members.txt" in lines[0]
    for line in lines[1:]:
        username, password = line.split()[:2]
        assert sign_in(username, password, address="127.0.0.1").username == username
