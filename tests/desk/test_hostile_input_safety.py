"""What hostile names, words and values do on the pages that show or take them."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.seals import sealed_path
from tests.desk.stage import put_source, put_statement

SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{% csrf_token %}'


@pytest.fixture
def asha(stage) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(stage.cast.asha)
    return client


def test_hostile_words_of_a_source_are_words_on_every_page(stage, asha):
    text = f"{SCRIPT}\n\nPolice {SCRIPT} arrested 11 people."
    source = put_source(
        stage.cast.asha,
        text,
        title=SCRIPT,
        publisher=SCRIPT,
        name=SCRIPT,
        address="javascript:alert(1)",
        language='x" onload=1',
    )
    statement = put_statement(
        source,
        f"Police {SCRIPT} arrested 11 people.",
        speaker=SCRIPT,
        place_name=SCRIPT[:100],
        measure=SCRIPT,
        moment_words=SCRIPT,
        moment_resolved_by=SCRIPT[:90],
        count_words=SCRIPT,
        detail={
            "people": [{"name": SCRIPT, "role": SCRIPT}],
            "organisations": [SCRIPT],
            "fraud_types": [SCRIPT],
            "countries": [SCRIPT],
            "items": [{"what": SCRIPT, "number": 3}],
        },
    )
    Arrival.objects.filter(pk=stage.arrival.pk).update(
        name=SCRIPT, source=source, notices=[{"code": "attachments_left", "values": {"names": SCRIPT}}]
    )
    for address in (
        reverse("inbox"),
        reverse("events"),
        reverse("source", kwargs={"source": source.pk}),
        reverse("statement", kwargs={"statement": statement.pk}),
        reverse("statement-correct", kwargs={"statement": statement.pk}),
        reverse("arrival", kwargs={"arrival": stage.arrival.pk}),
    ):
        page = asha.get(address)
        assert page.status_code == 200, address
        content = page.content.decode()
        assert "<script>alert" not in content
        assert "<img src=x" not in content
        assert 'href="javascript:' not in content


@pytest.mark.parametrize(
    "name",
    [
        'a";filename="evil.html',
        "evil\r\nSet-Cookie: a=b.html",
        "page.html",
        "bild.svg",
        "‮txt.exe",
        "报告.html",
        "a" * 300 + ".html",
    ],
)
def test_an_original_is_saved_and_never_shown(stage, asha, name):
    body = b"<html><script>alert(document.cookie)</script><p>Police arrested 11 scam suspects in Myawaddy.</p></html>"
    asha.post(reverse("inbox-files"), {"files": SimpleUploadedFile("report.html", body), "file-tlp": "amber"})
    source = Source.objects.order_by("-received_at").first()
    Source.objects.filter(pk=source.pk).update(name=name[:255])
    sealed_path(source.sha256).parent.mkdir(parents=True, exist_ok=True)
    answer = asha.get(reverse("source-original", kwargs={"source": source.pk}))
    answer.close()
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer.headers["Content-Disposition"]
    assert "Set-Cookie: a=b" not in str(answer.headers).replace(answer.headers["Content-Disposition"], "")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "..\\..\\boot.ini",
        "a\x00b.txt",
        "‮fdp.txt",
        "\r\nX: y.txt",
        "",
        "." * 300,
        "con",
    ],
)
def test_a_hostile_name_is_only_ever_shown(stage, asha, name):
    body = b"Police arrested 11 scam suspects in Myawaddy."
    file = SimpleUploadedFile("x.txt", body)
    file._name = name or "x"
    answer = asha.post(reverse("inbox-files"), {"files": file, "file-tlp": "amber"})
    assert answer.status_code in (302, 422)
    for arrival in Arrival.objects.all():
        assert not set(arrival.name) & set("/\\\x00\r\n‮")
    assert asha.get(reverse("inbox")).status_code == 200


@pytest.mark.parametrize(
    "value",
    [
        "\x00",
        "a\x00b",
        "\ud800",
        "9" * 400,
        "-1",
        "1e999",
        "NaN",
        "0000-00-00",
        "9999-12-31",
        "0001-01-01",
        "٣",
        "<b>",
        "x" * 20000,
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "inbox-text",
        "statement-correct",
        "source-marking",
        "source-grade",
        "statement-review",
        "statement-grade",
        "statement-marking",
        "sign-in",
    ],
)
def test_no_value_of_a_form_is_a_fault_of_the_node(stage, asha, page, value):
    fields = {
        "inbox-text": ("text", "name", "publisher", "published", "language", "tlp"),
        "statement-correct": (
            "kind",
            "moment_first",
            "moment_last",
            "moment_precision",
            "place_name",
            "count",
            "amount",
            "currency",
            "people",
            "organisations",
            "countries",
            "why",
            "seen",
            "speaker",
        ),
        "source-marking": ("tlp", "purpose", "retain_until", "onward_sharing"),
        "source-grade": ("reliability",),
        "statement-review": ("verdict", "why", "seen"),
        "statement-grade": ("credibility",),
        "statement-marking": ("tlp",),
        "sign-in": ("username", "password"),
    }[page]
    good = {
        "kind": "arrest",
        "tlp": Tlp.AMBER,
        "verdict": "reject",
        "why": "wrong",
        "moment_precision": "day",
        "text": "Words.",
    }
    thing = (
        {"source": stage.source.pk}
        if page.startswith("source")
        else {"statement": stage.statement.pk}
        if page.startswith("statement")
        else {}
    )
    client = Client(raise_request_exception=False) if page == "sign-in" else asha
    for field in fields:
        data = {key: kept for key, kept in good.items() if key in fields} | {field: value}
        body = "&".join(f"{key}={_escaped(one)}" for key, one in data.items())
        answer = client.generic(
            "POST", reverse(page, kwargs=thing), body, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code in (200, 302, 422), (field, answer.status_code)
    assert asha.get(reverse("source", kwargs={"source": stage.source.pk})).status_code == 200
    assert asha.get(reverse("events")).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 50,
        b"\xff\xfe\x00\xd8" * 30,
        b"%PDF-1.4\n" + b"\x00" * 100,
        b"a\x00b Police arrested 11 scam suspects.",
    ],
)
def test_odd_bytes_get_a_row_and_a_sentence(stage, asha, body):
    answer = asha.post(
        reverse("inbox-files"), {"files": io.BytesIO(body), "file-tlp": "amber"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code in (200, 422)
    assert asha.get(reverse("inbox")).status_code == 200


def test_more_files_than_allowed_are_refused_calmly(stage, asha):
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(201)]
    assert asha.post(reverse("inbox-files"), {"files": files}).status_code == 400
    assert asha.post(reverse("inbox-files"), {}).status_code == 422


def _escaped(value: str) -> str:
    from urllib.parse import quote

    return quote(value.encode("utf-8", "surrogatepass"))
