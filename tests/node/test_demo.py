"""The demo node: its files are complete and our own words, and its three members see different things."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from noharbor.node.demo.content import REPORTS, BrokenDemoReport, read_report, reports
from noharbor.node.demo.greeting import WALLET, greeting
from noharbor.node.demo.lists import DEMO_LISTS
from noharbor.node.demo.load import fill_demo, load_demo, seat_cast, sign_in_lines
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


#: The languages of the region, each with public reports and with invented ones.
LANGUAGES = {"en", "km", "lo", "my", "th", "vi", "zh-Hans", "zh-Hant"}


def test_at_least_75_public_reports_from_many_publishers_in_the_languages_of_the_region():
    languages = [report.language for report in PUBLIC]
    assert len(PUBLIC) >= 75
    assert set(languages) == LANGUAGES
    assert min(languages.count("en"), languages.count("zh-Hans"), languages.count("zh-Hant")) >= 8
    assert len({report.publisher for report in PUBLIC}) >= 40


def test_they_span_the_years_2021_to_2026_and_none_is_thin():
    years = [report.published.year for report in PUBLIC]
    assert set(years) == {2021, 2022, 2023, 2024, 2025, 2026}
    assert min(years.count(year) for year in set(years)) >= 4


def test_two_years_and_a_half_of_talks_can_be_followed_from_report_to_report():
    chain = (
        ("2023-03-24-first-meeting.md", "23 March 2023"),
        ("2023-05-03-the-minister-asks.md", "2 May 2023"),
        ("2023-05-31-second-meeting-in-two-months.md", "second round within two months"),
        ("2023-07-26-talks-in-nay-pyi-taw.md", "研究建立常态化机制"),
        ("2023-08-18-chiang-mai-centre.md", "15 and 16 August 2023"),
        ("2023-08-26-eleven-from-myawaddy.md", "three ambassadors"),
        ("2024-08-18-four-foreign-ministers.md", "16 August 2024"),
        ("2025-01-seagull.md", "21 January 2025"),
        ("2025-02-17-talks-again.md", "再次提出研究建立常态化合作机制"),
        ("2025-02-20-first-two-hundred.md", "handed over 200"),
        ("2025-11-15-six-states-in-kunming.md", "11月14日"),
        ("2026-01-08-year-of-the-ministry.md", "三方協調機制已經建立"),
    )
    for name, words in chain:
        assert words in text_of(name), name


@pytest.mark.parametrize("report", PUBLIC, ids=lambda report: report.name)
def test_a_public_report_names_its_publisher_and_its_source(report):
    assert report.publisher
    assert re.match(r"https?://[^/\s]+\.[^/\s]+/", report.address)
    assert report.marking == Tlp.CLEAR


INVENTED_SAYS = {
    "en": "invented",
    "km": "ប្រឌិត",
    "lo": "ສົມມຸດ",
    "my": "စိတ်ကူးယဉ်",
    "th": "เรื่องสมมติ",
    "vi": "hư cấu",
    "zh-Hans": "虚构",
    "zh-Hant": "虛構",
}


@pytest.mark.parametrize("report", INVENTED, ids=lambda report: report.name)
def test_an_invented_report_says_so_in_title_publisher_and_first_sentence(report):
    said = INVENTED_SAYS[report.language]
    assert said in report.title
    assert said in report.publisher
    assert said in report.text.splitlines()[2]
    assert not report.address


def test_twenty_invented_reports_of_all_three_bodies_reach_up_to_red():
    assert len(INVENTED) >= 20
    assert {report.language for report in INVENTED} == LANGUAGES
    assert {report.owner for report in INVENTED} == set(BODIES)
    assert {report.marking for report in INVENTED} == set(Tlp.values)


def test_numbers_in_invented_reports_belong_to_nobody():
    phones = {phone for report in INVENTED for phone in re.findall(r"\+[\d ]{9,}\d", report.text)}
    wallets = {wallet for report in INVENTED for wallet in re.findall(r"\b0x\w+", report.text)}
    mail = {host for report in INVENTED for host in re.findall(r"\w@([\w.-]*\w)", report.text)}
    # Ranges that regulators keep for fiction, the specimen of the standard on checksums of wallets, and RFC 2606.
    assert phones == {"+1 202 555 0143", "+44 20 7946 0958"}
    assert wallets == {WALLET}
    assert mail
    assert all(host.endswith(".example") for host in mail)


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
    elif report.language.startswith("zh"):
        assert 100 <= len(report.text) <= 500
    else:
        assert 300 <= len(report.text) <= 700


def test_the_disagreements_over_the_same_camp_stand_with_their_speakers():
    march, victims, seagull, kk_park, list_of_names, stopped, suspects = 1, 2, 3, 4, 5, 6, 7
    sides = {
        march: ("2025-03-15-border-force-totals", "2025-03-11-myanmar-totals", "2025-03-15-2876-flown-home"),
        victims: ("2025-02-21-most-were-trafficked", "2025-02-21-victims-or-suspects", "2025-07-iom-presumed-victims"),
        seagull: ("2025-01-seagull", "2026-01-28-safe-lancang-mekong"),
        kk_park: ("2025-10-kk-park-in-thai", "2025-11-29-shwe-kokko-counted", "2025-11-thirteen-per-cent"),
        list_of_names: ("2025-02-27-list-of-7141", "2025-03-15-border-force-totals"),
        stopped: ("2026-01-08-year-of-the-ministry", "2022-05-20-stopped-in-2021"),
        suspects: ("2023-08-26-eleven-from-myawaddy", "2023-08-25-release-in-chinese"),
    }
    for names in sides.values():
        publishers = {BY_NAME[f"{name}.md"].publisher for name in names}
        assert len(publishers) >= len(names) - 1, names
    assert "101" in text_of("2025-10-kk-park-in-thai.md")
    assert "256 of 635" in text_of("2025-11-29-shwe-kokko-counted.md")
    assert "13 per cent" in text_of("2025-11-thirteen-per-cent.md")
    assert "2170.7萬元" in text_of("2026-01-08-year-of-the-ministry.md")
    assert "3291亿元" in text_of("2022-05-20-stopped-in-2021.md")
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


def test_who_brought_a_report_in_has_confirmed_only_what_the_file_names(loaded):
    wanted = {(item.kind, item.count) for report in ALL for item in report.confirm}
    confirmed = Statement.objects.filter(state="confirmed")
    assert confirmed.exists()
    assert {(statement.kind, statement.count) for statement in confirmed} <= wanted
    by = {review.statement.source.received_by.username: review.by.username for review in Review.objects.all()}
    assert by == {"asha": "asha", "boun": "boun"}


def test_history_tells_it_all_and_holds(loaded):
    assert verify().whole
    assert Entry.objects.filter(verb="source:sealed").count() == len(ALL) + len(DEMO_LISTS)
    assert Entry.objects.filter(verb="body:added").count() == 3
    assert Entry.objects.filter(verb="office:taken").count() == OfficeHolding.objects.count() == 4


def test_many_speakers_are_read_and_july_2023_is_no_empty_month(loaded):
    said = Statement.objects.exclude(speaker="")
    assert len({speaker.casefold() for speaker in said.values_list("speaker", flat=True)}) >= 20
    july = Statement.objects.filter(moment_first__year=2023, moment_first__month=7).exclude(place="")
    assert july.values("place").distinct().count() >= 3


def test_it_is_said_how_far_it_is_and_what_was_cut_short_is_gone_on_with(loaded):
    [report] = [one for one in ALL if one.name == "2023-07-09-consular-regulation.md"]
    Source.objects.filter(name="2023-07-09-consular-regulation.txt").update(sha256="0" * 64)
    said: list[str] = []
    fill_demo(said.append, lambda: True)
    assert said == ["Filling the node with 1 demo reports …"]
    assert Source.objects.filter(title=report.title).count() == 2
    assert seat_cast(said.append) is True
    fill_demo(said.append)
    assert len(said) == 1, "nothing was left to take in"


# What greets


def addresses(member: Member) -> list[str]:
    greeted = greeting(member)
    assert greeted is not None
    assert len(greeted.things) == 3
    return [thing.address for thing in greeted.things]


def test_each_of_the_three_is_greeted_with_what_they_may_see(loaded):
    said = Statement.objects.get(source__name="2023-08-26-eleven-from-myawaddy.txt", count=300)
    for member in loaded.values():
        assert addresses(member)[0].startswith(f"/sources/{said.source_id}/?statement={said.pk}")
    assert addresses(loaded["asha"])[2] == addresses(loaded["boun"])[2] == "/review/"
    assert addresses(loaded["chai"])[2] == f"/search/?q={WALLET}", "he sees neither list"


def test_what_is_not_read_yet_is_looked_for_by_its_words(loaded):
    Statement.objects.filter(source__name="2023-08-26-eleven-from-myawaddy.txt").update(count=None)
    assert addresses(loaded["asha"])[0] == "/search/?q=more+than+300+suspects"


# Who sees what


def seen(member: Member) -> set[str]:
    return {source.name.removesuffix(".txt") + ".md" for source in visible_to(member).filter(kind="text")}


def open_to_all() -> set[str]:
    return {report.name for report in ALL if report.marking in {Tlp.CLEAR, Tlp.GREEN}}


def test_asha_sees_what_her_desk_owns_and_not_what_others_keep(loaded):
    expected = open_to_all() | {report.name for report in ALL if report.owner == "desk" or "asha" in report.invited}
    assert seen(loaded["asha"]) == expected
    assert "invented-05-shelter-note.md" not in expected
    assert "invented-13-a-sister-in-burmese.md" in expected, "red, and hers by invitation"


def test_boun_sees_what_he_was_invited_to_even_where_it_is_red(loaded):
    expected = open_to_all() | {report.name for report in ALL if report.owner == "lao" or "boun" in report.invited}
    assert seen(loaded["boun"]) == expected
    assert "invented-03-for-the-lao-office.md" in expected
    assert "invented-02-where-he-is.md" not in expected


def test_chai_learns_nothing_of_the_rest(loaded):
    expected = open_to_all() | {report.name for report in ALL if report.owner == "aid" or "chai" in report.invited}
    assert seen(loaded["chai"]) == expected
    closed = {report.name for report in ALL} - expected
    assert {"invented-02-where-he-is.md", "invented-18-lao-village-notice.md"} <= closed
    sources = {statement.source.name.removesuffix(".txt") + ".md" for statement in events_visible_to(loaded["chai"])}
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
