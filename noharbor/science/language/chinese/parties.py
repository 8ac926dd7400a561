"""Which states act in a Chinese clause, and in which country a text is at home. Simplified characters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from noharbor.science.language.chinese.lexical import alternatives
from noharbor.science.language.lexicons import lexicon


@dataclass(frozen=True, slots=True)
class Actor:
    """A body that acts for a state, as named. `country` is None when the words do not say whose it is."""

    start: int
    end: int
    words: str
    country: str | None


#: What follows a country's name when the country acts through somebody.
_BODY = (
    r"(?:[^，。；、：“”「」\d]{0,10}?)(?:警方|警察|公安部|公安机关|公安|警察部队|警|军方|军警|军政府|军队|军人|政府|当局|大使馆|使馆|大使|总领馆|总领事馆|领事馆|领馆|外交部|内政部|司法部|财政部|国防部|律政部|"
    r"国家警察总署|警察总署|移民局|移民厅|移民署|移民总局|检察机关|检方|总检察署|法院|法庭|内阁|国会|议会|国民议会|总理|副总理|总统|首相|外长|外交部长|内政部长|公安部长|部长|国务秘书|国务卿|特使|代表团|"
    r"执法部门|执法人员|执法机构|执法机关|有关部门|有关方面|地方执法部门|边防部队|边防军|边境警察|海关|央行|国家银行|反洗钱|民兵|武装|有关执法部门|国家安全|移民管理机构|官员|领导人|官方|方面|调查局|警队|边境巡逻)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = lexicon("chinese_parties")
    names, short = alternatives(list(words["names"])), "".join(words["short"])
    return {
        "label": re.compile(rf"(?:^|\n|[•·▪●]\s*|[-—]\s+)(?P<name>{names})\s*[：:]"),
        "side": re.compile(rf"(?P<short>[{short}])方(?!面|式|法|案|位|向|便|针|才|圆|形|程)"),
        "joint": re.compile(
            rf"(?<![{short}集民心国其当])(?P<joint>[{short}]{{2,6}})(?=(?:两|三|四|五|六|多|各|七|八)国|双方|三方|警方|警察|执法|联合|合作|警务|政府|之间|官员|外长|检警|(?:[^，。]{{0,4}})(?:联合|合作|会谈|磋商))"
        ),
        "list": re.compile(rf"(?:{names})(?:(?:、|和|与|及|以及|同)(?:{names})){{1,9}}"),
        "body": re.compile(rf"(?P<name>{names}){_BODY}"),
        "short_body": re.compile(
            rf"(?<![{short}国集民])(?P<short>[{short}])(?P<body>警(?!方?告|示|惕|报|戒|觉|务|情)|警方|军方|政府|当局|使馆|大使|领馆|内政部|公安部|国务秘书|外长|总理|媒|驻华|国警方|国政府|国当局)"
        ),
        "mission": re.compile(
            rf"(?P<home>{names}|我|[{short}])?国?驻(?P<host>[^，。；、\d]{{1,8}}?)(?:大使馆|使馆|大使|总领事馆|总领馆|领事馆|领馆|代表处|办事处|总领事|领事)"
        ),
        "own": re.compile(alternatives(list(words["bodies"]))),
        "we": re.compile(r"我(?:方|局|国|馆|部|公安|警方|驻|省|市|县|院|支队|大队|署|处|边防|执法)"),
        "bare": re.compile(
            r"(?<![一-鿿])(?:警方|当局|政府|警察|军方|移民局|内政部|外交部|公安部|法院|检方|国会|内阁)|(?:警方|警察|当局|移民局|内政部|国家警察|检方|海关|旅游警察|移民警察|中央调查局|特别调查厅|网络犯罪|反诈|刑侦|民警|内阁|国会|首相|总理|反洗钱|央行|外交部|专案组|工作组|专责小组|发言人)"
        ),
        "name": re.compile(names),
    }


def code_of(name: str) -> str | None:
    """The code of a country's name or one-character short form."""
    words = lexicon("chinese_parties")
    found: Any = words["names"].get(name) or words["short"].get(name)
    return str(found) if found else None


def named_countries(plain: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where countries are named in full, with their codes, in order."""
    return [(match.start(), code_of(match.group()) or "") for match in _patterns()["name"].finditer(plain, start, end)]


def find_actors(plain: str, start: int, end: int, home: str | None) -> list[Actor]:
    """The bodies that act for a state between two offsets, in order.

    Args:
        plain: The whole text in simplified characters.
        start: Where to begin.
        end: Where to stop.
        home: The country the text is written in; 我方 and 我局 are of it.
    """
    patterns = _patterns()
    found: list[Actor] = []
    for name in ("label", "mission", "list", "joint", "side", "body", "short_body", "own", "we", "bare"):
        for match in patterns[name].finditer(plain, start, end):
            if any(match.start() < actor.end and actor.start < match.end() for actor in found):
                continue
            found += _actors(name, match, home, plain, end)
    return sorted(found, key=lambda actor: actor.start)


def _actors(name: str, match: re.Match[str], home: str | None, plain: str, end: int) -> list[Actor]:
    start, stop, words = match.start(), match.end(), match.group()
    if name == "list":
        if not re.match(
            r"(?:[^，。；、]{0,4})(?:国|方|警|执法|官员|部门|代表|政府|三国|外长|联合|共同|在|于|举行|签署|同意|达成)",
            plain[stop : min(stop + 10, end)],
        ):
            return []
        return [Actor(start, stop, words, code_of(one)) for one in _patterns()["name"].findall(words)]
    if name == "joint":
        return [Actor(start, stop, words, code_of(one)) for one in match["joint"]]
    if name == "mission":
        country = code_of(match["home"]) if match["home"] and match["home"] != "我" else home
        return [Actor(start, stop, words, country)]
    if name == "side" or name == "short_body":
        return [Actor(start, stop, words, code_of(match["short"]))]
    if name in ("body", "label"):
        return [Actor(start, stop, words, code_of(match["name"]))]
    if name == "own":
        return [Actor(start, stop, words, str(lexicon("chinese_parties")["bodies"][words]))]
    return [Actor(start, stop, words, home if name == "we" else None)]


def home_of(plain: str, *, traditional: bool) -> str | None:
    """The country a text is written in, by its own words; None when nothing tells.

    Args:
        plain: The text in simplified characters.
        traditional: Whether the text as given is in traditional characters.
    """
    votes: Counter[str] = Counter()
    for code, words in lexicon("chinese_parties")["homes"].items():
        if (code == "CN") and traditional:
            continue
        votes[code] = sum(min(plain.count(word), 4) for word in words)
    if not votes or max(votes.values()) == 0:
        return None
    return votes.most_common(1)[0][0]
