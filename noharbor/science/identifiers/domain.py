"""Domains as DNS holds them: small letters, other scripts in IDNA ("xn--…"), no address around, no "www." before.

Reports defang what nobody should click: "hxxps://pay[.]example(.)com". It is read like any other. IDNA by RFC 5891
(the `idna` library); the names of the top level are a part of IANA's list: the two letters of
states, and those that fraud and news use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import idna

from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import LONGEST, Written, plain

_DOT = r"(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|[.。．｡])"
_DOTS = re.compile(rf"[ ]?{_DOT}[ ]?", re.IGNORECASE)
_SCHEME = re.compile(r"^\s*(?:h..ps?|ftp|wss?)\s?(?:\[:\]|:)\s?(?://|\[//\]|/)?", re.IGNORECASE)
#: Vowel signs of Thai or Burmese are no word characters to regular expressions, but part of labels.
_LABEL = r"(?:[a-z0-9]|[^\x00-\x7f])(?:[a-z0-9_\-]|[^\x00-\x7f]){0,62}"
_FORM = re.compile(rf"{_LABEL}(?:\.{_LABEL}){{1,12}}")
_SCHEME_FOUND = r"(?:https?|hxxps?|h\*\*ps?|ftp|fxp)(?:\[:\]|:)//(?:[^\s/@]{0,64}@)?"
_FOUND = re.compile(
    rf"(?P<scheme>{_SCHEME_FOUND})?(?<![\w.@\-])"
    rf"(?P<value>[a-z0-9](?:[a-z0-9\-]{{0,61}})(?:{_DOT}[a-z0-9\-]{{1,63}}){{0,8}}{_DOT}(?:xn--[a-z0-9\-]{{2,59}}|[a-z]{{2,24}}))"
    rf"(?![\w@]|-\w|{_DOT}[a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
_WRITTEN_IN_OTHER_LETTERS = re.compile(
    rf"(?P<scheme>{_SCHEME_FOUND}|www{_DOT})(?P<value>[^\s/:?#\[\]()<>\"'，、；]{{2,253}})", re.IGNORECASE
)

_TOP_LEVEL = """
    academy app art asia bank best bet bid biz blog bond buzz cam capital careers cash casino cc cfd chat click
    cloud club co com community company credit cyou dating deals dev digital direct exchange expert express fans
    finance financial fit fun fund games global gold group guru help homes host icu im info ink investments io jobs
    land lat life link live loan lol lottery ltd market markets me media men mobi money monster name net network
    news one online ooo org page partners party pics plus poker porn press pro pub pw qpon rest review rocks run
    sale sbs sex shop show site skin social solutions space store stream studio support tech today top trade
    trading tube tv uno vip vegas video wang watch webcam website wiki win work works world ws wtf xxx xyz yachts
    zone edu gov int mil
    ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf
    cg ch ci ck cl cm cn cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf
    gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il in iq ir is it je jm jo jp ke kg kh ki km
    kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my
    mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt py qa re ro rs ru rw sa sb sc sd
    se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tw tz ua ug uk us uy
    uz va vc ve vg vi vn vu wf ye yt za zm zw
"""
TOP_LEVEL = frozenset(_TOP_LEVEL.split())


class Domain:
    """Reads domains, also out of web addresses."""

    kind = IdentifierKind.DOMAIN

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a domain, or that of a web address, defanged or not.

        Args:
            text: The domain or address.
            region: Plays no part.

        Returns:
            The domain; its top level need not be known here. None for addresses of four numbers and for other words.
        """
        host = host_of(text)
        return Identifier(self.kind, host) if host else None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find domains with "http" or "www" before them, defanged, or of a known top level."""
        written, last = Written(text), 0
        both = [*_FOUND.finditer(written.plain), *_WRITTEN_IN_OTHER_LETTERS.finditer(written.plain)]
        for match in sorted(both, key=lambda one: (one.start("value"), -one.end("value"))):
            domain = self.read(match["value"], region)
            if domain and match.start("value") >= last and (match["scheme"] or _is_surely(match["value"])):
                last = match.end("value")
                yield (*written.span(*match.span("value")), domain)


def host_of(text: str) -> str:
    """The host that an address names, in IDNA and without "www."; "" where there is none."""
    written = _SCHEME.sub("", plain(text[: 4 * LONGEST])).strip()
    written = _DOTS.sub(".", re.split(r"[/?#\\]", written, maxsplit=1)[0])
    written = written.rsplit("@", 1)[-1].split(":", 1)[0].strip(" .<>()[]\"'").lower()
    if len(written) > 253 or not _FORM.fullmatch(written):
        return ""
    try:
        host = idna.encode(written, uts46=True).decode().lower()
    except (idna.IDNAError, UnicodeError):
        return ""
    host = host.removeprefix("www.") if host.count(".") > 1 else host
    return "" if host.rsplit(".", 1)[-1].isdigit() else host


def _is_surely(value: str) -> bool:
    """Whether a domain without anything before it can be nothing else: "end.It" and "U.S.in" are the end of words."""
    if re.search(r"[\[({]", value):
        return True
    labels = value.split(".")
    last = labels[-1]
    in_one_case = last.islower() or value.isupper()
    return in_one_case and (last.lower() in TOP_LEVEL or last.lower().startswith("xn--")) and len(labels[-2]) > 1


DOMAIN = Domain()
