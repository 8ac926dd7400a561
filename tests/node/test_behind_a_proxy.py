"""Behind a proxy that speaks HTTPS, the node believes that proxy, and nobody where there is none."""

from __future__ import annotations

import contextlib
import http.client
import threading

import pytest
import waitress

from noharbor.node.server import believed_headers, open_door


@pytest.fixture(params=[True, False], ids=["https", "plain"])
def told(request):
    """Ask a small application behind waitress who came, and over what."""

    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{environ['wsgi.url_scheme']} {environ['REMOTE_ADDR']}".encode()]

    door = open_door("127.0.0.1", 0)
    server = waitress.create_server(application, sockets=[door], **believed_headers(secure=request.param))

    def run() -> None:
        # Closing a server from beside it may close the socket under its feet; that is how this test ends it.
        with contextlib.suppress(OSError):
            server.run()

    running = threading.Thread(target=run, daemon=True)
    running.start()
    connection = http.client.HTTPConnection("127.0.0.1", door.getsockname()[1], timeout=5)
    connection.request("GET", "/", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"})
    answer = connection.getresponse().read().decode()
    connection.close()
    server.close()
    running.join(timeout=5)
    return request.param, answer


def test_the_scheme_and_the_visitors_address_come_from_the_proxy_only_when_there_is_one(told):
    secure, answer = told
    assert answer == ("https 203.0.113.7" if secure else "http 127.0.0.1")
