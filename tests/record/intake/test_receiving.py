"""What arrives is sealed first, then read, and nothing received is lost."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake import seals
from noharbor.record.intake.actions import Particulars, receive, receive_text
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.queries import arrivals_of, resemblances_of, visible_to
from noharbor.record.intake.vocabulary import ArrivalOutcome, SourceKind
from tests.cast import ELEVEN, make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return make_cast()


def hand_in(content: bytes, by, name="report.txt", **particulars):
    return receive(io.BytesIO(content), name=name, by=by, particulars=Particulars(**particulars))


def test_a_text_becomes_a_source_with_its_words_and_language(cast):
    receipt = hand_in(ELEVEN.encode(), cast.asha)
    source = receipt.source
    text = source.texts.get(current=True)
    assert text.text == ELEVEN
    assert (source.language, text.language, text.encoding) == ("en", "en", "utf-8")
    assert source.title == "Eleven suspects return from Myawaddy"
    assert source.owner == cast.asha.body
    assert source.kind == SourceKind.TEXT
    assert receipt.arrival.outcome == ArrivalOutcome.SEALED


def test_the_bytes_rest_sealed_read_only_under_their_digest(cast):
    source = hand_in(ELEVEN.encode(), cast.asha).source
    place = seals.sealed_path(source.sha256)
    assert place.read_bytes() == ELEVEN.encode()
    assert place.stat().st_mode & 0o222 == 0
    assert seals.is_intact(source.sha256)
    assert not any(seals.incoming().iterdir())


def test_pasted_text_is_kept_as_pasted(cast):
    source = receive_text("缅甸警方移交11名嫌疑人。", by=cast.asha).source
    assert (source.kind, source.language) == (SourceKind.PASTED, "zh")


def test_what_the_member_says_counts_before_what_the_file_says(cast):
    source = hand_in(ELEVEN.encode(), cast.asha, title="Own title", language="my", tlp=Tlp.RED).source
    assert (source.title, source.language, source.tlp) == ("Own title", "my", Tlp.RED)


def test_the_same_bytes_twice_are_one_source(cast):
    first = hand_in(ELEVEN.encode(), cast.asha).source
    again = hand_in(ELEVEN.encode(), cast.asha, name="copy.txt")
    assert again.source is None
    assert again.duplicate_of == first
    assert again.arrival.outcome == ArrivalOutcome.DUPLICATE


def test_another_bodys_copy_is_never_told_of(cast):
    hand_in(ELEVEN.encode(), cast.asha)
    receipt = hand_in(ELEVEN.encode(), cast.chai)
    assert receipt.source is not None
    assert receipt.duplicate_of is None


def test_a_closed_copy_in_ones_own_body_is_never_told_of(cast):
    from noharbor.record.access.actions import Audience, add_member, give
    from noharbor.record.access.vocabulary import Permission

    colleague = add_member("dao", "Dao", body=cast.asha.body, password="a long walk to the river")
    give(Permission.SOURCE_ADD, Audience(member=colleague), why="test")
    hand_in(ELEVEN.encode(), cast.asha, tlp=Tlp.RED)
    receipt = hand_in(ELEVEN.encode(), colleague)
    assert receipt.source is not None
    assert receipt.duplicate_of is None


def test_who_may_not_add_hands_in_nothing(cast):
    from noharbor.record.access.actions import add_member

    guest = add_member("eve", "Eve", body=cast.chai.body, password="a long walk to the river")
    with pytest.raises(NotAllowed):
        hand_in(b"words", guest)
    assert not Arrival.objects.exists()


def test_nobody_hands_in_for_another_body(cast):
    with pytest.raises(NotAllowed):
        receive(io.BytesIO(b"words"), name="a.txt", by=cast.chai, body=cast.asha.body)


def test_a_refusal_is_kept_with_its_reason_and_its_bytes(cast):
    receipt = hand_in(b"MZ\x90\x00" + bytes(200), cast.asha, name="invoice.pdf")
    arrival = Arrival.objects.get(pk=receipt.arrival.pk)
    assert receipt.source is None
    assert (arrival.outcome, arrival.problem) == (ArrivalOutcome.REFUSED, "ProgramFile")
    assert "Do not start it" in arrival.problem_text
    assert arrival.problem_sentence == arrival.problem_text
    assert seals.is_intact(arrival.sha256)
    assert Entry.objects.filter(verb="arrival:refused", thing=str(arrival.pk)).exists()


def test_one_bad_file_in_a_batch_harms_no_other(cast):
    contents = [b"First report of the day.", b"", b"\x00\x01\x02", b"Second report of the day."]
    receipts = [hand_in(content, cast.asha, name=f"{n}.txt") for n, content in enumerate(contents)]
    assert [receipt.source is not None for receipt in receipts] == [True, False, False, True]
    assert [receipt.arrival.problem for receipt in receipts] == ["", "EmptyFile", "BinaryFile", ""]
    assert Arrival.objects.count() == 4


def test_every_arrival_is_an_entry_of_the_log(cast):
    source = hand_in(ELEVEN.encode(), cast.asha).source
    hand_in(ELEVEN.encode(), cast.asha)
    verbs = Entry.objects.filter(thing=str(source.pk)).values_list("verb", flat=True)
    assert set(verbs) == {"source:sealed", "source:duplicate"}


def test_owner_sees_it_the_invited_when_invited_the_stranger_never(cast):
    from tests.cast import invite

    source = hand_in(ELEVEN.encode(), cast.asha).source
    assert [list(visible_to(member)) for member in cast] == [[source], [], []]
    assert [arrivals_of(member).count() for member in cast] == [1, 0, 0]
    invite(source, cast.boun, by=cast.asha)
    assert [list(visible_to(member)) for member in cast] == [[source], [source], []]


def test_a_web_page_gives_its_article_and_no_furniture(cast):
    page = (
        "<!doctype html><html><head><title>Eleven return | River News</title>"
        "<meta property='og:site_name' content='River News'><meta property='article:published_time' "
        "content='2023-08-20T08:00:00+07:00'></head><body><nav><a href='/'>Home</a><a href='/x'>Sport</a></nav>"
        f"<article><h1>Eleven return</h1>{''.join(f'<p>{p}</p>' for p in ELEVEN.split(chr(10)) if p)}"
        "<p>The eleven will be tried in their home province, the ministry said in a second note.</p></article>"
        "<div id='comments'><h3>Leave a Reply</h3><form><textarea></textarea><p>Your email address will not be "
        "published.</p></form></div><footer>© River News</footer></body></html>"
    )
    source = hand_in(page.encode(), cast.asha, name="page.html").source
    text = source.texts.get(current=True).text
    assert text.startswith("Eleven return\n")
    assert "handed over from Myanmar to China" in text
    assert "Leave a Reply" not in text
    assert "Sport" not in text
    assert source.title == "Eleven return"
    assert source.publisher == "River News"
    assert source.published.isoformat() == "2023-08-20"


def test_nearly_the_same_words_are_found_within_the_body_only(cast):
    long = " ".join(f"Report {n}: police in town {n} found {n * 3} people in a house by the river." for n in range(40))
    first = hand_in(long.encode(), cast.asha).source
    hand_in(long.encode() + b" Elsewhere.", cast.chai)
    second = hand_in(b"Copied. " + long.encode(), cast.asha).source
    pair = second.resembles.get()
    assert pair.older == first
    assert pair.share > 0.9
    assert Source.objects.filter(owner=cast.chai.body).get().resembles.count() == 0


def test_what_resembles_is_told_as_far_as_it_may_be_read(cast):
    long = " ".join(f"Report {n}: police in town {n} found {n * 3} people in a house by the river." for n in range(40))
    open_one = hand_in(long.encode(), cast.asha, tlp=Tlp.GREEN).source
    hand_in(b"Copied. " + long.encode(), cast.asha, tlp=Tlp.RED)
    assert resemblances_of(open_one, cast.asha).count() == 1
    assert resemblances_of(open_one, cast.chai).count() == 0


def test_a_thousand_letters_of_one_form_cost_each_the_same(cast, django_assert_max_num_queries):
    form = (
        "We, the family of {0}, ask the embassy to look for our son. He left home in May for work in a town by the "
        "border that somebody had promised him on the telephone. Two weeks later he wrote that he was taken over the "
        "river, that guards hold him in a house with many others, and that he must pay before he may leave. Since then "
        "his telephone is silent. We have told the police of our district and ask you to do what you can."
    )
    for n in range(40):
        hand_in(form.format(f"invented person {n}").encode(), cast.asha)
    with django_assert_max_num_queries(60):
        last = hand_in(form.format("another person").encode(), cast.asha).source
    assert 1 <= last.resembles.count() <= 12


def test_zawgyi_is_repaired_beside_the_original(cast):
    zawgyi = "ျမဝတီၿမိဳ႕တြင္ လူ ၁၁ ဦးကို ဖမ္းဆီးခဲ့သည္။"
    receipt = hand_in(zawgyi.encode(), cast.asha)
    original, current = receipt.source.texts.order_by("current")
    assert (original.text, original.role, original.current) == (zawgyi, "extracted", False)
    assert (current.text, current.role) == ("မြဝတီမြို့တွင် လူ ၁၁ ဦးကို ဖမ်းဆီးခဲ့သည်။", "repaired")
    assert receipt.source.language == "my"
    assert receipt.source.title.startswith("မြဝတီ")
    assert any("Zawgyi" in sentence for sentence in receipt.arrival.notice_sentences)


def test_attachments_arrive_on_their_own_under_the_letters_marking(cast):
    letter = EmailMessage()
    letter["From"] = "desk@example.org"
    letter["Subject"] = "The list"
    letter["Date"] = "Sat, 19 Aug 2023 10:00:00 +0700"
    letter.set_content("The list of eleven is attached, please confirm.")
    letter.add_attachment(b"name,age\nInvented,31\n", maintype="text", subtype="csv", filename="../list.csv")
    letter.add_attachment(b"MZ\x00", maintype="application", subtype="pdf", filename="invoice.pdf")
    receipt = hand_in(bytes(letter), cast.asha, name="letter.eml", tlp=Tlp.RED)
    table, program = receipt.carried
    assert (table.source.name, table.source.tlp, table.source.kind) == ("list.csv", Tlp.RED, SourceKind.TABLE)
    assert table.source.tables.get().rows == [["name", "age"], ["Invented", "31"]]
    assert program.arrival.problem == "ProgramFile"
    assert {one.arrival.carried_by for one in receipt.carried} == {receipt.arrival}
    assert receipt.source.published.isoformat() == "2023-08-19"


def test_a_hidden_character_in_a_name_is_told(cast):
    receipt = hand_in(b"Some words.", cast.asha, name="re\u202eport.txt")
    assert receipt.arrival.name == "report.txt"
    assert receipt.arrival.notice_sentences == ["The file's name held hidden characters, which were taken out."]


def test_a_page_saved_as_text_stays_whole(cast):
    saved = ELEVEN + "\nComments\n\nNo comments yet.\n\nLeave a Reply\n"
    assert hand_in(saved.encode(), cast.asha).source.texts.get(current=True).text == saved
