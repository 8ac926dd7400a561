"""Finds numbers in Chinese text with what they count: people, cases, sites, things, money. Simplified characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from noharbor.science.language.chinese.lexical import alternatives, words_of
from noharbor.science.language.events import Bound
from noharbor.science.language.lexicons import lexicon


class Kind(StrEnum):
    """What a number counts, alphabetical."""

    CASES = "cases"
    MONEY = "money"
    PEOPLE = "people"
    SITES = "sites"
    THINGS = "things"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its measure word.

    Attributes:
        start: First character, bound words included.
        end: Character after the measure word (and after the noun, where one follows directly).
        value: The number; a sum of money may have a fraction. None for "dozens" (数十名).
        bound: How it binds.
        kind: What is counted.
        noun: What is counted, as named; empty when the text does not say.
        currency: ISO 4217 or a ticker, for money.
        headline: Written in the clipped manner of headlines (9通缉犯).
    """

    start: int
    end: int
    value: float | None
    bound: Bound
    kind: Kind
    noun: str = ""
    currency: str | None = None
    headline: bool = False


_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_TENS = {"廿": 20, "卅": 30}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}


def chinese_value(words: str) -> int | None:
    """The value of "二千三百一十七", "4百" or "百"; None for words that are no number.

    Args:
        words: Chinese digits and powers only.
    """
    total = section = digit = 0
    seen = False
    plain_figures = not any(character in _SMALL or character in _LARGE for character in words)
    for character in words:
        if character in _DIGITS:
            digit = digit * 10 + _DIGITS[character] if plain_figures else _DIGITS[character]
            seen = True
        elif character in _TENS:
            section += _TENS[character]
            digit, seen = 0, True
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit, seen = 0, True
        elif character in _LARGE:
            total += ((section + digit) or 1) * _LARGE[character]
            section = digit = 0
            seen = True
        else:
            return None
    return total + section + digit if seen else None


