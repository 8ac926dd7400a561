"""What holds for every request and every answer, whatever page they belong to."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def close_answers(get_response: Answer) -> Answer:
    """Keep answers out of caches and out of other sites' pages. Who signs out leaves nothing to go back to."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        # Static files say themselves how long they may be kept.
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware


def refuse_strange_requests(get_response: Answer) -> Answer:
    """Refuse requests no browser sends.

    A request may name any of Python's codecs for its words: some make halves of characters that no database takes,
    some take hours. A quoted cookie may hold any byte, the zero byte too.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.strip("\"'").lower() not in {"utf-8", "utf8"}:
            raise BadRequest("only UTF-8 is understood")
        if any("\x00" in value for value in request.COOKIES.values()):
            raise BadRequest("a cookie holds a zero byte")
        return get_response(request)

    return middleware
