"""The optional engine, against a real server on this machine that answers as such endpoints do."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.models import Source
from noharbor.record.reading.engines import ENGINES, engines_at_work
from noharbor.record.reading.engines.endpoint import EndpointEngine
from noharbor.record.reading.errors import EndpointFailed
from noharbor.science.language.events import EventType
from noharbor.science.language.readers import Article

TEXT = "On Friday, police in Poipet freed 14 people from a locked building, Major Sok Dara said."
ARTICLE = Article(TEXT, None, "en")
GOOD = {
    "type": "rescue",
    "quote": "police in Poipet freed 14 people",
    "date": "2025-03",
    "place": {"name": "Poipet", "country": "KH"},
    "count": 14,
    "bound": "exact",
    "countries": ["KH"],
    "people": [{"name": "Sok Dara", "role": "Major"}, {"name": "Somebody Else", "role": None}],
    "speaker": "Major Sok Dara",
}


class Endpoint(BaseHTTPRequestHandler):
    answer: bytes = b""
    status: int = 200
    asked: list[dict] = []
    headers_seen: list[str | None] = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked.append(json.loads(body))
        type(self).headers_seen.append(self.headers.get("Authorization"))
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(self.answer)

    def log_message(self, *_arguments):
        pass


@pytest.fixture
def endpoint():
    Endpoint.asked, Endpoint.headers_seen, Endpoint.status = [], [], 200
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield EndpointEngine(f"http://127.0.0.1:{server.server_port}/v1", "a-model", key="a key", timeout_seconds=5)
    server.shutdown()
    thread.join()
    server.server_close()


def says(events) -> None:
    content = events if isinstance(events, str) else json.dumps({"events": events})
    Endpoint.answer = json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def test_it_is_off_by_default():
    assert [engine.name for engine in ENGINES] == ["rules", "endpoint"]
    assert [engine.name for engine in engines_at_work()] == ["rules"]


def test_what_stands_in_the_text_becomes_an_event(endpoint):
    says([GOOD])
    (event,) = endpoint.read(ARTICLE)
    assert event.type is EventType.RESCUE
    assert TEXT[event.passage.start : event.passage.end] == GOOD["quote"]
    assert (event.count.value, event.place.name, event.moment.iso) == (14, "Poipet", "2025-03")
    assert [person.name for person in event.people] == ["Sok Dara"]
    assert Endpoint.headers_seen == ["Bearer a key"]


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "police in Poipet freed fourteen people"},
        {"quote": ""},
        {"quote": None},
        {"type": "coup"},
        {"quote": "POLICE IN POIPET FREED 14 PEOPLE"},
    ],
)
def test_a_quote_that_does_not_stand_word_for_word_counts_for_nothing(endpoint, change):
    says([GOOD | change])
    assert endpoint.read(ARTICLE) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"count": "many"},
        {"count": True},
        {"count": -3},
        {"date": "soon"},
        {"date": "2025-99-99"},
        {"place": "Paris"},
        {"people": "Sok"},
        {"countries": "KH"},
        {"amount": 1e300},
        {"bound": "?"},
    ],
)
def test_odd_fields_are_dropped_and_the_event_stays(endpoint, change):
    says([GOOD | change])
    assert len(endpoint.read(ARTICLE)) == 1


def test_an_answer_in_a_code_fence_is_understood(endpoint):
    says("Here you are:\n```json\n" + json.dumps({"events": [GOOD]}) + "\n```")
    assert len(endpoint.read(ARTICLE)) == 1


@pytest.mark.parametrize("answer", [b"", b"not json", b"{}", b'{"choices": []}', b"[1]", b"\xff\xfe"])
def test_an_answer_that_is_none_is_a_clear_error(endpoint, answer):
    Endpoint.answer = answer
    with pytest.raises(EndpointFailed, match="NOHARBOR_MODEL_ENDPOINT"):
        endpoint.read(ARTICLE)


def test_an_error_status_is_a_clear_error(endpoint):
    says([])
    Endpoint.status = 503
    with pytest.raises(EndpointFailed):
        endpoint.read(ARTICLE)


def test_nobody_there_is_a_clear_error():
    with pytest.raises(EndpointFailed):
        EndpointEngine("http://127.0.0.1:9/v1", "a-model", timeout_seconds=2).read(ARTICLE)


def test_an_address_that_is_not_http_is_refused():
    with pytest.raises(EndpointFailed):
        EndpointEngine("file:///etc", "a-model").read(ARTICLE)


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("http://127.0.0.1:8080/v1", {Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT}),
        ("http://localhost:8080/v1", {Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT}),
        ("https://models.example.org/v1", {Tlp.CLEAR}),
    ],
)
def test_what_is_marked_does_not_leave_the_machine(address, allowed):
    engine = EndpointEngine(address, "a-model")
    assert {tlp for tlp in Tlp if engine.may_read(Source(tlp=tlp))} == allowed