_AT_LEAST = "至少|最少|不少于|不低于|不下于?|超过|超越|超出|逾|超|高于|突破"
_ABOUT = "大约|约莫|约有|约|将近|接近|近|大概|估计有?|上"
# Bounded: no number is longer, and a page of digits tried from each of them would take hours.
_FIGURE = r"\d{1,3}(?:[,，]\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_HAN = r"[零〇○一二两三四五六七八九十廿卅百千万亿]{1,24}"
_PLUS = "余|多|几"
_NUMBER = (
    rf"(?P<bound>(?:{_AT_LEAST}|{_ABOUT})?)\s*"
    rf"(?:(?P<figure>{_FIGURE})\s*(?P<plus>{_PLUS})?\s*(?P<power>万亿|百万|千万|万|亿|千|百)?"
    rf"(?:(?P<rest>\d{{1,4}}(?:\.\d+)?)(?P<rest_power>千万|百万|千|百|万))?"
    rf"|(?P<han>{_HAN})|(?P<vague>数十|几十|数百|几百|数千|几千|上千|数万|十几|成百上千|上万|数|几|好几|多|若干))"
    rf"\s*(?P<more>(?:{_PLUS})?)\s*(?P<later>万|亿)?"
)
_PAIR = re.compile(
    r"一对[^，。；、\d]{0,6}?(?:夫妇|夫妻|情侣|兄弟|姐妹|兄妹|父子|母子|母女|父女|恋人|男女)|(?<=[\u4e00-\u9fff])(?:夫妇|兄弟二人|姐妹二人|夫妻)(?=[，。落被遭到二两])"
)
_MEN_AND_WOMEN = re.compile(
    r"(?P<men>\d{1,3}|[一二两三四五六七八九十]{1,3})[名个]?男(?:性|子)?[、及和]?(?P<women>\d{1,3}|[一二两三四五六七八九十]{1,3})[名个]?女(?:性|子)?"
)
_PEOPLE_AFTER = (
    r"(?:(?:余|多)?(?P<people>名|位|人(?!民|次|士|力|身|工|口|均|类|头"
    r"|情|物|事|才|数|选|马|行|生|道|格|权|心|脸|群|家|间)|口人|男子|女子|人士))"
)
_CASES_AFTER = r"(?P<cases>(?<!一)起|(?<=一)起(?=[^，。]{0,18}(?:案|诈|骗))|宗|桩|件(?!事)|案(?!件|情|例))"
_SITES_AFTER = r"(?P<sites>处|栋|幢|座|间|家|所|层|套|顶|个|大|路)"
_THINGS_AFTER = (
    r"(?P<things>部|台|张|支|只|辆|把|枚|本|条|艘|箱|"
    r"块|份|套|件|颗|根|瓶|块|副|捆|包|架|个|具|枝|册|套|组|公斤|克|吨|TB|GB)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    money = sorted(lexicon("chinese_nouns")["currencies"], key=len, reverse=True)
    sites, things, people, short = (
        alternatives(words_of("chinese_nouns", name)) for name in ("sites", "things", "people", "short_people")
    )
    return {
        "money": re.compile(rf"{_NUMBER}\s*(?P<currency>{'|'.join(map(re.escape, money))})(?P<tail>左右|上下|以上)?"),
        "people": re.compile(rf"(?<![第\d.,]){_NUMBER}{_PEOPLE_AFTER}(?P<tail>左右|上下|以上)?"),
        "people_before": re.compile(
            rf"(?P<noun>嫌疑人|嫌犯|人员|人数|受害者|受害人|公民|罪犯){_NUMBER}(?=$|[，。；！\s])"
        ),
        "sites_bare": re.compile(rf"(?:搜索|搜查|突击搜查|清查|查处|扫荡|取缔|捣毁|清剿)(?:了)?{_NUMBER}处"),
        "cases": re.compile(rf"(?<![第\d.,]){_NUMBER}{_CASES_AFTER}(?P<tail>左右|上下|以上)?"),
        "sites": re.compile(rf"(?<![第\d.,]){_NUMBER}{_SITES_AFTER}(?P<noun>[^，。；、\d]{{0,14}}?(?:{sites}))"),
        "sites_before": re.compile(rf"(?P<noun>{sites})(?:等)?(?:共计?|达|合计)?{_NUMBER}(?:处|栋|幢|座|间|家|个|所)"),
        "things": re.compile(rf"(?<![第\d.,]){_NUMBER}{_THINGS_AFTER}(?P<noun>[^，。；、\d]{{0,6}}?(?:{things}))"),
        "things_before": re.compile(
            rf"(?P<noun>(?:{things})[^，。；、\d]{{0,3}}?)(?:等)?(?:共计?|达|合计|各)?{_NUMBER}{_THINGS_AFTER}"
        ),
        "short": re.compile(rf"(?<![第\d.,至年月日点时分比]){_NUMBER}(?P<noun>{short})"),
        "noun_people": re.compile(people),
    }


def find_quantities(plain: str, start: int, end: int) -> list[Quantity]:
    """All numbers with a measure in a stretch of text, in order, none overlapping.

    Args:
        plain: The whole text in simplified characters.
        start: Where to begin.
        end: Where to stop.
    """
    found: list[Quantity] = []
    taken = bytearray(max(end - start, 0))
    patterns = _patterns()
    for match in _MEN_AND_WOMEN.finditer(plain, start, end):
        found.append(_men_and_women(match))
        taken[match.start() - start : match.end() - start] = b"\1" * len(match.group())
    for match in _PAIR.finditer(plain, start, end):
        found.append(Quantity(match.start(), match.end(), 2.0, Bound.EXACT, Kind.PEOPLE, match.group()[-2:]))
        taken[match.start() - start : match.end() - start] = b"\1" * len(match.group())
    for name, kind in _ORDER:
        for match in patterns[name].finditer(plain, start, end):
            begin, stop = match.start() - start, match.end() - start
            if any(taken[begin:stop]):
                continue
            quantity = _quantity(match, kind, name, plain, end)
            if quantity is not None:
                found.append(quantity)
                taken[begin:stop] = b"\1" * (stop - begin)
    return sorted(found, key=lambda quantity: quantity.start)


def _men_and_women(match: re.Match[str]) -> Quantity:
    """两男一女 is three people."""
    total = sum(int(words) if words.isdecimal() else chinese_value(words) or 0 for words in match.groups())
    return Quantity(match.start(), match.end(), float(total), Bound.EXACT, Kind.PEOPLE, "男女")


_ORDER = (
    ("money", Kind.MONEY),
    ("sites_before", Kind.SITES),
    ("things_before", Kind.THINGS),
    ("people", Kind.PEOPLE),
    ("sites", Kind.SITES),
    ("things", Kind.THINGS),
    ("people_before", Kind.PEOPLE),
    ("sites_bare", Kind.SITES),
    ("cases", Kind.CASES),
    ("short", Kind.PEOPLE),
)


def _quantity(match: re.Match[str], kind: Kind, name: str, plain: str, end: int) -> Quantity | None:
    groups = match.groupdict()
    value, bound = _value(groups), _bound(groups)
    if value is None and not groups.get("vague"):
        return None
    if name == "short" and (value is None or value == 0 or groups.get("vague")):
        return None
    noun = groups.get("noun") or ""
    if kind is Kind.PEOPLE and not noun:
        after = _patterns()["noun_people"].match(_without_measure(plain, match.end(), end))
        noun = after.group() if after else ""
    return Quantity(
        start=match.start(),
        end=match.end(),
        value=value,
        bound=bound,
        kind=kind,
        noun=noun,
        currency=_currency(groups.get("currency")),
        headline=name == "short",
    )


def _without_measure(plain: str, at: int, end: int) -> str:
    return plain[at : min(at + 24, end)]


def _currency(words: str | None) -> str | None:
    return lexicon("chinese_nouns")["currencies"][words] if words else None


def _value(groups: dict[str, str | None]) -> float | None:
    if groups.get("vague"):
        return None
    if groups.get("figure"):
        value = float((groups["figure"] or "").replace(",", "").replace("，", ""))
        value *= _power(groups.get("power"))
        if groups.get("rest"):
            value += float(groups["rest"] or 0) * _power(groups.get("rest_power"))
    else:
        words = groups.get("han") or ""
        read = chinese_value(words)
        if read is None:
            return None
        value = float(read)
    if groups.get("later"):
        value *= _LARGE[groups["later"] or "万"]
    return round(value, 4)


def _power(words: str | None) -> float:
    result = 1
    for character in words or "":
        result *= _LARGE.get(character) or _SMALL.get(character, 1)
    return float(result)


def _bound(groups: dict[str, str | None]) -> Bound:
    before, tail = groups.get("bound") or "", groups.get("tail") or ""
    if groups.get("plus") or groups.get("more") or tail == "以上" or re.fullmatch(_AT_LEAST, before or "-"):
        return Bound.AT_LEAST
    if before or tail:
        return Bound.ABOUT
    return Bound.EXACT
