"""An endpoint that is hostile or taken over: it learns no more, holds nothing up, and floods nothing."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from noharbor.record.reading.engines.answers import MOST_EVENTS, MOST_NAMES
from noharbor.record.reading.engines.endpoint import EndpointEngine
from noharbor.record.reading.errors import EndpointFailed
from tests.record.reading.test_endpoint import ARTICLE, GOOD, TEXT


@contextmanager
def answers(*pieces: bytes, pause: float = 0.0, repeat: int = 1):
    """A server that reads one request at a time and says these bytes; gives its address and what it was asked."""
    asked: list[bytes] = []
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(0.2)
    stop = threading.Event()

    def speak(guest: socket.socket) -> None:
        asked.append(_heard(guest))
        for _ in range(repeat):
            for piece in pieces:
                if stop.wait(pause):
                    return
                guest.sendall(piece)

    def serve() -> None:
        while not stop.is_set():
            try:
                guest, _ = door.accept()
            except TimeoutError:
                continue
            with guest, suppress(OSError):
                speak(guest)

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{door.getsockname()[1]}/v1", asked
    stop.set()
    thread.join()
    door.close()


def _heard(guest: socket.socket) -> bytes:
    """A whole request: what is left unread would cut the answer short."""
    guest.settimeout(5)
    heard = b""
    while b"\r\n\r\n" not in heard:
        heard += guest.recv(65536)
    head, body = heard.split(b"\r\n\r\n", 1)
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]) if head.startswith(b"POST") else 0
    while len(body) < length:
        body += guest.recv(65536)
    return head + body


def says(content: object) -> bytes:
    body = json.dumps({"choices": [{"message": {"content": json.dumps({"events": content})}}]}).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body


@pytest.mark.parametrize("status", [b"301 Moved", b"302 Found", b"303 See Other", b"307 Temporary", b"308 Permanent"])
def test_a_redirect_is_not_followed_with_the_key(status):
    with answers(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") as (elsewhere, asked):
        moved = b"HTTP/1.1 %s\r\nLocation: %s/x\r\nContent-Length: 0\r\n\r\n" % (status, elsewhere.encode())
        with answers(moved) as (address, _), pytest.raises(EndpointFailed):
            EndpointEngine(address, "a-model", key="a key", timeout_seconds=5).read(ARTICLE)
        assert asked == []


def test_words_that_may_not_leave_the_machine_go_through_no_proxy(monkeypatch):
    with answers(says([GOOD])) as (proxy, seen_by_proxy), answers(says([GOOD])) as (address, asked):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert len(EndpointEngine(address, "a-model", timeout_seconds=5).read(ARTICLE)) == 1
        assert (len(asked), seen_by_proxy) == (1, [])


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"],
    ids=["none", "half", "whole"],
)
def test_an_answer_that_drips_ends_in_time(head):
    with answers(head or b"H", b"x", b"x", pause=0.3, repeat=50) as (address, _):
        begun = time.monotonic()
        with pytest.raises(EndpointFailed):
            EndpointEngine(address, "a-model", timeout_seconds=1).read(ARTICLE)
        assert time.monotonic() - begun < 4


def test_an_answer_without_end_is_cut():
    with answers(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, repeat=2000) as (address, _), pytest.raises(EndpointFailed):
        EndpointEngine(address, "a-model", timeout_seconds=20).read(ARTICLE)


def test_an_answer_of_countless_events_or_names_floods_nothing():
    crowd = GOOD | {"organisations": ["police"] * 80, "countries": ["KH"] * 80, "people": GOOD["people"] * 80}
    with answers(says([crowd] * 300)) as (address, _):
        events = EndpointEngine(address, "a-model", timeout_seconds=20).read(ARTICLE)
    assert len(events) <= MOST_EVENTS
    assert all(len(event.people) <= MOST_NAMES for event in events)
    assert events[0].organisations == ("police",)
    assert events[0].countries == ("KH",)


@pytest.mark.parametrize(
    "change",
    [
        {"type": ["rescue"]},
        {"type": {}},
        {"bound": ["exact"]},
        {"bound": {}},
        {"currency": "\ud800", "amount": 3},
        {"currency": "\x00", "amount": 3},
        {"currency": "<b>", "amount": 3},
        {"date": "0000-00"},
        {"count": 10**30},
    ],
)
def test_one_odd_event_does_not_cost_the_others(change):
    with answers(says([GOOD | change, GOOD])) as (address, _):
        events = EndpointEngine(address, "a-model", timeout_seconds=5).read(ARTICLE)
    assert len(events) in (1, 2)
    assert not any(event.amount and event.amount.currency for event in events)


def test_a_quote_as_long_as_the_text_is_no_quote():
    long = TEXT * 200
    article = type(ARTICLE)(long, None, "en")
    with answers(says([GOOD | {"quote": long}])) as (address, _):
        assert EndpointEngine(address, "a-model", timeout_seconds=5).read(article) == ()
